import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import {
  expectNoAxeViolations,
  expectNoSidewaysScroll,
  newPage,
  openBrowser,
  screenshot,
} from '../support/browser.ts';
import { type RunningApp, runningApp } from '../support/running-app.ts';
import { mainText, signInByPage } from '../support/sign-in-page.ts';
import { visitor } from '../support/visitor.ts';
import { answerPages, eventually, type FormPage, heading, type Typed, workerOf } from './antrag-steps.ts';

const pdf = '%PDF-1.7 Nachweis (erfunden)';

function under(prefix: string, fields: Typed): Typed {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [`${prefix}.${name}`, value]));
}

const address = { street: 'Mittelstr.', number: '12a', plz: '32657', city: 'Lemgo' };
const born = (day: string, month: string, year: string): Typed => ({ day, month, year });
const names = { vornamen: 'Erika', familienname: 'Muster' };
const origin = { geburtsort: 'Lemgo', geburtsstaat: 'DE', staatsangehoerigkeit: 'DE' };

/** A guest of seventeen years, so that the parents' consent is asked for. */
const youngHunter: readonly FormPage[] = [
  { title: 'Ist es Ihr erster Jagdschein?', typed: { ersterSchein: 'nein' } },
  {
    title: 'Welchen Jagdschein möchten Sie?',
    typed: { art: '002', jahre: 'jahr1', gueltigAb: '2026-12-01' },
  },
  { title: 'Ihre Jägerprüfung', typed: {}, files: { pruefung: pdf } },
  {
    title: 'Ihre Person',
    typed: { ...names, ...under('geburtsdatum', born('3', '2', '2009')), ...origin },
    files: { einverstaendnis: pdf },
  },
  { title: 'Wo Sie wohnen', typed: under('anschrift', address), files: { ausweis: pdf } },
  {
    title: 'Auf welcher Grundlage Sie jagen',
    typed: { rechtsgrund: '006' },
    files: { rechtsgrundNachweis: pdf },
  },
  {
    title: 'Ihre Versicherung',
    typed: {
      versichert: 'ja',
      versicherer: 'V (erfunden)',
      versicherungsnummer: '1',
      befristet: 'ja',
      versichertVon: '2026-12-01',
      versichertBis: '2027-03-31',
    },
    files: { versicherungNachweis: pdf },
  },
  { title: 'Zuverlässigkeit und Gesundheit', typed: { keinVerfahren: 'ja', gesund: 'ja' } },
  { title: 'Erklärung', typed: { richtig: 'ja' } },
];

/** Somebody who cares for children at home, where a partner lives too. */
const childminder: readonly FormPage[] = [
  { title: 'Brauchen Sie eine Erlaubnis?', typed: { umfang: 'ja' } },
  { title: 'Ihr Antrag', typed: { antragArt: '001', ort: '001' } },
  {
    title: 'Ihre Person',
    typed: { ...names, ...under('geburtsdatum', born('3', '2', '1985')), ...origin, familienstand: 'VH' },
  },
  { title: 'Wie wir Sie erreichen', typed: { ...under('anschrift', address), telefon: '05261 0000' } },
  { title: 'Die Räume für die Kinder', typed: { raeume: 'Zwei Zimmer und ein Garten.', groesse: '001' } },
  {
    title: 'Wer wohnt bei Ihnen?',
    typed: { zusammen: 'ja' },
    files: { haushaltsbescheinigung: pdf },
  },
  {
    title: 'Die Menschen, die bei Ihnen wohnen',
    typed: {
      ...under('haushalt.0', { vornamen: 'Max', familienname: 'Muster' }),
      ...under('haushalt.0.geburt', born('1', '1', '1980')),
      'haushalt.0.zeugnis': '001',
      'haushalt.0.zeugnisAm': '2026-11-02',
    },
  },
  { title: 'Arbeiten Sie mit jemandem zusammen?', typed: { gemeinsam: 'nein' } },
  { title: 'Was Sie gelernt haben', typed: { qualiArt: 'Grundkurs', qualiUmfang: '300 Stunden' } },
  { title: 'Ihre Nachweise', typed: {}, files: { lebenslauf: pdf, ersteHilfe: pdf } },
  { title: 'Gesundheit', typed: {}, files: { masern: pdf } },
  {
    title: 'Ihr Führungszeugnis',
    typed: { eigenesZeugnis: '001', eigenesZeugnisAm: '2026-11-02', strafverfahren: '002' },
  },
  { title: 'Erklärung', typed: { richtig: 'ja' } },
];

