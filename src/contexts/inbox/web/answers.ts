import { type FieldProblem, type Refusal, statusOfRefusal } from '#kernel';
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
  uebernehmen: 'Sie bearbeiten diesen Vorgang jetzt.',
  abgeben: 'Der Vorgang ist abgegeben.',
  rueckfragen: 'Die Rückfrage steht auf der Statusseite der antragstellenden Person.',
  notieren: 'Die Notiz ist gespeichert. Nur Ihre Behörde sieht sie.',
  entscheiden: 'Die Entscheidung ist festgehalten. Der Bescheid kommt per Post.',
  abschliessen: 'Der Vorgang ist als unzuständig abgeschlossen.',
  zuleiten: 'Der Vorgang liegt jetzt bei der anderen Stelle. Sie hat eine Nachricht bekommen.',
  weiterleiten: 'Der Antrag ist verschlüsselt an die andere Stelle weitergeleitet.',
} as const;

export type FlashName = keyof typeof flashes;

/** Leads to a case that says once what was done. */
export function done(nummer: string, flash: FlashName): PageAnswer {
  // Whoever gave a case to another office may not see it any more.
  const to = flash === 'zuleiten' ? '/eingang' : `/eingang/${nummer}`;
  return { kind: 'redirect', to: `${to}?getan=${flash}` };
}

/** What the last action did, as the address names it. */
export function flashOf(request: PageRequest): Pick<PageContent, 'flash'> {
  const name = request.query.get('getan') ?? '';
  const title = Object.hasOwn(flashes, name) ? flashes[name as FlashName] : undefined;
  return title ? { flash: { kind: 'success', title } } : {};
}

/** What is wrong, above the forms: with its fields, or as a notice. */
export function refusalNotice(reason: Refusal | null) {
  if (reason === null) return '';
  if (reason.fields?.length && reason.kind === 'invalid') return errorSummary(reason.fields);
  return alert({ kind: 'danger', title: reason.message, live: true });
}

export function problemsOf(reason: Refusal | null): readonly FieldProblem[] {
  return reason?.fields ?? [];
}

/** The version that a form carries; 0 where it is none, which no case has. */
export function versionIn(text: string | null): number {
  return /^\d{1,9}$/.test(text ?? '') ? Number(text) : 0;
}
