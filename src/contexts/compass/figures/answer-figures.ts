import { type LocalDate, localDate } from '#kernel';
import { type Coverage, coverage } from '../domain/columns/coverage.ts';
import { anyState, pivot } from '../domain/columns/pivot.ts';
import { progress } from '../domain/columns/progress.ts';
import { dayNumber } from '../domain/columns/stand-fact.ts';
import { zustaende } from '../domain/zustand.ts';
import { type Frage, scopeFor, whereOf } from './frage.ts';
import type { Abdeckungsgliederung } from './teile.ts';
import { type Gliederung, isByBody, type Teil, teileNach } from './teile.ts';

const online = 1 << (zustaende.indexOf('online') + 1);

/** The coverage of one part. */
export type Abdeckung = Teil & Coverage;

/**
 * How far duties are covered, part by part; parts without a duty are left out. What was said of a pair never narrows the
 * whole, else everything would be covered; `mindestens` says from which Reifegrad on a pair counts as covered.
 */
export async function answerAbdeckung(
  frage: Frage,
  nach: Abdeckungsgliederung,
): Promise<readonly Abdeckung[]> {
  const { figures, umfang } = frage;
  const { dimension, parts } = teileNach(figures, nach);
  const by = isByBody(nach) ? 'body' : 'leistung';
  const [scope, stand] = [await scopeFor(frage), await figures.standOn(umfang.datum)];
  const found = coverage(figures.matrix, stand, {
    scope,
    where: { ...anyState, zustaende: online, mindestens11: umfang.mindestens ?? -1 },
    parts: { ...dimension, by },
  });
  return parts.flatMap((part, at) => {
    const each = found[at];
    return each && each.kommunen.whole > 0 ? [{ ...part, ...each }] : [];
  });
}

/** A table of counts: parts × parts. */
export interface Verteilung {
  readonly zeilen: readonly Teil[];
  readonly spalten: readonly Teil[];
  /** Pairs (Kommune, Leistung), row by row. */
  readonly paare: readonly (readonly number[])[];
}

/** Counts the pairs of a question by two divisions; rows and columns without a pair are left out. */
export async function answerVerteilung(
  frage: Frage,
  zeilenNach: Gliederung,
  spaltenNach: Gliederung,
): Promise<Verteilung> {
  const { figures, umfang } = frage;
  const [zeilen, spalten] = [teileNach(figures, zeilenNach), teileNach(figures, spaltenNach)];
  const [scope, stand] = [await scopeFor(frage), await figures.standOn(umfang.datum)];
  const { cells } = pivot(figures.matrix, stand, {
    scope,
    where: whereOf(umfang),
    rows: zeilen.dimension,
    columns: spalten.dimension,
  });
  const width = spalten.parts.length;
  const filled = spalten.parts.map((_, column) =>
    zeilen.parts.some((__, row) => (cells[row * width + column] ?? 0) > 0),
  );
  const rows = zeilen.parts
    .map((part, row) => ({ part, counts: [...cells.subarray(row * width, (row + 1) * width)] }))
    .filter(({ counts }) => counts.some((count) => count > 0));
  return {
    zeilen: rows.map(({ part }) => part),
    spalten: spalten.parts.filter((_, column) => filled[column]),
    paare: rows.map(({ counts }) => counts.filter((_, column) => filled[column])),
  };
}

/** How many pairs had each Zustand at the end of each month; the last entry is the day of the question. */
export interface Verlauf {
  readonly tage: readonly LocalDate[];
  /** By day: „keine Angabe“ first, then the Zustaende in their order. */
  readonly paare: readonly (readonly number[])[];
}

/** The progress over some months. Duties are those of the day of the question, so that the whole stays the same. */
export async function answerVerlauf(frage: Frage, monate: number): Promise<Verlauf> {
  const { figures, umfang } = frage;
  const scope = await scopeFor(frage);
  const tage = monthEnds(umfang.datum, monate);
  const { counts } = progress(figures.matrix, figures.history, scope, tage.map(dayNumber));
  return { tage, paare: counts.map((each) => [...each.subarray(0, zustaende.length + 1)]) };
}

function monthEnds(datum: LocalDate, monate: number): readonly LocalDate[] {
  const [year = 0, month = 1] = datum.split('-').map(Number);
  const ends = Array.from({ length: monate }, (_, index) => {
    const end = new Date(Date.UTC(year, month - 1 - (monate - 1 - index), 0));
    return localDate(end.toISOString().slice(0, 10));
  });
  return [...ends, datum];
}
