import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { z } from 'zod';
import type { Feld } from '#fields';
import type { Principal } from '#platform';
import { askerOf, pageOf } from '../../../../test/support/page-request.ts';
import { ownFeld } from '../../fields/testing/fields-of.ts';
import { solutionsCommands } from '../cli.ts';
import { type SolutionsWorld, solutionsWorld, unwrap } from '../testing/solutions-world.ts';
import { ownBeitraege } from '../use-cases/read-beitraege.ts';
import { beitragJson } from '../views/beitrag-json.ts';
import { loesungJson } from '../views/loesung-json.ts';
import { solutionsOperations } from './operations.ts';
import { solutionsPages } from './pages.ts';

const dienst = {
  name: 'Hundesteuer online',
  art: 'onlinedienst',
  status: 'verfuegbar',
  quelle: { title: 'Seite des Anbieters', url: null },
  quelleStand: '2026-11-01',
  evidenz: 'einschaetzung',
  preisJaehrlichCent: 120_050,
  leistungen: [
    { leistungId: 'L02950', status: 'verfuegbar', reifegrad11: 3, reifegrad20: null, kommentar: null },
  ],
};

async function call(
  world: SolutionsWorld,
  method: string,
  path: string,
  {
    params = {},
    query = {},
    body,
    principal = null,
  }: {
    readonly params?: object;
    readonly query?: object;
    readonly body?: unknown;
    readonly principal?: Principal | null;
  },
) {
  const found = solutionsOperations(world.deps).find((each) => each.method === method && each.path === path);
  assert.ok(found, `${method} ${path}`);
  return found.invoke({ params, query, body, principal, clientAddress: '127.0.0.1' });
}

function command(world: SolutionsWorld, name: string) {
  const found = solutionsCommands(world.deps).find((each) => each.name === name);
  assert.ok(found, name);
  return found;
}

async function contributed(world: SolutionsWorld) {
  const made = await call(world, 'post', '/loesungen/beitraege', {
    body: { inhalt: dienst },
    principal: world.lemgo,
  });
  return beitragJson.parse(unwrap(made));
}

test('über die API: beitragen, übernehmen, wiederfinden, dieselbe Antwort als Änderung senden', async () => {
  await using world = await solutionsWorld();
  const beitrag = await contributed(world);
  const taken = await call(world, 'post', '/loesungen/beitraege/{id}/take', {
    params: { id: beitrag.id },
    body: { version: beitrag.version },
    principal: world.leitung,
  });
  assert.equal(beitragJson.parse(unwrap(taken)).stand, 'uebernommen');
  const list = unwrap(await call(world, 'get', '/loesungen', { query: { leistung: 'L02950' } }));
  const { loesungen } = z.object({ loesungen: z.array(loesungJson) }).parse(list);
  const none = { leistung: 'L02950', reifegrad11: '0', art: ['efa-dienst', 'onlinedienst'] };
  assert.deepEqual(
    z
      .object({ loesungen: z.array(z.unknown()) })
      .parse(unwrap(await call(world, 'get', '/loesungen', { query: none }))).loesungen,
    [],
  );
  const wrong = await call(world, 'get', '/loesungen', { query: { art: 'bald' } });
  assert.equal(!wrong.ok && wrong.refusal.code, 'LIST_QUERY_INVALID');
  assert.deepEqual(
    loesungen.map(({ inhalt }) => inhalt.preisJaehrlichCent),
    [120_050],
  );
  const [found] = loesungen;
  assert.ok(found);
  const change = await call(world, 'post', '/loesungen/{id}/beitraege', {
    params: { id: found.id },
    body: { grundlage: found.grundlage, inhalt: { ...found.inhalt, hersteller: 'Werkstatt' } },
    principal: world.kalletal,
  });
  assert.equal(beitragJson.parse(unwrap(change)).art, 'aendern');
});

test('die API nennt jedes Feld, das nicht passt, und nimmt keine unbekannten an', async () => {
  await using world = await solutionsWorld();
  const wrong = await call(world, 'post', '/loesungen/beitraege', {
    body: { inhalt: { ...dienst, status: 'bald', farbe: 'rot' } },
    principal: world.lemgo,
  });
  assert.ok(!wrong.ok);
  const fields = JSON.stringify(wrong.refusal);
  assert.match(fields, /body\.inhalt\.status/);
  assert.match(fields, /farbe/);
});

test('wer nutzt eine Lösung: keine Angabe ist null, sonst die Zahl der Kommunen, die das teilen', async () => {
  await using world = await solutionsWorld();
  const show = async () => {
    const answer = unwrap(await call(world, 'get', '/loesungen/{id}', { params: { id: 'elfe' } }));
    return z.object({ nutzung: z.unknown() }).parse(answer).nutzung;
  };
  assert.equal(await show(), null);
  world.nutzung.set('elfe', { kommunen: 3, klasse: null });
  assert.deepEqual(await show(), { kommunen: 3, klasse: null });
});

