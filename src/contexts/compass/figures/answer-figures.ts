import { type LocalDate, localDate } from '#kernel';
import { type Coverage, coverage } from '../domain/columns/coverage.ts';
import { anyState, pivot } from '../domain/columns/pivot.ts';
import { progress } from '../domain/columns/progress.ts';
import { eachCell } from '../domain/columns/scope.ts';
import { dayNumber } from '../domain/columns/stand-fact.ts';
import { zustaende } from '../domain/zustand.ts';
import { scopeFor, type Umfang } from './frage.ts';
import type { Figures } from './open-figures.ts';
import { type Gliederung, teileNach } from './teile.ts';
import type { VisibleBodies } from './visible-bodies.ts';

interface Part {
  readonly key: string;
  readonly label: string;
}

/** A question of somebody: the figures, whose data may be seen, and which cells count. */
export interface Frage {
  readonly figures: Figures;
  readonly visible: VisibleBodies;
  readonly umfang: Umfang;
}

const online = 1 << (zustaende.indexOf('online') + 1);

/** How far duties are covered, part by part; parts without a duty are left out. */
export async function answerAbdeckung(
  { figures, visible, umfang }: Frage,
  nach: Exclude<Gliederung, 'zustand' | 'reifegrad11' | 'reifegrad20'>,
  mindestens11?: number,
): Promise<readonly (Part & Coverage)[]> {
  const scope = await scopeFor(figures, visible, umfang);
  const { dimension, parts } = teileNach(figures, nach);
  const by = nach === 'kommune' || nach === 'klasse' ? ('body' as const) : ('leistung' as const);
  const found = coverage(figures.matrix, figures.standOn(umfang.datum), {
    scope,
    where: { zustaende: online, ...(mindestens11 === undefined ? {} : { mindestens11 }) },
    parts: { ...dimension, by },
  });
  return parts.flatMap((part, at) => {
    const each = found[at];
    return each && each.kommunen.whole > 0 ? [{ ...part, ...each }] : [];
  });
}

/** A table of counts: parts × parts. */
export interface Verteilung {
  readonly zeilen: readonly Part[];
  readonly spalten: readonly Part[];
  /** Pairs (Kommune, Leistung), row by row. */
  readonly paare: readonly (readonly number[])[];
}

/** Counts the pairs of a question by two divisions; rows without a pair are left out. */
export async function answerVerteilung(
  { figures, visible, umfang }: Frage,
  zeilenNach: Gliederung,
  spaltenNach: Gliederung,
): Promise<Verteilung> {
  const scope = await scopeFor(figures, visible, umfang);
  const [zeilen, spalten] = [teileNach(figures, zeilenNach), teileNach(figures, spaltenNach)];
  const { cells } = pivot(figures.matrix, figures.standOn(umfang.datum), {
    scope,
    where: anyState,
    rows: zeilen.dimension,
    columns: spalten.dimension,
  });
  const width = spalten.parts.length;
  const rows = zeilen.parts
    .map((part, at) => ({ part, counts: [...cells.subarray(at * width, (at + 1) * width)] }))
    .filter(({ counts }) => counts.some((count) => count > 0));
  return {
    zeilen: rows.map(({ part }) => part),
    spalten: spalten.parts,
    paare: rows.map(({ counts }) => counts),
  };
}

/** How many pairs had each Zustand at the end of each month; the last entry is the day of the question. */
export interface Verlauf {
  readonly tage: readonly LocalDate[];
  /** By day: „keine Angabe“ first, then the Zustaende in their order. */
  readonly paare: readonly (readonly number[])[];
}

/** The progress over some months. Duties are those of the day of the question, so that the whole stays the same. */
export async function answerVerlauf({ figures, visible, umfang }: Frage, monate: number): Promise<Verlauf> {
  const scope = await scopeFor(figures, visible, umfang);
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

/** One pair that a figure counts. */
export interface Paar {
  readonly ags: string;
  readonly kommune: string;
  readonly leistungId: string;
  /** Code of the Zustand; 0 is „keine Angabe“. */
  readonly zustand: number;
  readonly reifegrad11: number | null;
  readonly reifegrad20: number | null;
  readonly fallzahl: number | null;
}

/** The pairs that a figure counts, so that each number can be looked into. */
export async function answerPaare({ figures, visible, umfang }: Frage): Promise<readonly Paar[]> {
  const { matrix } = figures;
  const scope = await scopeFor(figures, visible, umfang);
  const stand = figures.standOn(umfang.datum);
  const known = (value: number | undefined) => (value === undefined || value < 0 ? null : value);
  const pairs: Paar[] = [];
  eachCell(matrix, scope, (cell, row, column) => {
    const [body, leistung] = [matrix.bodies[row], matrix.leistungen[column]];
    if (!body || !leistung) return;
    pairs.push({
      ags: body.ags,
      kommune: body.name,
      leistungId: leistung.id,
      zustand: stand.zustand[cell] ?? 0,
      reifegrad11: known(stand.reifegrad11[cell]),
      reifegrad20: known(stand.reifegrad20[cell]),
      fallzahl: known(stand.fallzahl[cell]),
    });
  });
  return pairs;
}
