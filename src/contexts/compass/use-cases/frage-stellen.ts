import { type FieldProblem, ok, type Result, refuse } from '#kernel';
import { dayOfAddress, type Principal } from '#platform';
import type { CompassDeps } from '../doors-deps.ts';
import { invalidQuestion } from '../figure-errors.ts';
import type { Frage } from '../figures/frage.ts';
import { readUmfang, umfangNamen, valuesOf } from '../figures/umfang.ts';
import { type Betrachter, betrachterOf } from './betrachter.ts';

/** A question as somebody asked it. */
export interface GestellteFrage extends Frage {
  readonly betrachter: Betrachter;
  /** Values that mean nothing; nothing is counted for them. */
  readonly problems: readonly FieldProblem[];
  /** The parameters that lead to the same question again, each once. */
  readonly parameters: URLSearchParams;
}

export type FrageDeps = Pick<CompassDeps, 'figures' | 'ownKommune' | 'actingFor' | 'clock'>;

/** Reads a question: who asks, for which day, about what. Wrong values stand in `problems`, for a page to tell. */
export async function frageStellen(
  deps: FrageDeps,
  principal: Principal | null,
  given: URLSearchParams,
  organisation?: string,
): Promise<Result<GestellteFrage>> {
  const datum = dayOfAddress(given, deps.clock);
  if (!datum.ok) return datum;
  const betrachter = await betrachterOf(deps, principal, organisation);
  if (!betrachter.ok) return betrachter;
  const { figures, visible } = betrachter.value;
  const { umfang, problems } = readUmfang(figures.world, given, datum.value);
  const parameters = onlyUmfang(given);
  return ok({ figures, visible, umfang, problems, betrachter: betrachter.value, parameters });
}

/** The same for machines, which are refused where a value means nothing. */
export async function strengeFrage(
  ...asked: Parameters<typeof frageStellen>
): Promise<Result<GestellteFrage>> {
  const frage = await frageStellen(...asked);
  if (!frage.ok || frage.value.problems.length === 0) return frage;
  return refuse(invalidQuestion(frage.value.problems));
}

/** The same question about the own Kommune only; `null` for an IT-Dienstleister. */
export function eigeneFrage(frage: GestellteFrage): GestellteFrage | null {
  const { eigene } = frage.betrachter;
  if (eigene === null) return null;
  return {
    ...frage,
    umfang: { ...frage.umfang, kommunen: [eigene.ags], klassen: null, kreise: null },
    parameters: mitParametern(frage.parameters, { kommune: eigene.ags, klasse: null, kreis: null }),
  };
}

/** The parameters of an Umfang, several values with commas between. */
function onlyUmfang(given: URLSearchParams): URLSearchParams {
  const kept = new URLSearchParams();
  const datum = given.get('datum');
  if (datum) kept.set('datum', datum);
  for (const name of umfangNamen) {
    const values = valuesOf(given, name);
    if (values.length > 0) kept.set(name, values.join(','));
  }
  return kept;
}

/** The same question with some parameters changed; `null` takes one away. */
export function mitParametern(
  parameters: URLSearchParams,
  changes: Readonly<Record<string, string | number | null>>,
): URLSearchParams {
  const next = new URLSearchParams(parameters);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) next.delete(name);
    else next.set(name, String(value));
  }
  return next;
}
