import type { LeistungId } from '../catalogue.ts';
import type { Nachfolge } from '../nachfolge.ts';
import { type KnownLeistung, type Matching, newestFacts } from './match.ts';
import type { Decision, Proposal } from './proposals.ts';
import type { LeistungFacts, RawLeistung } from './raw-leistung.ts';

/** Predecessors that the table itself names: proposals of which the source says that they are right. */
export function statedProposals(
  known: readonly KnownLeistung[],
  rows: readonly RawLeistung[],
  { idByLine, freeKnown }: Matching,
): readonly Proposal[] {
  const free = new Set(freeKnown.map(({ id }) => id));
  const byText = new Map(known.flatMap((one) => [[one.id, one.id] as const, ...keyOf(one)]));
  const named = rows.flatMap((row) =>
    [...new Set(row.vorgaenger?.flatMap((text) => byText.get(text) ?? []) ?? [])]
      .filter((id) => idByLine.get(row.line) !== id)
      .map((id) => ({ id, line: row.line, matched: idByLine.has(row.line) })),
  );
  const merges = [...Map.groupBy(named, ({ line }) => line)].filter(([, old]) => old.length > 1);
  const merged = new Set(merges.map(([line]) => line));
  const splits = Map.groupBy(
    named.filter(({ line }) => !merged.has(line)),
    ({ id }) => id,
  );
  return [
    ...merges.map(([line, old]) => stated('zusammengelegt', old.map(({ id }) => id).sort(), [line])),
    ...[...splits].map(([id, entries]) => {
      const lines = entries.map(({ line }) => line);
      const renamed = lines.length === 1 && free.has(id) && entries.every(({ matched }) => !matched);
      return stated(
        renamed ? 'umbenannt' : free.has(id) && lines.length === 1 ? 'zusammengelegt' : 'geteilt',
        [id],
        lines,
      );
    }),
  ];
}

function keyOf(one: KnownLeistung): readonly (readonly [string, LeistungId])[] {
  const { leika } = newestFacts(one);
  return leika === null ? [] : [[leika, one.id]];
}

export function stated(
  kind: Proposal['kind'],
  old: readonly LeistungId[],
  lines: readonly number[],
): Proposal {
  const closest = [old[0] ?? '', lines[0] ?? 0] as const;
  return {
    id: `${old.join('-')}_${lines.join('-')}`,
    kind,
    old,
    lines,
    closest,
    similarity: 1,
    stated: true,
  };
}

/** Where a Leistung goes again into what it once went into, nobody is asked a second time. */
export function saidBefore(
  { known, nachfolgen, complete }: TableImport,
  named: ReadonlySet<LeistungId>,
  decided: ReadonlySet<LeistungId>,
): readonly Edge[] {
  const alive = new Set(known.flatMap((one) => (one.alive ? [one.id] : [])));
  const seen = new Set<string>();
  return nachfolgen.flatMap(({ von, nach, art }) => {
    const goes = complete && alive.has(von) && !named.has(von);
    const splits = art === 'teilung' && named.has(von) && !alive.has(nach);
    const fresh = !seen.has(`${von} ${nach}`) && !decided.has(von);
    if (!named.has(nach) || !fresh || !(goes || splits)) return [];
    seen.add(`${von} ${nach}`);
    return [{ von, nach, art }];
  });
}

export function decisionOn({ decisions }: TableImport, { id, stated }: Proposal): Decision | undefined {
  return decisions.get(id) ?? (stated ? 'annehmen' : undefined);
}

export type Edge = Pick<Nachfolge, 'von' | 'nach' | 'art'>;

/** A table on its way into the catalogue, with what a person decided about it. */
export interface TableImport {
  readonly known: readonly KnownLeistung[];
  readonly rows: readonly RawLeistung[];
  /** The Leistungen of every Fassung that counts, oldest first. */
  readonly former: readonly (readonly LeistungFacts[])[];
  /** What Fassungen said about splits and merges, those that were taken back too. */
  readonly nachfolgen: readonly Edge[];
  /** Leistungen whose row is broken: they stay as they are. */
  readonly untouched: ReadonlySet<LeistungId>;
  /** Whether what the table does not name has ended. */
  readonly complete: boolean;
  readonly decisions: ReadonlyMap<string, Decision>;
}
