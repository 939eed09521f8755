import assert from 'node:assert/strict';
import { test } from 'node:test';
import { localDate, type Result } from '#kernel';
import type { Principal } from '#platform';
import type { FieldsDeps } from '../deps.ts';
import { type Feldeingabe, leereEingabe } from '../domain/check-field.ts';
import { completeness, vollstaendigkeitText } from '../domain/completeness.ts';
import { readValues } from '../domain/read-values.ts';
import { missingRequired } from '../domain/required.ts';
import { type FieldsWorld, openFieldsWorld } from '../testing/fields-world.ts';
import { addField, changeField } from './change-field.ts';
import { openFieldsReader } from './fields-reader.ts';
import { editorOf, readerOf } from './person.ts';
import { readKind } from './read-fields.ts';
import { exportDefinition, importDefinition } from './transfer-definition.ts';

const day = localDate('2026-11-22');
const art = 'stand';

function valueIn<T>(result: Result<T>): T {
  assert.ok(result.ok, result.ok ? '' : result.refusal.message);
  return result.value;
}

function codeOf(result: Result<unknown>): string {
  assert.ok(!result.ok);
  return result.refusal.code;
}

async function change(
  { deps }: FieldsWorld,
  principal: Principal,
  key: string,
  grundlage: number,
  said: Partial<Omit<Feldeingabe, 'typ'>>,
) {
  const editor = valueIn(await editorOf(deps, principal));
  return changeField(deps, editor, { art, key, grundlage }, said);
}

async function add(
  { deps }: FieldsWorld,
  principal: Principal,
  grundlage: number,
  said: Partial<Feldeingabe> & { readonly label: string },
) {
  const editor = valueIn(await editorOf(deps, principal));
  return addField(deps, editor, { art, grundlage }, { ...leereEingabe, typ: 'text', ...said });
}

async function fieldsOf(deps: FieldsDeps, principal: Principal) {
  deps.reader.expire();
  return valueIn(await readKind(deps, valueIn(await readerOf(deps, principal)), art)).felder;
}

test('was der IT-Dienstleister sagt, gilt für seine Kommunen und für niemanden sonst', async () => {
  await using world = await openFieldsWorld();
  const { deps, lead, lemgo, stranger } = world;
  const said = { label: 'Anmerkung', tooltip: 'Kurz.', hilfe: 'Lang.', pflicht: true, zaehlt: true };
  valueIn(await change(world, lead, 'bemerkung', 0, said));
  valueIn(await add(world, lead, 1, { label: 'Ticket-Nr.', typ: 'zahl' }));
  const [field] = (await fieldsOf(deps, lemgo)).filter(({ key }) => key === 'bemerkung');
  assert.deepEqual({ ...field, ...said }, field);
  assert.ok((await fieldsOf(deps, lemgo)).some(({ key }) => key === 'eigen-ticket-nr'));
  const foreign = await fieldsOf(deps, stranger);
  assert.ok(!foreign.some(({ label, key }) => label === 'Anmerkung' || key.startsWith('eigen-')));
});

test('eine Kommune ergänzt Felder nur für sich und ändert keine fremden', async () => {
  await using world = await openFieldsWorld();
  const { deps, lead, lemgo, reading } = world;
  const added = valueIn(await add(world, lemgo, 0, { label: 'Amtsleitung', zaehlt: true }));
  assert.equal(added.key, 'kommune-amtsleitung');
  assert.ok(!(await fieldsOf(deps, lead)).some(({ key }) => key === added.key));
  assert.equal(codeOf(await change(world, lemgo, 'zustand', 1, { label: 'Status' })), 'FIELDS_NOT_YOURS');
  valueIn(await add(world, lead, 0, { label: 'Ticket' }));
  assert.equal(codeOf(await change(world, lemgo, 'eigen-ticket', 1, { label: 'x' })), 'FIELDS_NOT_YOURS');
  assert.equal(codeOf(await editorOf(deps, reading)), 'FIELDS_NOT_ALLOWED');
});

test('von zwei Personen, die zugleich ändern, erfährt die zweite davon; jede Fassung und die Prüfspur bleiben', async () => {
  await using world = await openFieldsWorld();
  const { lead, t } = world;
  valueIn(await change(world, lead, 'zustand', 0, { label: 'Status' }));
  assert.equal(
    codeOf(await change(world, lead, 'zustand', 0, { label: 'Lage' })),
    'FIELDS_CHANGED_MEANWHILE',
  );
  const both = await Promise.all(['A', 'B'].map((label) => change(world, lead, 'zustand', 1, { label })));
  assert.deepEqual(both.map(({ ok }) => ok).toSorted(), [false, true]);
  const { rows } = await t.superuser.query(
    'select (select count(*) from fields.definition)::int as fassungen, (select count(*) from platform.audit where action like $1)::int as lines',
    ['fields.%'],
  );
  assert.deepEqual(rows, [{ fassungen: 2, lines: 2 }]);
  await assert.rejects(t.superuser.query('update fields.definition set fassung = 9'), /append-only/);
});

test('ein beendetes Feld wird nicht mehr erfasst und behält seine Werte', async () => {
  await using world = await openFieldsWorld();
  const { deps, lead } = world;
  const { key } = valueIn(
    await add(world, lead, 0, {
      label: 'Kanal',
      typ: 'auswahl',
      optionen: ['Web', 'Schalter'],
      pflicht: true,
      zaehlt: true,
    }),
  );
  const kept = readValues(await fieldsOf(deps, lead), (name) => (name === key ? 'Web' : null), {}, day).werte;
  valueIn(await change(world, lead, key, 1, { gueltigBis: localDate('2026-11-21') }));
  const felder = await fieldsOf(deps, lead);
  assert.deepEqual(
    readValues(felder, (name) => (name === key ? 'Fax' : null), kept, day),
    {
      werte: { [key]: 'Web' },
      problems: [],
    },
  );
  assert.ok(!missingRequired(felder, {}, day).some(({ field }) => field.includes(key)));
  assert.equal(vollstaendigkeitText(completeness(felder, {}, day)), '0 % (0 von 2 Feldern)');
});

