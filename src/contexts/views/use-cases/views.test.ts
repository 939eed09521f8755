import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Result } from '#kernel';
import type { Principal } from '#platform';
import { asPerson, openViewsWorld, type ViewsWorld } from '../testing/views-world.ts';
import { changeView, deleteView, setStartView } from './change-view.ts';
import { listViews, readView } from './read-views.ts';
import { type AnsichtEingabe, saveView } from './save-view.ts';

const liste = '/katalog/leistungen';

function valueIn<T>(result: Result<T>): T {
  assert.ok(result.ok, result.ok ? '' : result.refusal.message);
  return result.value;
}

function codeOf(result: Result<unknown>): string {
  assert.ok(!result.ok);
  return result.refusal.code;
}

function save({ deps }: ViewsWorld, who: Principal, said: Partial<AnsichtEingabe> = {}) {
  const usual = {
    name: 'Hunde',
    adresse: `${liste}?suche=hund`,
    liste: 'Leistungen',
    geteilt: 'nein',
    start: false,
  };
  return saveView(deps, asPerson(who), { ...usual, ...said });
}

async function namesFor({ deps }: ViewsWorld, who: Principal): Promise<readonly string[]> {
  return (await listViews(deps, asPerson(who))).map(({ name }) => name);
}

test('eine eigene Ansicht sieht nur, wer sie speicherte; geteilt sieht sie die Organisation, sonst niemand', async () => {
  await using world = await openViewsWorld();
  const own = valueIn(await save(world, world.lemgo));
  valueIn(await save(world, world.lemgo, { name: 'Für alle', geteilt: 'organisation' }));
  assert.deepEqual(await namesFor(world, world.lemgo), ['Für alle', 'Hunde']);
  for (const who of [world.colleague, world.admin, world.machine])
    assert.deepEqual(await namesFor(world, who), ['Für alle']);
  for (const who of [world.stranger, world.provider]) assert.deepEqual(await namesFor(world, who), []);
  assert.equal(codeOf(await readView(world.deps, asPerson(world.colleague), own.id)), 'VIEWS_UNKNOWN');
  assert.equal(codeOf(await readView(world.deps, asPerson(world.lemgo), "' or true")), 'VIEWS_UNKNOWN');
});

test('was der IT-Dienstleister im Kreis teilt, sehen seine Kommunen, lesend, und keine anderen', async () => {
  await using world = await openViewsWorld();
  const { deps, provider, lemgo, admin, stranger } = world;
  const { id } = valueIn(await save(world, provider, { name: 'Vom Haus', geteilt: 'kreis' }));
  assert.deepEqual(await namesFor(world, lemgo), ['Vom Haus']);
  assert.deepEqual(await namesFor(world, stranger), []);
  assert.equal(codeOf(await changeView(deps, asPerson(lemgo), id, { name: 'Meine' })), 'VIEWS_NOT_YOURS');
  assert.equal(codeOf(await deleteView(deps, asPerson(admin), id)), 'VIEWS_NOT_YOURS');
  assert.equal(codeOf(await save(world, lemgo, { geteilt: 'kreis' })), 'VIEWS_INVALID');
  valueIn(await setStartView(deps, asPerson(lemgo), id, true));
  valueIn(await changeView(deps, asPerson(provider), id, { geteilt: 'organisation' }));
  assert.deepEqual(await namesFor(world, lemgo), []);
});

test('geteilte Ansichten ändert, wer sie speicherte oder Mitglieder verwaltet', async () => {
  await using world = await openViewsWorld();
  const { deps, lemgo, colleague, admin } = world;
  const { id } = valueIn(await save(world, lemgo, { geteilt: 'organisation' }));
  assert.equal(codeOf(await changeView(deps, asPerson(colleague), id, { name: 'x' })), 'VIEWS_NOT_YOURS');
  assert.equal(valueIn(await changeView(deps, asPerson(admin), id, { name: 'Alle Hunde' })).version, 2);
  assert.equal(
    codeOf(await changeView(deps, asPerson(lemgo), id, { name: 'y', version: 1 })),
    'VIEWS_CHANGED_MEANWHILE',
  );
  const moved = await changeView(deps, asPerson(lemgo), id, { adresse: '/kommunen/1/pflichten' });
  assert.equal(codeOf(moved), 'VIEWS_INVALID');
  const next = await changeView(deps, asPerson(lemgo), id, { adresse: `${liste}?suche=katze&seite=2` });
  assert.equal(valueIn(next).abfrage, 'suche=katze');
  valueIn(await deleteView(deps, asPerson(admin), id));
  assert.deepEqual(await namesFor(world, lemgo), []);
});

test('eine Liste hat je Person eine Startansicht; wird die Ansicht gelöscht, öffnet sie sich wieder wie sie ist', async () => {
  await using world = await openViewsWorld();
  const { deps, lemgo, colleague } = world;
  const starts = async (who: Principal) =>
    (await listViews(deps, asPerson(who), liste)).filter(({ start }) => start).map(({ name }) => name);
  valueIn(await save(world, lemgo, { name: 'A', geteilt: 'organisation', start: true }));
  const b = valueIn(await save(world, lemgo, { name: 'B', geteilt: 'organisation', start: true }));
  assert.deepEqual(await starts(lemgo), ['B']);
  assert.deepEqual(await starts(colleague), []);
  valueIn(await setStartView(deps, asPerson(colleague), b.id, true));
  valueIn(await deleteView(deps, asPerson(lemgo), b.id));
  for (const who of [lemgo, colleague]) assert.deepEqual(await starts(who), []);
});

test('eine Maschine speichert für die Organisation und hat keine Startansicht', async () => {
  await using world = await openViewsWorld();
  const { deps, machine, lemgo } = world;
  assert.equal(codeOf(await save(world, machine)), 'VIEWS_PERSON_NEEDED');
  const { id } = valueIn(await save(world, machine, { geteilt: 'organisation' }));
  assert.equal(codeOf(await setStartView(deps, asPerson(machine), id, true)), 'VIEWS_PERSON_NEEDED');
  assert.equal(
    codeOf(await changeView(deps, asPerson(machine), id, { geteilt: 'nein' })),
    'VIEWS_PERSON_NEEDED',
  );
  assert.deepEqual(await namesFor(world, lemgo), ['Hunde']);
});

test('ein Name gilt je Liste einmal; was nicht passt, wird genannt; die Prüfspur nennt keine Namen', async () => {
  await using world = await openViewsWorld();
  const { deps, lemgo, t } = world;
  valueIn(await save(world, lemgo));
  assert.equal(codeOf(await save(world, lemgo)), 'VIEWS_INVALID');
  const other = valueIn(await save(world, lemgo, { name: 'Katzen' }));
  assert.equal(codeOf(await changeView(deps, asPerson(lemgo), other.id, { name: 'Hunde' })), 'VIEWS_INVALID');
  const refused = await save(world, lemgo, { name: ' ', adresse: 'https://example.org/', geteilt: 'welt' });
  assert.ok(!refused.ok);
  assert.deepEqual(
    refused.refusal.fields?.map(({ field }) => field),
    ['name', 'geteilt', 'adresse'],
  );
  const { rows } = await t.superuser.query(
    `select summary::text from platform.audit where action like 'views.%'`,
  );
  assert.equal(rows.length, 2);
  assert.ok(!JSON.stringify(rows).includes('Hunde'));
});
