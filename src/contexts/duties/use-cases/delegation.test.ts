import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { type LocalDate, localDate, type Result } from '#kernel';
import { actorOf, parseTenantId, type TenantId } from '#platform';
import { type TestDatabase, testDatabase } from '../../../platform/testing/test-database.ts';
import { compileDuties } from '../domain/compiled-duties.ts';
import { regelwerkVersion } from '../store.ts';
import { readDelegationAngaben } from '../store-delegation.ts';
import { atOnce } from '../testing/at-once.ts';
import { decisionFor, shippedWorld } from '../testing/duties-world.ts';
import { confirmDelegation, rejectDelegation } from './decide-delegation.ts';
import type { DelegationInput } from './delegation-fields.ts';
import { loadRegelwerk } from './load-regelwerk.ts';
import { type DelegationHouse, stateDelegation, stateEnd } from './state-delegation.ts';

const world = await shippedWorld();
const lemgo = '05766044';
const kreis = '05766';
const day = localDate('2026-11-22');

const good: DelegationInput = {
  form: 'heranziehung',
  von: 'Kreis Lippe',
  nach: 'Lemgo',
  gebiet: ['Lemgo'],
  aufgabeIds: ['fahrerlaubnis'],
  norm: 'Satzung über die Heranziehung vom 01.12.2025',
  quelle: 'Kreisblatt 1/2026',
  quelleUrl: null,
  evidenz: 'norm-gelesen',
  gueltigVon: '2026-01-01',
  gueltigBis: null,
  note: null,
};

function unwrap<T>(result: Result<T>): T {
  assert.ok(result.ok, JSON.stringify(result));
  return result.value;
}

function refusalOf(result: Result<unknown>) {
  assert.ok(!result.ok);
  return result.refusal;
}

function tenant(): TenantId {
  const id = parseTenantId(randomUUID());
  assert.ok(id);
  return id;
}

function people() {
  const provider = tenant();
  const house = (own: string | null, at: TenantId, name: string): DelegationHouse => ({
    actor: actorOf('mitglied', randomUUID()),
    tenant: at,
    recipient: provider,
    name,
    own,
    mayState: true,
    mayConfirm: at === provider,
  });
  return {
    kommune: house(lemgo, tenant(), 'Lemgo'),
    lead: house(null, provider, 'Rechenzentrum'),
    second: house(null, provider, 'Rechenzentrum'),
  };
}

/** The world after what the database holds by now. */
async function worldNow(t: TestDatabase) {
  const { uebertragungen } = await t.db.withPublic(loadRegelwerk);
  const { facts } = world.duties;
  const all = [...facts.regelwerk.uebertragungen, ...uebertragungen];
  return {
    ...world,
    duties: compileDuties({ ...facts, regelwerk: { ...facts.regelwerk, uebertragungen: all } }),
  };
}

test('eine Übertragung zählt erst, wenn eine zweite Person sie bestätigt, und nur ab ihrem Tag', async () => {
  await using t = await testDatabase();
  const { kommune, lead } = people();
  const { id, hinweise } = unwrap(await stateDelegation(t.db, world, kommune, good));
  assert.deepEqual(hinweise, []);
  assert.deepEqual((await t.db.withPublic(loadRegelwerk)).uebertragungen, []);
  assert.equal(await t.db.withPublic(regelwerkVersion), 0);
  unwrap(await confirmDelegation(t.db, world, lead, id));
  assert.equal(await t.db.withPublic(regelwerkVersion), 1);
  const now = await worldNow(t);
  const fahrerlaubnis = (date: LocalDate) => decisionFor(now, 'fahrerlaubnis', lemgo, date);
  assert.equal(fahrerlaubnis(day).verdict, 'selbst');
  assert.equal(fahrerlaubnis(localDate('2025-12-31')).verdict, 'Kreis');
  assert.ok(
    !decisionFor(now, 'fahrerlaubnis', kreis, day).gemeinden?.handeltFuer.some(({ ags }) => ags === lemgo),
  );
  const { rows } = await t.superuser.query('select action from platform.audit order by at');
  assert.deepEqual(
    rows.map(({ action }) => action),
    ['duties.delegation.stated', 'duties.delegation.confirmed'],
  );
});

test('wer angibt, bestätigt nicht; wer zu spät kommt, erfährt es; wer nicht darf, auch', async () => {
  await using t = await testDatabase();
  const { lead, second, kommune } = people();
  const { id } = unwrap(await stateDelegation(t.db, world, lead, good));
  assert.equal(refusalOf(await confirmDelegation(t.db, world, lead, id)).code, 'DUTIES_FOUR_EYES');
  unwrap(await confirmDelegation(t.db, world, second, id));
  assert.equal(
    refusalOf(await rejectDelegation(t.db, second, id, 'doch nicht')).code,
    'DUTIES_DELEGATION_DECIDED',
  );
  assert.equal(refusalOf(await confirmDelegation(t.db, world, kommune, id)).kind, 'forbidden');
  assert.equal(refusalOf(await confirmDelegation(t.db, world, second, 'x')).kind, 'not-found');
});

test('zwei Ziele im selben Augenblick bestätigt, jeder Prozess mit altem Wissen: eines gilt, das andere wird abgewiesen', async () => {
  await using t = await testDatabase();
  const { lead, second } = people();
  const first = unwrap(await stateDelegation(t.db, world, lead, good));
  const other = unwrap(await stateDelegation(t.db, world, lead, { ...good, nach: 'Detmold' }));
  const both = await atOnce(t, [
    () => confirmDelegation(t.db, world, second, first.id),
    () => confirmDelegation(t.db, world, second, other.id),
  ]);
  assert.deepEqual(both.toSorted(), ['DUTIES_DELEGATION_CONFLICT', 'ok']);
  assert.equal((await t.db.withPublic(loadRegelwerk)).uebertragungen.length, 1);
});

