import { callerOf } from '#identity';
import { type FieldProblem, type Refusal, type Result, refuse, statusOfRefusal } from '#kernel';
import type { PageAnswer, PageContent, PageRequest, Principal } from '#platform';
import { alert, button, errorSummary, form } from '#ui';
import type { Caller } from '../deps.ts';
import { tenantMissing } from '../errors.ts';

export function page(content: PageContent): PageAnswer {
  return { kind: 'page', content };
}

/** A page on which a form stands again that was refused. */
export function refusedPage(content: PageContent, reason: Refusal): PageAnswer {
  return { kind: 'page', status: statusOfRefusal(reason.kind), content: { ...content, error: true } };
}

export function pageOrRefused(content: PageContent, reason: Refusal | null): PageAnswer {
  return reason === null ? page(content) : refusedPage(content, reason);
}

export function refusal(reason: Refusal): PageAnswer {
  return { kind: 'refusal', refusal: reason };
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

export type FlashName = keyof typeof flashes;

/** Leads to a page that says once what was done. */
export function done(to: string, flash: FlashName): PageAnswer {
  return { kind: 'redirect', to: `${to}?getan=${flash}` };
}

/** What the last action did, as the address names it. */
export function flashOf(request: PageRequest): Pick<PageContent, 'flash'> {
  const name = request.query.get('getan') ?? '';
  const title = Object.hasOwn(flashes, name) ? flashes[name as FlashName] : undefined;
  return title ? { flash: { kind: 'success', title } } : {};
}

/** What is wrong, above a form: with its fields, or as a notice. */
export function refusalNotice(reason: Refusal | null) {
  if (reason === null) return '';
  if (reason.fields?.length) return errorSummary(reason.fields);
  return alert({ kind: 'danger', title: reason.message, live: true });
}

export function problemsOf(reason: Refusal | null): readonly FieldProblem[] {
  return reason?.fields ?? [];
}

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

/** A trimmed field of a form. */
export function field(values: URLSearchParams, name: string): string {
  return (values.get(name) ?? '').trim();
}

/** A button of its own; `about` tells screen readers what it is about, where several say the same. */
export function postButton(action: string, csrfToken: string, label: string, about = '') {
  return form(
    { action, csrfToken, label: about ? `${label}: ${about}` : label },
    button(label, { kind: 'secondary', small: true }),
  );
}
