import { type Abdeckung, answerAbdeckung } from '../figures/answer-figures.ts';
import type { Abdeckungsgliederung } from '../figures/teile.ts';
import { type GestellteFrage, mitParametern } from './frage-stellen.ts';

const ohneAngaben = {
  zustaende: null,
  reifegrade11: null,
  reifegrade20: null,
  fallzahl: null,
} as const;

const namen = ['zustand', 'reifegrad11', 'reifegrad20', 'fallzahl'] as const;

/**
 * A question about coverage or progress: what was said of a pair cannot narrow it, for the share of those online among
 * those online would always be all. Such a filter is named and left out.
 */
export function ohneAngabenFilter(frage: GestellteFrage): GestellteFrage {
  const named = namen.filter((name) => frage.parameters.has(name));
  if (named.length === 0) return frage;
  const problems = named.map((field) => ({
    field,
    message: `„${field}“ schränkt hier nichts ein: Ein Anteil zählt immer alle Zustände. Einzelne Zustände zeigen „Verteilung“ und „Zeile für Zeile“.`,
  }));
  return {
    ...frage,
    umfang: { ...frage.umfang, ...ohneAngaben },
    problems: [...frage.problems, ...problems],
    parameters: mitParametern(frage.parameters, Object.fromEntries(named.map((name) => [name, null]))),
  };
}

/** The coverage of all that a question is about, in one; `null` where it is about nothing. */
export async function gesamteAbdeckung(frage: GestellteFrage): Promise<Abdeckung | null> {
  const [all] = await answerAbdeckung(frage, 'gesamt');
  return all ?? null;
}

/** The same question, about one part of a division. */
export function teilParameter(
  parameters: URLSearchParams,
  nach: Abdeckungsgliederung | 'zustand' | 'reifegrad11' | 'reifegrad20',
  key: string,
): URLSearchParams {
  return nach === 'gesamt' ? parameters : mitParametern(parameters, { [nach]: key });
}
