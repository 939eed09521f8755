import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { allDoors } from '../../src/app/all-doors.ts';
import { wireContexts } from '../../src/app/contexts.ts';
import { canary, keepCanary, showsCanary } from '../support/canary.ts';
import { furnishCockpit } from '../support/cockpit-templates.ts';
import { demoBill } from '../support/costs-templates.ts';
import { download, textOfWorkbook } from '../support/download.ts';
import { furnishNotices } from '../support/notices-world.ts';
import { textOfPdf } from '../support/pdf-text.ts';
import { planIds } from '../support/planning-templates.ts';
import { furnishReports } from '../support/reports-templates.ts';
import { runCommand } from '../support/run-command.ts';
import { type RunningApp, runningApp } from '../support/running-app.ts';
import { demoSurveys } from '../support/surveys-templates.ts';
import { signedIn, type Visitor } from '../support/visitor.ts';

/** What stands for the parameters of a list's address. */
const values: Readonly<Record<string, string>> = {
  ags: '05766044',
  kommune: '05766044',
  leistung: 'L00002',
  nummer: '1',
};

async function memberOf(app: RunningApp): Promise<string> {
  const members = await runCommand(app, 'member list', [], { organisation: '05766044' });
  return (members as { readonly members: readonly { readonly id: string }[] }).members[0]?.id ?? '';
}

describe('every list as a file', () => {
  let app: RunningApp;
  let people: readonly Visitor[];
  let bericht: string;
  let rundmail: string;
  let plan: string;
  let umfrage: string;
  let abrechnung: string;
  let zug: string;
  before(async () => {
    app = await runningApp();
    await keepCanary(app);
    people = await Promise.all(
      ['lemgo', 'lemgo-admin', 'lemgo-fachbereich', 'ozg-leitung'].map((key) => signedIn(app, key)),
    );
    bericht = (await furnishReports(app)).draft;
    plan = (await planIds(app)).gilt;
    zug = (await furnishCockpit(app)).zug;
    umfrage = (await demoSurveys(app)).published;
    abrechnung = await demoBill(app);
    const lead = people.at(-1) ?? assert.fail();
    rundmail = (await furnishNotices(app, lead, await memberOf(app))).draft;
  });
  after(() => app[Symbol.asyncDispose]());

  const routes = (ending: string) =>
    allDoors(app.services, wireContexts(app.services))
      .pages.map(({ path }) => path)
      .filter((path) => path.endsWith(ending))
      // The refused rows of one import; the tests of the imports look at them.
      .filter((path) => !path.endsWith('/fehlerhaft.csv'))
      .map((path) => path.replace(/:(\w+)/g, (_, name: string) => valueFor(path, name)));

  // Lemgo is connected to this one.
  const valueFor = (path: string, name: string) =>
    (path.startsWith('/anbindungen/') ? 'kindertagespflege' : values[name]) ?? idFor(path, name);

  // Asked for when the records are there.
  const ids = (): Readonly<Record<string, string>> => ({
    loesungen: 'wohngeld-sh',
    anbindungen: 'kindertagespflege',
    planung: plan,
    kosten: 'einwohner-05',
    abrechnungen: abrechnung,
    fassungen: 'kindertagespflege',
    parameter: 'kindertagespflege',
    bedarf: umfrage,
    cockpit: zug,
    onlinedienste: 'hund-anmelden',
    rundmails: rundmail,
  });
  const idFor = (path: string, name: string) => {
    const first = path.split('/')[1] ?? '';
    // Of the cockpit both a service and a bulk step have lists.
    if (first === 'cockpit' && name === 'dienst') return 'hund-anmelden';
    return ids()[first] ?? bericht;
  };

  /** The file as the first of the people gets it who may. */
  async function fetched(path: string) {
    for (const someone of people) {
      const file = await download(app.staff + path, someone);
      if (file.status !== 200) continue;
      assert.ok(!showsCanary(file.bytes), `${path} shows a secret that was entered`);
      return file;
    }
    throw new Error(`nobody may download ${path}`);
  }

  test('each Excel file says that this is a demonstration', async () => {
    const all = routes('.xlsx');
    assert.ok(all.length >= 10);
    for (const path of all) {
      const { contentType, disposition, bytes } = await fetched(path);
      assert.match(contentType, /spreadsheetml/, path);
      assert.match(disposition, /^attachment; filename="[\w.-]+\.xlsx"/, path);
      assert.match(textOfWorkbook(bytes), /Vorführung, keine Behörde/, path);
    }
  });

  test('each CSV file is text with a head row that spreadsheets in Germany read', async () => {
    for (const path of routes('.csv')) {
      const { contentType, disposition, bytes } = await fetched(path);
      assert.match(contentType, /^text\/csv; charset=utf-8/i, path);
      assert.match(disposition, /^attachment; filename="[\w.-]+\.csv"/, path);
      const text = bytes.toString('utf8');
      assert.equal(text.charCodeAt(0), 0xfeff, `${path} lacks the mark that Excel needs`);
      assert.match(text.split('\r\n')[0] ?? '', /;/, path);
    }
  });

  test('nor does any other file show a secret that was entered: PDF, calendar, JSON, XML', async () => {
    const read: string[] = [];
    const pdfs: string[] = [];
    for (const path of ['.pdf', '.ics', '.json', '.xml'].flatMap(routes))
      for (const someone of people) {
        const file = await download(app.staff + path, someone);
        assert.ok(!showsCanary(file.bytes), `${path} shows a secret that was entered`);
        if (file.status !== 200) continue;
        read.push(path);
        if (file.bytes.subarray(0, 4).toString() === '%PDF') pdfs.push(textOfPdf(file.bytes));
      }
    assert.ok(new Set(read).size >= 5, `only ${[...new Set(read)].join(', ')}`);
    assert.ok(
      pdfs.some((text) => text.includes('Alle Beträge mit Umsatzsteuer')),
      'the text of a PDF was read',
    );
    assert.ok(showsCanary(Buffer.from(`so kurz „${canary}“`)), 'it would be found');
  });

  test('the filters of the list hold for the file', async () => {
    const all = await fetched('/kommunen/05766044/pflichten.csv');
    const own = await fetched('/kommunen/05766044/pflichten.csv?urteil=selbst');
    const rows = (bytes: Buffer) => bytes.toString('utf8').trim().split('\r\n').length - 1;
    assert.equal(rows(all.bytes), 5_249);
    assert.ok(rows(own.bytes) > 0 && rows(own.bytes) < 1_000);
  });
});
