import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { actorOf } from '#platform';
import { openZustellpunkt } from '../../delivery/testing/world.ts';
import type { Colleague } from '../ports.ts';
import { arrived, openWorld } from '../testing/world.ts';
import { openAttachment } from './open-attachment.ts';
import { listEingaenge, openEingang } from './read.ts';
import { handOn, take } from './work.ts';
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
