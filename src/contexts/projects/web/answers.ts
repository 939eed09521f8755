import { type Refusal, statusOfRefusal } from '#kernel';
import type { PageAnswer, PageContent, PageRequest } from '#platform';
import { alert, errorSummary } from '#ui';

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

const flashes = {
  angelegt: 'Das Projekt ist angelegt.',
  gespeichert: 'Die Änderungen sind gespeichert. Was vorher galt, bleibt im Verlauf.',
  interesse: 'Ihr Interesse ist vermerkt.',
  zurueckgezogen: 'Ihr Interesse ist zurückgezogen.',
  eingelesen: 'Die Tabelle ist übernommen.',
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
  if (reason.fields?.length && reason.kind === 'invalid') return errorSummary(reason.fields);
  return alert({ kind: 'danger', title: reason.message, live: true });
}
