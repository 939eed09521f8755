import type { LocalDate } from '#kernel';
import { type CompiledDuties, type DutyBody, fallFor } from './compiled-duties.ts';
import { decide } from './decide.ts';
import { type Ende, endeBy } from './ende.ts';
import { type Herkunft, herkunftOf } from './herkunft.ts';
import type { DutyLeistung } from './reichweite.ts';
import { type VerdictWord, verdictWords } from './verdict.ts';

/** How many bodies answer alike about one Leistung, and whom they name. */
export interface VollzugGruppe {
  readonly verdict: VerdictWord;
  readonly koerperschaften: number;
  /** The bodies that act where it is neither the body itself nor its Kreis. */
  readonly stellen: readonly string[];
}

/** The second axis of a Leistung: who executes it, over all bodies, and where the rule comes from. */
export interface Vollzug {
  readonly gruppen: readonly VollzugGruppe[];
  readonly herkunft: Herkunft;
  /** That it has ended by the day, so that nobody executes it. */
  readonly ende: Ende | null;
}

const landOfTheRules = '05';

/** Who executes a Leistung on a day, seen from every body. */
export function vollzugOfLeistung<B extends DutyBody>(
  duties: CompiledDuties<DutyLeistung, B>,
  leistung: DutyLeistung,
  date: LocalDate,
): Vollzug {
  const fall = fallFor(duties, leistung);
  const counts = new Map<VerdictWord, number>();
  const stellen = new Map<VerdictWord, Set<string>>();
  for (const body of duties.facts.bodies) {
    const { verdict, stelle } = decide(duties, fall, body, date);
    counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
    if (stelle !== null && namesStelle(verdict))
      stellen.set(verdict, (stellen.get(verdict) ?? new Set()).add(stelle.name));
  }
  const gruppen = verdictWords.flatMap((verdict) => {
    const koerperschaften = counts.get(verdict) ?? 0;
    return koerperschaften === 0
      ? []
      : [{ verdict, koerperschaften, stellen: [...(stellen.get(verdict) ?? [])] }];
  });
  return { gruppen, herkunft: herkunftOf(fall, landOfTheRules, date), ende: endeBy(fall.ende, date) };
}

function namesStelle(verdict: VerdictWord): boolean {
  return verdict === 'Land' || verdict === 'andere Stelle' || verdict === 'Bund';
}
