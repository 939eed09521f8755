import type { Quartal } from '#kernel';
import { type Monat, monateOf } from './quartale.ts';
import type { Zehntel } from './tage.ts';

/** What a team says of itself. It is about the team: no person, no reason for fewer days. */
export interface TeamInhalt {
  readonly name: string;
  readonly faehigkeiten: readonly string[];
  /** Person-days in a usual month. */
  readonly monatlich: Zehntel;
  /** Months in which it has another number of days. */
  readonly abweichungen: Readonly<Record<Monat, Zehntel>>;
  /** It takes no more work. */
  readonly beendet: boolean;
}

/** A team of the IT-Dienstleister, or a Fachbereich of a Kommune, as it was last stated. */
export interface Team extends TeamInhalt {
  readonly id: string;
  readonly fassung: number;
  /** The Kommune whose Fachbereich it is; `null` for teams of the IT-Dienstleister. */
  readonly ags: string | null;
  readonly angegebenAm: Date;
}

/** The person-days of a team in a quarter. */
export function kapazitaetIn({ monatlich, abweichungen, beendet }: TeamInhalt, quartal: Quartal): Zehntel {
  if (beendet) return 0;
  return monateOf(quartal).reduce((sum, monat) => sum + (abweichungen[monat] ?? monatlich), 0);
}
