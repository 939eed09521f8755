import { type Refusal, type Result, statusOfRefusal } from '#kernel';
import type { PageAnswer, PageContent, PageRequest } from '#platform';
import { alert, errorSummary } from '#ui';
import { type Person, personOf } from '../use-cases/person.ts';

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

/** Answers for the person that asks. */
export async function withPerson(
  { principal }: PageRequest,
  answer: (person: Person) => Promise<PageAnswer>,
): Promise<PageAnswer> {
  const person = personOf(principal);
  return person.ok ? answer(person.value) : refusal(person.refusal);
}

/** Goes on where something was done, or says why it was not. */
export function goOn(result: Result<unknown>, to: string): PageAnswer {
  return result.ok ? { kind: 'redirect', to } : refusal(result.refusal);
}

const flashes = {
  gespeichert: 'Die Ansicht ist gespeichert.',
  geloescht: 'Die Ansicht ist gelöscht.',
  start: 'Die Liste öffnet sich von jetzt an mit dieser Ansicht.',
  ohne: 'Die Liste öffnet sich wieder ohne Ansicht.',
} as const;

/** What the last action did, as the address names it. */
export function flashOf({ query }: PageRequest): Pick<PageContent, 'flash'> {
  const known = Object.entries(flashes).find(([name]) => name === query.get('getan'));
  return known ? { flash: { kind: 'success', title: known[1] } } : {};
}
