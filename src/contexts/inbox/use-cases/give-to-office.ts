import { listZustellpunkte } from '#delivery';
import { ok, type Result, refuse } from '#kernel';
import { publish } from '#platform';
import { invalidField } from '../errors.ts';
import type { InboxDeps, Worker } from '../ports.ts';
import type { Eingang } from '../store/eingaenge.ts';
import { type ChangeDeps, changeEingang, type EingangRef } from './change-eingang.ts';
import { officeTargets } from './office-targets.ts';
import { withText } from './work.ts';

/** The event by which the worker mails the office that was given a case; its payload holds ids only. */
export const handedOverEvent = 'inbox.handed-over';

/** To which office of the house a case goes, and why. */
export interface GiveToOfficeInput extends EingangRef {
  readonly ziel: string;
  readonly text: string;
}

/**
 * Gives a case to another office of the same authority: number, history and files stay as they are, and nobody works on
 * it until somebody there takes it. The applicant learns which office has it, not why. Refuses the office that has it, and
 * one that receives nothing or has nobody who would see it.
 */
export async function giveToOffice(
  deps: ChangeDeps & Pick<InboxDeps, 'clock'>,
  worker: Worker,
  { ziel, text, ...ref }: GiveToOfficeInput,
): Promise<Result<Eingang>> {
  const offices = await deps.db.withPublic((tx) => listZustellpunkte(tx, worker.tenant, deps.clock.now()));
  const target = officeTargets(offices, await deps.colleagues(worker)).find(({ id }) => id === ziel);
  const unfit = refuse(invalidField('ziel', 'Bitte wählen Sie eine andere Stelle Ihrer Behörde.'));
  if (!target) return unfit;
  const nameOf = (id: string) => offices.find((each) => each.id === id)?.name ?? 'frühere Stelle';
  return withText(text, 'Bitte schreiben Sie der anderen Stelle, worum es geht.', (grund) =>
    changeEingang(deps, worker, ref, {
      aktion: 'zuleiten',
      eintrag: ({ stelle }) => {
        const place = { von: nameOf(stelle), an: target.name };
        return { art: 'zugeleitet', wer: worker.actor, ...place, text: grund };
      },
      bearbeiter: null,
      stelle: target.id,
      tell: { schritt: 'zuleiten', text: target.name },
      within: async (tx, { id, stelle }) =>
        stelle === target.id ? unfit : ok(await publish(tx, handedOverEvent, { eingang: id })),
    }),
  );
}
