import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeOf, valueIn } from '../../identity/testing/world.ts';
import { limitMember } from '../../identity/use-cases/limit-member.ts';
import type { DigestSource } from '../deps.ts';
import { membersWithoutMail } from '../store-einstellung.ts';
import { noticesWorld } from '../testing/notices-world.ts';
import { changeNotices, readNotices, sendSummaries } from './summary.ts';
import { wakeNotices } from './wake.ts';

const day = 86_400;

/** A part with changes at given moments, for those who may see the Umsetzungsstand. */
function partOf(changes: Date[]): DigestSource {
  return {
    key: 'ding',
    label: 'Dinge',
    href: '/dinge',
    since: async ({ permissions }, since) => {
      const lines = changes.filter((at) => at > since).map((at) => `Ding vom ${at.toISOString()}`);
      return permissions.has('compass.stand.read') ? { count: lines.length, lines } : { count: 0, lines: [] };
    },
  };
}

test('who asks for a daily summary gets one when something is new, each thing once, and none when nothing is', async () => {
  const changes: Date[] = [];
  await using w = await noticesWorld(1, { digestSources: [partOf(changes)] });
  const [person] = w.coordinators;
  assert.ok(person);
  const caller = { ...person.caller };
  const mails = () => w.world.mails.filter(({ subject }) => subject.includes('Neuerung'));
  const run = () => sendSummaries(w.deps, person.tenant);
  changes.push(w.world.clock.now());
  w.world.turnClock(60);
  assert.equal(await run(), 0);
  valueIn(
    await changeNotices(w.deps, caller, person.id, {
      zusammenfassung: 'taeglich',
      rundmails: true,
      anbindungen: true,
      berichte: true,
    }),
  );
  w.world.turnClock(day);
  assert.equal(await run(), 0);
  w.world.turnClock(60);
  changes.push(w.world.clock.now());
  w.world.turnClock(day);
  const preview = valueIn(await readNotices(w.deps, caller, person.id));
  assert.deepEqual(
    preview.parts.map(({ label, count }) => [label, count]),
    [['Dinge', 1]],
  );
  assert.equal(await run(), 1);
  assert.equal(await run(), 0);
  w.world.turnClock(day);
  assert.equal(await run(), 0);
  assert.equal(mails().length, 1);
  assert.match(mails()[0]?.text ?? '', /Dinge: 1\n- Ding vom .*\nhttp:\/\/verwaltung\.localhost:8080\/dinge/);
  valueIn(
    await changeNotices(w.deps, caller, person.id, {
      zusammenfassung: 'nie',
      rundmails: true,
      anbindungen: true,
      berichte: true,
    }),
  );
  changes.push(w.world.clock.now());
  w.world.turnClock(9 * day);
  assert.equal(await run(), 0);
});

test('a part leads its reader to another page where the usual one is not theirs', async () => {
  const part: DigestSource = {
    ...partOf([]),
    since: async () => ({ count: 1, lines: ['Ding'], href: '/andere-dinge' }),
  };
  await using w = await noticesWorld(1, { digestSources: [part] });
  const [person] = w.coordinators;
  assert.ok(person);
  const preview = valueIn(await readNotices(w.deps, person.caller, person.id));
  assert.deepEqual(
    preview.parts.map(({ href }) => href),
    ['/andere-dinge'],
  );
  const daily = { zusammenfassung: 'taeglich', rundmails: true, anbindungen: true, berichte: true };
  valueIn(await changeNotices(w.deps, person.caller, person.id, daily));
  w.world.turnClock(day);
  await sendSummaries(w.deps, person.tenant);
  assert.match(w.world.mails.at(-1)?.text ?? '', /- Ding\n\S+\/andere-dinge$/m);
});

test('a weekly summary comes once a week and tells all of it', async () => {
  const changes: Date[] = [];
  await using w = await noticesWorld(1, { digestSources: [partOf(changes)] });
  const [person] = w.coordinators;
  assert.ok(person);
  const weekly = { zusammenfassung: 'woechentlich', rundmails: true, anbindungen: true, berichte: true };
  valueIn(await changeNotices(w.deps, person.caller, person.id, weekly));
  let sent = 0;
  for (let i = 0; i < 14; i += 1) {
    w.world.turnClock(day);
    changes.push(w.world.clock.now());
    sent += await sendSummaries(w.deps, person.tenant);
  }
  assert.equal(sent, 2);
});

