import { ok, type Result } from '#kernel';
import type { ZustellpunktAction } from '../domain/zustellpunkt.ts';
import type { Delivery, Party } from '../ports.ts';
import { changeZustellpunkt, setPostfach } from '../use-cases/manage-zustellpunkt.ts';
import { rotateReceivingKey } from '../use-cases/receiving-keys.ts';

/** What can be done with a Zustellpunkt, by the words of the addresses. */
export const pageActions = {
  schluessel: 'rotate',
  postfach: 'mailbox',
  oeffnen: 'activate',
  aussetzen: 'suspend',
  fortsetzen: 'resume',
  beenden: 'end',
} as const satisfies Record<string, ZustellpunktAction | 'rotate' | 'mailbox'>;
export type PageAction = keyof typeof pageActions;

/** What a page says after it was done. */
export const flashes: Readonly<Record<PageAction | 'angelegt', string>> = {
  angelegt: 'Der Zustellpunkt ist angelegt und nimmt Anträge an. Lassen Sie seinen Schlüssel sichern.',
  schluessel: 'Der neue Schlüssel gilt. Der bisherige gilt noch 30 Tage; was ankam, bleibt lesbar.',
  postfach: 'Das Postfach ist gespeichert.',
  oeffnen: 'Der Zustellpunkt nimmt jetzt Anträge an.',
  aussetzen: 'Der Zustellpunkt nimmt keine Anträge mehr an, bis Sie ihn wieder öffnen.',
  fortsetzen: 'Der Zustellpunkt nimmt wieder Anträge an.',
  beenden: 'Der Zustellpunkt ist beendet. Was ankam, bleibt lesbar.',
};

/** Does one of the actions; `text` is the mailbox where that is changed. */
export async function act(
  delivery: Delivery,
  party: Party,
  id: string,
  action: PageAction,
  text: string,
): Promise<Result<null>> {
  const wanted = pageActions[action];
  if (wanted === 'rotate') return done(await rotateReceivingKey(delivery, party, id));
  if (wanted === 'mailbox') return done(await setPostfach(delivery, party, id, text));
  return done(await changeZustellpunkt(delivery, party, id, wanted));
}

function done(result: Result<unknown>): Result<null> {
  return result.ok ? ok(null) : result;
}
