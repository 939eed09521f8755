import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { actorOf } from '#platform';
import { need, openZustellpunkt } from '../../delivery/testing/world.ts';
import { inboxHandlers } from '../handlers.ts';
import type { Colleague } from '../ports.ts';
import { arrived, openWorld, otherAuthority, says } from '../testing/world.ts';
import { giveToOffice } from './give-to-office.ts';
import { openAttachment } from './open-attachment.ts';
import { listEingaenge, openEingang } from './read.ts';
import { addNote, askBack, decide, handOn, take } from './work.ts';
import { sightOf, workerIn } from './worker.ts';

const code = (result: { readonly ok: boolean }) =>
  'refusal' in result &&
  typeof result.refusal === 'object' &&
  result.refusal !== null &&
  'code' in result.refusal
    ? result.refusal.code
    : 'ok';

test('who works for another office finds nothing: not in the list, the search, the case, its files, nor by an action', async () => {
  const people: Colleague[] = [];
  await using world = await openWorld({ colleagues: async () => people });
  const other = await openZustellpunkt(world.delivery);
  const person = (name: string, stellen: readonly string[] | null) => {
    const one = { id: randomUUID(), name, stellen };
    people.push(one);
    return workerIn(world.tenant, { actor: actorOf('mitglied', one.id) });
  };
  const [own, foreign, all, none] = [
    person('Anna', [world.stelle]),
    person('Boris', [other]),
    person('Carla', null),
    person('Dora', []),
  ];
  const nummer = 'LEM-2026-000009';
  await arrived(world, { nummer, words: 'Wolke' });
  const seen = async (worker: typeof own, search: boolean) =>
    (await listEingaenge(world.deps, worker, search)).map(({ eingang, text }) => [
      eingang.nummer,
      /Wolke/.test(text),
    ]);
  assert.deepEqual(await seen(own, true), [[nummer, true]]);
  assert.deepEqual(await seen(all, false), [[nummer, false]]);
  for (const worker of [foreign, none]) {
    assert.deepEqual(await seen(worker, true), []);
    assert.deepEqual(await seen(worker, false), []);
    assert.equal(code(await openEingang(world.deps, worker, nummer)), 'INBOX_UNKNOWN');
    assert.equal(
      code(await openAttachment(world.deps, worker, { nummer, anlage: randomUUID() })),
      'INBOX_UNKNOWN',
    );
    assert.equal(code(await take(world.deps, worker, { nummer, version: 1 })), 'INBOX_UNKNOWN');
  }
  const opened = await openEingang(world.deps, own, nummer);
  assert.deepEqual(opened.ok && opened.value.colleagues.map(({ name }) => name), ['Anna', 'Carla']);
  const to = (worker: typeof own) =>
    handOn(world.deps, own, { nummer, version: 1, mitglied: worker.mitglied ?? '' });
  assert.equal(code(await to(foreign)), 'INBOX_FIELD_INVALID');
  assert.equal(code(await to(all)), 'ok');
});

test('a deputy sees what the one sees for whom it stands; a program sees all of its authority', async () => {
  await using world = await openWorld();
  const [chief, deputy] = [randomUUID(), randomUUID()];
  const colleagues = [{ id: chief, name: 'C', stellen: [world.stelle] }];
  const standing = workerIn(world.tenant, { actor: actorOf('mitglied', `${deputy}+vertretung:${chief}`) });
  assert.equal(sightOf(standing, colleagues)({ stelle: world.stelle }), true);
  assert.equal(sightOf(standing, colleagues)({ stelle: randomUUID() }), false);
  const machine = workerIn(world.tenant, { actor: actorOf('maschine', randomUUID()) });
  assert.equal(sightOf(machine, colleagues)({ stelle: randomUUID() }), true);
});

/** An authority with two offices, and somebody who works for each. */
async function twoOffices() {
  const people: Colleague[] = [];
  const world = await openWorld({
    colleagues: async () => people,
    officeAddress: async (_, office) => `${office.slice(0, 8)}@example.org`,
  });
  const other = await openZustellpunkt(world.delivery);
  const person = (name: string, stellen: readonly string[] | null) => {
    const one = { id: randomUUID(), name, stellen };
    people.push(one);
    return workerIn(world.tenant, { actor: actorOf('mitglied', one.id) });
  };
  const [anna, berta, boris] = [
    person('Anna', [world.stelle]),
    person('Berta', [world.stelle]),
    person('Boris', [other]),
  ];
  const give = (worker: typeof anna, version: number, ziel = other, text = 'Großer Hund, Ordnungsrecht.') =>
    giveToOffice(world.deps, worker, { nummer, version, ziel, text });
  return { world, other, people, anna, berta, boris, give };
}

const nummer = 'LEM-2026-000001';

