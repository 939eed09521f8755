import { figureOf } from './figure.ts';
import type { LoadResult } from './http-load.ts';

/** The times of all answers. */
export function timesOf({ times }: LoadResult): readonly number[] {
  return times.map(({ ms }) => ms);
}

/** The times of each kind of page, how late the generator was, and the first errors. */
export function detailsOf({ times, errors, lateness }: LoadResult) {
  const kinds = [...Map.groupBy(times, ({ kind }) => kind)].sort(([a], [b]) => a.localeCompare(b));
  return {
    byKind: kinds.map(([kind, list]) =>
      figureOf(
        { id: kind, what: kind, unit: 'ms', shown: 'p95' },
        list.map(({ ms }) => ms),
      ),
    ),
    generatorLateness: figureOf(
      { id: 'lateness', what: 'Requests left late by', unit: 'ms', shown: 'p95' },
      lateness,
    ),
    firstErrors: errors.slice(0, 5),
  };
}
