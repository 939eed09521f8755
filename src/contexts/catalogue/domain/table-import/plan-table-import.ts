import type { LeistungId } from '../catalogue.ts';
import type { Nachfolge } from '../nachfolge.ts';
import { asFormerFassung } from './former-fassung.ts';
import { type KnownLeistung, type Matching, matchRows, newestFacts } from './match.ts';
import { type Decision, type Proposal, proposeChanges } from './proposals.ts';
import { factsFrom, type LeistungFacts, type RawLeistung } from './raw-leistung.ts';

type Edge = Pick<Nachfolge, 'von' | 'nach' | 'art'>;

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

/** The Leistungen after the import, and what became of which. */
export interface TableImportPlan {
  readonly leistungen: readonly LeistungFacts[];
  readonly nachfolgen: readonly Edge[];
  readonly proposals: readonly Proposal[];
  /** Proposals that nobody has decided yet; they count as refused until then. */
  readonly undecided: readonly Proposal[];
  readonly idByLine: ReadonlyMap<number, LeistungId>;
  readonly ended: readonly LeistungId[];
}

/** Works out what a table makes of the catalogue. Pure: the same table and decisions, the same ids. */
export function planTableImport(input: TableImport): TableImportPlan {
  const known = input.known.filter(({ id }) => !input.untouched.has(id));
  const matching = matchingOf(input, known);
  const stated = statedProposals(known, input.rows, matching);
  const open = without(matching, stated);
  const proposals = [...stated, ...(input.complete ? proposeChanges(known, input.rows, open) : [])];
  const { idByLine, nachfolgen } = resolve(input, matching, proposals);
  const byId = new Map(input.known.map((one) => [one.id, one]));
  const leistungen = input.rows.flatMap((row) => {
    const id = idByLine.get(row.line);
    const one = id === undefined ? undefined : byId.get(id);
    return id === undefined ? [] : [factsFrom(id, row, one ? newestFacts(one) : null)];
  });
  const named = new Set(idByLine.values());
  const again = saidBefore(input, named, new Set(nachfolgen.map(({ von }) => von)));
  const missing = input.known.filter(({ id, alive }) => alive && !named.has(id));
  const continued = new Set(nachfolgen.map(({ von }) => von));
  const ends = ({ id }: KnownLeistung) => !input.untouched.has(id) && (input.complete || continued.has(id));
  return {
    leistungen: [...leistungen, ...missing.filter((one) => !ends(one)).map(newestFacts)].toSorted(byIdOrder),
    nachfolgen: [...nachfolgen, ...again],
    proposals,
    undecided: proposals.filter((proposal) => decisionOn(input, proposal) === undefined),
    idByLine,
    ended: missing.filter(ends).map(({ id }) => id),
  };
}

function matchingOf({ rows, former, complete }: TableImport, known: readonly KnownLeistung[]): Matching {
  const restored = complete ? asFormerFassung(former, rows) : null;
  if (restored === null) return matchRows(known, rows);
  const named = new Set(restored.values());
  return {
    idByLine: restored,
    freeRows: [],
    freeKnown: known.filter(({ id, alive }) => alive && !named.has(id)),
  };
}

function byIdOrder(a: LeistungFacts, b: LeistungFacts): number {
  return a.id < b.id ? -1 : 1;
}

/** Predecessors that the table itself names: proposals of which the source says that they are right. */
function statedProposals(
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

function stated(kind: Proposal['kind'], old: readonly LeistungId[], lines: readonly number[]): Proposal {
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

function without(matching: Matching, proposals: readonly Proposal[]): Matching {
  const old = new Set(proposals.flatMap((proposal) => proposal.old));
  const lines = new Set(proposals.flatMap((proposal) => proposal.lines));
  return {
    idByLine: matching.idByLine,
    freeKnown: matching.freeKnown.filter(({ id }) => !old.has(id)),
    freeRows: matching.freeRows.filter(({ line }) => !lines.has(line)),
  };
}

/** Where a Leistung goes again into what it once went into, nobody is asked a second time. */
function saidBefore(
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

function decisionOn({ decisions }: TableImport, { id, stated }: Proposal): Decision | undefined {
  return decisions.get(id) ?? (stated ? 'annehmen' : undefined);
}

function resolve(input: TableImport, matching: Matching, proposals: readonly Proposal[]) {
  const idByLine = new Map(matching.idByLine);
  const taken = new Set(idByLine.values());
  const accepted = proposals.map((proposal) => ({ proposal, decision: decisionOn(input, proposal) }));
  for (const { proposal, decision } of accepted) {
    const [id, line] = proposal.closest;
    const same = decision === 'naechste' || (decision === 'annehmen' && isOneToOne(proposal));
    if (!same || idByLine.has(line) || taken.has(id)) continue;
    idByLine.set(line, id);
    taken.add(id);
  }
  numberNew(input, idByLine);
  const nachfolgen = accepted.flatMap(({ proposal, decision }): readonly Edge[] =>
    decision === 'annehmen' && !isOneToOne(proposal) ? edgesOf(proposal, idByLine) : [],
  );
  return { idByLine, nachfolgen };
}

function isOneToOne({ kind }: Proposal): boolean {
  return kind === 'umbenannt' || kind === 'verschoben';
}

/** Numbers go on after the highest ever given, also by Fassungen that were taken back. */
function numberNew({ known, rows }: TableImport, idByLine: Map<number, LeistungId>): void {
  let last = known.reduce((highest, { id }) => Math.max(highest, Number(id.slice(1))), 0);
  for (const { line } of rows) {
    if (idByLine.has(line)) continue;
    last += 1;
    idByLine.set(line, `L${String(last).padStart(5, '0')}`);
  }
}

function edgesOf({ kind, old, lines }: Proposal, idByLine: ReadonlyMap<number, LeistungId>): readonly Edge[] {
  const art = kind === 'geteilt' ? 'teilung' : 'zusammenlegung';
  return old.flatMap((von) =>
    lines.flatMap((line) => {
      const nach = idByLine.get(line);
      return nach === undefined || nach === von ? [] : [{ von, nach, art } as const];
    }),
  );
}
