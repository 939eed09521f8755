import { callerOf } from '#identity';
import { type Refusal, type Result, refuse } from '#kernel';
import {
  flashesOf,
  type PageAnswer,
  type PageContent,
  type Principal,
  page,
  refusal,
  refusedPage,
} from '#platform';
import { button, form } from '#ui';
import type { Caller } from '../deps.ts';
import { tenantMissing } from '../errors.ts';

export function pageOrRefused(content: PageContent, reason: Refusal | null): PageAnswer {
  return reason === null ? page(content) : refusedPage(content, reason);
}

const flashes = {
  gespeichert: 'Die Änderungen sind gespeichert.',
  entwurf: 'Der Entwurf ist gespeichert. Gesendet wird erst nach Ihrer Freigabe.',
  freigeben: 'Die Rundmail ist freigegeben. Sie wird zur geplanten Zeit gesendet.',
  anhalten: 'Die Rundmail ist angehalten.',
  fortsetzen: 'Die Rundmail geht weiter.',
  abbrechen: 'Die Rundmail ist abgebrochen. Wer noch wartete, bekommt sie nicht mehr.',
  erneut: 'Wer aufgegeben war, wird noch einmal angeschrieben.',
  verteiler: 'Der Verteiler ist gespeichert.',
  geloescht: 'Gelöscht.',
  probe: 'Die Probe ist unterwegs. Was daraus wird, steht unten im Protokoll; bitte laden Sie die Seite neu.',
  nachgesendet: 'Der Aufruf wird noch einmal gesendet.',
} as const;

export const { done, flashOf } = flashesOf(flashes);

export type FlashName = keyof typeof flashes;

/** Runs a handler for the organisation of whoever asks. */
export async function withCaller(
  principal: Principal | null,
  handle: (caller: Caller) => Promise<PageAnswer>,
): Promise<PageAnswer> {
  const caller = callerOf(principal);
  return caller ? handle(caller) : refusal(tenantMissing);
}

/** The caller of an operation; a principal without an organisation is refused. */
export function requireCaller(principal: Principal | null): Result<Caller> {
  const caller = callerOf(principal);
  return caller ? { ok: true, value: caller } : refuse(tenantMissing);
}

/** A button of its own; `about` tells screen readers what it is about, where several say the same. */
export function postButton(action: string, csrfToken: string, label: string, about = '') {
  return form(
    { action, csrfToken, label: about ? `${label}: ${about}` : label },
    button(label, { kind: 'secondary', small: true }),
  );
}
