import type { LeistungId } from '../catalogue.ts';
import { asFormerFassung } from './former-fassung.ts';
import { type KnownLeistung, type Matching, matchRows, newestFacts } from './match.ts';
import { type Proposal, proposeChanges } from './proposals.ts';
import { factsFrom, type LeistungFacts } from './raw-leistung.ts';
import { decisionOn, type Edge, saidBefore, statedProposals, type TableImport } from './stated-proposals.ts';

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

function without(matching: Matching, proposals: readonly Proposal[]): Matching {
  const old = new Set(proposals.flatMap((proposal) => proposal.old));
  const lines = new Set(proposals.flatMap((proposal) => proposal.lines));
  return {
    idByLine: matching.idByLine,
    freeKnown: matching.freeKnown.filter(({ id }) => !old.has(id)),
    freeRows: matching.freeRows.filter(({ line }) => !lines.has(line)),
  };
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
