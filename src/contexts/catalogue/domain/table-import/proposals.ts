import type { LeistungId } from '../catalogue.ts';
import { type KnownLeistung, type Matching, newestFacts } from './match.ts';
import { foldedName } from './name-similarity.ts';
import { type Edge, nearEdges } from './near-edges.ts';
import type { RawLeistung } from './raw-leistung.ts';

export const proposalKinds = ['umbenannt', 'verschoben', 'geteilt', 'zusammengelegt'] as const;

/** What the names of some rows suggest, and a person must decide. */
export type ProposalKind = (typeof proposalKinds)[number];

/** What a person can say to a proposal: as proposed; only the closest two are the same; all rows are new. */
export const decisions = ['annehmen', 'naechste', 'ablehnen'] as const;

export type Decision = (typeof decisions)[number];

export interface Proposal {
  /** Stable as long as table and catalogue are the same. */
  readonly id: string;
  readonly kind: ProposalKind;
  readonly old: readonly LeistungId[];
  readonly lines: readonly number[];
  /** The closest pair, which `naechste` takes for the same. */
  readonly closest: readonly [LeistungId, number];
  /** How alike the names of the closest pair are, from 0 to 1. */
  readonly similarity: number;
  /** Whether the table itself says so; then it counts unless a person refuses it. */
  readonly stated: boolean;
}

/** Proposes what free rows may continue: a Leistung under another name, its parts, or what several became together. */
export function proposeChanges(
  known: readonly KnownLeistung[],
  rows: readonly RawLeistung[],
  matching: Matching,
): readonly Proposal[] {
  const byId = new Map(known.map((one) => [one.id, one]));
  const renamed = renamedPairs(byId, rows, matching);
  const lineOf: Joined = {
    byId: new Map(renamed.map(({ row, one }) => [one.id, row.line])),
    joined: new Set(renamed.map(({ row }) => row.line)),
  };
  const edges = [
    ...nearEdges(matching.freeKnown, [...matching.freeRows, ...renamed.map(({ row }) => row)]),
    ...nearEdges(
      renamed.map(({ one }) => one),
      matching.freeRows,
    ),
    // A pair that key or number already joined can lose or gain parts only together.
    ...renamed.map(({ one, row }) => ({ id: one.id, line: row.line, similarity: 1 })),
  ];
  const freeIds = new Set(matching.freeKnown.map(({ id }) => id));
  const moved = movedOnly(byId, rows);
  return groupsOf(edges).flatMap((group) => proposalsOf(group, freeIds, lineOf, moved));
}

/** Pairs that are the same by key, but bear another name now. */
function renamedPairs(
  byId: ReadonlyMap<LeistungId, KnownLeistung>,
  rows: readonly RawLeistung[],
  { idByLine }: Matching,
): readonly { readonly row: RawLeistung; readonly one: KnownLeistung }[] {
  return rows.flatMap((row) => {
    const one = byId.get(idByLine.get(row.line) ?? '');
    return one?.alive && foldedName(newestFacts(one).name) !== foldedName(row.name) ? [{ row, one }] : [];
  });
}

/** Edges that hang together. */
function groupsOf(edges: readonly Edge[]): readonly (readonly Edge[])[] {
  const parent = new Map<string, string>();
  const rootOf = (node: string): string => {
    const up = parent.get(node);
    if (up === undefined || up === node) return node;
    const root = rootOf(up);
    parent.set(node, root);
    return root;
  };
  for (const { id, line } of edges) parent.set(rootOf(id), rootOf(`z${line}`));
  return [...Map.groupBy(edges, ({ id }) => rootOf(id)).values()];
}

/** Which pairs key or number already joined. */
interface Joined {
  readonly byId: ReadonlyMap<LeistungId, number>;
  readonly joined: ReadonlySet<number>;
}

type MovedOnly = (id: LeistungId, line: number) => boolean;

function movedOnly(byId: ReadonlyMap<LeistungId, KnownLeistung>, rows: readonly RawLeistung[]): MovedOnly {
  const nameByLine = new Map(rows.map(({ line, name }) => [line, foldedName(name)]));
  return (id, line) => {
    const one = byId.get(id);
    return one !== undefined && foldedName(newestFacts(one).name) === nameByLine.get(line);
  };
}

function proposalsOf(
  group: readonly Edge[],
  freeIds: ReadonlySet<LeistungId>,
  lineOf: Joined,
  moved: MovedOnly,
): readonly Proposal[] {
  const old = [...new Set(group.map(({ id }) => id))].sort();
  const lines = [...new Set(group.map(({ line }) => line))].sort((a, b) => a - b);
  const free =
    old.filter((id) => freeIds.has(id)).length + lines.filter((line) => !lineOf.joined.has(line)).length;
  const closest = group.toSorted((a, b) => b.similarity - a.similarity || a.line - b.line)[0];
  if (free === 0 || !closest) return [];
  if (old.length > 1 && lines.length > 1) return bestPairs(group, lineOf, moved);
  return [proposalOf(old, lines, closest, moved)];
}

/** Many old and many new names in one heap: only the closest pairs are proposed, each Leistung and row once. */
function bestPairs(group: readonly Edge[], lineOf: Joined, moved: MovedOnly): readonly Proposal[] {
  const used = new Set<string>([...lineOf.byId].flatMap(([id, line]) => [id, `z${line}`]));
  const proposals: Proposal[] = [];
  for (const edge of group.toSorted((a, b) => b.similarity - a.similarity || a.line - b.line)) {
    if (used.has(edge.id) || used.has(`z${edge.line}`)) continue;
    used.add(edge.id).add(`z${edge.line}`);
    proposals.push(proposalOf([edge.id], [edge.line], edge, moved));
  }
  return proposals;
}

function proposalOf(
  old: readonly LeistungId[],
  lines: readonly number[],
  closest: Edge,
  moved: MovedOnly,
): Proposal {
  const kind =
    lines.length > 1
      ? 'geteilt'
      : old.length > 1
        ? 'zusammengelegt'
        : moved(closest.id, closest.line)
          ? 'verschoben'
          : 'umbenannt';
  return {
    id: `${old.join('-')}_${lines.join('-')}`,
    kind,
    old,
    lines,
    closest: [closest.id, closest.line],
    similarity: Math.round(closest.similarity * 100) / 100,
    stated: false,
  };
}
