import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { actorOf } from '#platform';
import { clientAddress, codeOf, openWorld, valueIn, type World } from '../testing/world.ts';
import { confirmCode } from '../use-cases/confirm-code.ts';
import { readSession } from '../use-cases/read-session.ts';
import { signIn } from '../use-cases/sign-in.ts';
import { demoCommands, demoPeople } from './demo-commands.ts';
import { demoPeoplePlan } from './demo-people.ts';
import { seedDemo } from './seed-demo.ts';

const bodies = [
  { key: '05766044', name: 'Lemgo' },
  { key: '05766020', name: 'Detmold' },
  { key: '05766', name: 'Kreis Lippe' },
  { key: '05334002', name: 'Aachen' },
  { key: '05334', name: 'StädteRegion Aachen' },
  { key: '05962032', name: 'Lüdenscheid' },
];

async function withFolder<T>(fn: (folder: { keys: string }) => Promise<T>): Promise<T> {
  const keys = mkdtempSync(join(tmpdir(), 'leitwerk-demo-'));
  try {
    return await fn({ keys });
  } finally {
    rmSync(keys, { recursive: true });
  }
}

async function run(
  world: World,
  folder: { keys: string },
  demo: boolean,
  name: string,
  positionals: string[],
) {
  const command = demoCommands({ ...world, folder, demo }).find((each) => each.name === name);
  assert.ok(command);
  const principal = {
    kind: 'betreiber',
    actor: actorOf('betreiber', 'test'),
    tenant: null,
    permissions: new Set<string>(),
  } as const;
  return command.run({ positionals, values: {}, principal, say: () => {} });
}

test('every person of the demonstration signs in with what the start line and „demo code“ say', async () => {
  await using world = await openWorld();
  await withFolder(async (folder) => {
    valueIn(await seedDemo({ ...world, folder, demo: true }, bodies));
    const people = demoPeople(folder);
    assert.equal(people.length, demoPeoplePlan.length);
    assert.equal(statSync(join(folder.keys, 'demo-people.json')).mode & 0o777, 0o600);
    for (const { key, email, password, secondFactor } of people) {
      let opened = valueIn(await signIn(world, { email, password, clientAddress }));
      assert.equal(opened.stage, secondFactor ? 'code' : 'complete', key);
      if (secondFactor) {
        const { text: code } = valueIn(await run(world, folder, true, 'demo code', [key]));
        opened = valueIn(await confirmCode(world, { cookieValue: opened.cookieValue, code }));
      }
      assert.ok(await readSession(world, opened.cookieValue), key);
    }
  });
});

test('seeding again changes nothing, and after the loss of the file everybody gets new passwords', async () => {
  await using world = await openWorld();
  await withFolder(async (folder) => {
    const seed = async () => valueIn(await seedDemo({ ...world, folder, demo: true }, bodies));
    await seed();
    const first = demoPeople(folder);
    const count = async () =>
      (await world.t.superuser.query('select count(*)::int as n from platform.audit')).rows[0].n;
    const lines = await count();
    await seed();
    assert.deepEqual(demoPeople(folder), first);
    assert.equal(await count(), lines);
    rmSync(join(folder.keys, 'demo-people.json'));
    await seed();
    const [before, after] = [first[0], demoPeople(folder)[0]];
    assert.ok(before && after);
    assert.notEqual(after.password, before.password);
    assert.ok((await signIn(world, { ...after, clientAddress })).ok);
    assert.equal(codeOf(await signIn(world, { ...before, clientAddress })), 'SIGN_IN_REFUSED');
  });
});

test('outside the demonstration nothing is seeded and no code is told', async () => {
  await using world = await openWorld();
  await withFolder(async (folder) => {
    assert.equal(codeOf(await seedDemo({ ...world, folder, demo: false }, bodies)), 'DEMO_ONLY');
    valueIn(await seedDemo({ ...world, folder, demo: true }, bodies));
    assert.equal(codeOf(await run(world, folder, false, 'demo code', ['betrieb'])), 'DEMO_ONLY');
    assert.equal(codeOf(await run(world, folder, false, 'demo people', [])), 'DEMO_ONLY');
    assert.equal(codeOf(await run(world, folder, true, 'demo code', ['niemand'])), 'DEMO_PERSON_UNKNOWN');
    assert.equal(codeOf(await run(world, folder, true, 'demo code', ['lemgo'])), 'DEMO_PERSON_UNKNOWN');
  });
});
