import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { commandListFile } from '../src/app/cli/command-list.ts';
import {
  allCapabilities,
  type Capability,
  capabilityTable,
  currentCommandList,
} from './support/all-capabilities.ts';

const documented = readFileSync(join(import.meta.dirname, '../docs/doors.md'), 'utf8');
const capabilities = allCapabilities();

type Door = 'page' | 'API' | 'command';

/** The doors that docs/doors.md says are missing, with their reason: `| capability | without | reason |`. */
const exceptions = [
  ...documented.matchAll(/^\| `([^`]+)` \| (page|API|command)(?:, (page|API|command))? \| (.+) \|$/gm),
].map(([, id = '', first, second, reason = '']) => ({
  id,
  without: [first, second].filter((door): door is Door => door !== undefined),
  reason,
}));

function missingDoors({ pages, operations, commands }: Capability): readonly Door[] {
  const missing: Door[] = [];
  if (pages.length === 0) missing.push('page');
  if (operations.length === 0) missing.push('API');
  if (commands.length === 0) missing.push('command');
  return missing;
}

test('every page action has an API operation and a command, or its reason stands in docs/doors.md', () => {
  const reasoned = new Map(exceptions.map(({ id, without }) => [id, without]));
  const unreasoned = capabilities
    .map((capability) => ({
      id: capability.id,
      without: missingDoors(capability).filter((door) => !reasoned.get(capability.id)?.includes(door)),
    }))
    .filter(({ without }) => without.length > 0);
  assert.deepEqual(unreasoned, []);
});

test('docs/doors.md excuses nothing that has its doors or does not exist', () => {
  const needless = exceptions.flatMap(({ id, without }) => {
    const capability = capabilities.find((one) => one.id === id);
    const missing = capability ? missingDoors(capability) : [];
    return without.filter((door) => !missing.includes(door)).map((door) => `${id}: ${door}`);
  });
  assert.deepEqual(needless, []);
  for (const { id, reason } of exceptions) assert.ok(reason.length > 15, `${id} needs a reason`);
});

test('the table in docs/doors.md is the table of the program (test/support/write-doors.ts writes it)', () => {
  assert.ok(capabilities.length > 50, `only ${capabilities.length} capabilities found`);
  assert.equal(documented.split('## All capabilities\n\n')[1]?.trim(), capabilityTable(capabilities));
});

test('the command line knows every command as it is (test/support/write-doors.ts writes the list)', () => {
  assert.equal(readFileSync(commandListFile, 'utf8'), currentCommandList());
});

test('a door has one capability: no address, operation or command stands twice', () => {
  for (const kind of ['pages', 'operations', 'commands'] as const) {
    const entries = capabilities.flatMap((capability) => capability[kind]);
    assert.equal(new Set(entries).size, entries.length, kind);
  }
});

test('every answer about catalogue, territory, duties and law takes a day, or docs/doors.md says why not', () => {
  const section = documented.split('## What takes no day, and why')[1]?.split('## All capabilities')[0] ?? '';
  const reasoned = [...section.matchAll(/^\| `([^`]+)` \| (.{15,}) \|$/gm)].map(([, id = '']) => id);
  const dated = /^(catalogue|territory|duties|law)\./;
  const reads = ({ operations }: Capability) => operations.some((each) => each.startsWith('GET '));
  const undated = capabilities
    .filter((each) => dated.test(each.id) && reads(each) && !each.takesDate)
    .map(({ id }) => id);
  assert.deepEqual(undated, reasoned);
});
