import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { expectNoAxeViolations, expectNoSidewaysScroll, newPage, openBrowser } from '../support/browser.ts';
import { checklisteErklaert } from '../support/checkliste.ts';
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
    await page.getByRole('link', { name: 'Onlinedienste bauen' }).click();
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
    await writeCondition(page, "'metal' in arten");
    assert.match(await mainText(page), /Ein Feld „arten“ gibt es nicht/);
    await buildCondition(page);
    assert.match(
      await mainText(page),
      /Nur, wenn bei ‚Welche Art von Sperrmüll\?‘ ‚Metall‘ angekreuzt ist\./,
    );
    assert.doesNotMatch(await mainText(page), /stimmt noch/);
    await expectNoSidewaysScroll(page);
    await expectNoAxeViolations(page);

    await keepTestCase(page);
    await writeTexts(page);
    await proposeAndPublish(page);
    await connectLemgo();
    await tryInLemgo();

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

  const condition = (page: Page) => page.getByRole('group', { name: 'Erscheint nur, wenn' });

  async function writeCondition(page: Page, expression: string): Promise<void> {
    await condition(page).getByRole('button', { name: 'Als Ausdruck schreiben' }).click();
    await condition(page).getByLabel('Ausdruck').fill(expression);
    await save(page);
  }

  /** Puts the condition together of question, comparison and answer; what is chosen decides what is asked next. */
  async function buildCondition(page: Page): Promise<void> {
    const lines = condition(page);
    await lines.getByRole('button', { name: 'Neu in Zeilen zusammenstellen' }).click();
    const question = lines.getByLabel('Frage');
    await question.waitFor();
    await page.keyboard.press('Tab');
    // The keyboard goes on at the new line.
    await lines.locator('select:focus[name$=".frage"]').waitFor();
    await question.selectOption({ label: 'Welche Art von Sperrmüll?' });
    await lines.getByLabel('Vergleich').waitFor();
    assert.equal(await lines.getByLabel('Vergleich').inputValue(), 'enthaelt');
    await expectNoSidewaysScroll(page);
    await expectNoAxeViolations(page);
    await lines.getByLabel('Metall', { exact: true }).check();
    await lines.getByRole('status').filter({ hasText: '‚Metall‘ angekreuzt ist.' }).waitFor();
    await save(page);
  }

  async function save(page: Page): Promise<void> {
    await page.getByRole('button', { name: 'Speichern', exact: true }).last().click();
    await page.getByText('Gespeichert.').waitFor();
  }

  /** Fills the form in as a citizen, and keeps what was typed as a test case by choosing what must come of it. */
  async function keepTestCase(page: Page): Promise<void> {
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
    await form.getByRole('button', { name: 'Diese Eingaben als Testfall behalten' }).click();
    await page.getByRole('heading', { name: 'Testfall behalten' }).waitFor();
    assert.match(await mainText(page), /Ihr NameErika Muster.*Wie viele Teile aus Metall\?2/);
    assert.ok(await page.getByLabel('Was soll weg?').isChecked());
    await expectNoSidewaysScroll(page);
    await expectNoAxeViolations(page);
    await page.getByLabel('Was dieser Fall zeigt').fill('Zwei Teile aus Metall');
    await page.getByLabel('Gebühr in Euro').fill('20');
    await page.getByRole('button', { name: 'Als Testfall behalten' }).click();
    assert.match(await mainText(page), /Nicht bestanden.*erwartet 20,00 €, gekommen 0,00 €/);

    await page.getByRole('link', { name: 'Zwei Teile aus Metall' }).click();
    await page.getByLabel('Gebühr in Euro').fill('0,00');
    await page.getByRole('button', { name: 'Speichern', exact: true }).click();
    assert.match(await mainText(page), /Der Testfall ist bestanden/);
  }

  /** What the draft began with is confirmed, or replaced by what holds here. */
  async function writeTexts(page: Page): Promise<void> {
    const place = `${app.staff}/werkstatt/${dienst}`;
    await page.goto(`${place}/veroeffentlichen`);
    assert.match(
      await mainText(page),
      /6 Stellen verhindern die Veröffentlichung.*Kosten: „Es fallen keine Kosten an/,
    );
    await page.goto(`${place}/pruefung`);
    await page.getByRole('button', { name: 'So stimmt es' }).first().click();
    await page.getByText('Bestätigt.').waitFor();
    await page.goto(`${place}/teil?ort=bereich/texte`);
    await page.getByLabel('Für wen').fill('Für alle, die in der Kommune wohnen.');
    await page.getByLabel('Frist').fill('Bitte melden Sie sich zwei Wochen vorher.');
    await page.getByLabel('Rechtsgrundlage').fill('Abfallsatzung der Kommune');
    await save(page);
    await page.goto(`${place}/teil?ort=bereich/leistungen`);
    await page.locator('[name="covers[0].norms[0].text"]').fill('Abfallsatzung der Kommune');
    await page.locator('[name="covers[0].norms[0].sources[0].title"]').fill('Ortsrecht der Kommune');
    await save(page);
    await page.goto(`${place}/pruefung`);
    assert.match(await mainText(page), /Der Entwurf kann veröffentlicht werden/);
  }

  async function proposeAndPublish(page: Page): Promise<void> {
    await page.goto(`${app.staff}/werkstatt/${dienst}/veroeffentlichen`);
    await page.getByRole('button', { name: 'Vorlegen' }).click();
    assert.match(await mainText(page), /Vorgelegt von Runa Weidenhag/);
    assert.equal(await page.getByRole('button', { name: 'Veröffentlichen', exact: true }).count(), 0);
    await using second = await newPage(shared.browser, { width: 320 });
    await signInByPage(second.page, app, 'ozg-leitung');
    await second.page
      .getByRole('link', { name: /^Onlinedienst „Sperrmüll anmelden“ wartet auf Ihre Freigabe, vorgelegt/ })
      .click();
    await second.page.getByRole('heading', { name: 'Entscheiden' }).waitFor();
    const seen = await mainText(second.page);
    assert.match(seen, /Es ist die erste Fassung/);
    assert.match(
      seen,
      /Wie viele Teile aus Metall\? Zahl.*Nur, wenn bei ‚Welche Art von Sperrmüll\?‘ ‚Metall‘ angekreuzt ist/,
    );
    assert.match(seen, /Zwei Teile aus Metall.*Bestanden/);
    assert.match(seen, /Abfallsatzung der Kommune/);
    await expectNoSidewaysScroll(second.page);
    await expectNoAxeViolations(second.page);
    await second.page.getByRole('button', { name: 'Veröffentlichen', exact: true }).click();
    assert.match(await mainText(second.page), /Veröffentlicht als Fassung 1.*Hanno Sternwald/);
  }

  /** Lemgo tries the form while it tests, and finds its page once it is live. */
  async function tryInLemgo(): Promise<void> {
    await using lemgo = await newPage(shared.browser, { width: 320, context: { javaScriptEnabled: false } });
    const { page } = lemgo;
    await signInByPage(page, app, 'lemgo');
    await page.goto(`${app.staff}/anbindungen/${dienst}`);
    await page.getByRole('link', { name: 'Formular ausprobieren' }).click();
    await page.getByLabel('Vornamen').fill('Erika');
    await page.getByLabel('Nachname').fill('Muster');
    await page.locator('main form button:not([aria-hidden])', { hasText: 'Weiter' }).click();
    await heading(page, /Was soll weg/);
    await page.getByRole('link', { name: 'Zurück zur Anbindung' }).click();
    await runCommand(app, 'anbindung step', [dienst, 'live-schalten'], { kommune: 'Lemgo' });
    await page.reload();
    await page.getByRole('link', { name: 'Auf der Seite Ihrer Kommune ansehen' }).click();
    await heading(page, /Sperrmüll anmelden/);
    assert.equal(new URL(page.url()).origin, app.services.hosts.portalOrigin('lemgo'));
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
    await checklisteErklaert(app, dienst, 'Lemgo');
  }
});
