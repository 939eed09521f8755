import { isValidOn, type LocalDate } from '#kernel';

export const feldTypen = ['text', 'zahl', 'datum', 'ja-nein', 'auswahl', 'link'] as const;
export type FeldTyp = (typeof feldTypen)[number];

/** One choice of a field of the type `auswahl`. */
export interface Wahl {
  readonly wert: string;
  readonly label: string;
}

/** A field as its context declares it in code: the defaults of everything that can be edited. */
export interface DeklariertesFeld {
  /** Stable: values and definitions name it. */
  readonly key: string;
  readonly label: string;
  readonly typ: FeldTyp;
  readonly optionen?: readonly Wahl[];
  readonly tooltip?: string;
  readonly hilfe?: string;
  readonly pflicht?: boolean;
  readonly zaehlt?: boolean;
  readonly gruppe?: string;
}

/** A kind of record whose fields can be labelled and added to. */
export interface Datensatzart {
  readonly art: string;
  /** „Umsetzungsstand“, „Lösung“. */
  readonly label: string;
  readonly felder: readonly DeklariertesFeld[];
}

/** Who stands behind a definition: an IT-Dienstleister for its circle, or a Kommune for itself. */
export type Ebene = 'anbieter' | 'kommune';

/** A field as it holds for one organisation, everything said about it put together. */
export interface Feld {
  readonly key: string;
  readonly label: string;
  /** One short sentence beside the field; empty where there is none. */
  readonly tooltip: string;
  /** Longer help that opens on demand. */
  readonly hilfe: string;
  readonly pflicht: boolean;
  /** Counts for the completeness. */
  readonly zaehlt: boolean;
  /** Of the fields of a group one is enough. */
  readonly gruppe: string | null;
  readonly position: number;
  readonly typ: FeldTyp;
  readonly optionen: readonly Wahl[];
  readonly herkunft: 'system' | Ebene;
  readonly gueltigVon: LocalDate | null;
  readonly gueltigBis: LocalDate | null;
}

/** Values by the key of their field; a context passes whatever its records hold. */
export type Feldwerte = Readonly<Record<string, unknown>>;

/** Whether a field is asked for on a day. */
export function giltAm(feld: Feld, day: LocalDate): boolean {
  return isValidOn({ validFrom: feld.gueltigVon, validTo: feld.gueltigBis }, day);
}

/** Whether a value says something: „nein“ and 0 do, blanks and empty lists do not. */
export function istAusgefuellt(wert: unknown): boolean {
  if (wert === null || wert === undefined) return false;
  if (typeof wert === 'string') return wert.trim() !== '';
  if (Array.isArray(wert)) return wert.some(istAusgefuellt);
  return true;
}
