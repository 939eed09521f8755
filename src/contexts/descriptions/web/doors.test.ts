import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { after, before, describe, test } from 'node:test';
import type { PageRequest, Principal } from '#platform';
import { askerOf, pageOf, refusalOf } from '../../../../test/support/page-request.ts';
import { descriptionsCommands } from '../cli.ts';
import { descriptionsHandlers } from '../handlers.ts';
import { type DescriptionsWorld, descriptionsWorld, stepsOf } from '../testing/descriptions-world.ts';
import { feedOf, sampleLeistung } from '../testing/sample-feed.ts';
import { readFeed } from '../use-cases/read-feed.ts';
import { descriptionsOperations } from './operations.ts';
import { descriptionsPages } from './pages.ts';

describe('the doors of descriptions', () => {
  let w: DescriptionsWorld;
  const folder = mkdtempSync(join(tmpdir(), 'leitwerk-doors-'));
  before(async () => {
    w = await descriptionsWorld();
  });
  after(async () => {
    rmSync(folder, { recursive: true, force: true });
    await w[Symbol.asyncDispose]();
  });
  const ask = () => askerOf(descriptionsPages(w.deps));
  const feed = feedOf({
    schreibe: [
      sampleLeistung({ id: 'L.1', texte: { '05': 'Was das Land sagt', '98': 'Nach Satzung' } }),
      sampleLeistung({ id: 'L.2', leika: '99115005104000', name: 'Wohnsitz anmelden' }),
    ],
  });

  async function call(
    method: string,
    path: string,
    input: { params?: object; query?: object; body?: unknown },
    principal: Principal | null,
  ) {
    const found = descriptionsOperations(w.deps).find((each) => each.method === method && each.path === path);
    assert.ok(found, `${method} ${path}`);
    const result = await found.invoke({
      params: {},
      query: {},
      body: undefined,
      ...input,
      principal,
      clientAddress: '127.0.0.1',
    });
    if (result.ok) found.schemas.response.parse(result.value);
    return result;
  }

  /** What the worker does with a file that the page or the API kept. */
  async function work(nummer: number): Promise<void> {
    const handler = descriptionsHandlers({
      ...w.deps,
      runImport: async ({ path }) => readFeed(w.deps, nummer, await stepsOf(w.deps, readFileSync(path))),
    })['descriptions.xzufi.read'];
    await handler?.({ einlesung: nummer }, { eventId: 1, tenant: null, attempt: 1, lastAttempt: false });
  }

  function upload(content: string, scanned: 'infected' | null = null): PageRequest['uploads'] {
    const bytes = Buffer.from(content);
    return new Map([
      ['datei', [{ fileName: 'land.xml', bytes: bytes.length, scanned, open: () => Readable.from([bytes]) }]],
    ]);
  }

  async function uploaded(content: string, umfang = 'vollstaendig'): Promise<string> {
    const answer = await ask().post(
      '/redaktion/xzufi',
      { quelle: 'land', umfang },
      w.provider,
      upload(content),
    );
    assert.equal(answer.kind, 'redirect', JSON.stringify(answer).slice(0, 300));
    const to = answer.kind === 'redirect' ? answer.to : '';
    assert.equal((await pageOf(await ask().get(to, w.provider))).refreshSeconds, 2);
    await work(Number(to.split('/').at(-1)));
    return to;
  }

  test('a feed is uploaded, looked at, and taken over on its page', async () => {
    const address = await uploaded(feed);
    const { query } = await pageOf(await ask().get(address, w.provider));
    assert.match(query.text, /Wartet auf Ihre Entscheidung/);
    assert.match(query.text, /Hundesteuer anmelden/);
    const done = await ask().post(`${address}/uebernehmen`, {}, w.provider);
    assert.deepEqual(done, { kind: 'redirect', to: `${address}?getan=uebernommen` });
    assert.match(
      (await pageOf(await ask().get('/redaktion/xzufi', w.provider))).query.text,
      /2 neu, 0 geändert/,
    );
  });

  test('a feed that ends most of what is there asks for a word of its own', async () => {
    const address = await uploaded(feedOf({ schreibe: [sampleLeistung({ id: 'L.9' })] }));
    const page = await pageOf(await ask().get(address, w.provider));
    assert.match(page.query.text, /Mehr als 10 von hundert/);
    const refused = await ask().post(`${address}/uebernehmen`, {}, w.provider);
    assert.equal(refused.kind === 'page' && refused.status, 409);
    assert.match((await pageOf(refused)).query.text, /bestätigen Sie es ausdrücklich/);
    assert.deepEqual(await ask().post(`${address}/verwerfen`, {}, w.provider), {
      kind: 'redirect',
      to: `${address}?getan=verworfen`,
    });
  });

  test('a feed in which malware was found is not even kept', async () => {
    const form = { quelle: 'land', umfang: 'vollstaendig' };
    const answer = await ask().post('/redaktion/xzufi', form, w.provider, upload(feed, 'infected'));
    assert.equal(answer.kind === 'page' && answer.status, 422);
    assert.match((await pageOf(answer)).query.text, /In der Datei „land\.xml“ wurde Schadsoftware gefunden/);
  });

  test('a broken feed says on its page where it is broken', async () => {
    const address = await uploaded(feed.slice(0, -40));
    const { query } = await pageOf(await ask().get(address, w.provider));
    assert.match(query.text, /fehlerhaft\. Der Bestand ist unverändert/);
    assert.match(query.text, /Zeile \d+, Spalte \d+.*hört mittendrin auf/);
  });

  test('nothing chosen, an unknown reading and an unknown place are told in words', async () => {
    const nothing = await ask().post(
      '/redaktion/xzufi',
      { quelle: 'land', umfang: 'vollstaendig' },
      w.provider,
    );
    assert.equal(nothing.kind === 'page' && nothing.status, 422);
    assert.equal(
      refusalOf(await ask().get('/redaktion/xzufi/999', w.provider)).code,
      'DESCRIPTIONS_READING_UNKNOWN',
    );
    const nowhere = await call(
      'get',
      '/beschreibungen/{leistung}',
      { params: { leistung: 'L02950' }, query: { gebiet: 'Atlantis' } },
      null,
    );
    assert.ok(!nowhere.ok);
  });

  test('an editor writes, looks, publishes and takes back on pages', async () => {
    const opened = await ask().get('/redaktion/texte/oeffnen?leistung=Hundesteuer%20Festsetzung', w.editor);
    assert.deepEqual(opened, { kind: 'redirect', to: '/redaktion/texte/L02950' });
    const text = '/redaktion/texte/L02950';
    const form = await pageOf(await ask().get(text, w.editor));
    assert.match(
      form.query.text,
      /Ohne eigenen Text steht hier, was Redaktion Land sagt: „Was das Land sagt“/,
    );
    const empty = await ask().post(`${text}/entwurf`, { name: '', version: '0' }, w.editor);
    assert.equal(empty.kind === 'page' && empty.status, 422);
    assert.match((await pageOf(empty)).query.text, /mindestens einen Abschnitt/);
    const saved = await ask().post(
      `${text}/entwurf`,
      { name: 'Hund', 'abschnitte.98': '<b>60</b> Euro\n\n- je Jahr', version: '0' },
      w.editor,
    );
    assert.deepEqual(saved, { kind: 'redirect', to: `${text}?getan=entwurf` });
    const shown = await pageOf(await ask().get(`${text}/vorschau`, w.editor));
    assert.match(shown.query.text, /<b>60<\/b> Euro/, 'typed markup is shown as text');
    assert.match(shown.query.text, /Gemeinde: Stadt Lemgo/);
    const live = await ask().post(`${text}/veroeffentlichen`, { version: '1', nummer: '0' }, w.editor);
    assert.deepEqual(live, { kind: 'redirect', to: `${text}?getan=veroeffentlicht` });
    assert.match(
      (await pageOf(await ask().get(text, w.editor))).query.text,
      /veröffentlicht, ein Abschnitt Mara Feldweg/,
    );
    const list = await pageOf(await ask().get('/redaktion/texte', w.editor));
    assert.match(list.query.text, /Veröffentlicht \(Fassung 1\)/);
    const back = await ask().post(`${text}/zurueckziehen`, { nummer: '1' }, w.editor);
    assert.deepEqual(back, { kind: 'redirect', to: `${text}?getan=zurueckgezogen` });
    assert.equal(refusalOf(await ask().get(text, w.stranger)).code, 'DESCRIPTIONS_KOMMUNE_NEEDED');
    const chooser = await pageOf(await ask().get('/redaktion/texte', w.provider));
    assert.match(chooser.query.text, /Bitte auswählen Stadt Lemgo/);
  });

  test('the API goes the same ways, in its published shapes', async () => {
    const params = { leistung: 'L02950' };
    const query = { kommune: '05766044' };
    const draft = { version: 0, abschnitte: { '05': 'Über die API' }, suchbegriffe: ['Hund'] };
    assert.ok(
      (await call('put', '/texte/{leistung}/entwurf', { params, query, body: draft }, w.provider)).ok,
    );
    assert.ok((await call('get', '/texte/{leistung}', { params, query }, w.provider)).ok);
    assert.ok((await call('get', '/texte', { query }, w.provider)).ok);
    const live = await call(
      'post',
      '/texte/{leistung}/veroeffentlichung',
      { params, query, body: { version: 1, nummer: 2 } },
      w.provider,
    );
    assert.ok(live.ok, JSON.stringify(live));
    const said = await call(
      'get',
      '/beschreibungen/{leistung}',
      { params, query: { gebiet: 'Lemgo' } },
      null,
    );
    assert.match(JSON.stringify(said), /Über die API.*"ebene":"Gemeinde"/);
    const part = await call(
      'get',
      '/xzufi/verwaltungsobjekte',
      { query: { fassung: '2.2.0', limit: '1' } },
      null,
    );
    assert.match(JSON.stringify(part), /"vollstaendig":false,"naechsterIndex":"\d+\.\d+"/);
    const body = {
      quelle: 'land',
      umfang: 'aenderungen',
      base64: Buffer.from(feedOf({ schreibe: [sampleLeistung({ id: 'A.1' })] })).toString('base64'),
    };
    const begun = await call('post', '/xzufi/einlesungen', { body }, w.provider);
    assert.ok(begun.ok);
    const { nummer } = begun.value as { nummer: number };
    await work(nummer);
    assert.ok((await call('get', '/xzufi/einlesungen/{nummer}', { params: { nummer } }, w.provider)).ok);
    const taken = await call(
      'post',
      '/xzufi/einlesungen/{nummer}/uebernahme',
      { params: { nummer }, body: {} },
      w.provider,
    );
    assert.match(JSON.stringify(taken), /"geaendert":true/);
    assert.ok((await call('get', '/xzufi', {}, w.provider)).ok);
  });

  test('the commands go the same ways, and read a file from where it lies', async () => {
    const run = async (
      name: string,
      positionals: readonly string[],
      values: Record<string, string | boolean> = {},
    ) => {
      const command = descriptionsCommands(w.deps).find((each) => each.name === name);
      assert.ok(command, name);
      const result = await command.run({ positionals, values, principal: w.operator, say: () => {} });
      assert.ok(result.ok, JSON.stringify(result));
      return result.value;
    };
    const path = join(folder, 'kreis.xml');
    writeFileSync(path, feedOf({ schreibe: [sampleLeistung({ id: 'C.1', gebiete: ['05766'] })] }));
    await run('xzufi quelle', ['kreis'], { name: 'Kreis Lippe', gebiet: '05766' });
    assert.match((await run('xzufi einlesen', [path], { source: 'kreis' })).text, /1 neu.*\nMit --yes/);
    assert.match(
      (await run('xzufi einlesen', [path], { source: 'kreis', yes: true })).text,
      /Übernommen: 1 neu/,
    );
    const out = join(folder, 'aus.xml');
    await run('xzufi ausgeben', [], { file: out, version: '2.2.0', gebiet: 'Kreis Lippe' });
    assert.match(readFileSync(out, 'utf8'), /C\.1/);
    const file = join(folder, 'text.json');
    writeFileSync(file, JSON.stringify({ abschnitte: { '05': 'Vom Kommando' } }));
    const kommune = { kommune: 'Lemgo' };
    await run('texte entwurf', ['99115005104000'], { ...kommune, file });
    await run('texte veroeffentlichen', ['99115005104000'], kommune);
    assert.match((await run('beschreibung', ['99115005104000'], { gebiet: 'Lemgo' })).text, /Vom Kommando/);
    assert.match((await run('texte', [], kommune)).text, /Fassung 1/);
    await run('texte zurueckziehen', ['99115005104000'], kommune);
    assert.match((await run('texte zeigen', ['99115005104000'], kommune)).text, /Fassung 2: zurückgezogen/);
  });
});
