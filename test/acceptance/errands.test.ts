import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { feedOf, sampleDienst, sampleLeistung } from '../../src/contexts/descriptions/testing/sample-feed.ts';
import {
  expectNoAxeViolations,
  expectNoSidewaysScroll,
  newPage,
  openBrowser,
  screenshot,
} from '../support/browser.ts';
import { hundLive } from '../support/hund-live.ts';
import { runCommand } from '../support/run-command.ts';
import { type RunningApp, runningApp } from '../support/running-app.ts';
import { mainText } from '../support/sign-in-page.ts';

const phone = { width: 360, blockScripts: true };

/** What somebody types, and what stands on the page that they come to with one tap. */
const errands: readonly {
  readonly typed: string;
  readonly title: RegExp;
  readonly says: RegExp;
}[] = [
  {
    typed: 'neuer reisepass verloren beim umzug nach lemgo',
    title: /Reisepass/,
    says: /Zuständig ist Lemgo/,
  },
  { typed: 'welpe steuer bezahlen 32657', title: /Hund/, says: /Online beantragen: Hund anmelden/ },
  { typed: 'wohngeld beantragen in Detmold', title: /^Wohngeld/, says: /Zuständig ist Detmold/ },
  { typed: 'sperrmüll abholen lassen herford', title: /^Sperrmüll/, says: /Zuständig ist Herford/ },
  { typed: 'geburtsurkunde 33602', title: /^Geburtsurkunde/, says: /Zuständig ist Bielefeld/ },
  { typed: 'gewerbe anmelden bielefeld', title: /^Gewerbe Anmeldung/, says: /Zuständig ist Bielefeld/ },
  { typed: 'kita platz für meine tochter 32756', title: /^Kindertage/, says: /Zuständig ist Detmold/ },
  { typed: 'auto ummelden lemgo', title: /^Kraftfahrzeug Ummeldung/, says: /Zuständig ist Kreis Lippe/ },
  { typed: 'wir wollen heiraten bonn', title: /^Eheschließung/, says: /Zuständig ist Bonn/ },
  { typed: 'elterngeld dresden', title: /^Elterngeld/, says: /Für Sachsen sind keine Regeln/ },
];

