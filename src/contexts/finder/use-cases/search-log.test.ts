import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { finderWorld, refusedAs, unwrap } from '../testing/finder-world.ts';
import { findLeistungen } from './find-leistungen.ts';
import { suchworteFor } from './read-suchworte.ts';
import { normalised } from './search-log.ts';

const strange = 'Quurxelblatt für meinen Zwerg';

test('Wörter werden erst nach fünf verschiedenen Tagen festgehalten, bis dahin nur ein Schlüsselwert', async () => {
  await using world = await finderWorld();
  const { deps, leitung } = world;
  for (let day = 1; day <= 4; day += 1) {
    world.day(`2026-11-0${day}`);
    unwrap(await findLeistungen(deps, { text: strange }));
    unwrap(await findLeistungen(deps, { text: strange }));
    await deps.log.flush();
  }
  assert.deepEqual(unwrap(await suchworteFor(deps, leitung)), []);
  const stored = await world.t.db.withPublic(async (tx) =>
    JSON.stringify((await sql`select * from finder.suchzahl`.execute(tx.as())).rows),
  );
  assert.doesNotMatch(stored, /quurxel/i);
  world.day('2026-11-05');
  unwrap(await findLeistungen(deps, { text: 'meinen zwerg QUURXELBLATT!' }));
  const [word] = unwrap(await suchworteFor(deps, leitung));
  assert.deepEqual(word, {
    woerter: 'quurxelblatt zwerg',
    zuletzt: '2026-11-05',
    tage: 5,
    gesucht: 9,
    ohneTreffer: word?.ohneTreffer,
    geoeffnet: 0,
  });
});

test('nach der Frist ist alles gelöscht', async () => {
  await using world = await finderWorld();
  const { deps, leitung } = world;
  for (let day = 1; day <= 5; day += 1) {
    world.day(`2026-01-0${day}`);
    deps.log.note('Quurxelblatt', 'ohne-treffer');
    await deps.log.flush();
  }
  assert.equal(unwrap(await suchworteFor(deps, leitung)).length, 1);
  world.day('2027-02-01');
  deps.log.note('anderes', 'gefunden');
  await deps.log.flush();
  const left = await world.t.db.withPublic(async (tx) => {
    const { rows } = await sql<{ zahlen: number; woerter: number }>`select
      (select count(*) from finder.suchzahl where tag < '2027-01-01') as zahlen,
      (select count(*) from finder.suchwort) as woerter`.execute(tx.as());
    return rows[0];
  });
  assert.deepEqual(left, { zahlen: 0, woerter: 0 });
});

test('lange Zahlen wie Telefonnummern und Aktenzeichen werden nicht einmal gezählt', () => {
  assert.equal(normalised('Bescheid 4711-0815 von Frau'), 'bescheid frau');
  assert.equal(normalised('0170 1234567'), normalised('0170 7654321'));
});

test('die Liste sieht nur die Redaktion', async () => {
  await using world = await finderWorld();
  assert.equal(refusedAs(await suchworteFor(world.deps, world.leser)), 'FINDER_NOT_AN_EDITOR');
  assert.equal(refusedAs(await suchworteFor(world.deps, null)), 'FINDER_NOT_AN_EDITOR');
});
