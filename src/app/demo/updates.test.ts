import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readAllLive, readAngebote } from '#efa';
import { rolloutOf } from '#releases';
import { runningApp } from '../../../test/support/running-app.ts';
import { makeDemo } from './demo.ts';

const dienst = 'heimarbeit';

test('the demo of an earlier version takes what an update changed in shipped services as their next versions', async () => {
  await using app = await runningApp();
  const { db } = app.services;
  // As an earlier version left it: other words in one service, one that today's parser does not know, and one as it is today.
  await app.database.superuser.query(`
    alter table efa.angebot disable trigger user;
    update efa.angebot set hash = 'earlier', formular = jsonb_set(formular::jsonb, '{title}', '"Arbeit zu Hause"')
      where dienst = 'heimarbeit';
    update efa.angebot set hash = 'earlier', formular = '{}' where dienst = 'hund-anmelden';
    update efa.angebot set hash = 'earlier' where dienst = 'bewohnerparkausweis';
    alter table efa.angebot enable trigger user`);
  const before = await db.withPublic(readAngebote);
  const live = await db.withPublic(readAllLive);
  assert.ok(live.some((one) => one.dienst === dienst));

  const left: unknown[] = [];
  const { logger } = app.services;
  logger.error = (entry: unknown) => left.push(entry);
  await makeDemo(app.services);
  assert.deepEqual(left, []);

  const after = await db.withPublic(readAngebote);
  const known = new Set(before.map(({ dienst: id, fassung }) => `${id} ${fassung}`));
  const added = after.map(({ dienst: id, fassung }) => `${id} ${fassung}`).filter((one) => !known.has(one));
  assert.deepEqual(added.toSorted(), ['heimarbeit 2', 'hund-anmelden 3']);
  const rollout = await db.withPublic((tx) => rolloutOf(tx, dienst));
  assert.deepEqual([...new Set(rollout.kommunen.map(({ fassung }) => fassung))], ['2']);
  assert.equal(rollout.kommunen.length, live.filter((one) => one.dienst === dienst).length);

  await makeDemo(app.services);
  assert.equal((await db.withPublic(readAngebote)).length, after.length);
});
