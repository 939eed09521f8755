import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { expectNoAxeViolations, expectNoSidewaysScroll, newPage, openBrowser } from '../support/browser.ts';
import { lemgoValues } from '../support/hund-live.ts';
import { runCommand } from '../support/run-command.ts';
import { type RunningApp, runningApp } from '../support/running-app.ts';
import { mainText, signInByPage } from '../support/sign-in-page.ts';
import { answerPages, heading } from './antrag-steps.ts';

const dienst = 'sperrmuell-anmelden';

describe('an author who never saw the workshop builds a service that citizens use the same hour', () => {
  let app: RunningApp;
  let shared: Awaited<ReturnType<typeof openBrowser>>;
  before(async () => {
    shared = await openBrowser();
    app = await runningApp();
  });
  after(async () => {
    await app[Symbol.asyncDispose]();
    await shared[Symbol.asyncDispose]();
  });

  test('„Sperrmüll anmelden“ from nothing to published, connected and filled in', async () => {
    await using author = await newPage(shared.browser, { width: 320 });
    const { page } = author;
    await signInByPage(page, app, 'dienste-autor');
    await page.goto(`${app.staff}/werkstatt`);
    await page.getByRole('link', { name: 'Neuen Onlinedienst beginnen' }).click();
    await page.getByLabel('Titel').fill('Sperrmüll anmelden');
    await page.getByLabel('LeiKa-Schlüssel').fill('99001009004002');
    await page.getByLabel('Art der zuständigen Stelle').fill('ordnungsamt');
    await page.getByRole('button', { name: 'Beginnen' }).click();

    await addPage(page, 'Was soll weg?');
    await addField(page, 'Welche Art von Sperrmüll?', 'Auswahl, mehrere Antworten');
    await page.locator('[name="options[0].value"]').fill('moebel');
    await page.locator('[name="options[0].label"]').fill('Möbel');
    await page.locator('[name="options[1].value"]').fill('metall');
    await page.locator('[name="options[1].label"]').fill('Metall');
    await page.locator('[name="id"]').fill('art');
    await save(page);
    await addField(page, 'Wie viele Teile aus Metall?', 'Zahl');
    await page.locator('[name="id"]').fill('teile');
    await page.getByLabel('Erscheint nur, wenn').fill("'metal' in arten");
    await save(page);
    assert.match(await mainText(page), /Ein Feld „arten“ gibt es nicht/);
    await page.getByLabel('Erscheint nur, wenn').fill("'metall' in art");
    await save(page);
    assert.doesNotMatch(await mainText(page), /stimmt noch/);
    await expectNoSidewaysScroll(page);
    await expectNoAxeViolations(page);

    await tryPreview(page);
    await proposeAndPublish(page);
    await connectLemgo();

    await using citizen = await newPage(shared.browser, {
      width: 320,
      context: { javaScriptEnabled: false },
    });
    await citizen.page.goto(`${app.services.hosts.portalOrigin('lemgo')}/antrag/${dienst}`);
    await citizen.page
      .getByRole('button', { name: /beginnen|starten|los/i })
      .first()
      .click();
    await answerPages(citizen.page, [
      { title: 'Wer sind Sie?', typed: { 'name.given': 'Erika', 'name.family': 'Muster' } },
      { title: 'Was soll weg?', typed: { art: 'moebel' } },
    ]);
    await heading(citizen.page, /Angaben prüfen|Prüfen/);
    assert.match(await mainText(citizen.page), /Möbel/);
  });

  async function addPage(page: Page, title: string): Promise<void> {
    await page.getByLabel('Titel der Seite').fill(title);
    await page.getByRole('button', { name: 'Seite hinzufügen' }).click();
  }

  async function addField(page: Page, label: string, type: string): Promise<void> {
    await page.goto(`${app.staff}/werkstatt/${dienst}`);
    await page.getByLabel('Was Menschen lesen').fill(label);
    await page.getByLabel('Art', { exact: true }).selectOption({ label: type });
    await page.getByRole('button', { name: 'Hinzufügen', exact: true }).click();
    await page.getByText('Hinzugefügt.').waitFor();
  }

  async function save(page: Page): Promise<void> {
    await page.getByRole('button', { name: 'Speichern', exact: true }).last().click();
    await page.getByText('Gespeichert.').waitFor();
  }

  /** Fills the form in as a citizen, and keeps what was typed as a test case. */
  async function tryPreview(page: Page): Promise<void> {
    await page.goto(`${app.staff}/werkstatt/${dienst}/vorschau`);
    const form = page.frameLocator('iframe');
    const next = () => form.locator('main form button:not([aria-hidden])', { hasText: 'Weiter' }).click();
    await form.getByLabel('Vornamen').fill('Erika');
    await next();
    await form.locator('.lw-error-summary').waitFor();
    await form.getByLabel('Nachname').fill('Muster');
    await next();
    await form.getByLabel('Metall', { exact: true }).check();
    await next();
    await form.getByLabel('Wie viele Teile aus Metall?').fill('2');
    await next();
    await form.getByText('Hier würde der Antrag abgeschickt').waitFor();
    const answers = (await form.locator('pre').textContent()) ?? '';
    await page.goto(`${app.staff}/werkstatt/${dienst}/testfall`);
    await page.getByLabel('Was dieser Fall zeigt').fill('Zwei Teile aus Metall');
    await page.getByLabel('Antworten (JSON)').fill(answers);
    await page.getByLabel('Seiten des Wegs').fill('person\nwas-soll-weg');
    await page.getByRole('button', { name: 'Speichern' }).last().click();
    assert.match(await mainText(page), /Der Testfall ist bestanden/);
  }

  async function proposeAndPublish(page: Page): Promise<void> {
    const place = `${app.staff}/werkstatt/${dienst}/veroeffentlichen`;
    await page.goto(place);
    await page.getByRole('button', { name: 'Vorlegen' }).click();
    assert.match(await mainText(page), /Vorgelegt von Runa Weidenhag/);
    assert.equal(await page.getByRole('button', { name: 'Veröffentlichen', exact: true }).count(), 0);
    await using second = await newPage(shared.browser, { width: 1280 });
    await signInByPage(second.page, app, 'ozg-leitung');
    await second.page.goto(place);
    await second.page.getByRole('button', { name: 'Veröffentlichen', exact: true }).click();
    assert.match(await mainText(second.page), /Veröffentlicht als Fassung 1.*Hanno Sternwald/);
  }

  async function connectLemgo(): Promise<void> {
    const kommune = { kommune: 'Lemgo' };
    const places = await runCommand(app, 'zustellpunkt list', [], { organisation: 'Lemgo' });
    const all = lemgoValues(places as Parameters<typeof lemgoValues>[0]);
    const wanted = Object.entries(all).filter(([name]) =>
      /^(kommuneName|zustellpunktOrdnungsamt|stelle|datenschutz)/.test(name),
    );
    const values = JSON.stringify(Object.fromEntries(wanted));
    await runCommand(app, 'anbindung interest', [dienst], kommune);
    await runCommand(app, 'anbindung parameters', [dienst], { ...kommune, values });
    await runCommand(app, 'anbindung step', [dienst, 'testen'], kommune);
    await runCommand(app, 'anbindung step', [dienst, 'live-schalten'], kommune);
  }
});