test('a summary that could not be sent comes an hour later and forgets nothing', async () => {
  const changes: Date[] = [];
  await using w = await noticesWorld(1, { digestSources: [partOf(changes)] });
  const [person] = w.coordinators;
  assert.ok(person);
  const daily = { zusammenfassung: 'taeglich', rundmails: true, anbindungen: true, berichte: true };
  valueIn(await changeNotices(w.deps, person.caller, person.id, daily));
  w.world.turnClock(60);
  changes.push(w.world.clock.now());
  w.world.turnClock(day);
  w.world.breakMail(true);
  assert.equal(await sendSummaries(w.deps, person.tenant), 0);
  w.world.breakMail(false);
  assert.equal(await sendSummaries(w.deps, person.tenant), 0);
  w.world.turnClock(3_601);
  assert.equal(await sendSummaries(w.deps, person.tenant), 1);
});

test('nobody whose access has ended gets a summary, and nobody sees what their roles do not show', async () => {
  const changes: Date[] = [];
  await using w = await noticesWorld(1, { digestSources: [partOf(changes)] });
  const [person] = w.coordinators;
  const [admin] = w.kommunen;
  assert.ok(person && admin);
  const daily = { zusammenfassung: 'taeglich', rundmails: true, anbindungen: true, berichte: true };
  valueIn(await changeNotices(w.deps, person.caller, person.id, daily));
  valueIn(await limitMember(w.world, admin.caller, person.id, '2026-11-21'));
  w.world.turnClock(60);
  changes.push(w.world.clock.now());
  w.world.turnClock(day);
  assert.equal(await sendSummaries(w.deps, person.tenant), 0);
  const unknown = await changeNotices(w.deps, admin.caller, person.id, daily);
  assert.equal(codeOf(unknown), 'MEMBER_UNKNOWN');
  const wrong = await changeNotices(w.deps, admin.caller, admin.id, {
    ...daily,
    zusammenfassung: 'stündlich',
  });
  assert.equal(codeOf(wrong), 'NOTICES_RHYTHM');
});

test('the worker wakes summaries in the morning only', async () => {
  const changes: Date[] = [];
  await using w = await noticesWorld(1, { digestSources: [partOf(changes)] });
  const [person] = w.coordinators;
  assert.ok(person);
  const daily = { zusammenfassung: 'taeglich', rundmails: true, anbindungen: true, berichte: true };
  valueIn(await changeNotices(w.deps, person.caller, person.id, daily));
  const woken = async () => {
    await wakeNotices(w.deps);
    const { rows } = await w.world.t.superuser.query(
      `select count(*)::int as n from platform.outbox where event = 'notices.summaries.due'`,
    );
    return rows[0].n;
  };
  w.world.turnClock(day - 5 * 3_600);
  assert.equal(await woken(), 0);
  w.world.turnClock(5 * 3_600);
  assert.equal(await woken(), 1);
});

for (const was of ['anbindungen', 'berichte'] as const)
  test(`who gets summaries, or wants no mail of ${was}, is named to whoever sends them`, async () => {
    await using w = await noticesWorld(1);
    const [person] = w.coordinators;
    assert.ok(person);
    const without = () =>
      w.deps.db.withTenant(person.tenant, person.caller.actor, (tx) =>
        membersWithoutMail(tx, person.tenant, was),
      );
    const change = async (zusammenfassung: string, wanted: boolean) =>
      valueIn(
        await changeNotices(w.deps, person.caller, person.id, {
          ...{ zusammenfassung, rundmails: true, anbindungen: true, berichte: true },
          [was]: wanted,
        }),
      );
    assert.equal((await without()).has(person.id), false);
    await change('nie', false);
    assert.equal((await without()).has(person.id), true);
    await change('nie', true);
    assert.equal((await without()).has(person.id), false);
    await change('taeglich', true);
    assert.equal((await without()).has(person.id), true);
  });
