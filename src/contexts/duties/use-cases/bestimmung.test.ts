import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { sql } from 'kysely';
import { localDate } from '#kernel';
import { actorOf, parseTenantId, type TenantId } from '#platform';
import { type TestDatabase, testDatabase } from '../../../platform/testing/test-database.ts';
import { compileDuties } from '../domain/compiled-duties.ts';
import { verdictOf } from '../domain/verdict-of.ts';
import { regelwerkVersion } from '../store.ts';
import { atOnce } from '../testing/at-once.ts';
import { bodyNamed, leistungNamed, realDuties, today } from '../testing/real-duties.ts';
import { confirmBestimmung, listAngaben, rejectBestimmung } from './decide-bestimmung.ts';
import { loadRegelwerk } from './load-regelwerk.ts';
import { type BestimmungInput, stateBestimmung } from './state-bestimmung.ts';

const duties = realDuties();
const luedenscheid = bodyNamed(duties, 'Lüdenscheid');

const good: BestimmungInput = {
  aufgabeId: 'jugendamt',
  bestimmt: true,
  gueltigVon: '1995-07-01',
  gueltigBis: null,
  quelle: 'Rechtsverordnung.pdf',
  quelleUrl: null,
  note: null,
};

function tenant(): TenantId {
  const id = parseTenantId(randomUUID());
  assert.ok(id);
  return id;
}

function people() {
  const [kommune, provider] = [tenant(), tenant()];
  return {
    stating: {
      actor: actorOf('mitglied', randomUUID()),
      tenant: kommune,
      provider,
      ags: luedenscheid.ags,
      mayState: true,
    },
    deciding: { actor: actorOf('mitglied', randomUUID()), provider, mayConfirm: true },
  };
}

async function stated(t: TestDatabase, stating: ReturnType<typeof people>['stating']): Promise<string> {
  const result = await stateBestimmung(t.db, duties, stating, good);
  assert.ok(result.ok);
  return result.value.id;
}

test('eine Angabe zählt erst, wenn der IT-Dienstleister sie bestätigt', async () => {
  await using t = await testDatabase();
  const { stating, deciding } = people();
  const id = await stated(t, stating);
  assert.deepEqual((await t.db.withPublic(loadRegelwerk)).bestimmungen, []);
  const confirmed = await confirmBestimmung(t.db, deciding, id, 'norm-gelesen');
  assert.equal(confirmed.ok && confirmed.value.entscheidung, 'bestaetigt');
  const { bestimmungen } = await t.db.withPublic(loadRegelwerk);
  const now = compileDuties({ ...duties.facts, regelwerk: { ...duties.facts.regelwerk, bestimmungen } });
  const leistung = leistungNamed(duties, 'Unterhaltsvorschuss');
  assert.equal(verdictOf(now, leistung, luedenscheid, today).verdict, 'selbst');
  assert.equal(verdictOf(now, leistung, luedenscheid, localDate('1995-06-30')).verdict, 'offen');
  assert.equal(await t.db.withPublic(regelwerkVersion), 1);
  const { rows } = await t.superuser.query('select action from platform.audit order by at');
  assert.deepEqual(
    rows.map(({ action }) => action),
    ['duties.bestimmung.stated', 'duties.bestimmung.confirmed'],
  );
});

test('über eine Angabe wird einmal entschieden; wer zu spät kommt, erfährt es', async () => {
  await using t = await testDatabase();
  const { stating, deciding } = people();
  const id = await stated(t, stating);
  const both = await atOnce(t, [
    () => confirmBestimmung(t.db, deciding, id, 'sekundaerquelle'),
    () => confirmBestimmung(t.db, deciding, id, 'sekundaerquelle'),
  ]);
  assert.deepEqual(both.toSorted(), ['DUTIES_BESTIMMUNG_DECIDED', 'ok']);
  const late = await rejectBestimmung(t.db, deciding, id, 'zu spät');
  assert.equal(!late.ok && late.refusal.code, 'DUTIES_BESTIMMUNG_DECIDED');
  assert.equal((await t.db.withPublic(loadRegelwerk)).bestimmungen.length, 1);
});

