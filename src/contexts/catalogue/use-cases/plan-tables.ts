import { createHash } from 'node:crypto';
import { ok, type Result } from '#kernel';
import type { Tx } from '#platform';
import { buildCatalogue } from '../domain/build-catalogue.ts';
import type { Catalogue, OzgLeistung } from '../domain/catalogue.ts';
import { catalogueDelta, type DeltaEntry } from '../domain/catalogue-delta.ts';
import { formerLeistungen, knownLeistungen, meantByBroken } from '../domain/table-import/known-leistungen.ts';
import type { KnownLeistung } from '../domain/table-import/match.ts';
import { planTableImport, type TableImportPlan } from '../domain/table-import/plan-table-import.ts';
import { type LeistungFacts, typOfKey } from '../domain/table-import/raw-leistung.ts';
import { catalogueVersion, readFassungen } from '../store.ts';
import { readLeistungHistory } from '../store-versions.ts';
import { type ReadTables, readTables } from '../table/read-tables.ts';
import type { RowProblem } from '../table/row-problem.ts';
import type { Report, TableOrder } from '../table/table-order.ts';
import { leistungOf, loadCatalogue } from './load-catalogue.ts';

/** What tables would make of the catalogue: every consequence, and nothing written. */
export interface PlannedTables {
  /** The state of the catalogue on which the plan rests. */
  readonly base: number;
  readonly tables: ReadTables;
  readonly problems: readonly RowProblem[];
  readonly plan: TableImportPlan;
  readonly known: ReadonlyMap<string, KnownLeistung>;
  readonly ozgLeistungen: readonly OzgLeistung[];
  /** New codes of Verrichtungen, with what the table calls them. */
  readonly newVerrichtungen: readonly { readonly code: string; readonly name: string | null }[];
  readonly before: Catalogue;
  readonly delta: readonly DeltaEntry[];
  /** Names exactly these files, columns and origin. */
  readonly hash: string;
}

/** Works the tables of an order out against the catalogue as it is. Refuses what is no table at all. */
export async function planTables(tx: Tx, order: TableOrder, report: Report): Promise<Result<PlannedTables>> {
  await report(10, 'Der Katalog wird geladen.');
  const before = await loadCatalogue(tx);
  const history = await readLeistungHistory(tx);
  const fassungen = (await readFassungen(tx)).map(({ nummer }) => nummer);
  const base = await catalogueVersion(tx);
  await report(25, 'Die Tabellen werden gelesen.');
  const tables = readTables(order, before);
  if (!tables.ok) return tables;
  await report(45, `Zeilen werden mit dem Katalog verglichen: ${rowsIn(tables.value)}.`);
  const known = knownLeistungen(history, new Set(fassungen));
  const { leistungen: rows, ozg } = tables.value;
  const plan = planTableImport({
    known,
    former: formerLeistungen(history, fassungen),
    nachfolgen: before.nachfolgen,
    rows: rows?.good ?? [],
    untouched: meantByBroken(known, rows?.broken ?? []),
    complete: order.complete && rows !== null,
    decisions: order.decisions,
  });
  const ozgLeistungen = ozgAfter(before, tables.value, plan.leistungen, order.complete);
  const after = hypothetical(before, plan, ozgLeistungen);
  await report(65, 'Die Folgen werden berechnet.');
  return ok({
    base,
    tables: tables.value,
    problems: [...(ozg?.problems ?? []), ...(rows?.problems ?? [])],
    plan,
    known: new Map(known.map((one) => [one.id, one])),
    ozgLeistungen,
    newVerrichtungen: newCodes(before, tables.value, plan.leistungen),
    before,
    delta: catalogueDelta(before, after),
    hash: hashOf(order),
  });
}

function rowsIn({ leistungen, ozg }: ReadTables): number {
  return (leistungen?.total ?? 0) + (ozg?.total ?? 0);
}

/** An OZG-Leistung that the table lacks ends only where no Leistung belongs to it any more. */
function ozgAfter(
  before: Catalogue,
  { ozg }: ReadTables,
  leistungen: readonly LeistungFacts[],
  complete: boolean,
): readonly OzgLeistung[] {
  if (ozg === null) return before.ozgLeistungen;
  const named = new Map(ozg.good.map(({ ozgId, name, lageId }) => [ozgId, { ozgId, name, lageId }]));
  const used = new Set(leistungen.map(({ ozgId }) => ozgId));
  const broken = new Set(ozg.broken.map((cells) => Number(cells.get('ozg'))));
  const kept = before.ozgLeistungen.filter(
    ({ ozgId }) => !named.has(ozgId) && (!complete || used.has(ozgId) || broken.has(ozgId)),
  );
  return [...kept, ...named.values()].toSorted((a, b) => a.ozgId - b.ozgId);
}

function hypothetical(
  before: Catalogue,
  plan: TableImportPlan,
  ozgLeistungen: readonly OzgLeistung[],
): Catalogue {
  const labels = new Map([...before.verrichtungByCode.values()].map(({ code, name }) => [code, name]));
  const nummer = before.fassung.nummer + 1;
  const added = plan.nachfolgen.map((edge) => ({
    ...edge,
    fassung: nummer,
    seit: before.fassung.stand,
    gilt: true,
  }));
  return buildCatalogue({
    ...before,
    fassung: { ...before.fassung, nummer },
    ozgLeistungen,
    leistungen: plan.leistungen.map((facts) => leistungOf(facts, labels)),
    typisierungen: [...before.typisierungByCode.values()],
    verrichtungen: [...before.verrichtungByCode.values()],
    nachfolgen: [...before.nachfolgen, ...added],
    keyHistory: [],
  });
}

function newCodes(
  { verrichtungByCode }: Catalogue,
  { leistungen: rows }: ReadTables,
  leistungen: readonly LeistungFacts[],
): PlannedTables['newVerrichtungen'] {
  const names = new Map(
    rows?.good.flatMap(({ leika, verrichtungName }) =>
      leika && verrichtungName ? [[leika.slice(8, 11), verrichtungName] as const] : [],
    ),
  );
  const codes = leistungen.flatMap(({ leika }) =>
    leika && typOfKey(leika) !== 'lo' ? [leika.slice(8, 11)] : [],
  );
  return [...new Set(codes)]
    .filter((code) => !verrichtungByCode.has(code))
    .sort()
    .map((code) => ({ code, name: names.get(code) ?? null }));
}

function hashOf({ files, origin, complete }: TableOrder): string {
  const hash = createHash('sha256').update(JSON.stringify([origin, complete]));
  for (const [kind, file] of Object.entries(files))
    hash.update(JSON.stringify([kind, file.mapping])).update(file.bytes);
  return hash.digest('hex');
}
