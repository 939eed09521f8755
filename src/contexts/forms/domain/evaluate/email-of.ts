import { type Evaluation, isGroupState } from './evaluation.ts';

/** The first e-mail address that the applicant gave on the way, outside of repeated groups; `null` without one. */
export function emailOf({ pages }: Evaluation): string | null {
  for (const state of pages.flatMap(({ reachable, fields }) => (reachable ? fields : []))) {
    if (isGroupState(state) || state.field.kind !== 'input' || state.field.definition.type !== 'email')
      continue;
    const { answer, visible, problem } = state;
    if (visible && problem === null && typeof answer === 'string' && answer !== '') return answer;
  }
  return null;
}
