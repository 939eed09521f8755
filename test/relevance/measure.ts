import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { FinderInput, ThesaurusWort, WortArt } from '../../src/contexts/finder/domain/finder-input.ts';

/** Reads queries and data of the relevance suite from the files that the product ships, and makes figures of results. */

const root = join(import.meta.dirname, '../..');

const queryRow = z.object({
  id: z.string(),
  query: z.string(),
  kind: z.string(),
  place: z.string().nullable(),
  grades: z.record(z.string(), z.int()),
});
export type Query = z.infer<typeof queryRow>;

export type Half = 'seen' | 'unseen';

/** The queries of one half. */
export function queriesOf(half: Half): readonly Query[] {
  return rowsOf(join(import.meta.dirname, `${half}.jsonl`)).map((row) => queryRow.parse(row));
}

/** Catalogue and thesaurus as the product ships them; without the thesaurus when `thesaurus` is false. */
export function shippedInput({ thesaurus }: { readonly thesaurus: boolean }): FinderInput {
  const lagen = new Map(dataOf('katalog/lagen', lageRow).map((lage) => [lage.id, lage]));
  const felder = new Map(dataOf('katalog/themenfelder', feldRow).map((feld) => [feld.id, feld.name]));
  const ozg = dataOf('katalog/ozg-leistungen', ozgRow).map(({ ozgId, name, lageId }) => {
    const lage = lagen.get(lageId);
    const themenfeldId = lage?.themenfeldId ?? 0;
    return {
      ozgId,
      name,
      lageId,
      lage: lage?.name ?? '',
      themenfeldId,
      themenfeld: felder.get(themenfeldId) ?? '',
    };
  });
  const leistungen = dataOf('katalog/leistungen', leistungRow).map(({ id, leika, name, ozgId, ...row }) => ({
    id,
    leika,
    name,
    ozgId,
    recht: [...row.gesetze, ...row.rechtsgrundlagen.map(({ text }) => text)],
  }));
  const synonyme = dataOf('thesaurus/synonyme', synonymRow).map(({ woerter }) => woerter);
  return {
    leistungen,
    ozg,
    thesaurus: thesaurus ? shippedThesaurus() : [],
    synonyme: thesaurus ? synonyme : [],
    beschreibungen: [],
  };
}

/** Every word of the shipped thesaurus. */
export function shippedThesaurus(): readonly ThesaurusWort[] {
  return dataOf('thesaurus/thesaurus', thesaurusRow).flatMap((row) => {
    const { ozgId, leistungId } = row;
    const german = (['alltag', 'kurz', 'regional', 'lage'] as const).flatMap((art) =>
      row[art].map((wort) => ({ ozgId, leistungId, art: art as WortArt, sprache: 'de', wort })),
    );
    const foreign = Object.entries(row.fremd).flatMap(([sprache, words]) =>
      words.map((wort) => ({ ozgId, leistungId, art: 'fremd' as const, sprache, wort })),
    );
    return [...german, ...foreign];
  });
}

const lageRow = z.object({ id: z.int(), name: z.string(), themenfeldId: z.int() });
const feldRow = z.object({ id: z.int(), name: z.string() });
const ozgRow = z.object({ ozgId: z.int(), name: z.string(), lageId: z.int() });
const leistungRow = z.object({
  id: z.string(),
  leika: z.string().nullable(),
  name: z.string(),
  ozgId: z.int().nullable(),
  gesetze: z.array(z.string()),
  rechtsgrundlagen: z.array(z.object({ text: z.string() })),
});
const words = z.array(z.string());
const synonymRow = z.object({ woerter: words });
const thesaurusRow = z.object({
  ozgId: z.int().nullable(),
  leistungId: z.string().nullable(),
  alltag: words,
  kurz: words,
  regional: words,
  lage: words,
  fremd: z.record(z.string(), words),
});

function dataOf<T>(name: string, row: z.ZodType<T>): readonly T[] {
  return rowsOf(join(root, 'data', `${name}.jsonl`)).map((each) => row.parse(each));
}

function rowsOf(file: string): readonly unknown[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('{"kopf"'))
    .map((line) => JSON.parse(line));
}

/** How good a way of finding is on one half. */
export interface Figures {
  readonly queries: number;
  readonly hit1: number;
  readonly hit5: number;
  /** The same, where only grade 3 counts. */
  readonly strict5: number;
  readonly mrr10: number;
  readonly ndcg10: number;
  readonly zeroHits: number;
}

/** Figures of a way to find OZG numbers for a query, best first. A hit is a result of grade 2 or better. */
export function figuresOf(queries: readonly Query[], find: (query: Query) => readonly number[]): Figures {
  const found = queries.map((query) => ({ query, ids: find(query).slice(0, 10) }));
  const ranksFrom = (grade: number) =>
    found.map(({ query, ids }) => ids.findIndex((id) => (query.grades[String(id)] ?? 0) >= grade) + 1);
  const ranks = ranksFrom(2);
  const inFive = (rank: number) => rank >= 1 && rank <= 5;
  const share = (count: number) => count / queries.length;
  return {
    queries: queries.length,
    hit1: share(ranks.filter((rank) => rank === 1).length),
    hit5: share(ranks.filter(inFive).length),
    strict5: share(ranksFrom(3).filter(inFive).length),
    mrr10: share(ranks.reduce((sum, rank) => sum + (rank > 0 ? 1 / rank : 0), 0)),
    ndcg10: share(found.reduce((sum, each) => sum + ndcg(each.query, each.ids), 0)),
    zeroHits: share(found.filter(({ ids }) => ids.length === 0).length),
  };
}

function ndcg({ grades }: Query, ids: readonly number[]): number {
  const gain = (grade: number, at: number) => (2 ** grade - 1) / Math.log2(at + 2);
  const got = ids.reduce((sum, id, at) => sum + gain(grades[String(id)] ?? 0, at), 0);
  const best = Object.values(grades)
    .toSorted((a, b) => b - a)
    .reduce((sum, grade, at) => sum + gain(grade, at), 0);
  return best === 0 ? 0 : got / best;
}