const company: readonly FormPage[] = [
  { title: 'Geht es um Heimarbeit?', typed: { heimarbeit: 'ja' } },
  { title: 'Ihr Unternehmen', typed: { name: 'Muster GmbH', ...under('anschrift', address) } },
  {
    title: 'Wo Sie die Arbeit ausgeben',
    typed: { andereStelle: 'ja', ...under('stelleAnschrift', { ...address, street: 'Industriestr.' }) },
  },
  { title: 'Erklärung', typed: { richtig: 'ja' } },
];

/** What somebody types on Lemgo's site, the link that leads on, and who receives it. */
const journeys = [
  {
    words: 'jagdschein',
    hit: 'Jagdschein Erteilung',
    title: 'Jagdschein zum ersten Mal beantragen',
    host: 'kreis-lippe',
    pages: youngHunter,
    worker: 'kreis-lippe-fachbereich',
    office: 'Jagdbehörde (erfunden)',
    check: /35,00.*45,00/s,
  },
  {
    words: 'tagesmutter',
    hit: 'Erlaubnis zur Kindertagespflege beantragen',
    title: 'Erlaubnis zur Kindertagespflege beantragen',
    host: 'lemgo',
    pages: childminder,
    worker: 'lemgo-fachbereich',
    office: 'Jugendamt (erfunden)',
    check: /Grundkurs/,
  },
  {
    words: 'heimarbeit anzeigen',
    hit: 'Heimarbeit Anzeige',
    title: 'Heimarbeit zum ersten Mal anzeigen',
    host: 'bezirksregierung-detmold',
    pages: company,
    worker: 'bezirksregierung-fachbereich',
    office: 'Arbeitsschutz (erfunden)',
    check: /Muster GmbH/,
  },
] as const;

describe('three services, from the site of Lemgo to the inbox of whoever is competent', () => {
  let shared: Awaited<ReturnType<typeof openBrowser>>;
  let app: RunningApp;
  let worker: Awaited<ReturnType<typeof workerOf>>;
  before(async () => {
    shared = await openBrowser();
    app = await runningApp();
    worker = await workerOf(app);
  });
  after(async () => {
    await worker.stop();
    await app[Symbol.asyncDispose]();
    await shared[Symbol.asyncDispose]();
  });

  async function look(page: Page, name: string): Promise<void> {
    await expectNoSidewaysScroll(page);
    await screenshot(page, name);
  }

  for (const { words, hit, title, host, pages, worker: person, office, check } of journeys)
    test(`${words}: found in Lemgo, sent to ${office}, read there`, async () => {
      await using citizen = await newPage(shared.browser, { width: 320 });
      const { page } = citizen;
      await page.goto(app.services.hosts.portalOrigin('lemgo'));
      await page.locator('main input[name="suche"]').first().fill(words);
      await page.keyboard.press('Enter');
      await page.getByRole('main').getByRole('link', { name: hit, exact: true }).first().click();
      await page
        .getByRole('link', { name: /^Online beantragen/ })
        .first()
        .click();
      if (!page.url().includes('/antrag/'))
        await page.getByRole('link', { name: /^Online beantragen/ }).click();
      assert.ok(page.url().startsWith(app.services.hosts.portalOrigin(host)), page.url());
      await look(page, `dienste-${host}-antrag-320`);
      await page.getByRole('button', { name: 'Antrag beginnen' }).click();
      for (const [place, each] of pages.entries()) {
        await heading(page, each.title);
        await expectNoAxeViolations(page, { contrast: false });
        await look(page, `dienste-${host}-${place + 1}-320`);
        await answerPages(page, [each]);
      }
      await heading(page, 'Angaben prüfen und abschicken');
      assert.match(await mainText(page), check);
      await look(page, `dienste-${host}-pruefen-320`);
      await page.getByRole('button', { name: 'Antrag abschicken' }).click();
      await heading(page, 'Eingangsbestätigung');
      const nummer = /LW-2026-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(await mainText(page))?.[0] ?? '';
      assert.deepEqual(citizen.complaints, []);

      await using staff = await newPage(shared.browser);
      await signInByPage(staff.page, app, person);
      const opened = `${app.staff}/eingang/${nummer}`;
      await eventually('the case', async () =>
        (await staff.page.goto(opened))?.status() === 200 ? true : null,
      );
      await staff.page.getByRole('button', { name: 'Übernehmen' }).click();
      const text = await mainText(staff.page);
      assert.ok(text.includes(title) && text.includes(office) && /Mittelstr/.test(text));
      await look(staff.page, `dienste-${host}-vorgang-1280`);
    });

  test('the office of the Land claims nothing that it does not show', async () => {
    const origin = app.services.hosts.portalOrigin('bezirksregierung-detmold');
    assert.equal((await visitor(origin).get('/leistungen/L03035')).status, 404);
    assert.equal((await visitor(origin).get('/leistungen/L02850')).status, 200);
  });
});
