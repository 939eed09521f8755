import type { LocalDate, Quartal } from '#kernel';
import type { Massnahme } from './massnahme.ts';
import type { Zehntel } from './tage.ts';
import type { Team } from './team.ts';
import type { Vorlage } from './vorlage.ts';

/** Another number of days for one team, to see what it would bring. */
export interface Annahme {
  readonly team: string;
  /** More (or, negative, fewer) person-days a month. */
  readonly monatlich: Zehntel;
}

/** What a plan is made from. */
export interface Planungsgrundlage {
  readonly quartale: readonly Quartal[];
  readonly teams: readonly Team[];
  readonly vorlagen: readonly Vorlage[];
  readonly massnahmen: readonly Massnahme[];
  /** The Kommunen that may be planned, by AGS. */
  readonly kommunen: ReadonlyMap<string, string>;
  /** From when a Leistung can be taken over, as projects state it. */
  readonly verfuegbar: ReadonlyMap<string, LocalDate>;
  readonly annahmen: readonly Annahme[];
}
