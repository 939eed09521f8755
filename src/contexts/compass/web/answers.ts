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
  gespeichert: 'Ihre Angabe ist gespeichert.',
  bestaetigt: 'Die Angabe gilt weiter. Sie ist jetzt von heute.',
  'nichts-neues': 'Es hat sich nichts geändert. Gespeichert ist, was schon galt.',
  angelegt: 'Der Fachbereich ist angelegt.',
  geaendert: 'Der Fachbereich ist geändert.',
  zugeordnet: 'Die Zuordnung ist gespeichert.',
  person: 'Die Person ist eingetragen.',
  'person-beendet': 'Die Zuordnung der Person ist beendet.',
  uebergeben: 'Die Übergabe ist erledigt.',
} as const;

export type FlashName = keyof typeof flashes;

/** Leads to a page that says once what was done. */
export function done(to: string, flash: FlashName): PageAnswer {
  return { kind: 'redirect', to: `${to}?getan=${flash}` };
}

/** What the last action did, as the address names it. */
export function flashOf(request: PageRequest): Pick<PageContent, 'flash'> {
  const name = Object.keys(flashes).find((each) => each === request.query.get('getan')) as
    | FlashName
    | undefined;
  return name ? { flash: { kind: 'success', title: flashes[name] } } : {};
}

/** What is wrong, above a form: with its fields, or as a notice. */
export function refusalNotice(reason: Refusal | null) {
  if (reason === null) return '';
  if (reason.fields?.length && reason.kind === 'invalid') return errorSummary(reason.fields);
  return alert({ kind: 'danger', title: reason.message, live: true });
}

export function problemsOf(reason: Refusal | null): readonly FieldProblem[] {
  return reason?.fields ?? [];
}

/** The fassung that a form carries; 0 where it is none. */
export function fassungIn(text: string | null): number {
  return /^\d{1,9}$/.test(text ?? '') ? Number(text) : 0;
}
