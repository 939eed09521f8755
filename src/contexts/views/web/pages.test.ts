import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PageRoute, Principal } from '#platform';
import { type ListDefinition, listIndex, listPage, readListQuery } from '#ui';
import { askerOf, pageOf, refusalOf } from '../../../../test/support/page-request.ts';
import { asPerson, openViewsWorld, type ViewsWorld } from '../testing/views-world.ts';
import { saveView } from '../use-cases/save-view.ts';
import { withListViews } from './list-views.ts';
import { viewsPages } from './pages.ts';

const address = '/katalog/leistungen';

const definition: ListDefinition<string> = {
  id: 'probe',
  columns: [{ key: 'name', label: 'Name', value: (row) => row, sortable: true }],
  search: (row) => row,
  defaultSort: { key: 'name', descending: false },
};

/** A list as any context has one; it knows nothing of saved views. */
const list: PageRoute = {
  capability: 'probe',
  method: 'GET',
  path: address,
  access: 'public',
  handle: async ({ query }) => {
    const read = readListQuery(definition, query);
    const result = listIndex(definition, ['Hund', 'Katze']).run(read.query);
    const main = listPage(definition, result, { action: address, caption: 'Tiere' });
    return { kind: 'page', content: { title: 'Tiere', main } };
  },
};

const plain: PageRoute = {
  ...list,
  path: '/',
  handle: async () => ({ kind: 'page', content: { title: 'Start', main: 'Start' } }),
};

function siteOf({ deps }: ViewsWorld) {
  const ask = askerOf(withListViews(deps, [list, plain, ...viewsPages(deps)]));
  const show = async (path: string, who?: Principal) => pageOf(await ask.get(path, who));
  const send = async (path: string, form: Record<string, string>, who: Principal) => {
    const answer = await ask.post(path, form, who);
    assert.equal(answer.kind, 'redirect', JSON.stringify(answer).slice(0, 500));
    return answer.kind === 'redirect' ? answer.to : '';
  };
  return { ask, show, send };
}

test('jede Liste bekommt das Speichern von Ansichten, ohne davon zu wissen; wer nicht angemeldet ist, sieht nichts davon', async () => {
  await using world = await openViewsWorld();
  const { show, send } = siteOf(world);
  assert.doesNotMatch((await show(address)).html, /Gespeicherte Ansichten/);
  const shown = await show(`${address}?suche=hund&seite=1`, world.lemgo);
  assert.ok(shown.query.get('button', 'Ansicht speichern'));
  assert.match(shown.html, /name="adresse" value="\/katalog\/leistungen\?suche=hund"/);
  const to = await send(
    '/ansichten',
    { adresse: `${address}?suche=hund`, liste: 'Tiere', name: 'Nur Hunde', geteilt: 'nein' },
    world.lemgo,
  );
  const opened = await show(to, world.lemgo);
  assert.match(opened.query.text, /Ansicht „Nur Hunde“ ·/);
  assert.match(opened.query.text, /1 Treffer/);
  const sent = await show(`${to}&sortierung=name&anzahl=25`, world.lemgo);
  assert.doesNotMatch(sent.query.text, /geändert/);
});

test('die Startansicht öffnet sich von selbst; zurücksetzen, blättern und „ohne Ansicht“ führen nicht in sie zurück', async () => {
  await using world = await openViewsWorld();
  const { ask, show, send } = siteOf(world);
  const form = {
    adresse: `${address}?suche=hund`,
    liste: 'Tiere',
    name: 'Hunde',
    geteilt: 'nein',
    start: 'ja',
  };
  const opened = await send('/ansichten', form, world.lemgo);
  const bare = await ask.get(address, world.lemgo);
  assert.deepEqual(bare, { kind: 'redirect', to: opened });
  assert.equal((await ask.get(address, world.colleague)).kind, 'page');
  const shown = await show(opened, world.lemgo);
  const reset = shown.query.all('link').find(({ text }) => text === 'Alles zurücksetzen');
  const all = await show(reset?.attributes.href ?? '', world.lemgo);
  assert.match(all.query.text, /2 Treffer/);
  assert.match(all.query.text, /Ansicht „Hunde“ \(geändert\)/);
  assert.match((await show(`${address}?ansicht=ohne`, world.lemgo)).query.text, /2 Treffer/);
});