test('a case is given to another office of the house: the new one sees and takes it, the former one sees it no more', async () => {
  const { world, other, anna, berta, boris, give } = await twoOffices();
  await using _ = world;
  const { deps } = world;
  const eingang = await arrived(world, { words: 'Wolke', file: 'Nachweis' });
  need(await take(deps, anna, { nummer, version: 1 }));
  need(await addNote(deps, anna, { nummer, version: 2, text: 'Notiz für das Haus' }));
  const given = need(await give(anna, 3));
  assert.deepEqual([given.stelle, given.zustand, given.bearbeiter, given.version], [other, 'neu', null, 4]);
  for (const worker of [anna, berta]) {
    assert.deepEqual(await listEingaenge(deps, worker, false), []);
    assert.equal(code(await openEingang(deps, worker, nummer)), 'INBOX_UNKNOWN');
  }
  const seen = need(await openEingang(deps, boris, nummer));
  const line = seen.verlauf.at(-1);
  assert.ok(line?.art === 'zugeleitet');
  assert.equal(line.text, 'Großer Hund, Ordnungsrecht.');
  assert.ok(seen.verlauf.some((each) => 'text' in each && each.text === 'Notiz für das Haus'));
  const anlage = seen.inhalt.anlagen[0]?.id ?? '';
  need(await openAttachment(deps, boris, { nummer, anlage }));
  assert.equal(need(await take(deps, boris, { nummer, version: 4 })).zustand, 'in-bearbeitung');
  const told = world.told.find(({ schritt }) => schritt === 'zuleiten');
  assert.deepEqual([told?.submission, told?.text], [eingang, 'Steueramt']);
  const { rows } = await world.delivery.t.superuser.query(
    "select actor, summary from platform.audit where action = 'inbox.eingang.zugeleitet'",
  );
  assert.equal(rows.length, 1);
  assert.equal(rows[0].actor, anna.actor);
  assert.deepEqual([rows[0].summary.vonStelle, rows[0].summary.anStelle], [world.stelle, other]);
  assert.ok(!JSON.stringify(rows).includes('Ordnungsrecht'));
});

test('the office that was given a case gets a mail that says neither who it is about nor why', async () => {
  const { world, other, anna, give } = await twoOffices();
  await using _ = world;
  const eingang = await arrived(world, { words: 'Wolke' });
  need(await give(anna, 1));
  const context = { eventId: 1, attempt: 1, lastAttempt: false, tenant: world.tenant };
  await inboxHandlers(world.deps)['inbox.handed-over']?.({ eingang }, context);
  const [mail, second] = world.mails;
  assert.equal(second, undefined);
  assert.equal(mail?.to, `${other.slice(0, 8)}@example.org`);
  assert.match(
    mail?.text ?? '',
    /eine andere Stelle Ihrer Behörde .*LEM-2026-000001.*\/eingang\/LEM-2026-000001/s,
  );
  assert.doesNotMatch(JSON.stringify(mail), /Wolke|Ordnungsrecht/);
  const { rows } = await world.delivery.t.superuser.query(
    "select payload from platform.outbox where event = 'inbox.handed-over'",
  );
  assert.deepEqual(rows, [{ payload: { eingang } }]);
});

test('two give a case away, or one decides meanwhile: the first one counts, the other changes nothing', async () => {
  const { world, other, people, anna, berta, give } = await twoOffices();
  await using _ = world;
  const third = await openZustellpunkt(world.delivery);
  people.push({ id: randomUUID(), name: 'Dirk', stellen: [third] });
  await arrived(world);
  need(await take(world.deps, anna, { nummer, version: 1 }));
  const results = await Promise.all([
    give(anna, 2, other),
    give(berta, 2, third),
    decide(world.deps, berta, { nummer, version: 2, ergebnis: 'abgelehnt', text: '' }),
  ]);
  assert.equal(results.filter(({ ok }) => ok).length, 1);
  for (const lost of results.filter(({ ok }) => !ok))
    assert.match(String(code(lost)), /^(INBOX_CHANGED_MEANWHILE|INBOX_UNKNOWN)$/);
  const { rows } = await world.delivery.t.superuser.query('select version from inbox.eingang');
  assert.deepEqual(rows, [{ version: 3 }]);
});

test('an office that has the case, receives nothing, is of another authority or has nobody is no target', async () => {
  const { world, anna, other, boris, give } = await twoOffices();
  await using _ = world;
  const lonely = await openZustellpunkt(world.delivery);
  const { zustellpunkt: foreign } = await otherAuthority(world);
  await arrived(world);
  for (const ziel of [world.stelle, lonely, foreign, 'unsinn', ''])
    assert.equal(code(await give(anna, 1, ziel)), 'INBOX_FIELD_INVALID', ziel);
  assert.equal(code(await give(anna, 1, other, '  ')), 'INBOX_FIELD_INVALID');
  assert.equal(code(await give(boris, 1, other)), 'INBOX_UNKNOWN', 'not even to the own office');
  const { otherOffices, eingang } = need(await openEingang(world.deps, anna, nummer));
  assert.deepEqual([otherOffices.map(({ id }) => id), eingang.version], [[other], 1]);
});

test('an open question goes along, its answer reaches the new office, and who decides has to take the case first', async () => {
  const { world, anna, boris, give } = await twoOffices();
  await using _ = world;
  const { deps } = world;
  const submission = await arrived(world);
  need(await take(deps, anna, { nummer, version: 1 }));
  need(await askBack(deps, anna, { nummer, version: 2, text: 'Wie groß?' }));
  assert.equal(need(await give(anna, 3)).zustand, 'rueckfrage');
  await says(world, submission, 'nachricht', '62 cm');
  const yes = { nummer, ergebnis: 'stattgegeben', text: '' } as const;
  assert.equal(code(await decide(deps, boris, { ...yes, version: 4 })), 'INBOX_CHANGED_MEANWHILE');
  assert.equal(need(await openEingang(deps, boris, nummer)).eingang.zustand, 'antwort-da');
  assert.equal(code(await decide(deps, boris, { ...yes, version: 5 })), 'INBOX_TAKE_FIRST');
  need(await take(deps, boris, { nummer, version: 5 }));
  need(await decide(deps, boris, { ...yes, version: 6 }));
});