test('zwei Ziele zur selben Zeit: abgewiesen, beide Seiten genannt, auch wenn beide schon angegeben waren', async () => {
  await using t = await testDatabase();
  const { lead, second } = people();
  const first = unwrap(await stateDelegation(t.db, world, lead, good));
  const other = unwrap(
    await stateDelegation(t.db, world, lead, { ...good, nach: 'Detmold', norm: 'Andere Satzung' }),
  );
  unwrap(await confirmDelegation(t.db, world, second, first.id));
  const now = await worldNow(t);
  const late = refusalOf(await confirmDelegation(t.db, now, second, other.id));
  assert.equal(late.code, 'DUTIES_DELEGATION_CONFLICT');
  assert.match(late.message, /Andere Satzung.*Satzung über die Heranziehung vom 01\.12\.2025/);
  const again = refusalOf(await stateDelegation(t.db, now, lead, { ...good, nach: 'Detmold' }));
  assert.equal(again.code, 'DUTIES_DELEGATION_CONFLICT');
  assert.equal((await t.db.withPublic(loadRegelwerk)).uebertragungen.length, 1);
});

test('ein Kreislauf wird bei der Angabe abgewiesen und mit allen Stellen genannt', async () => {
  await using t = await testDatabase();
  const { lead, second } = people();
  const { id } = unwrap(await stateDelegation(t.db, world, lead, good));
  unwrap(await confirmDelegation(t.db, world, second, id));
  const back = { ...good, von: 'Lemgo', nach: 'Kreis Lippe', gebiet: [], norm: 'Vereinbarung zurück' };
  const refused = refusalOf(await stateDelegation(t.db, await worldNow(t), lead, back));
  assert.match(refused.message, /Kreislauf: „Vereinbarung zurück“.*→.*Satzung über die Heranziehung/);
});

test('ohne Datum ist ein Hinweis; ein Ende mit Quelle und Bestätigung schließt die Übertragung', async () => {
  await using t = await testDatabase();
  const { kommune, lead } = people();
  const { id, hinweise } = unwrap(await stateDelegation(t.db, world, kommune, { ...good, gueltigVon: null }));
  assert.deepEqual(
    hinweise.map(({ art }) => art),
    ['ohne-datum'],
  );
  unwrap(await confirmDelegation(t.db, world, lead, id));
  const now = await worldNow(t);
  const target = (await t.db.withPublic(loadRegelwerk)).uebertragungen[0]?.id ?? '';
  const end = { id: target, letzterTag: '2026-06-30', begruendung: 'Kündigung vom 01.03.2026' };
  const ended = unwrap(await stateEnd(t.db, now, kommune, end));
  unwrap(await confirmDelegation(t.db, now, lead, ended.id));
  const [only] = (await t.db.withPublic(loadRegelwerk)).uebertragungen;
  assert.equal(only?.validTo, '2026-06-30');
  const noReason = refusalOf(await stateEnd(t.db, now, kommune, { ...end, begruendung: ' ' }));
  assert.equal(noReason.fields?.[0]?.field, 'begruendung');
});

test('was fehlt oder nicht passt, wird Feld für Feld gesagt, und nichts gespeichert', async () => {
  await using t = await testDatabase();
  const { kommune } = people();
  const bad: readonly (readonly [Partial<DelegationInput>, string])[] = [
    [{ form: 'zuruf' }, 'form'],
    [{ von: 'Nirgendwo' }, 'von'],
    [{ nach: 'Unna' }, 'nach'],
    [{ nach: 'Kreis Lippe' }, 'nach'],
    [{ gebiet: ['Nirgendwo'] }, 'gebiet'],
    [{ aufgabeIds: [] }, 'aufgabeIds'],
    [{ aufgabeIds: ['gibt-es-nicht'] }, 'aufgabeIds'],
    [{ norm: ' ' }, 'norm'],
    [{ quelle: '' }, 'quelle'],
    [{ quelleUrl: 'javascript:alert(1)' }, 'quelleUrl'],
    [{ evidenz: 'sicher' }, 'evidenz'],
    [{ gueltigVon: '2026-02-30' }, 'gueltigVon'],
    [{ gueltigBis: '2025-12-31' }, 'gueltigBis'],
    [{ von: 'Detmold', nach: 'Kreis Lippe' }, 'von'],
  ];
  for (const [change, field] of bad) {
    const refused = refusalOf(await stateDelegation(t.db, world, kommune, { ...good, ...change }));
    assert.equal(refused.code, 'DUTIES_DELEGATION_INVALID');
    assert.deepEqual(
      refused.fields?.map((each) => each.field),
      [field],
      JSON.stringify(change),
    );
  }
  const statements = await t.db.withTenant(kommune.tenant, kommune.actor, readDelegationAngaben);
  assert.deepEqual(statements, []);
});

test('ein Zweckverband wird mit seinem Namen genannt und ist dann die Stelle', async () => {
  await using t = await testDatabase();
  const { lead, second } = people();
  const verband = {
    ...good,
    form: 'zweckverband',
    von: 'Lemgo',
    nach: 'Zweckverband Probe',
    gebiet: [],
    aufgabeIds: ['wohngeld'],
  };
  const { id } = unwrap(await stateDelegation(t.db, world, lead, verband));
  unwrap(await confirmDelegation(t.db, world, second, id));
  const decision = decisionFor(await worldNow(t), 'wohngeld', lemgo, day);
  assert.deepEqual([decision.verdict, decision.stelle?.name], ['andere Stelle', 'Zweckverband Probe']);
});
