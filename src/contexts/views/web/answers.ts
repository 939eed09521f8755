import type { Result } from '#kernel';
import { flashesOf, type PageAnswer, type PageRequest, refusal } from '#platform';
import { type Person, personOf } from '../use-cases/person.ts';

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

export const { flashOf } = flashesOf(flashes);
