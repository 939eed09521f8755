import assert from 'node:assert/strict';
import { test } from 'node:test';
import { actorOf, type Principal } from '#platform';
import { askerOf, pageOf, refusalOf } from '../../../../test/support/page-request.ts';
import { finderCommands } from '../cli.ts';
import { type FinderWorld, finderWorld, unwrap } from '../testing/finder-world.ts';
import { antwortJson, vorschlagJson } from '../views/json.ts';
import { finderOperations } from './operations.ts';
import { finderPages } from './pages.ts';

interface Call {
  readonly params?: object;
  readonly query?: object;
  readonly body?: unknown;
  readonly principal?: Principal | null;
}

async function call(world: FinderWorld, method: string, path: string, more: Call = {}) {
  const found = finderOperations(world.deps).find((each) => each.method === method && each.path === path);
  assert.ok(found, `${method} ${path}`);
  const asked = { params: {}, query: {}, body: undefined, principal: null, clientAddress: '127.0.0.1' };
  return found.invoke({ ...asked, ...more });
}

const operator: Principal = {
  kind: 'betreiber',
  actor: actorOf('betreiber', 'test'),
  tenant: null,
  permissions: new Set(['finder.edit']),
};

async function run(
  world: FinderWorld,
  name: string,
  positionals: string[],
  values: Record<string, string> = {},
) {
  const found = finderCommands(world.deps).find((each) => each.name === name);
  assert.ok(found, name);
  return unwrap(await found.run({ positionals, values, principal: operator, say: () => {} }));
}

test('Seite, API und Befehl finden dasselbe', async () => {
  await using world = await finderWorld();
  const query = { q: 'hund anmelden', limit: '3' };
  const answer = antwortJson.parse(unwrap(await call(world, 'get', '/suche', { query })));
  assert.equal(answer.treffer[0]?.ozgId, 10160);
  const { json } = await run(world, 'suche', ['hund', 'anmelden'], { limit: '3' });
  assert.deepEqual(antwortJson.parse(json), answer);
  const page = await pageOf(await askerOf(finderPages(world.deps)).get('/suche?suche=hund+anmelden'));
  const [first] = answer.treffer;
  assert.ok(page.query.find('link', first?.name ?? ''));
});

test('Vorschläge, Thesaurus und Lebenslagen haben ihre Türen', async () => {
  await using world = await finderWorld();
  const offered = unwrap(await call(world, 'get', '/vorschlaege', { query: { q: 'hundem' } }));
  assert.match(JSON.stringify(offered), /Hundemarke/);
  const words = unwrap(await call(world, 'get', '/thesaurus', { query: { ozg: '10160', limit: '5' } }));
  assert.equal((words as { woerter: unknown[] }).woerter.length, 5);
  assert.match((await run(world, 'thesaurus', ['10160'])).text, /Alltagswort/);
  const lage = unwrap(await call(world, 'get', '/lebenslagen/{id}', { params: { id: 'umzug' } }));
  assert.match(JSON.stringify(lage), /zwei Wochen/);
  assert.match((await run(world, 'lebenslage', ['umzug'])).text, /^Umzug\n1\. /);
});

test('ein Vorschlag geht von der Seite über die Vorschau bis zur Annahme', async () => {
  await using world = await finderWorld();
  const pages = askerOf(finderPages(world.deps));
  const form = { aktion: 'dazu', wort: 'Wauwauschein', ziel: '10160', art: 'alltag', sprache: '' };
  const empty = await pages.post('/redaktion/vorschlaege', { ...form, wort: '' }, world.lemgo);
  assert.match((await pageOf(empty)).query.text, /höchstens 60 Zeichen/);
  const made = await pages.post('/redaktion/vorschlaege', form, world.lemgo);
  assert.equal(made.kind, 'redirect');
  const id = made.kind === 'redirect' ? (/vorschlaege\/([^?]+)/.exec(made.to)?.[1] ?? '') : '';
  const own = await pageOf(await pages.get(`/redaktion/vorschlaege/${id}`, world.lemgo));
  assert.equal(own.query.find('button', 'Annehmen'), undefined);
  const seen = await pageOf(await pages.get(`/redaktion/vorschlaege/${id}`, world.leitung));
  assert.ok(seen.query.get('button', 'Annehmen'));
  assert.match(seen.query.text, /Wer „Wauwauschein“ sucht/);
  await pages.post(`/redaktion/vorschlaege/${id}/annehmen`, {}, world.leitung);
  const list = unwrap(await call(world, 'get', '/thesaurus/vorschlaege', { principal: world.lemgo }));
  const [one] = (list as { vorschlaege: unknown[] }).vorschlaege;
  assert.equal(vorschlagJson.parse(one).entscheidung, 'angenommen');
  const late = await pages.post(`/redaktion/vorschlaege/${id}/zurueckziehen`, {}, world.lemgo);
  assert.match((await pageOf(late)).query.text, /schon entschieden/);
});

test('was feindlich ist, bleibt Text', async () => {
  await using world = await finderWorld();
  const pages = askerOf(finderPages(world.deps));
  for (const word of ['<script>alert(1)</script>', '" onfocus="x', 'a'.repeat(10_000), '%00', '🐕']) {
    const page = await pageOf(await pages.get(`/suche?suche=${encodeURIComponent(word)}`));
    assert.doesNotMatch(page.html, /<script>|" onfocus/);
    unwrap(await call(world, 'get', '/suche', { query: { q: word } }));
  }
  assert.equal(refusalOf(await pages.get('/lebenslagen/%3Cscript%3E')).kind, 'not-found');
  const long = await call(world, 'get', '/suche', { query: { q: 'a'.repeat(10_001) } });
  assert.equal(long.ok, false);
});

test('die Befehle der Redaktion handeln für eine Organisation', async () => {
  await using world = await finderWorld();
  const organisation = 'Stadt Lemgo';
  const made = await run(world, 'thesaurus vorschlagen', ['dazu', '10160', 'Wauwauschein'], { organisation });
  const { id } = vorschlagJson.parse(made.json);
  assert.match((await run(world, 'thesaurus vorschlaege', [], { organisation })).text, /Wauwauschein/);
  assert.match((await run(world, 'thesaurus vorschlag', [id], { organisation })).text, /1\. Hundehaltung/);
  assert.match((await run(world, 'thesaurus zurueckziehen', [id], { organisation })).text, /zurückgezogen/);
  assert.match((await run(world, 'suche woerter', [], { organisation })).text, /Noch nichts/);
});