test('auf der Befehlszeile: beitragen aus einer Datei, zurückfragen, ablehnen', async () => {
  await using world = await solutionsWorld();
  const folder = mkdtempSync(join(tmpdir(), 'loesungen-'));
  try {
    const file = join(folder, 'dienst.json');
    writeFileSync(file, JSON.stringify(dienst));
    const run = (name: string, principal: Principal, organisation: string, ...positionals: string[]) =>
      command(world, name).run({ positionals, values: { organisation }, principal, say: () => {} });
    const { id } = beitragJson.parse(
      unwrap(await run('loesungen add', world.lemgo, 'Stadt Lemgo', file)).json,
    );
    unwrap(await run('loesungen ask', world.leitung, 'Rechenzentrum', id, 'Welches', 'Portal?'));
    unwrap(await run('loesungen answer', world.lemgo, 'Stadt Lemgo', id, 'Das', 'eigene.'));
    const refused = unwrap(await run('loesungen refuse', world.leitung, 'Rechenzentrum', id, 'Doppelt'));
    assert.match(refused.text, /abgelehnt/);
    const missing = await run('loesungen add', world.lemgo, 'Stadt Lemgo', join(folder, 'fehlt.json'));
    assert.ok(!missing.ok && missing.refusal.kind === 'not-found');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('eine Tabelle über die API: erst nur die Vorschau, dann Beiträge', async () => {
  await using world = await solutionsWorld();
  const csv = 'Kennung;Name;Hersteller\r\nwohngeld-sh;Wohngeld online;Dataport\r\n;Ohne Quelle;\r\n';
  const body = { name: 'tabelle.csv', base64: Buffer.from(csv).toString('base64') };
  const send = (more: object) =>
    call(world, 'post', '/loesungen/einlesen', { body: { ...body, ...more }, principal: world.lemgo });
  const answer = z.object({ fehlerhaft: z.int(), beitraege: z.array(z.string()) });
  assert.deepEqual(answer.parse(unwrap(await send({}))), { fehlerhaft: 1, beitraege: [] });
  const without = await send({ uebernehmen: true });
  assert.ok(!without.ok && without.refusal.code === 'SOLUTIONS_INVALID');
  const taken = answer.parse(unwrap(await send({ uebernehmen: true, trotzFehlern: true })));
  assert.equal(taken.beitraege.length, 1);
});

test('das Formular trägt Beschriftung, Hilfe und eigene Felder; Pflicht und Werte gelten, und die Fassung zeigt sie', async () => {
  await using world = await solutionsWorld();
  const preis = world.felder.findIndex(({ key }) => key === 'preisText');
  world.felder.splice(preis, 1, {
    ...fieldNamed(world, 'preisText'),
    label: 'Was kostet es?',
    hilfe: 'Ein Satz genügt.',
    pflicht: true,
  });
  world.felder.push(ownFeld('eigen-start', { label: 'Start', typ: 'datum' }));
  const ask = askerOf(solutionsPages(world.deps));
  const empty = await pageOf(await ask.get('/loesungen/neu', world.lemgo));
  for (const words of ['Was kostet es?', 'Hilfe zu „Was kostet es?“', 'Start'])
    assert.ok(empty.html.includes(words), words);
  const form = {
    name: 'Kita online',
    art: 'onlinedienst',
    status: 'verfuegbar',
    quelle: 'Seite',
    quelleStand: '2026-11-01',
    evidenz: 'sekundaerquelle',
    'feld.eigen-start': 'bald',
  };
  const wrong = await ask.post('/loesungen/neu', form, world.lemgo);
  const refused = await pageOf(wrong);
  assert.ok(refused.html.includes('Start: '));
  const without = await pageOf(
    await ask.post('/loesungen/neu', { ...form, 'feld.eigen-start': '2027-01-01' }, world.lemgo),
  );
  assert.ok(without.html.includes('Bitte füllen Sie „Was kostet es?“ oder'));
  const good = { ...form, preisText: 'nichts', 'feld.eigen-start': '2027-01-01' };
  assert.equal((await ask.post('/loesungen/neu', good, world.lemgo)).kind, 'redirect');
  const [beitrag] = await ownBeitraege(world.deps, world.lemgo);
  assert.deepEqual(beitrag?.inhalt?.felder, { 'eigen-start': '2027-01-01' });
  const said = await pageOf(await ask.get(`/loesungen/beitraege/${beitrag?.id}`, world.lemgo));
  assert.match(said.query.text, /Start: 01.01.2027/);
});

function fieldNamed({ felder }: { readonly felder: readonly Feld[] }, key: string): Feld {
  const feld = felder.find((each) => each.key === key);
  assert.ok(feld);
  return feld;
}
