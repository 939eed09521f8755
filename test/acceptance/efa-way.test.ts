import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { costsMaintenance } from '#costs';
import { expectNoSidewaysScroll, newPage, openBrowser, screenshot } from '../support/browser.ts';
import { type RunningApp, runningApp } from '../support/running-app.ts';
import { mainText, signInByPage } from '../support/sign-in-page.ts';
import { answerPages, type FormPage, fillIn, heading, workerOf } from './antrag-steps.ts';
import { parkedValues, tickUntil } from './efa-way-steps.ts';

const dienst = 'bewohnerparkausweis';
const titel = 'Bewohnerparkausweis';
const afterStart = ['bekanntmachung', 'erster-antrag', 'wechsel'];
const docs = fileURLToPath(new URL('../../docs/', import.meta.url));
const run = promisify(execFile);

const citizen: readonly FormPage[] = [
  {
    title: 'Wo Sie wohnen',
    typed: {
      'anschrift.street': 'Mittelstr.',
      'anschrift.number': '12a',
      'anschrift.plz': '32657',
      'anschrift.city': 'Lemgo',
      gemeldet: 'ja',
    },
  },
  { title: 'Ihr Bewohnerparkgebiet', typed: { zone: 'A' } },
  { title: 'Ihr Fahrzeug', typed: { kennzeichen: 'LIP-AB 123', nutzung: 'selbst' } },
  { title: 'Der Fahrzeugschein', typed: {}, files: { zulassung: '%PDF-1.7 erfunden' } },
  { title: 'Ab wann und wie lange', typed: { beginn: '', dauer: 'jahr1' } },
  {
    title: 'Ihre Angaben',
    typed: { vorname: 'Erika', nachname: 'Muster', geburtsdatum: '1980-01-01' },
  },
  { title: 'Erklärung', typed: { stellplatz: 'ja', einAusweis: 'ja', richtig: 'ja' } },
];

