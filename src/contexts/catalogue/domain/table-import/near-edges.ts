import type { LeistungId } from '../catalogue.ts';
import { type KnownLeistung, newestFacts } from './match.ts';
import { foldedName, type NameSimilarity, nameSimilarity } from './name-similarity.ts';
import type { LeistungFacts, RawLeistung } from './raw-leistung.ts';

export interface Edge {
  readonly id: LeistungId;
  readonly line: number;
  readonly similarity: number;
}

const near = { related: 0.42, anywhere: 0.62, mostPerLeistung: 6 } as const;

/** Compares names that share a rare word, an OZG-Leistung or a LeiKa object; the best few of each Leistung. */
export function nearEdges(known: readonly KnownLeistung[], rows: readonly RawLeistung[]): readonly Edge[] {
  if (known.length === 0 || rows.length === 0) return [];
  const similarity = nameSimilarity();
  const wanted = new Set(known.flatMap((one) => keysOfFacts(newestFacts(one))));
  const blocks = blocksOf(rows, wanted);
  return known.flatMap((one) =>
    edgesOf(one, blocks, similarity)
      .sort((a, b) => b.similarity - a.similarity || a.line - b.line)
      .slice(0, near.mostPerLeistung),
  );
}

function edgesOf(
  one: KnownLeistung,
  blocks: ReadonlyMap<string, readonly RawLeistung[]>,
  similarity: NameSimilarity,
): Edge[] {
  const facts = newestFacts(one);
  const candidates = new Set<RawLeistung>();
  for (const key of keysOfFacts(facts)) for (const row of blocks.get(key) ?? []) candidates.add(row);
  const edges: Edge[] = [];
  for (const row of candidates) {
    const score = similarity(facts.name, row.name);
    const least = related(facts, row) ? near.related : near.anywhere;
    if (score >= least) edges.push({ id: one.id, line: row.line, similarity: score });
  }
  return edges;
}

const mostInBlock = 60;

/** Rows by what they share with others; what too many share tells nothing. */
function blocksOf(
  rows: readonly RawLeistung[],
  wanted: ReadonlySet<string>,
): ReadonlyMap<string, readonly RawLeistung[]> {
  const blocks = new Map<string, RawLeistung[]>();
  for (const row of rows) {
    for (const key of keysOf(row.name, row.ozgId, row.leika)) {
      if (!wanted.has(key)) continue;
      const block = blocks.get(key);
      if (block === undefined) blocks.set(key, [row]);
      else if (block.length <= mostInBlock) block.push(row);
    }
  }
  for (const [key, block] of blocks) if (block.length > mostInBlock) blocks.delete(key);
  return blocks;
}

function keysOfFacts({ name, ozgId, leika }: LeistungFacts): string[] {
  return keysOf(name, ozgId, leika);
}

function keysOf(name: string, ozgId: number | null | undefined, leika: string | null | undefined): string[] {
  const words = foldedName(name)
    .split(' ')
    .filter((word) => word.length >= 4)
    .map((word) => `w ${word.slice(0, 8)}`);
  return [...words, ...(ozgId ? [`o ${ozgId}`] : []), ...(leika ? [`k ${leika.slice(0, 8)}`] : [])];
}

function related(
  facts: { readonly ozgId: number | null; readonly leika: string | null },
  row: RawLeistung,
): boolean {
  const sameOzg = facts.ozgId !== null && facts.ozgId === row.ozgId;
  const sameObject = facts.leika !== null && facts.leika.slice(0, 8) === row.leika?.slice(0, 8);
  return sameOzg || sameObject || row.ozgId === undefined;
}
