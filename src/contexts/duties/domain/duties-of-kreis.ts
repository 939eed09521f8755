import type { LocalDate } from '#kernel';
import type { CompiledDuties, DutyBody } from './compiled-duties.ts';
import { decide } from './decide.ts';
import { gemeindelageOf } from './decide-kreis.ts';
import type { Gemeindelage } from './decision.ts';
import type { DutyLeistung } from './reichweite.ts';
import type { VerdictWord } from './verdict.ts';

/** What a Kreis does for its Gemeinden in one Leistung. */
export interface KreisDuty<L extends DutyLeistung = DutyLeistung> {
  readonly leistung: L;
  readonly verdict: VerdictWord;
  readonly gemeinden: Gemeindelage;
}

/**
 * For each Leistung the Gemeinden for which the Kreis acts, read off their own verdicts: a Gemeinde stands in
 * `handeltFuer` exactly if its verdict is „Kreis“ with this Kreis.
 */
export function dutiesOfKreis<L extends DutyLeistung>(
  duties: CompiledDuties<L>,
  kreis: DutyBody,
  date: LocalDate,
): readonly KreisDuty<L>[] {
  const byFall = duties.faelle.map((fall) => ({
    verdict: decide(duties, fall, kreis, date).verdict,
    gemeinden: gemeindelageOf(duties, kreis, (gemeinde) => decide(duties, fall, gemeinde, date)).lage,
  }));
  return duties.facts.leistungen.flatMap((leistung, index) => {
    const found = byFall[duties.fallByLeistung[index] ?? 0];
    return found ? [{ leistung, ...found }] : [];
  });
}