describe('from a gap over the order to the live service, its use and its bill', () => {
  let shared: Awaited<ReturnType<typeof openBrowser>>;
  let app: RunningApp;
  let worker: Awaited<ReturnType<typeof workerOf>>;
  const desks = new Map<string, Awaited<ReturnType<typeof newPage>>>();
  before(async () => {
    shared = await openBrowser();
    app = await runningApp();
    worker = await workerOf(app);
  });
  after(async () => {
    for (const desk of desks.values()) await desk[Symbol.asyncDispose]();
    await worker.stop();
    await app[Symbol.asyncDispose]();
    await shared[Symbol.asyncDispose]();
  });

  /** The browser of a person, signed in once. No page of this way needs a script. */
  async function deskOf(key: string): Promise<Page> {
    const known = desks.get(key);
    if (known) return known.page;
    const desk = await newPage(shared.browser, { blockScripts: true });
    desks.set(key, desk);
    await signInByPage(desk.page, app, key);
    return desk.page;
  }
  const open = async (page: Page, path: string) => page.goto(`${app.staff}${path}`);
  const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click();
  const follow = (page: Page, name: string | RegExp) =>
    page.getByRole('main').getByRole('link', { name }).first().click();

  async function says(page: Page, ...words: readonly RegExp[]): Promise<void> {
    const text = await mainText(page);
    for (const word of words) assert.match(text, word, page.url());
  }

  async function look(page: Page, name: string): Promise<void> {
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 900 });
      await expectNoSidewaysScroll(page);
      await screenshot(page, `efa-weg-${name}-${width}`);
    }
    await page.setViewportSize({ width: 1280, height: 900 });
  }

  async function fileOf(page: Page, name: string | RegExp): Promise<Buffer> {
    const [download] = await Promise.all([page.waitForEvent('download'), follow(page, name)]);
    return readFile(await download.path());
  }

  test('the coordinator goes from the gap to the price, and prepares the order with its document', async () => {
    const page = await deskOf('lemgo');
    await open(page, '/luecken');
    await follow(page, titel);
    await heading(page, titel);
    await says(
      page,
      /Was er Lemgo kostet.*2\.400,00 € im Jahr/,
      /Was er braucht und wie lange es dauert/,
      /28 Punkte/,
    );
    await look(page, 'marktplatz');
    await follow(page, 'Bestellung vorbereiten');
    await fillIn(page, { vergabe: 'inhouse', vergabeGrund: 'Beschluss (erfunden)' });
    await press(page, 'Bestellung vorbereiten');
    await says(page, /bindet noch niemanden/, /Unterschreiben kann Wiebke Tannhof/);
    assert.equal(await page.getByRole('button', { name: 'Verbindlich bestellen' }).count(), 0);
    await look(page, 'vorbereitet');
    assert.equal(
      (await fileOf(page, 'Dokument zum Unterschreiben (PDF)')).subarray(0, 5).toString(),
      '%PDF-',
    );
  });

  test('the head of the administration orders within the framework, the provider accepts, and the Anbindung has begun', async () => {
    const head = await deskOf('lemgo-leitung');
    await follow(head, `Bestellung „${titel}“ wartet auf eine Unterschrift`);
    await says(head, /Sie binden die Kommune über 8\.300,00 €/, /Rahmenvereinbarung Onlinedienste/);
    await press(head, 'Verbindlich bestellen');
    await says(head, /Sie haben verbindlich bestellt/, /von Wiebke Tannhof/);
    const provider = await deskOf('ozg-leitung');
    await open(provider, '/');
    await follow(provider, `Lemgo: Bestellung „${titel}“ wartet auf Ihre Annahme`);
    await press(provider, 'Bestellung annehmen');
    await says(provider, /Der Vertrag besteht/);
    const page = await deskOf('lemgo');
    await open(page, '/');
    await says(page, new RegExp(`Anbindung „${titel}“: \\d+ Punkte der Checkliste warten auf Ihre Kommune`));
    await open(page, `/marktplatz/${dienst}`);
    await follow(page, 'Weiter mit der Anbindung');
    await heading(page, `Anbindung: ${titel}`);
  });

  test('the checklist says how far it is and who has the ball; parameters are typed, lines are ticked', async () => {
    const page = await deskOf('lemgo');
    await follow(page, 'Checkliste und Prüfung vor dem Start');
    await says(page, /0 von \d\d/, /Wer den Ball hat/, /wartet auf „Rahmenvereinbarung gezeichnet“/);
    await look(page, 'checkliste-leer');
    await follow(page, 'Rahmenvereinbarung gezeichnet');
    assert.match(
      await page.locator('[name="nachweis"]').inputValue(),
      /^Bestellung in Leitwerk.*angenommen$/,
    );
    await press(page, 'Speichern');
    await says(page, /1 von \d\d/);
    await open(page, `/anbindungen/${dienst}`);
    await fillIn(page, parkedValues);
    await page
      .locator('[name="zustellpunktStrassenverkehrsbehoerde"]')
      .selectOption({ label: 'Ordnungsamt (erfunden)' });
    await press(page, 'Parameter speichern');
    await says(page, /gespeichert/i);
    await tickUntil(app, dienst, ['testantrag', ...afterStart]);
  });

  test('the rehearsal passes, what remains is ticked, and the coordinator takes the service live', async () => {
    const page = await deskOf('lemgo');
    await open(page, `/anbindungen/${dienst}/probelauf`);
    await says(page, /halten den Start auf/);
    await press(page, 'Probelauf starten');
    await says(page, /Probelauf 1 vom .*: bestanden/);
    await tickUntil(app, dienst, afterStart);
    await open(page, `/anbindungen/${dienst}/probelauf`);
    await look(page, 'pruefung');
    await follow(page, 'Zur Anbindung: Test beginnen');
    await press(page, 'Test beginnen');
    await follow(page, 'Live schalten');
    await press(page, 'Live schalten');
    await says(page, /live/);
    await look(page, 'live');
  });

  test('a citizen finds it on the site of Lemgo and sends an Antrag; it counts as use', async () => {
    await using visit = await newPage(shared.browser, { width: 320 });
    const { page } = visit;
    await page.goto(app.services.hosts.portalOrigin('lemgo'));
    await page.locator('main input[name="suche"]').first().fill('anwohnerparken');
    await page.keyboard.press('Enter');
    await follow(page, titel);
    await follow(page, /^Online beantragen/);
    if (!page.url().includes('/antrag/')) await follow(page, /^Online beantragen/);
    await press(page, 'Antrag beginnen');
    const begin = new Date(Date.now() + 14 * 86_400_000).toISOString().slice(0, 10);
    await answerPages(
      page,
      citizen.map((each) =>
        'beginn' in each.typed ? { ...each, typed: { ...each.typed, beginn: begin } } : each,
      ),
    );
    await heading(page, 'Angaben prüfen und abschicken');
    await says(page, /40,01 €/);
    await press(page, 'Antrag abschicken');
    await heading(page, 'Eingangsbestätigung');
    assert.deepEqual(visit.complaints, []);
    for (const task of costsMaintenance(app.contexts.costs)) await task.run();
    const head = await deskOf('lemgo-leitung');
    await open(head, '/kosten/nutzung');
    await says(head, new RegExp(titel));
  });

  test('the provider shares the cost half by use and half alike, checks the bill and issues it', async () => {
    const page = await deskOf('ozg-leitung');
    const jahr = app.services.clock.today().slice(0, 4);
    await open(page, '/kosten');
    await page.locator('select[name="dienst"]').selectOption(dienst);
    await press(page, 'Anlegen');
    await fillIn(page, {
      'titel-0': 'Betrieb',
      'art-0': 'a',
      'betrag-0': '1.000,01',
      'schluessel-0': 'kombination',
      'steuer-0': 'regelsatz',
      'teil-0': `nutzung-${jahr}`,
      'teilgewicht-0': '0,5',
      'teil-1': 'gleich',
      'teilgewicht-1': '0,5',
    });
    await look(page, 'kostenplan');
    await press(page, 'Speichern');
    await follow(page, 'Zahler');
    await press(page, 'Angebundene Kommunen aufnehmen');
    await fillIn(page, { zahler: 'Detmold', von: `${app.services.clock.today().slice(0, 7)}-01` });
    await press(page, 'Speichern');
    await says(page, /2 Zahler/);
    await open(page, `/kosten/${dienst}?jahr=${jahr}`);
    await look(page, 'plan');
    await press(page, 'Abrechnung entwerfen');
    await press(page, 'Als geprüft festhalten');
    await press(page, 'Abrechnung stellen');
    await says(page, /gestellt/, /1\.000,01 €/);
    await look(page, 'abrechnung');
  });

  test('Lemgo reads its share with every step; the sheet is recomputed, and a changed cent is found', async () => {
    const page = await deskOf('lemgo-leitung');
    await open(page, '/kosten');
    await follow(page, titel);
    await says(page, /892,51 €/, /verteilt auf 2 Zahler/, /0,75, \d+ Monate?/, /750,0075 €/);
    await says(page, /50 % Tatsächliche Nutzung \d{4}, 50 % Zu gleichen Teilen/);
    await look(page, 'anteil');
    const own = JSON.parse(String(await fileOf(page, /^Rechenblatt/)));
    // The worker makes it, so the page may say for a moment how far it is.
    assert.equal((await fileOf(page, 'PDF')).subarray(0, 5).toString(), '%PDF-');
    const sheet = String(await sheetOfHouse());
    assert.match(sheet, /Detmold/);
    assert.doesNotMatch(JSON.stringify(own), /Detmold/);
    const whole = JSON.parse(sheet);
    const paid = whole.zahlungen.find(({ zahler }: { zahler: string }) => zahler === '05766044');
    assert.equal(String(own.brutto), String(paid.bruttoCent));
    assert.match(await verified(sheet), /^Stimmt: 2 Zahler, netto 100001/);
    const changed = { ...whole, zahlungen: whole.zahlungen.map(oneCentMore) };
    await assert.rejects(verified(JSON.stringify(changed)), /FALSCH/);
    const ownVerifier = 'anteil-pruefen.mjs';
    assert.match(await verified(JSON.stringify(own), ownVerifier), /^Stimmt: netto 75001, brutto 89251 Cent/);
    const more = { ...own, steuer: own.steuer + 1, brutto: own.brutto + 1 };
    await assert.rejects(verified(JSON.stringify(more), ownVerifier), /FALSCH Umsatzsteuer zusammen/);
  });

  async function sheetOfHouse(): Promise<Buffer> {
    const page = await deskOf('ozg-leitung');
    return fileOf(page, /^Rechenblatt/);
  }
});

function oneCentMore<T extends { readonly bruttoCent: number | string }>(one: T, at: number): T {
  return at === 0 ? { ...one, bruttoCent: String(Number(one.bruttoCent) + 1) } : one;
}

/** What the independent verifier says of a sheet; fails with what it finds wrong. */
async function verified(sheet: string, verifier = 'abrechnung-pruefen.mjs'): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'leitwerk-blatt-'));
  const file = join(folder, 'blatt.json');
  await writeFile(file, sheet);
  try {
    return (await run(process.execPath, [join(docs, verifier), file])).stdout;
  } catch (error) {
    throw new Error(String((error as { readonly stdout?: unknown }).stdout ?? error));
  } finally {
    await rm(folder, { recursive: true });
  }
}
