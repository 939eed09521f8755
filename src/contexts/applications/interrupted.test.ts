import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';
import { test } from 'node:test';
import type { Database, Tx } from '#platform';
import { type ApplicationsWorld, openApplicationsWorld } from './testing/applications-world.ts';
import { actionOf, begun, citizenOf, filled, htmlOf, targetOf } from './web/testing/citizen.ts';

class Killed extends Error {}

/** A database whose process dies before its `count`th statement from now on; `seen` says how many there were. */
function dyingAt(db: Database, count: number): Database & { readonly seen: () => number } {
  let done = 0;
  const dying = (tx: Tx): Tx => ({
    ...tx,
    as: <Tables>() => {
      done += 1;
      if (done === count) throw new Killed();
      return tx.as<Tables>();
    },
  });
  return {
    ...db,
    withTenant: (tenant, actor, fn) => db.withTenant(tenant, actor, (tx) => fn(dying(tx))),
    seen: () => done,
  };
}

/** Anträge, submissions, events (only such as the worker takes, for others would lie for ever), and drafts that are left. */
async function tally(world: ApplicationsWorld) {
  const [row] = await world.owner(`select (select count(*)::int from applications.antrag) as antraege,
    (select count(*)::int from delivery.submission) as sent,
    (select count(*)::int from platform.outbox) as news,
    (select count(*)::int from applications.entwurf) as drafts`);
  return row;
}

async function attempt(
  world: ApplicationsWorld,
  count: number,
  cookies: Map<string, string>,
  address: string,
  form: Readonly<Record<string, string>> = {},
) {
  const db = dyingAt(world.deps.db, count);
  const citizen = citizenOf({ deps: { ...world.deps, db } }, world.lemgo, cookies);
  try {
    return { answer: await citizen.post(address, form), statements: db.seen() };
  } catch (error) {
    assert.ok(error instanceof Killed, String(error));
    return { answer: null, statements: db.seen() };
  }
}

test('killed before any statement of the submission nothing remains, and sent again it is one Antrag', async () => {
  await using world = await openApplicationsWorld();
  const citizen = citizenOf(world, world.lemgo);
  const own = await begun(citizen);
  await filled(citizen, own);
  const action = await actionOf(await citizen.get(`${own}/pruefen`), '/absenden');
  let kills = 0;
  for (let count = 1; ; count += 1) {
    const { answer } = await attempt(world, count, citizen.cookies, action);
    if (answer !== null) break;
    kills += 1;
    assert.deepEqual(
      await tally(world),
      { antraege: 0, sent: 0, news: 0, drafts: 1 },
      `before statement ${count}`,
    );
  }
  assert.ok(kills >= 15, `killed ${kills} times`);
  assert.deepEqual(await tally(world), { antraege: 1, sent: 1, news: 1, drafts: 0 });
});

test('15 seeded kills from the first page to the receipt: receipts shown = Anträge = submissions', async (context) => {
  const seed = Number(process.env.LEITWERK_SEED ?? randomInt(1_000_000));
  context.diagnostic(`seed ${seed} (LEITWERK_SEED=${seed} repeats it)`);
  const next = randomOf(seed);
  await using world = await openApplicationsWorld();
  let receipts = 0;
  for (let round = 0; round < 15; round += 1) {
    const citizen = citizenOf(world, world.lemgo);
    const own = await begun(citizen);
    await filled(citizen, own, { nachname: 'Muster' });
    const save = await actionOf(await citizen.get(`${own}/seite/person`), '/seite/');
    await attempt(world, 1 + next(6), citizen.cookies, save, changedPerson);
    const again = await actionOf(await citizen.get(`${own}/seite/person`), '/seite/');
    targetOf(await citizen.post(again, changedPerson));
    const submit = await actionOf(await citizen.get(`${own}/pruefen`), '/absenden');
    await attempt(world, 1 + next(25), citizen.cookies, submit);
    assert.equal(targetOf(await citizen.post(submit)), `${own}/quittung`, `round ${round}`);
    receipts += /LW-2026-/.test(await htmlOf(await citizen.get(`${own}/quittung`))) ? 1 : 0;
    assert.match(await htmlOf(await citizen.get(`${own}/angaben`)), /Geändert/);
  }
  assert.equal(receipts, 15);
  assert.deepEqual(await tally(world), { antraege: 15, sent: 15, news: 15, drafts: 0 });
  const numbers = await world.owner('select distinct nummer from applications.antrag');
  assert.equal(numbers.length, 15);
});

const changedPerson = {
  vorname: 'Erika',
  nachname: 'Geändert',
  geburtsdatum: '1980-02-29',
  'anschrift.street': 'Mittelstr.',
  'anschrift.number': '12a',
  'anschrift.plz': '32657',
  'anschrift.city': 'Lemgo',
};

/** Numbers that follow from a seed (a linear congruence is enough to spread kills). */
function randomOf(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}
