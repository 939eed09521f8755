import type { LocalDate } from '#kernel';
import type { CompiledDuties, DutyBody } from './compiled-duties.ts';
import type { Fall } from './fall.ts';

/** One question: who does this, seen from that body, on that day? */
export interface Frage {
  readonly duties: CompiledDuties;
  readonly fall: Fall;
  readonly body: DutyBody;
  readonly date: LocalDate;
}
