import type { LocalDate } from '#kernel';
import type { FeldTyp } from './feld.ts';

/** What makes a field one of an organisation's own. */
export interface EigenesFeld {
  readonly typ: FeldTyp;
  readonly optionen: readonly string[];
  readonly gueltigVon: LocalDate | null;
  readonly gueltigBis: LocalDate | null;
}

/** What an organisation says about one field; `null` leaves what the code declares. */
export interface Feldangabe {
  readonly key: string;
  readonly label: string | null;
  readonly tooltip: string | null;
  readonly hilfe: string | null;
  readonly pflicht: boolean | null;
  readonly zaehlt: boolean | null;
  /** Empty: in no group. */
  readonly gruppe: string | null;
  readonly position: number | null;
  readonly eigen: EigenesFeld | null;
}