describe('ten everyday errands on a phone', () => {
  let shared: Awaited<ReturnType<typeof openBrowser>>;
  let app: RunningApp;
  let suche: string;
  let lemgo: string;
  before(async () => {
    shared = await openBrowser();
    app = await runningApp();
    await hundLive(app);
    suche = app.services.hosts.originOf('suche');
    lemgo = app.services.hosts.portalOrigin('lemgo');
    await app.services.worlds.finder.fresh();
  });
  after(async () => {
    await app[Symbol.asyncDispose]();
    await shared[Symbol.asyncDispose]();
  });

  const ask = async (page: Page, typed: string) => {
    await page.getByRole('searchbox', { name: 'Was möchten Sie erledigen?' }).fill(typed);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: /^Suche/ }).waitFor();
  };

  for (const { typed, title, says } of errands)
    test(`„${typed}“: type, tap, there`, async () => {
      await using opened = await newPage(shared.browser, phone);
      const { page } = opened;
      await page.goto(`${suche}/`, { waitUntil: 'load' });
      await ask(page, typed);
      await expectNoSidewaysScroll(page);
      await page.locator('.lw-hits a').first().click();
      await page.waitForURL(/\/leistungen\/L\d+\?ort=\d{8}$/);
      assert.match((await page.locator('h1').textContent()) ?? '', title);
      assert.match((await mainText(page)).replace(/\s+/g, ' '), says);
      await expectNoSidewaysScroll(page);
      assert.deepEqual(opened.complaints, []);
    });

  test('the pages of the search pass axe, without script and with it', async () => {
    const paths = [
      '/',
      '/suche?suche=wohngeld+halle',
      '/suche?suche=hund+lemgo',
      '/lebenslagen/umzug?ort=32657',
      '/leistungen/L02950?ort=32657',
    ];
    for (const blockScripts of [true, false]) {
      await using opened = await newPage(shared.browser, { width: 320, blockScripts });
      for (const path of paths) {
        await opened.page.goto(suche + path, { waitUntil: 'load' });
        await expectNoAxeViolations(opened.page);
        await expectNoSidewaysScroll(opened.page);
        if (blockScripts) await screenshot(opened.page, `suche${path.replaceAll(/\W+/g, '-')}`);
      }
      assert.deepEqual(opened.complaints, [], 'the browser complains');
    }
  });

  test('suggestions come while typing; arrows, Enter and Escape choose as everywhere', async () => {
    await using opened = await newPage(shared.browser, { width: 360 });
    const { page, complaints } = opened;
    await page.goto(`${lemgo}/`, { waitUntil: 'load' });
    const field = page.getByRole('combobox', { name: 'Was möchten Sie erledigen?' });
    await field.focus();
    await page.keyboard.type('hundest');
    const options = page.getByRole('option');
    await options.first().waitFor();
    assert.equal(await field.getAttribute('aria-expanded'), 'true');
    await expectNoAxeViolations(page);
    await expectNoSidewaysScroll(page);
    await page.keyboard.press('ArrowDown');
    const chosen = page.getByRole('option', { selected: true });
    assert.equal(await field.getAttribute('aria-activedescendant'), await chosen.getAttribute('id'));
    await page.keyboard.press('Escape');
    assert.equal(await field.getAttribute('aria-expanded'), 'false');
    assert.equal(await field.inputValue(), 'hundest');
    await page.keyboard.type('e');
    await options.first().waitFor();
    await page.keyboard.press('ArrowDown');
    const words = await chosen.textContent();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: `Suche: ${words}` }).waitFor();
    assert.deepEqual(complaints, []);
  });

  test('a browser that tells its position asks which Gemeinde, and the answer holds for it', async () => {
    await using opened = await newPage(shared.browser, {
      width: 360,
      context: { permissions: ['geolocation'], geolocation: { latitude: 52.028, longitude: 8.899 } },
    });
    const { page } = opened;
    await page.goto(`${suche}/`, { waitUntil: 'load' });
    await page.getByRole('searchbox').or(page.getByRole('combobox')).fill('personalausweis beantragen');
    await page.getByRole('button', { name: 'Meinen Standort verwenden' }).click();
    await page.getByRole('heading', { name: 'Welcher Ort?' }).waitFor();
    await page.getByRole('link', { name: /^Lemgo/ }).click();
    await page.getByText(/Treffer für Lemgo/).waitFor();
  });

  test('the search box stands on a foreign website as a plain form', async () => {
    await using opened = await newPage(shared.browser, phone);
    const { page } = opened;
    await page.goto(`${lemgo}/suchfeld`, { waitUntil: 'load' });
    const snippet = (await page.locator('pre').textContent()) ?? '';
    await using foreign = await foreignSite(`<!doctype html><title>Fremd</title>${snippet}`);
    await page.goto(foreign.address, { waitUntil: 'load' });
    await page.getByRole('searchbox').fill('hund anmelden');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${lemgo}/suche?suche=hund+anmelden`);
    await page.getByRole('link', { name: 'Hund anmelden' }).waitFor();
  });

  test('texts of Land and Kreis stand under those of the Kommune; an Onlinedienst of others is offered with its level', async () => {
    await takeFeed(app);
    await using opened = await newPage(shared.browser, phone);
    const { page } = opened;
    await page.goto(`${suche}/suche?suche=auto+ummelden+lemgo`, { waitUntil: 'load' });
    const first = page.locator('.lw-hits li').first();
    assert.match(
      (await first.textContent()) ?? '',
      /Kraftfahrzeug Ummeldung.*online Zuständig: Kreis Lippe/s,
    );
    await page.goto(`${suche}/leistungen/${await idOf(app)}?ort=32657`, { waitUntil: 'load' });
    const link = page.getByRole('link', { name: 'Online beantragen: Umschreibung online' });
    assert.equal(await link.getAttribute('href'), 'https://zulassung.example/an?ags=05766044');
    const text = (await mainText(page)).replace(/\s+/g, ' ');
    assert.match(text, /Worum geht es\? *Der Kreis schreibt Ihr Auto um\./);
    assert.match(text, /Was brauchen Sie\? *Den Fahrzeugschein\. ?Text: Land/);
    assert.match(text, /So weisen Sie sich aus\s*Das sagt Ihnen der Onlinedienst/);
    assert.doesNotMatch(text, /Der Bund schreibt/);
    await expectNoAxeViolations(page);
    await expectNoSidewaysScroll(page);
    await screenshot(page, 'suche-leistung-feeds');
    await page.goto(`${suche}/leistungen/${await idOf(app)}?ort=Dresden`, { waitUntil: 'load' });
    assert.match(await mainText(page), /Der Bund schreibt/);
    assert.deepEqual(opened.complaints, [], 'the data for machines breaks no policy');
  });

  test('ten thousand letters get a page like any other, and no word makes it wider', async () => {
    await using opened = await newPage(shared.browser, { width: 320, blockScripts: true });
    for (const words of ['ü'.repeat(10_000), 'x'.repeat(10_000), '🐕'.repeat(2_000), '<b>fett</b>']) {
      const answer = await opened.page.goto(
        `${suche}/suche?suche=${encodeURIComponent(words)}&ort=${words[0]}`,
      );
      assert.equal(answer?.status(), 200);
      await expectNoSidewaysScroll(opened.page);
    }
  });

  test('an address that leads nowhere helps on', async () => {
    await using opened = await newPage(shared.browser, phone);
    const { page } = opened;
    for (const origin of [suche, lemgo]) {
      await page.goto(`${origin}/service/wohngeld-antrag.html`, { waitUntil: 'load' });
      await expectNoAxeViolations(page);
      await page.getByRole('link', { name: 'Wohngeld', exact: true }).click();
      await page.getByRole('heading', { level: 1, name: 'Wohngeld' }).waitFor();
    }
  });
});

async function idOf({ services }: RunningApp): Promise<string> {
  const { leistungen } = await services.worlds.catalogue();
  return leistungen.find(({ name }) => name === 'Kraftfahrzeug Ummeldung')?.id ?? '';
}

/** A delivery of Bund, Land and Kreis about one Leistung, with an Onlinedienst for the Kreis. */
async function takeFeed(app: RunningApp): Promise<void> {
  const { leistungById } = await app.services.worlds.catalogue();
  const leika = leistungById.get(await idOf(app))?.leika ?? '';
  const text = (id: string, gebiet: string, texte: Readonly<Record<string, string>>) =>
    sampleLeistung({ id, leika, gebiete: [gebiet], texte, name: 'Auto ummelden', begriffe: [] });
  const schreibe = [
    text('B.LB.9', '000000000000', { '05': 'Der Bund schreibt etwas.', '95': 'Einen Tag.' }),
    text('N.LB.9', '050000000000', { '05': 'Das Land schreibt etwas.', '08': 'Den Fahrzeugschein.' }),
    text('K.LB.9', '057660000000', { '05': 'Der Kreis schreibt Ihr Auto um.' }),
    sampleDienst('K.OD.9', 'K.LB.9', ['057660000000'], 'https://zulassung.example/an'),
  ];
  const file = join(mkdtempSync(join(tmpdir(), 'leitwerk-feed-')), 'lieferung.xml');
  writeFileSync(file, feedOf({ schreibe }).replaceAll('Hundesteuer online', 'Umschreibung online'));
  await runCommand(app, 'xzufi quelle', ['probe'], { name: 'Probe', gebiet: 'Bund' });
  await runCommand(app, 'xzufi einlesen', [file], { source: 'probe', yes: true });
  rmSync(dirname(file), { recursive: true });
  await setTimeout(1_100);
}

/** A website of somebody else, with one page. */
async function foreignSite(html: string) {
  const server = await new Promise<Server>((resolve) => {
    const made = createServer((_, response) => {
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      response.end(html);
    });
    made.listen(0, '127.0.0.1', () => resolve(made));
  });
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/`,
    [Symbol.asyncDispose]: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
