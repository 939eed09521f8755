import { type Refusal, statusOfRefusal } from '#kernel';
import type { PageAnswer, PageContent, PageRequest } from '#platform';
import { alert, errorSummary } from '#ui';

export const manage = { permission: 'fields.manage' } as const;

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

const flashes = {
  feld: 'Das Feld ist gespeichert.',
  neu: 'Das Feld ist angelegt.',
  datei: 'Die Definition ist übernommen.',
} as const;

/** Leads to the fields of a kind, which say once what was done. */
export function done(art: string, flash: keyof typeof flashes): PageAnswer {
  return { kind: 'redirect', to: `/felder/${art}?getan=${flash}` };
}

/** What the last action did, as the address names it. */
export function flashOf({ query }: PageRequest): Pick<PageContent, 'flash'> {
  const known = Object.entries(flashes).find(([name]) => name === query.get('getan'));
  return known ? { flash: { kind: 'success', title: known[1] } } : {};
}
