import type { TenantId, Tx } from '#platform';
import { applicantActor, type Nachricht } from '../domain/eintrag.ts';
import { nachAktion, type Zustand } from '../domain/zustand.ts';
import { takePost } from '../store/post.ts';
import { lockOpened, type Step, type StepDeps, takeStep } from './take-step.ts';

/**
 * Lays what the applicant wrote to its case, in the order in which it came, and takes it out of the letterbox. As long as
 * the submission is no case yet, it waits there. Returns how many pieces it were.
 */
export async function layPost(deps: StepDeps, tx: Tx, tenant: TenantId, submission: string): Promise<number> {
  const opened = await lockOpened(deps, tx, tenant, submission);
  if (!opened.ok) return 0;
  const pieces = await takePost(tx, opened.value.key, tenant, submission);
  for (const piece of pieces) {
    const now = await lockOpened(deps, tx, tenant, submission);
    if (!now.ok) return 0;
    const laid = await takeStep(deps, now.value, stepOf(piece, now.value.eingang.zustand));
    if (!laid.ok)
      throw new Error(`The state table has no place for what an applicant wrote: ${laid.refusal.code}`);
  }
  return pieces.length;
}

function stepOf({ art, text }: Nachricht, zustand: Zustand): Step {
  const wer = applicantActor;
  if (art === 'kontakt') return { aktion: 'kontakt-berichtigen', eintrag: { art: 'kontakt', wer, text } };
  if (art === 'ruecknahme' && nachAktion(zustand, 'zurueckziehen') !== null)
    return { aktion: 'zurueckziehen', eintrag: { art: 'zurueckgezogen', wer, text } };
  const words = art === 'ruecknahme' ? `Rücknahme, nach dem Ende eingegangen: ${text}` : text;
  return { aktion: 'antworten', eintrag: { art: 'nachricht', wer, text: words } };
}
