import type { Stand, StandAenderung, StandWerte } from './stand.ts';

/** A change with all own fields as they would be: what it does not name stays, a blank text takes the value away. */
export function mitEigenenWerten(
  basis: Pick<Stand, 'felder'> | null,
  aenderung: StandAenderung,
): StandAenderung {
  if (aenderung.felder === undefined) return aenderung;
  const entries = Object.entries({ ...basis?.felder, ...aenderung.felder });
  return { ...aenderung, felder: Object.fromEntries(entries.filter(([, text]) => text !== '')) };
}

/** Everything that a statement says, as a change of `basis`: own fields that it no longer has are named as blank. */
export function alsAenderung(basis: Pick<Stand, 'felder'> | null, werte: StandWerte): StandAenderung {
  const blank = Object.keys(basis?.felder ?? {}).map((key) => [key, ''] as const);
  return { ...werte, felder: { ...Object.fromEntries(blank), ...werte.felder } };
}