test('eine geänderte Ansicht lässt sich im Vorbeigehen neu speichern, wiederherstellen und löschen', async () => {
  await using world = await openViewsWorld();
  const { ask, show, send } = siteOf(world);
  const form = { adresse: `${address}?suche=hund`, liste: 'Tiere', name: 'Hunde', geteilt: 'organisation' };
  const opened = await send('/ansichten', form, world.lemgo);
  const id = new URL(opened, 'http://x').searchParams.get('ansicht') ?? '';
  const changed = await show(`${address}?suche=katze&ansicht=${id}`, world.lemgo);
  assert.ok(changed.query.get('button', 'Änderung in „Hunde“ speichern'));
  const others = await show(`${address}?suche=katze&ansicht=${id}`, world.colleague);
  assert.doesNotMatch(others.html, /Änderung in/);
  const next = await send(
    `/ansichten/${id}/abfrage`,
    { adresse: `${address}?suche=katze`, version: '1' },
    world.lemgo,
  );
  assert.match((await show(next, world.colleague)).query.text, /Katze/);
  assert.match((await show(`/ansichten/${id}`, world.colleague)).query.text, /aus meiner Organisation/);
  assert.equal(
    refusalOf(await ask.post(`/ansichten/${id}/loeschen`, {}, world.colleague)).code,
    'VIEWS_NOT_YOURS',
  );
  await send(`/ansichten/${id}/loeschen`, {}, world.lemgo);
  assert.match((await show(next, world.lemgo)).query.text, /gibt es nicht mehr/);
});

test('kennt die Liste einen Filter der Ansicht nicht mehr, sagt die Seite das', async () => {
  await using world = await openViewsWorld();
  const { show } = siteOf(world);
  const saved = await saveView(world.deps, asPerson(world.lemgo), {
    name: 'Alt',
    adresse: `${address}?suche=hund&fell=lang`,
    liste: 'Tiere',
    geteilt: 'nein',
    start: false,
  });
  assert.ok(saved.ok);
  const shown = await show(`${address}?suche=hund&fell=lang&ansicht=${saved.value.id}`, world.lemgo);
  assert.match(shown.query.text, /filtert nach „fell“; das kennt die Liste nicht mehr/);
  assert.match(shown.query.text, /1 Treffer/);
});

test('Namen und Adressen mit Zeichen der Seite selbst bleiben Text', async () => {
  await using world = await openViewsWorld();
  const { show, send } = siteOf(world);
  const name = '<script>alert(1)</script> $& "\'';
  await send(
    '/ansichten',
    { adresse: `${address}?suche=%3Cb%3E`, liste: '<i>', name, geteilt: 'nein' },
    world.lemgo,
  );
  for (const path of [`${address}?ansicht=ohne`, '/ansichten'])
    assert.doesNotMatch((await show(path, world.lemgo)).html, /<script>alert|<b>|<i>/);
});

test('ein Formular mit Fehlern kommt wieder, mit dem, was man schrieb', async () => {
  await using world = await openViewsWorld();
  const { ask } = siteOf(world);
  const answer = await ask.post(
    '/ansichten',
    { adresse: address, liste: 'Tiere', name: '', geteilt: 'nein' },
    world.lemgo,
  );
  const page = await pageOf(answer);
  assert.equal(answer.kind === 'page' && answer.status, 422);
  assert.match(page.query.text, /Bitte geben Sie der Ansicht einen Namen/);
  assert.match(page.html, /name="adresse" value="\/katalog\/leistungen"/);
});
