import assert from 'node:assert/strict';
import { createReadStream, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { clockFrom, type Result } from '#kernel';
import { actorOf, type EventHandlers, type PageRequest, type Principal, parseTenantId } from '#platform';
import {
  askerOf,
  downloadOf,
  type PageAsker,
  pageOf,
  refusalOf,
} from '../../../test/support/page-request.ts';
import { tableOf } from '../../contexts/catalogue/testing/table-of.ts';
import { loadCatalogue } from '../../contexts/catalogue/use-cases/load-catalogue.ts';
import { sheetXml, workbookOf } from '../../platform/spreadsheet/testing/workbook-of.ts';
import { deliverWaiting } from '../../platform/testing/deliver-waiting.ts';
import { type TestDatabase, testDatabase } from '../../platform/testing/test-database.ts';
import { loadReferenceData } from '../load-reference-data.ts';
import { heldUploads } from '../reference/index.ts';
import { tableCommands, tableHandlers, tableOperations, tablePages } from './index.ts';

const clock = clockFrom(() => new Date('2026-11-22T10:00:00Z'));
const lead = memberOf('00000000-0000-4000-8000-000000000001', 'a');
const stranger = memberOf('00000000-0000-4000-8000-000000000002', 'b');
const origin = {
  stand: '2026-11-01',
  quelle: 'Auszug',
  quelleUrl: '',
  lizenz: 'unbekannt',
  umfang: 'teilliste',
};

function memberOf(tenant: string, key: string): Principal {
  const permissions = new Set(['reference.import']);
  return { kind: 'mitglied', actor: actorOf('mitglied', key), tenant: parseTenantId(tenant), permissions };
}

describe('tables of the catalogue through its doors', () => {
  let t: TestDatabase;
  let ask: PageAsker;
  let handlers: EventHandlers;
  let folder: string;
  let deps: Parameters<typeof tablePages>[0];

  before(async () => {
    t = await testDatabase();
    await loadReferenceData(t.db);
    folder = mkdtempSync(join(tmpdir(), 'leitwerk-tables-'));
    deps = { db: t.db, clock, uploads: heldUploads(join(folder, 'held'), clock.now), changed: () => {} };
    ask = askerOf(tablePages(deps));
    handlers = tableHandlers(deps);
  });
  after(async () => {
    rmSync(folder, { recursive: true, force: true });
    await t[Symbol.asyncDispose]();
  });

  const work = () => deliverWaiting(t, handlers);

  function uploadsOf(files: Readonly<Record<string, string | Buffer>>): PageRequest['uploads'] {
    return new Map(
      Object.entries(files).map(([name, content]) => {
        const path = join(folder, name);
        writeFileSync(path, content);
        const upload = {
          fileName: `${name}.csv`,
          bytes: statSync(path).size,
          scanned: null,
          open: () => createReadStream(path),
        };
        return [name, [upload]];
      }),
    );
  }

  async function upload(
    content: string | Buffer,
    extra: Readonly<Record<string, string>> = {},
  ): Promise<string> {
    const answer = await ask.post(
      '/katalog/einlesen',
      { ...origin, ...extra },
      lead,
      uploadsOf({ leistungen: content }),
    );
    assert.equal(answer.kind, 'redirect', JSON.stringify(answer).slice(0, 300));
    return answer.kind === 'redirect' ? answer.to : '';
  }

  const show = async (address: string) => pageOf(await ask.get(address, lead));
  const fassungen = async () =>
    Number((await t.superuser.query('select count(*) as n from catalogue.fassung')).rows[0].n);

  test('an upload without a table, source or day, or with a day to come, is asked for what is missing', async () => {
    const nothing = await ask.post('/katalog/einlesen', { stand: '', quelle: ' ', lizenz: '' }, lead);
    assert.equal(nothing.kind === 'page' && nothing.status, 422);
    const { query } = await pageOf(nothing);
    for (const field of [/mindestens eine Tabelle/, /Tag an/, /nennen Sie die Quelle/, /Lizenz/])
      assert.match(query.text, field);
    const early = await ask.post(
      '/katalog/einlesen',
      { ...origin, stand: '2027-01-01' },
      lead,
      uploadsOf({ leistungen: 'Name\nx\n' }),
    );
    assert.match((await pageOf(early)).query.text, /in der Zukunft/);
  });

  test('a table in which malware was found is named at its field and not kept', async () => {
    const uploads = new Map(
      [...uploadsOf({ leistungen: 'Name\nx\n' })].map(([name, sent]) => [
        name,
        sent.map((each) => ({ ...each, scanned: 'infected' as const })),
      ]),
    );
    const answer = await ask.post('/katalog/einlesen', origin, lead, uploads);
    assert.equal(answer.kind === 'page' && answer.status, 422);
    const { query } = await pageOf(answer);
    assert.match(query.text, /In der Datei „leistungen\.csv“ wurde Schadsoftware gefunden/);
  });

  test('columns that nobody recognises are mapped by hand, and nothing is taken before it is confirmed', async () => {
    const address = await upload('A;B\n99012001000000;Abrissgenehmigung\n');
    assert.equal((await show(address)).refreshSeconds, 2);
    await work();
    const asked = await show(address);
    assert.match(asked.query.text, /keine Spalte gewählt/);
    await ask.post(`${address}/spalten`, { 'leistungen.leika': '0', 'leistungen.name': '1' }, lead);
    await work();
    const preview = await show(address);
    assert.match(
      preview.query.get('row', 'L00002').text,
      /umbenannt .*Abbruchgenehmigung → Abrissgenehmigung/,
    );
    assert.equal(await fassungen(), 1);
    await ask.post(`${address}/uebernehmen`, { grundlage: '1' }, lead);
    await ask.post(`${address}/uebernehmen`, { grundlage: '1' }, lead);
    await work();
    const done = await ask.get(address, lead);
    assert.deepEqual(done, { kind: 'redirect', to: '/katalog/aenderungen?bis=2&meldung=uebernommen' });
    assert.equal(await fassungen(), 2);
  });

  test('broken rows are shown with column and remedy, leave as a file, and stay out only where that is confirmed', async () => {
    const address = await upload('LeiKa;Name;Typ\n99102013000000;Steuer auf Hunde;4\n;;4\n9,9E+13;x;77\n');
    await work();
    const { query } = await show(address);
    assert.match(query.get('row', '4 LeiKa').text, /Ziffern verloren/);
    assert.match(query.get('row', '3 Name').text, /Name fehlt/);
    assert.match(query.text, /Eine Zeile ist gut/);
    const csv = await downloadOf(await ask.get(`${address}/fehler`, lead));
    assert.equal(csv.toString().trim().split('\n').length, 4);
    const refused = await ask.post(`${address}/uebernehmen`, {}, lead);
    assert.deepEqual(refused, { kind: 'redirect', to: `${address}?offen=ja` });
    await ask.post(`${address}/uebernehmen`, { auslassen: 'ja' }, lead);
    await work();
    assert.equal((await ask.get(address, lead)).kind, 'redirect');
    assert.equal(await fassungen(), 3);
  });

  test('a guess waits for a person; one answer for all is possible', async () => {
    const catalogue = await t.db.withPublic((tx) => loadCatalogue(tx));
    const rows = catalogue.leistungen.map((row, at) =>
      at < 3 ? { ...row, leika: null, name: `${row.name} neuer Art` } : row,
    );
    const address = await upload(tableOf(rows), { umfang: 'vollstaendig' });
    await work();
    const { query } = await show(address);
    assert.match(query.text, /Vorschlägen sind noch offen/);
    assert.equal(query.find('button', 'Als neue Fassung übernehmen'), undefined);
    await ask.post(`${address}/entscheidungen`, { uebrige: 'annehmen' }, lead);
    await work();
    const decided = await show(address);
    assert.match(decided.query.text, /Alle Vorschläge sind entschieden/);
    assert.ok(decided.query.find('button', 'Als neue Fassung übernehmen'));
  });

  test('a file that is no table is refused in words, and a draft belongs to whoever made it', async () => {
    const address = await upload(workbookOf(`<!DOCTYPE x>${sheetXml('')}`));
    await work();
    assert.match((await show(address)).query.text, /Excel-Datei ist nicht lesbar/);
    for (const path of [address, `${address}/stand`, `${address}/fehler`])
      assert.equal(refusalOf(await ask.get(path, stranger)).code, 'REFERENCE_UPLOAD_GONE');
    assert.equal(
      refusalOf(await ask.post(`${address}/uebernehmen`, {}, stranger)).code,
      'REFERENCE_UPLOAD_GONE',
    );
  });

  test('the API goes the same way: begin, look, apply, in its published shapes', async () => {
    const [begin, state, , apply] = tableOperations(deps);
    assert.ok(begin && state && apply);
    const call = async (operation: typeof begin, params: object, body: unknown) => {
      const result = await operation.invoke({
        params,
        query: {},
        body,
        principal: lead,
        clientAddress: '127.0.0.1',
      });
      if (result.ok) operation.schemas.response.parse(result.value);
      return result;
    };
    const file = {
      name: 'x.csv',
      base64: Buffer.from('Name;LeiKa\nAbriss;99012001000000\n').toString('base64'),
    };
    const wrong = await call(begin, {}, { leistungen: file, stand: 'gestern', quelle: '', lizenz: 'x' });
    assert.equal(!wrong.ok && wrong.refusal.code, 'CATALOGUE_TABLE_ORIGIN');
    const begun = value(
      await call(
        begin,
        {},
        { leistungen: file, stand: '2026-11-01', quelle: 'API', lizenz: 'x', teilliste: true },
      ),
    ) as { upload: string };
    await work();
    const looked = value(await call(state, begun, undefined)) as {
      vorschau: { plan: { base: number; changes: unknown[] } };
    };
    assert.equal(looked.vorschau.plan.changes.length, 1);
    value(await call(apply, begun, { grundlage: looked.vorschau.plan.base }));
    await work();
    const done = value(await call(state, begun, undefined)) as { uebernahme: { ok: boolean } };
    assert.equal(done.uebernahme.ok, true);
  });

  test('the command shows first, names unknown columns, and takes with --yes', async () => {
    const [command] = tableCommands(deps);
    const path = join(folder, 'tabelle.csv');
    writeFileSync(path, 'Nr;Titel\n99012001000000;Abbruch, neu\n');
    const principal = {
      kind: 'betreiber',
      actor: actorOf('betreiber', 'test'),
      tenant: null,
      permissions: new Set<string>(),
    } as const;
    const run = (values: Record<string, string | boolean>) =>
      command?.run({
        positionals: [path],
        values: { date: '2026-11-02', source: 'Datei', partial: true, ...values },
        principal,
        say: () => {},
      });
    const unknown = await run({ map: 'name=Name' });
    assert.match(unknown && !unknown.ok ? unknown.refusal.message : '', /Spalten: Nr, Titel/);
    const shown = await run({ map: 'leika=Nr,name=Titel' });
    assert.match(shown?.ok ? shown.value.text : JSON.stringify(shown), /L00002 Abbruch, neu: umbenannt/);
    const taken = await run({ map: 'leika=Nr,name=Titel', yes: true });
    assert.match(taken?.ok ? taken.value.text : JSON.stringify(taken), /Übernommen als Fassung/);
  });
});

function value<T>(result: Result<T>): T {
  assert.ok(result.ok, JSON.stringify(result).slice(0, 300));
  return result.value;
}