test('eine gewählte Möglichkeit, die es nicht mehr gibt, bleibt; neu wählbar ist sie nicht', async () => {
  await using world = await openFieldsWorld();
  const { deps, lead } = world;
  const choice = { label: 'Kanal', typ: 'auswahl', optionen: ['Web', 'Fax', 'Post'] } as const;
  const { key } = valueIn(await add(world, lead, 0, choice));
  valueIn(await change(world, lead, key, 1, { optionen: ['Web', 'Post'] }));
  const felder = await fieldsOf(deps, lead);
  const typed = (name: string) => (name === key ? 'Fax' : null);
  assert.deepEqual(readValues(felder, typed, { [key]: 'Fax' }, day), {
    werte: { [key]: 'Fax' },
    problems: [],
  });
  assert.equal(readValues(felder, typed, {}, day).problems.length, 1);
});

test('was nicht passt, wird genannt und nichts gespeichert', async () => {
  await using world = await openFieldsWorld();
  const { lead } = world;
  const refused = async (said: Partial<Feldeingabe>) => {
    const result = await add(world, lead, 0, { label: 'Neu', ...said });
    assert.ok(!result.ok);
    return result.refusal.fields?.map(({ field }) => field);
  };
  assert.deepEqual(await refused({ label: '' }), ['label']);
  assert.deepEqual(await refused({ label: 'zustand' }), ['label']);
  assert.deepEqual(await refused({ label: 'x'.repeat(81) }), ['label']);
  assert.deepEqual(await refused({ typ: 'auswahl', optionen: ['eins'] }), ['optionen']);
  assert.deepEqual(await refused({ position: 1.5 }), ['position']);
  const days = { gueltigVon: localDate('2026-02-01'), gueltigBis: localDate('2026-01-01') };
  assert.deepEqual(await refused(days), ['gueltigBis']);
});

test('eine Definition geht hinaus und unverändert wieder hinein; was fehlt, bleibt; was nicht passt, ändert nichts', async () => {
  await using world = await openFieldsWorld();
  const { deps, lead, lemgo } = world;
  valueIn(await change(world, lead, 'zustand', 0, { label: 'Status', pflicht: false }));
  const { key } = valueIn(await add(world, lead, 1, { label: 'Ticket', typ: 'zahl' }));
  const editor = valueIn(await editorOf(deps, lead));
  const file = exportDefinition(valueIn(await readKind(deps, editor, art)));
  const take = (grundlage: number, content: unknown) =>
    importDefinition(deps, editor, { art, grundlage }, content);
  const before = await fieldsOf(deps, lead);
  const again = JSON.parse(JSON.stringify(file));
  assert.deepEqual(valueIn(await take(2, again)), { fassung: 3, uebernommen: 2, behalten: 0 });
  assert.deepEqual(await fieldsOf(deps, lead), before);
  assert.deepEqual(valueIn(await take(3, { ...again, felder: [] })), {
    fassung: 4,
    uebernommen: 0,
    behalten: 1,
  });
  const changed = again.felder.map((one: { key: string; eigen: object | null }) =>
    one.key === key ? { ...one, eigen: { ...one.eigen, typ: 'text' } } : one,
  );
  assert.equal(codeOf(await take(4, { ...again, felder: changed })), 'FIELDS_DEFINITION_INVALID');
  assert.equal(codeOf(await take(4, { ...again, art: 'loesung' })), 'FIELDS_DEFINITION_INVALID');
  assert.equal(codeOf(await take(4, 'unsinn')), 'FIELDS_DEFINITION_INVALID');
  const own = valueIn(await editorOf(deps, lemgo));
  const stolen = await importDefinition(deps, own, { art, grundlage: 0 }, again);
  assert.equal(codeOf(stolen), 'FIELDS_DEFINITION_INVALID');
  assert.deepEqual(
    (await fieldsOf(deps, lead)).map(({ label }) => label),
    ['Zustand', 'Geplant für', 'Umgesetzt am', 'Bemerkung', 'Ticket'],
  );
});

test('der Leser hält, was er las, und sieht eine Änderung anderer nach höchstens einer Sekunde', async () => {
  await using world = await openFieldsWorld();
  const { deps, lead, lemgo, t } = world;
  assert.ok(lemgo.tenant);
  let now = 0;
  let asked = 0;
  const counted: typeof t.db.withTenant = (tenant, actor, fn) => {
    asked += 1;
    return t.db.withTenant(tenant, actor, fn);
  };
  const reader = openFieldsReader({ withTenant: counted }, deps.kinds, () => now);
  const first = await reader.fieldsFor(lemgo.tenant, art);
  valueIn(await change(world, lead, 'zustand', 0, { label: 'Status' }));
  assert.equal(await reader.fieldsFor(lemgo.tenant, art), first);
  assert.equal(asked, 1);
  now += 1_001;
  assert.equal((await reader.fieldsFor(lemgo.tenant, art))[0]?.label, 'Status');
  await assert.rejects(reader.fieldsFor(lemgo.tenant, 'mond'), /declares/);
});
