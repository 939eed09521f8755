import assert from 'node:assert/strict';
import { aimedAttacks, forgeries, giveAways, wideAttacks } from './attacks.ts';
import { attempt, type Outcome } from './attempt.ts';
import type { Table } from './catalog.ts';
import { readable, writable } from './expectations.ts';
import { tenantA, tenantB } from './seed-tenant.ts';
import { type SeededRow, type SeededWorld, tableContents } from './seeded-world.ts';
import { type ViewerKey, viewers } from './viewers.ts';

/** No right or row-level security; COPY FROM under it; claims that are no UUID or no hex digits. */
const refusals = ['42501', '0A000', '22P02', '22023'];

// The database itself writes whose line it is.
const rewritten = new Set(['platform.audit']);

/** Asserts that the database refused, by a right and not by chance. */
export function assertRefused(outcome: Outcome, what: string, codes: readonly string[] = refusals): void {
  if (outcome.done) assert.fail(`not refused: ${what}`);
  assert.ok(codes.includes(outcome.code), `${what}: ${outcome.code} ${outcome.message}`);
}

/** Asserts that the viewer sees rows of exactly those owners whom it may see, by reading and by copying out. */
export async function assertSees({ app, rowsOf }: SeededWorld, table: Table, key: ViewerKey): Promise<void> {
  const ownerOf = new Map(rowsOf(table.name).map(({ content, owner }) => [content, owner]));
  const select = `select to_jsonb(x)::text as content from ${table.name} x`;
  const read = await attempt(app, viewers[key], select, 'commit');
  const copied = await attempt(app, viewers[key], `copy ${table.name} to stdout`, 'commit');
  const expected = readable(table.name, table.dataClass ?? 'tenant', key);
  const what = `${table.name} with ${viewers[key].name}`;
  if (!read.done) {
    assertRefused(read, what);
    assertRefused(copied, what);
    assert.equal(expected, '', `${what} sees nothing: ${read.message}`);
    return;
  }
  const seen = new Set(read.rows.map(({ content }) => ownerOf.get(String(content)) ?? ''));
  const there = new Set(ownerOf.values());
  assert.deepEqual(
    [...seen].filter((owner) => owner !== '').toSorted(),
    [...expected].filter((owner) => owner === 'A' || (owner === 'B' && there.has('B'))),
    what,
  );
  assert.equal(copied.done && copied.count, read.count, `${what} copies out what it sees`);
}

/** Asserts that nothing that the viewer can run changes rows that it may not write. */
export async function assertCannotReach(world: SeededWorld, table: Table, key: ViewerKey): Promise<void> {
  const allowed = writable(table.name, table.dataClass ?? 'tenant', key);
  const rows = world.rowsOf(table.name);
  const foreign = rows.filter(({ owner }) => !allowed.includes(owner));
  const before = await tableContents(world.owner, table.name);
  await tryWide(world, table, key, rows.length - foreign.length);
  if (foreign.length > 0) await tryAimed(world, table, key, foreign);
  const copyIn = await attempt(world.app, viewers[key], `copy ${table.name} from stdin`, 'rollback');
  assertRefused(copyIn, `copy into ${table.name} with ${viewers[key].name}`);
  const then = await tableContents(world.owner, table.name);
  assert.deepEqual(then.slice(0, before.length), before, `${table.name} with ${viewers[key].name}`);
  assertNotForged(then.slice(before.length), foreign, table.name);
}

async function tryWide({ app }: SeededWorld, table: Table, key: ViewerKey, most: number): Promise<void> {
  for (const statement of wideAttacks(table)) {
    const outcome = await attempt(app, viewers[key], statement, 'rollback');
    if (outcome.done) assert.ok(outcome.count <= most, `${statement} reached ${outcome.count} rows`);
    else assertRefusedOrKept(outcome, statement, most);
  }
}

/** Own rows may be held by others that refer to them. */
function assertRefusedOrKept(outcome: Outcome, what: string, most: number): void {
  assertRefused(outcome, what, most > 0 ? [...refusals, '23503'] : refusals);
}

async function tryAimed(
  { app }: SeededWorld,
  table: Table,
  key: ViewerKey,
  foreign: readonly SeededRow[],
): Promise<void> {
  for (const statement of aimedAttacks(table, foreign))
    assertTouchesNothing(await attempt(app, viewers[key], statement, 'commit'), key, statement);
  for (const row of foreign.slice(-1)) {
    for (const statement of giveAways(table, row.owner))
      assertTouchesNothing(await attempt(app, viewers[key], statement, 'rollback'), key, statement);
    for (const statement of forgeries(table, row)) {
      const outcome = await attempt(app, viewers[key], statement, 'commit');
      if (outcome.done && rewritten.has(table.name)) continue;
      assertRefused(outcome, `${viewers[key].name}: ${statement}`);
    }
  }
}

function assertTouchesNothing(outcome: Outcome, key: ViewerKey, statement: string): void {
  const what = `${viewers[key].name}: ${statement}`;
  if (outcome.done) assert.equal(outcome.count, 0, what);
  else assertRefused(outcome, what);
}

function assertNotForged(
  fresh: readonly { readonly content: string }[],
  foreign: readonly SeededRow[],
  what: string,
): void {
  const owners = new Set(foreign.map(({ owner }) => (owner === 'A' ? tenantA.id : tenantB.id)));
  for (const { content } of fresh) {
    const row: unknown = JSON.parse(content);
    const tenant = typeof row === 'object' && row !== null && 'tenant_id' in row ? row.tenant_id : null;
    assert.ok(!owners.has(String(tenant)), `${what}: ${content}`);
  }
}
