import type { LeistungId } from '../catalogue.ts';
import { foldedName } from './name-similarity.ts';
import { factsText, type LeistungFacts, type RawLeistung } from './raw-leistung.ts';

/** Everything that any Fassung ever said of a Leistung, oldest first; `alive` where the newest one holds it. */
export interface KnownLeistung {
  readonly id: LeistungId;
  readonly facts: readonly [LeistungFacts, ...LeistungFacts[]];
  readonly alive: boolean;
}

/** Which row is which Leistung, as far as key and name say so without doubt. */
export interface Matching {
  readonly idByLine: ReadonlyMap<number, LeistungId>;
  /** Rows that are nobody's so far. */
  readonly freeRows: readonly RawLeistung[];
  /** Leistungen of the newest Fassung that no row names so far. */
  readonly freeKnown: readonly KnownLeistung[];
}

/** The facts of a Leistung as they were said last. */
export function newestFacts({ facts }: KnownLeistung): LeistungFacts {
  return facts.at(-1) ?? facts[0];
}

/**
 * Finds the Leistung of each row: by our number, then by LeiKa key, then by name within the OZG-Leistung. The newest
 * Fassung goes before what former ones said, so that a Leistung that comes back is itself again.
 */
export function matchRows(known: readonly KnownLeistung[], rows: readonly RawLeistung[]): Matching {
  const state = { idByLine: new Map<number, LeistungId>(), taken: new Set<LeistungId>() };
  const free = () => rows.filter(({ line }) => !state.idByLine.has(line));
  const pair = (row: RawLeistung, id: LeistungId) => {
    state.idByLine.set(row.line, id);
    state.taken.add(id);
  };
  const ids = new Set(known.map(({ id }) => id));
  for (const row of rows) if (row.id && ids.has(row.id) && !state.taken.has(row.id)) pair(row, row.id);
  for (const holders of keyHolders(known)) {
    for (const row of free()) {
      const id = row.leika && (holders.get(row.leika) ?? []).find((each) => !state.taken.has(each));
      if (id) pair(row, id);
    }
  }
  pairByName(known, free(), state.taken, pair);
  return {
    idByLine: state.idByLine,
    freeRows: free(),
    freeKnown: known.filter(({ id, alive }) => alive && !state.taken.has(id)),
  };
}

/** Who holds a key: in the newest Fassung; in a former one; of those that have ended the youngest first. */
function keyHolders(known: readonly KnownLeistung[]): readonly ReadonlyMap<string, readonly LeistungId[]>[] {
  const now = new Map<string, LeistungId[]>();
  const before = new Map<string, LeistungId[]>();
  const ended = new Map<string, LeistungId[]>();
  for (const one of known) {
    const newest = newestFacts(one);
    if (one.alive && newest.leika) add(now, newest.leika, one.id);
    for (const { leika } of one.facts.toReversed()) if (leika) add(one.alive ? before : ended, leika, one.id);
  }
  for (const ids of ended.values()) ids.reverse();
  return [now, before, ended];
}

function add<K>(map: Map<K, LeistungId[]>, key: K, id: LeistungId): void {
  const ids = map.get(key);
  if (!ids) map.set(key, [id]);
  else if (!ids.includes(id)) ids.push(id);
}

interface Candidate {
  readonly row: RawLeistung;
  readonly id: LeistungId;
  readonly score: number;
}

/** Several may bear one name: those go together that agree in most, and of equals in their order. */
function pairByName(
  known: readonly KnownLeistung[],
  rows: readonly RawLeistung[],
  taken: ReadonlySet<LeistungId>,
  pair: (row: RawLeistung, id: LeistungId) => void,
): void {
  const byName = holdersByName(known.filter(({ id }) => !taken.has(id)));
  const candidates: Candidate[] = rows.flatMap((row) =>
    [...(byName.get(nameKey(row.name, row.ozgId)) ?? [])].map((one) => ({
      row,
      id: one.id,
      score: scoreOf(row, one),
    })),
  );
  const paired = new Set<number>();
  for (const { row, id } of candidates.toSorted((a, b) => b.score - a.score)) {
    if (taken.has(id) || paired.has(row.line)) continue;
    paired.add(row.line);
    pair(row, id);
  }
}

/** By name and OZG-Leistung, and by name alone for tables that name no OZG-Leistung. */
function holdersByName(known: readonly KnownLeistung[]): ReadonlyMap<string, ReadonlySet<KnownLeistung>> {
  const holders = new Map<string, Set<KnownLeistung>>();
  for (const one of known) {
    for (const { name, ozgId } of one.facts) {
      for (const key of [nameKey(name, ozgId), nameKey(name, undefined)]) {
        const set = holders.get(key) ?? new Set();
        holders.set(key, set.add(one));
      }
    }
  }
  return holders;
}

function nameKey(name: string, ozgId: number | null | undefined): string {
  return `${ozgId === undefined ? '*' : ozgId} ${foldedName(name)}`;
}

const weight = { alive: 8, exact: 4, newest: 2 } as const;

function scoreOf(row: RawLeistung, known: KnownLeistung): number {
  const newest = newestFacts(known);
  const says =
    foldedName(newest.name) === foldedName(row.name) &&
    (row.ozgId === undefined || row.ozgId === newest.ozgId);
  return (
    (known.alive ? weight.alive : 0) +
    (known.facts.some((facts) => agrees(row, facts)) ? weight.exact : 0) +
    (says ? weight.newest : 0)
  );
}

function agrees(row: RawLeistung, facts: LeistungFacts): boolean {
  return factsText(facts, row) === factsText(row);
}
