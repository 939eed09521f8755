import { deleteDueEvidence } from './delete-due-evidence.ts';
import { type ProbeDeps, probeDueEvidence } from './probe-evidence.ts';

/** Deletes files of evidence whose time is over, and looks after links that nobody looked at for a week. */
export async function maintainEvidence(deps: ProbeDeps): Promise<void> {
  await deleteDueEvidence(deps);
  await probeDueEvidence(deps);
}
