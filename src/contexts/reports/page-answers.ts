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
  angelegt: 'Der Bericht ist angelegt. Lesen Sie ihn durch und legen Sie ihn dann zur Freigabe vor.',
  gespeichert: 'Die neue Fassung ist gespeichert.',
  vorgelegt: 'Der Bericht ist vorgelegt. Jetzt gibt ihn eine zweite Person frei.',
  zurueckgegeben: 'Der Bericht ist zurückgegeben und wieder ein Entwurf.',
  freigegeben: 'Der Bericht ist freigegeben.',
  zurueckgezogen: 'Der Bericht ist zurückgezogen. Er bleibt mit der Begründung stehen.',
  veroeffentlicht: 'Der Stand ist veröffentlicht.',
  beendet: 'Der Stand ist nicht mehr öffentlich.',
} as const;

/** Leads to a page that says once what was done. */
export function done(to: string, flash: keyof typeof flashes): PageAnswer {
  return { kind: 'redirect', to: `${to}?getan=${flash}` };
}

export function flashOf({ query }: PageRequest): Pick<PageContent, 'flash'> {
  const found = Object.entries(flashes).find(([name]) => name === query.get('getan'));
  return found ? { flash: { kind: 'success', title: found[1] } } : {};
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

/** A number that a form or an address carries; 0 where it is none. */
export function numberIn(text: string | null): number {
  return /^\d{1,9}$/.test(text ?? '') ? Number(text) : 0;
}
