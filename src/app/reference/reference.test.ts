import assert from 'node:assert/strict';
import {
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import type { Result } from '#kernel';
import {
  actorOf,
  type EventHandlers,
  type PageRequest,
  type Principal,
  parseTenantId,
  type Upload,
} from '#platform';
import { copyData, type DataCopy, shippedData } from '../../../test/support/broken-data.ts';
import { askerOf, type PageAsker, pageOf, refusalOf } from '../../../test/support/page-request.ts';
import { deliverWaiting } from '../../platform/testing/deliver-waiting.ts';
import { type TestDatabase, testDatabase } from '../../platform/testing/test-database.ts';
import { loadReferenceData } from '../load-reference-data.ts';
import {
  heldUploads,
  referenceCommands,
  referenceHandlers,
  referenceOperations,
  referencePages,
} from './index.ts';

const lead = memberOf('00000000-0000-4000-8000-000000000001', 'a');
const stranger = memberOf('00000000-0000-4000-8000-000000000002', 'b');

function memberOf(tenant: string, key: string): Principal {
  const permissions = new Set(['reference.import']);
  return { kind: 'mitglied', actor: actorOf('mitglied', key), tenant: parseTenantId(tenant), permissions };
}

describe('the import door', () => {
  let t: TestDatabase;
  let ask: PageAsker;
  let handlers: EventHandlers;
  let folder: string;
  let now = new Date('2026-11-21T10:00:00Z');

  before(async () => {
    t = await testDatabase();
    await loadReferenceData(t.db);
    folder = mkdtempSync(join(tmpdir(), 'leitwerk-uploads-'));
    const uploads = heldUploads(folder, () => now);
    const deps = { db: t.db, uploads, dataFolder: shippedData };
    ask = askerOf(referencePages(deps));
    handlers = referenceHandlers(deps);
  });
  beforeEach(() => {
    now = new Date('2026-11-21T10:00:00Z');
  });
  after(async () => {
    rmSync(folder, { recursive: true, force: true });
    await t[Symbol.asyncDispose]();
  });

  /** Does what the worker would do with the events that wait. */
  const work = () => deliverWaiting(t, handlers);

  async function upload(data: DataCopy, principal = lead, leave: readonly string[] = []): Promise<string> {
    const answer = await ask.post('/referenzdaten/import/katalog', {}, principal, filesOf(data, leave));
    assert.equal(answer.kind, 'redirect', JSON.stringify(answer).slice(0, 300));
    return answer.kind === 'redirect' ? answer.to : '';
  }

  test('shows what is loaded with state date, rows and licence, and offers the rest of Germany', async () => {
    const { query } = await pageOf(await ask.get('/referenzdaten', lead));
    const row = query.get('row', 'Einzelleistungen').text;
    assert.match(row, /05\.10\.2019 .*5\.249 .*MIT/);
    assert.match(query.get('row', 'Größenklassen der').text, /amtliches Werk/);
    assert.ok(query.get('button', 'Rest von Deutschland laden'));
  });

  test('an upload shows old and new first, changes nothing before it is confirmed, and counts once', async () => {
    using data = copyData();
    data.edit('katalog/leistungen.jsonl', (lines) =>
      lines.map((line) => line.replace('"name":"Abbruchgenehmigung"', '"name":"Genehmigung zum Abbruch"')),
    );
    const address = await upload(data);
    assert.equal((await pageOf(await ask.get(address, lead))).refreshSeconds, 2);
    await work();
    const { query } = await pageOf(await ask.get(address, lead));
    assert.match(
      query.get('row', 'Genehmigung zum Abbruch').text,
      /Abbruchgenehmigung .*Genehmigung zum Abbruch/,
    );
    assert.equal(await nameOf(), 'Abbruchgenehmigung');
    await ask.post(address, {}, lead);
    await ask.post(address, {}, lead);
    await work();
    assert.match((await pageOf(await ask.get(address, lead))).title, /übernommen/);
    assert.equal(await nameOf(), 'Genehmigung zum Abbruch');
    const { rows } = await t.superuser.query('select count(*)::int as n from catalogue.fassung');
    assert.equal(rows[0].n, 2);
  });

  async function nameOf(): Promise<string> {
    const { rows } = await t.superuser.query(
      `select name from catalogue.leistung where id = 'L00002' order by fassung desc limit 1`,
    );
    return rows[0].name;
  }

  test('a broken file is refused with file, line and field', async () => {
    using data = copyData();
    data.edit('katalog/lagen.jsonl', (lines) =>
      lines.map((line, at) => (at === 4 ? line.replace('"name"', '"nahme"') : line)),
    );
    const address = await upload(data);
    await work();
    const page = await pageOf(await ask.get(address, lead));
    assert.equal(page.error, true);
    assert.ok(page.query.find('row', 'katalog/lagen.jsonl, Zeile 5, name'));
    assert.equal(page.query.find('button', 'übernehmen'), undefined);
    assert.ok(!page.html.includes(folder));
  });

  test('what changed on disk after the preview is checked again', async () => {
    using data = copyData();
    data.edit('katalog/verrichtungen.jsonl', (lines) =>
      lines.map((line) => line.replace('"Erteilung"', '"Erteilen"')),
    );
    const address = await upload(data);
    await work();
    const held = join(folder, address.split('/').at(-1) ?? '', 'katalog/verrichtungen.jsonl');
    rmSync(held);
    await ask.post(address, {}, lead);
    await work();
    const page = await pageOf(await ask.get(address, lead));
    assert.match(page.query.text, /nichts übernommen/);
    assert.ok(!page.html.includes(folder));
  });

  test('one file may come alone: the others stay as they are loaded', async () => {
    using data = copyData();
    data.edit('katalog/verrichtungen.jsonl', (lines) =>
      lines.map((line) => line.replace('"Festsetzung"', '"Festsetzen"')),
    );
    const others = readdirSync(join(data.folder, 'katalog')).filter((name) => name !== 'verrichtungen.jsonl');
    const address = await upload(data, lead, others);
    await work();
    const { query } = await pageOf(await ask.get(address, lead));
    assert.match(query.text, /Nicht hochgeladen wurden lagen\.jsonl/);
    assert.match(query.get('row', 'Verrichtungen 0').text, /0 1 0 204/);
    assert.match(query.get('row', 'OZG-Leistungen').text, /0 0 0 557/);
  });

  test('every file comes out of the database as it went in, whatever the area', async () => {
    for (const word of ['katalog', 'gebiet', 'zustaendigkeit']) {
      const names = readdirSync(join(shippedData, word)).filter((name) => name.endsWith('.jsonl'));
      for (const name of names) {
        const result = await run('import', [join(shippedData, word, name)]);
        const json = (result.ok ? result.value.json : null) as { bereiche: { counts: object }[] } | null;
        const counts: { neu: number; entfallen: number }[] = Object.values(json?.bereiche[0]?.counts ?? {});
        assert.ok(
          counts.length > 0 && counts.every(({ neu, entfallen }) => neu === 0 && entfallen === 0),
          name,
        );
      }
    }
  });

  test('an upload without a file names what is missing', async () => {
    const nothing = await ask.post('/referenzdaten/import/katalog', {}, lead);
    assert.equal(nothing.kind === 'page' && nothing.status, 422);
    assert.match((await pageOf(nothing)).query.text, /mindestens eine Datei/);
  });

  test('two files for one name are refused, not chosen between', async () => {
    using data = copyData();
    const files = new Map(filesOf(data, []));
    const name = 'lagen.jsonl';
    assert.ok(files.has(name), [...files.keys()].join());
    files.set(name, [...(files.get(name) ?? []), ...(files.get(name) ?? [])]);
    const answer = await ask.post('/referenzdaten/import/katalog', {}, lead, files);
    assert.equal(answer.kind === 'page' && answer.status, 422);
    assert.match((await pageOf(answer)).query.text, /katalog\/lagen\.jsonl kamen 2 Dateien/);
  });

  test('making room for an upload leaves alone what is just arriving', async () => {
    using data = copyData();
    mkdirSync(join(folder, 'incoming'));
    writeFileSync(join(folder, 'incoming', 'half'), 'half a file');
    await upload(data);
    assert.ok(existsSync(join(folder, 'incoming', 'half')));
    rmSync(join(folder, 'incoming'), { recursive: true });
  });

  test('a preview belongs to who made it, for an hour', async () => {
    using data = copyData();
    const address = await upload(data);
    assert.equal(refusalOf(await ask.get(address, stranger)).code, 'REFERENCE_UPLOAD_GONE');
    assert.equal(refusalOf(await ask.post(address, {}, stranger)).code, 'REFERENCE_UPLOAD_GONE');
    now = new Date('2026-11-21T11:00:01Z');
    assert.equal(refusalOf(await ask.get(address, lead)).code, 'REFERENCE_UPLOAD_GONE');
    assert.equal(
      refusalOf(await ask.get('/referenzdaten/vorschau/..%2F..%2Fetc', lead)).code,
      'REFERENCE_UPLOAD_GONE',
    );
    await work();
    await upload(data);
    await work();
    assert.equal(readdirSync(folder).length, 1);
  });

  test('an unknown area is refused', async () => {
    assert.equal(
      refusalOf(await ask.get('/referenzdaten/import/wetter', lead)).code,
      'REFERENCE_AREA_UNKNOWN',
    );
  });

  test('on the command line nothing changes without --yes, and a folder or file of an area will do', async () => {
    using data = copyData();
    data.edit('gebiet/laender.jsonl', (lines) =>
      lines.map((line) => line.replace('"Hamburg"', '"Freie und Hansestadt Hamburg"')),
    );
    const dry = await run('import', [join(data.folder, 'gebiet')]);
    assert.match(textOf(dry), /Länder: 0 neu, 1 geändert/);
    assert.match(textOf(dry), /name: Hamburg → Freie und Hansestadt Hamburg/);
    assert.match(textOf(dry), /Mit --yes/);
    const file = await run('import', [join(data.folder, 'gebiet/laender.jsonl')]);
    assert.match(textOf(file), /Länder: 0 neu, 1 geändert/);
    assert.match(textOf(file), /Bleibt, wie es geladen ist: .*plz-nrw\.jsonl/);
    assert.match(
      textOf(await run('import', [data.folder], { yes: true })),
      /Nordrhein-Westfalen: übernommen als Fassung/,
    );
    assert.match(textOf(await run('import', [data.folder])), /nichts zu übernehmen|Mit --yes/);
    const nowhere = await run('import', ['/nirgendwo']);
    assert.equal(!nowhere.ok && nowhere.refusal.code, 'REFERENCE_FOLDER_UNKNOWN');
  });

  test('one broken file stops the import of a whole folder', async () => {
    using data = copyData();
    data.edit('katalog/lagen.jsonl', (lines) => lines.map((line) => line.replace('"Umzug"', '"Wegzug"')));
    data.edit('gebiet/laender.jsonl', (lines) => lines.slice(0, -3));
    const result = await run('import', [data.folder], { yes: true });
    assert.equal(!result.ok && result.refusal.code, 'REFERENCE_FILE_INVALID');
  });

  async function run(name: string, positionals: readonly string[], values: Record<string, boolean> = {}) {
    const command = referenceCommands({ db: t.db, dataFolder: shippedData }).find((one) => one.name === name);
    assert.ok(command);
    const principal = {
      kind: 'betreiber',
      actor: actorOf('betreiber', 'test'),
      tenant: null,
      permissions: new Set<string>(),
    } as const;
    return command.run({ positionals, values, principal, say: () => {} });
  }

  test('the rest of Germany loads by one button with progress', async () => {
    const started = await ask.post('/referenzdaten/deutschland', {}, lead);
    assert.equal(started.kind, 'redirect');
    const address = started.kind === 'redirect' ? started.to : '';
    assert.equal(refusalOf(await ask.get(address, stranger)).code, 'REFERENCE_WORK_UNKNOWN');
    const waiting = await ask.get(`${address}/stand`, lead);
    assert.deepEqual(waiting.kind === 'json' && (waiting.body as { done: boolean }).done, false);
    await work();
    assert.match((await pageOf(await ask.get(address, lead))).query.text, /\d+\.\d+ neu/);
    const { query } = await pageOf(await ask.get('/referenzdaten', lead));
    assert.equal(query.find('button', 'Rest von Deutschland laden'), undefined);
    assert.match(textOf(await run('import', ['germany'])), /nichts zu übernehmen/);
  });

  test('the API tells the state and the progress in their published shapes', async () => {
    const [state, , progress] = referenceOperations({ db: t.db });
    assert.ok(state && progress);
    const raw = { params: {}, query: {}, body: undefined, principal: lead, clientAddress: '127.0.0.1' };
    const told = await state.invoke(raw);
    assert.ok(told.ok);
    assert.deepEqual(state.schemas.response.parse(told.value), told.value);
    const unknown = await progress.invoke({ ...raw, params: { id: 'x' } });
    assert.equal(!unknown.ok && unknown.refusal.kind, 'not-found');
    assert.match(textOf(await run('referenzdaten', [])), /Einzelleistungen: 5249 Zeilen/);
  });
});

function filesOf(data: DataCopy, leave: readonly string[]): PageRequest['uploads'] {
  const names = readdirSync(join(data.folder, 'katalog')).filter((name) => !leave.includes(name));
  return new Map(
    names.map((name): [string, readonly Upload[]] => {
      const path = join(data.folder, 'katalog', name);
      return [
        name,
        [{ fileName: name, bytes: statSync(path).size, scanned: null, open: () => createReadStream(path) }],
      ];
    }),
  );
}

function textOf(result: Result<{ readonly text: string }>): string {
  assert.ok(result.ok, JSON.stringify(result));
  return result.value.text;
}
