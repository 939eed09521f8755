import { type Result, refuse } from '#kernel';
import { ergebnisse } from '../domain/eintrag.ts';
import { invalidField } from '../errors.ts';
import type { InboxDeps, Worker } from '../ports.ts';
import type { Eingang } from '../store/eingaenge.ts';
import type { EingangRef } from './change-eingang.ts';
import { forward } from './forward.ts';
import { giveToOffice } from './give-to-office.ts';
import { askForMore, withdrawAsking } from './nachfordern.ts';
import { addNote, askBack, closeCase, decide, handOn, take } from './work.ts';

/** What people do with a case; the same for pages, API and command line. */
export const officeActions = [
  'uebernehmen',
  'abgeben',
  'rueckfragen',
  'nachfordern',
  'nachforderung-zuruecknehmen',
  'notieren',
  'entscheiden',
  'abschliessen',
  'zuleiten',
  'weiterleiten',
] as const;
export type OfficeAction = (typeof officeActions)[number];

/** What an action asks, as it was given; each action looks at its own. */
export interface ActionInput extends EingangRef {
  readonly text?: string | undefined;
  readonly mitglied?: string | undefined;
  readonly ziel?: string | undefined;
  readonly ergebnis?: string | undefined;
  /** The places of the fields that are asked for once more, and until when. */
  readonly felder?: readonly string[] | undefined;
  readonly frist?: string | undefined;
}

/** Does one of the office's actions. Refuses as the action does, and a decision that is none. */
export function act(
  deps: InboxDeps,
  worker: Worker,
  aktion: OfficeAction,
  { nummer, version, text = '', mitglied = '', ziel = '', ergebnis, felder = [], frist = '' }: ActionInput,
): Promise<Result<Eingang>> {
  const ref = { nummer, version };
  switch (aktion) {
    case 'uebernehmen':
      return take(deps, worker, ref);
    case 'abgeben':
      return handOn(deps, worker, { ...ref, mitglied });
    case 'rueckfragen':
      return askBack(deps, worker, { ...ref, text });
    case 'nachfordern':
      return askForMore(deps, worker, { ...ref, felder, frist, text });
    case 'nachforderung-zuruecknehmen':
      return withdrawAsking(deps, worker, ref);
    case 'notieren':
      return addNote(deps, worker, { ...ref, text });
    case 'abschliessen':
      return closeCase(deps, worker, { ...ref, text });
    case 'zuleiten':
      return giveToOffice(deps, worker, { ...ref, ziel, text });
    case 'weiterleiten':
      return forward(deps, worker, { ...ref, ziel, text });
    case 'entscheiden': {
      const known = ergebnisse.find((one) => one === ergebnis);
      const ask = 'Bitte wählen Sie, ob Sie dem Antrag stattgeben oder ihn ablehnen.';
      if (!known) return Promise.resolve(refuse(invalidField('ergebnis', ask)));
      return decide(deps, worker, { ...ref, ergebnis: known, text });
    }
  }
}

/** The capability of each action, the same at every door. */
export const capabilityOf: Readonly<Record<OfficeAction, string>> = {
  uebernehmen: 'inbox.take',
  abgeben: 'inbox.hand-on',
  rueckfragen: 'inbox.ask',
  nachfordern: 'inbox.ask-for-more',
  'nachforderung-zuruecknehmen': 'inbox.withdraw-asking',
  notieren: 'inbox.note',
  entscheiden: 'inbox.decide',
  abschliessen: 'inbox.close',
  zuleiten: 'inbox.give-to-office',
  weiterleiten: 'inbox.forward',
};
