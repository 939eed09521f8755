import { forwardSubmission, prepareForward } from '#delivery';
import { formatLocalDate, localDate, type Result, refuse } from '#kernel';
import type { Eintrag } from '../domain/eintrag.ts';
import { nachAktion } from '../domain/zustand.ts';
import { invalidField, stepImpossible } from '../errors.ts';
import { eintragLabel } from '../messages.ts';
import type { InboxDeps, Worker } from '../ports.ts';
import type { Eingang } from '../store/eingaenge.ts';
import { type ChangeDeps, changeEingang, type EingangRef } from './change-eingang.ts';
import { type EingangDetail, openEingang } from './read.ts';
import { withText } from './work.ts';

type ForwardDeps = ChangeDeps & Pick<InboxDeps, 'delivery' | 'forwardTargets' | 'leistungLabel'>;

/** To which Zustellpunkt a case goes, and what the next office should know. */
export interface ForwardInput extends EingangRef {
  readonly ziel: string;
  readonly text: string;
}

/**
 * Forwards a case to another body's Zustellpunkt: sealed anew for it, with the note and what was asked, answered and
 * corrected since. The applicant learns where it went, not the note.
 */
export function forward(
  deps: ForwardDeps,
  worker: Worker,
  { ziel, text, ...ref }: ForwardInput,
): Promise<Result<Eingang>> {
  return withText(text, 'Bitte schreiben Sie der anderen Stelle, worum es geht.', async (note) => {
    const target = (await deps.forwardTargets(worker)).find(({ zustellpunkt }) => zustellpunkt === ziel);
    if (!target) return refuse(invalidField('ziel', 'Bitte wählen Sie die Stelle, an die der Antrag geht.'));
    const opened = await openEingang(deps, worker, ref.nummer);
    if (!opened.ok) return opened;
    const { eingang } = opened.value;
    // Asked before the attachments are sealed anew, and again under the lock.
    if (nachAktion(eingang.zustand, 'weiterleiten') === null)
      return refuse(stepImpossible(eingang.zustand, 'weiterleiten'));
    const order = { submission: eingang.id, target, note: `${note}${sinceThen(opened.value)}` };
    const prepared = await prepareForward(deps.delivery, worker, order);
    if (!prepared.ok) return prepared;
    return changeEingang(deps, worker, ref, {
      aktion: 'weiterleiten',
      eintrag: { art: 'weitergeleitet', wer: worker.actor, an: target.label, text: note },
      tell: { schritt: 'weiterleiten', text: target.label },
      within: (tx) => forwardSubmission(tx, prepared.value, deps.clock.now()),
    });
  });
}

/** What is not in the submission itself: questions, answers, corrected contact data. Notes stay in the office. */
function sinceThen({ verlauf }: EingangDetail): string {
  const lines = verlauf.flatMap((eintrag) => {
    const day = formatLocalDate(localDate(eintrag.am.toISOString().slice(0, 10)));
    const head = `${day}, ${eintragLabel[eintrag.art]}:`;
    return passes(eintrag) ? [`${head} ${eintrag.text}`] : [];
  });
  return lines.length === 0 ? '' : `\n\nSeit dem Eingang:\n${lines.join('\n')}`;
}

type Passing = Extract<
  Eintrag,
  { readonly art: 'rueckfrage' | 'nachricht' | 'kontakt' | 'nachgefordert' | 'nachgereicht' }
>;

const passing = ['rueckfrage', 'nachricht', 'kontakt', 'nachgefordert', 'nachgereicht'];

function passes(eintrag: Eintrag): eintrag is Passing {
  return passing.includes(eintrag.art);
}
