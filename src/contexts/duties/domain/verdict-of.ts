import type { LocalDate } from '#kernel';
import { chainOf } from './chain.ts';
import { type CompiledDuties, type DutyBody, fallFor } from './compiled-duties.ts';
import { decide } from './decide.ts';
import { openReasonOf } from './open-reason.ts';
import type { DutyLeistung } from './reichweite.ts';
import type { Verdict } from './verdict.ts';

/** Who owes a Leistung, seen from a body on a day, with every reason. Pure: equal facts, equal verdict. */
export function verdictOf(
  duties: CompiledDuties,
  leistung: DutyLeistung,
  body: DutyBody,
  date: LocalDate,
): Verdict {
  const frage = { duties, fall: fallFor(duties, leistung), body, date };
  const decision = decide(duties, frage.fall, body, date);
  return {
    verdict: decision.verdict,
    stelle: decision.stelle,
    grade: decision.grade,
    open: openReasonOf(decision, frage),
    chain: chainOf(decision, frage),
  };
}
