import { type Refusal, statusOfRefusal } from '#kernel';
import type { PageAnswer, PageContent, PageRequest } from '#platform';
import { alert, errorSummary } from '#ui';

export const manage = { permission: 'portal.manage' } as const;

export function page(content: PageContent, status = 200): PageAnswer {
  return { kind: 'page', content, status };
}

export function refusal(reason: Refusal): PageAnswer {
  return { kind: 'refusal', refusal: reason };
}

/** A page on which a form stands again that was refused. */
export function refusedPage(content: PageContent, reason: Refusal): PageAnswer {
  return page({ ...content, error: true }, statusOfRefusal(reason.kind));
}

/** What is wrong, above a form: with its fields, or as a notice. */
export function refusalNotice(reason: Refusal | null) {
  if (reason === null) return '';
  if (reason.fields?.length) return errorSummary(reason.fields);
  return alert({ kind: 'danger', title: reason.message, live: true });
}

const flashes: ReadonlyMap<string | null, string> = new Map([
  ['auftritt', 'Der Auftritt ist gespeichert.'],
  ['amt', 'Das Amt ist gespeichert.'],
  ['amt-entfernt', 'Das Amt ist entfernt.'],
]);

/** Leads to a page that says once what was done. */
export function done(to: string, flash: 'auftritt' | 'amt' | 'amt-entfernt'): PageAnswer {
  return { kind: 'redirect', to: `${to}?getan=${flash}` };
}

/** What the last action did, as the address names it. */
export function flashOf(request: PageRequest): Pick<PageContent, 'flash'> {
  const title = flashes.get(request.query.get('getan'));
  return title ? { flash: { kind: 'success', title } } : {};
}