test('eine abgelehnte Angabe zählt nicht, und die Kommune liest den Grund', async () => {
  await using t = await testDatabase();
  const { stating, deciding } = people();
  const id = await stated(t, stating);
  const empty = await rejectBestimmung(t.db, deciding, id, '  ');
  assert.equal(!empty.ok && empty.refusal.kind, 'invalid');
  await rejectBestimmung(t.db, deciding, id, 'Die Datei ist eine andere Verordnung.');
  const [angabe] = await listAngaben(t.db, stating.tenant, stating.actor);
  assert.equal(angabe?.entscheidung, 'abgelehnt');
  assert.equal(angabe?.begruendung, 'Die Datei ist eine andere Verordnung.');
  assert.deepEqual((await t.db.withPublic(loadRegelwerk)).bestimmungen, []);
});

test('nur die Kommune und ihr IT-Dienstleister sehen die Angabe, nur dieser entscheidet', async () => {
  await using t = await testDatabase();
  const { stating, deciding } = people();
  const id = await stated(t, stating);
  const foreign = { ...deciding, provider: tenant() };
  assert.deepEqual(await listAngaben(t.db, foreign.provider, foreign.actor), []);
  assert.equal((await listAngaben(t.db, deciding.provider, deciding.actor)).length, 1);
  for (const provider of [foreign, { ...deciding, provider: stating.tenant }]) {
    const refused = await confirmBestimmung(t.db, provider, id, 'norm-gelesen');
    assert.equal(!refused.ok && refused.refusal.kind, 'not-found');
  }
  const helper = await confirmBestimmung(t.db, { ...deciding, mayConfirm: false }, id, 'norm-gelesen');
  assert.equal(!helper.ok && helper.refusal.kind, 'forbidden');
  const unknown = await confirmBestimmung(t.db, deciding, 'x', 'norm-gelesen');
  assert.equal(!unknown.ok && unknown.refusal.kind, 'not-found');
});

test('der Entscheidende kann die Angabe selbst nicht ändern', async () => {
  await using t = await testDatabase();
  const { stating, deciding } = people();
  const id = await stated(t, stating);
  const change = t.db.withReference(
    deciding.actor,
    async (tx) => {
      await sql`update duties.bestimmung_angabe set bestimmt = false where id = ${id}::uuid`.execute(tx.as());
    },
    deciding.provider,
  );
  await assert.rejects(change, /permission denied/);
});

test('eine unvollständige Angabe nennt jedes Feld und wie man es berichtigt', async () => {
  await using t = await testDatabase();
  const { stating } = people();
  const bad: readonly (readonly [Partial<BestimmungInput>, string])[] = [
    [{ gueltigVon: '1.7.1995' }, 'gueltigVon'],
    [{ gueltigVon: '1850-01-01' }, 'gueltigVon'],
    [{ gueltigBis: '1990-01-01' }, 'gueltigBis'],
    [{ quelle: '  ' }, 'quelle'],
    [{ quelle: 'x'.repeat(501) }, 'quelle'],
    [{ quelleUrl: 'javascript:alert(1)' }, 'quelleUrl'],
    [{ aufgabeId: 'gibt-es-nicht' }, 'aufgabeId'],
    [{ aufgabeId: 'wohngeld' }, 'aufgabeId'],
  ];
  for (const [change, field] of bad) {
    const refused = await stateBestimmung(t.db, duties, stating, { ...good, ...change });
    assert.ok(!refused.ok);
    assert.equal(refused.refusal.kind, 'invalid');
    assert.deepEqual(
      refused.refusal.fields?.map((each) => each.field),
      [field],
    );
  }
  const reader = await stateBestimmung(t.db, duties, { ...stating, mayState: false }, good);
  assert.equal(!reader.ok && reader.refusal.kind, 'forbidden');
  const kalletal = bodyNamed(duties, 'Kalletal').ags;
  const small = await stateBestimmung(t.db, duties, { ...stating, ags: kalletal }, good);
  assert.equal(!small.ok && small.refusal.fields?.[0]?.field, 'aufgabeId');
  assert.deepEqual(await listAngaben(t.db, stating.tenant, stating.actor), []);
});

test('eine Kommune kann ihre Angabe nicht an sich selbst richten', async () => {
  await using t = await testDatabase();
  const { stating } = people();
  const toItself = { ...stating, provider: stating.tenant };
  await assert.rejects(
    stateBestimmung(t.db, duties, toItself, good),
    /bestimmung_angabe_recipient_is_another/,
  );
  const { rows } = await t.superuser.query('select from duties.bestimmung_angabe');
  assert.equal(rows.length, 0);
});
