import assert from 'node:assert/strict';
import { test } from 'node:test';
import { actorOf, parseTenantId } from './database/tx.ts';
import { newSecret, openKeyRing } from './keys.ts';
import { testDatabase } from './testing/test-database.ts';

const lemgo = parseTenantId('00000000-0000-4000-8000-000000000001');
const detmold = parseTenantId('00000000-0000-4000-8000-000000000002');
const actor = actorOf('system', 'test');
const place = { table: 'identity.member', column: 'name', row: 'a' };

test('a value sealed for one tenant opens again for it, and for nobody else', async () => {
  await using t = await testDatabase();
  assert.ok(lemgo && detmold);
  const ring = openKeyRing(newSecret());
  const sealed = await t.db.withTenant(lemgo, actor, async (tx) =>
    (await ring.dataKeyOf(tx, lemgo)).seal(place, 'Ada Beispiel'),
  );
  assert.equal(sealed.includes('Ada'), false);
  const read = await t.db.withTenant(lemgo, actor, async (tx) =>
    (await ring.dataKeyOf(tx, lemgo)).open(place, sealed),
  );
  assert.equal(read, 'Ada Beispiel');
  await t.db.withTenant(detmold, actor, async (tx) => {
    const key = await ring.dataKeyOf(tx, detmold);
    assert.throws(() => key.open(place, sealed));
  });
});

test('a value that was altered, cut or moved to another place does not open', async () => {
  await using t = await testDatabase();
  assert.ok(lemgo);
  const ring = openKeyRing(newSecret());
  await t.db.withTenant(lemgo, actor, async (tx) => {
    const key = await ring.dataKeyOf(tx, lemgo);
    const sealed = key.seal(place, 'Ada Beispiel');
    for (let at = 0; at < sealed.length; at++) {
      const altered = Buffer.from(sealed);
      altered[at] = (altered[at] ?? 0) ^ 1;
      assert.throws(() => key.open(place, altered), `byte ${at}`);
    }
    for (const length of [0, 1, 12, 28, sealed.length - 1])
      assert.throws(() => key.open(place, sealed.subarray(0, length)));
    assert.throws(() => key.open({ ...place, row: 'b' }, sealed));
    assert.throws(() => key.open({ ...place, column: 'email' }, sealed));
  });
});

test('a foreign master key is named as the cause, and a rolled back key is not remembered', async () => {
  await using t = await testDatabase();
  assert.ok(lemgo);
  const ring = openKeyRing(newSecret());
  const abandoned = t.db.withTenant(lemgo, actor, async (tx) => {
    await ring.dataKeyOf(tx, lemgo);
    throw new Error('rolled back');
  });
  await assert.rejects(abandoned, /rolled back/);
  const sealed = await t.db.withTenant(lemgo, actor, async (tx) =>
    (await ring.dataKeyOf(tx, lemgo)).seal(place, 'x'),
  );
  const opened = await t.db.withTenant(lemgo, actor, async (tx) =>
    (await ring.dataKeyOf(tx, lemgo)).open(place, sealed),
  );
  assert.equal(opened, 'x');
  const other = openKeyRing(newSecret());
  await assert.rejects(
    t.db.withTenant(lemgo, actor, (tx) => other.dataKeyOf(tx, lemgo)),
    /gehört nicht zu dieser Datenbank/,
  );
  assert.throws(() => openKeyRing('kurz'), /zu kurz/);
});

test('the blind index is stable within an installation, differs by purpose and by installation', () => {
  const master = newSecret();
  const index = openKeyRing(master).blindIndex('email', 'a@demo.invalid');
  assert.deepEqual(openKeyRing(master).blindIndex('email', 'a@demo.invalid'), index);
  assert.notDeepEqual(openKeyRing(master).blindIndex('other', 'a@demo.invalid'), index);
  assert.notDeepEqual(openKeyRing(newSecret()).blindIndex('email', 'a@demo.invalid'), index);
});
