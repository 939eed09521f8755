import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { newPage, openBrowser } from '../support/browser.ts';
import { serveGallery } from '../support/gallery-server.ts';

describe('the interface under the hands of a person', () => {
  let shared: Awaited<ReturnType<typeof openBrowser>>;
  let gallery: Awaited<ReturnType<typeof serveGallery>>;
  before(async () => {
    shared = await openBrowser();
    gallery = await serveGallery();
  });
  after(async () => {
    await gallery[Symbol.asyncDispose]();
    await shared[Symbol.asyncDispose]();
  });

  test('by keyboard one walks through a list in the order in which one reads it', async () => {
    await using opened = await newPage(shared.browser, { blockScripts: true });
    await opened.page.goto(`${gallery.url}/liste?verdict=selbst`);
    const names = await tabThrough(opened.page, 29);
    assert.deepEqual(names.slice(0, 28), [
      'Zum Inhalt springen',
      'Leitwerk Stadt Lemgo',
      'Angemeldet als Jana Brinkmann',
      'Abmelden',
      'Übersicht',
      'Pflichten',
      'Leistungen',
      'Kommunen',
      'Mitglieder',
      'Protokoll',
      'Pflichten',
      'Stand',
      'Startseite',
      'Pflichten',
      'Suchen',
      'Suchen',
      'Themenfeld',
      'Zuständig 1 gewählt',
      'Ansicht',
      'Zeilen je Seite',
      'Anwenden',
      'Excel-Datei',
      'CSV-Datei',
      'Zuständig: selbst entfernen',
      'Alles zurücksetzen',
      'Leistung',
      'Themenfeld',
      'Zuständig',
    ]);
  });

  test('without script a list is searched, narrowed, sorted and paged by its form and links alone', async () => {
    await using opened = await newPage(shared.browser, { blockScripts: true });
    const { page } = opened;
    await page.goto(`${gallery.url}/liste?datum=2024-12-31`);
    await page.getByLabel('Suchen', { exact: true }).fill('hundesteuer');
    await page.getByText('Zuständig', { exact: true }).first().click();
    await page.getByRole('checkbox', { name: /^Bund/ }).check();
    await page.getByRole('button', { name: 'Anwenden' }).click();
    assert.match(page.url(), /datum=2024-12-31.*suche=hundesteuer.*verdict=Bund/);
    await page.getByRole('link', { name: /^Zuständig: Bund/ }).click();
    assert.doesNotMatch(page.url(), /verdict/);
    await page.getByRole('columnheader', { name: 'Fälle im Jahr' }).getByRole('link').click();
    assert.equal(
      await page.getByRole('columnheader', { name: 'Fälle im Jahr' }).getAttribute('aria-sort'),
      'ascending',
    );
    await page.getByRole('link', { name: 'Weiter' }).click();
    assert.match(page.url(), /seite=2/);
    assert.equal(
      await page
        .getByRole('navigation', { name: 'Seiten' })
        .getByRole('link', { name: 'Seite 2' })
        .getAttribute('aria-current'),
      'page',
    );
  });

  test('by keyboard one skips the map, reaches its Kommunen, and finds the same in the table', async () => {
    await using opened = await newPage(shared.browser, { blockScripts: true });
    const { page } = opened;
    await page.goto(`${gallery.url}/karte`);
    await page.getByRole('link', { name: 'Karte überspringen, zur Tabelle' }).focus();
    assert.ok(await page.getByRole('link', { name: 'Karte überspringen, zur Tabelle' }).isVisible());
    await page.keyboard.press('Tab');
    const first = await page.evaluate<string>('document.activeElement.getAttribute("aria-label")');
    assert.match(first, /^Aachen, Städteregion Aachen: |^Bielefeld: |^Bochum: /);
    await page.getByText('Karte als Tabelle anzeigen').click();
    const lemgo = page.getByRole('row', { name: /^Lemgo / });
    const tile = page.getByRole('link', { name: /^Lemgo, Kreis Lippe: / });
    const value = /: (.+?)(?:, Gruppe|$)/.exec((await tile.getAttribute('aria-label')) ?? '')?.[1] ?? '';
    assert.ok((await lemgo.textContent())?.includes(value), value);
  });

  test('without script one chooses columns, a second order and groups', async () => {
    await using opened = await newPage(shared.browser, { blockScripts: true });
    const { page } = opened;
    await page.goto(`${gallery.url}/liste`);
    await page.locator('summary', { hasText: 'Ansicht' }).click();
    await page.getByLabel('Sortieren nach').selectOption('verdict');
    await page.getByLabel('dann nach').first().selectOption('-faelle');
    await page.getByLabel('Gruppieren nach').selectOption('feld');
    await page.getByRole('checkbox', { name: 'LeiKa-Schlüssel' }).uncheck();
    await page.getByRole('checkbox', { name: 'Nummer' }).check();
    await page.getByRole('button', { name: 'Anwenden' }).click();
    assert.match(page.url(), /sortierung=verdict&dann=-faelle/);
    assert.equal(await page.getByRole('columnheader', { name: 'LeiKa-Schlüssel' }).count(), 0);
    assert.equal(await page.getByRole('columnheader', { name: 'Nummer' }).count(), 1);
    assert.equal(
      await page.getByRole('columnheader', { name: /^Fälle im Jahr ?, 2\. Sortierung, absteigend$/ }).count(),
      1,
    );
    await page.getByRole('rowheader', { name: /Bauen und Wohnen 2\.500 Leistungen/ }).waitFor();
    assert.match(
      (await page.getByRole('table').locator('caption').textContent()) ?? '',
      /sortiert nach Zuständig aufsteigend, dann Fälle im Jahr absteigend/,
    );
  });

  test('rows are ticked one by one, by the page, or from one to another, and the number is said', async () => {
    await using opened = await newPage(shared.browser);
    const { page } = opened;
    await page.goto(`${gallery.url}/liste-auswahl`);
    const ticks = page.locator('[data-tick]');
    const said = page.locator('[data-selection-count]');
    await ticks.nth(1).check();
    await ticks.nth(4).click({ modifiers: ['Shift'] });
    assert.equal(await said.textContent(), '4 ausgewählt.');
    await page.getByRole('checkbox', { name: 'Alle Zeilen dieser Seite auswählen' }).check();
    assert.equal(await said.textContent(), '10 ausgewählt.');
    await page.getByRole('checkbox', { name: /Alle 40 gefundenen Leistungen/ }).check();
    assert.match((await said.textContent()) ?? '', /Alle 40/);
    assert.deepEqual(opened.complaints, []);
  });

  test('with script the list follows while one types, the focus stays, and the count is said aloud', async () => {
    await using opened = await newPage(shared.browser);
    const { page } = opened;
    await page.goto(`${gallery.url}/liste`);
    const search = page.getByLabel('Suchen', { exact: true });
    await search.pressSequentially('hundesteuer', { delay: 5 });
    await page.waitForURL(/suche=hundesteuer/);
    assert.match((await page.locator('#liste-ergebnis').textContent()) ?? '', /1\.42\d Leistungen/);
    assert.match(
      (await page.locator('form[data-list] [role=status]').textContent()) ?? '',
      /1\.42\d Leistungen/,
    );
    assert.equal(await page.evaluate('document.activeElement.id'), 'liste-suche');
    await page.getByText('Zuständig', { exact: true }).first().click();
    await page.getByRole('checkbox', { name: /^Kreis/ }).check();
    await page.waitForURL(/verdict=Kreis/);
    await page.keyboard.press('Escape');
    assert.equal(await page.locator('.lw-filter[open]').count(), 0);
    assert.deepEqual(opened.complaints, []);
  });

  test('on a phone the filters are one part that opens, at a desk they stand open; both without script', async () => {
    for (const width of [320, 1280]) {
      await using opened = await newPage(shared.browser, { blockScripts: true, width });
      const { page } = opened;
      await page.goto(`${gallery.url}/liste?verdict=selbst`);
      const part = page.locator('summary', { hasText: 'Eingrenzen und sortieren' });
      const filter = page.locator('.lw-filter__summary', { hasText: 'Zuständig' });
      const apply = page.getByRole('button', { name: 'Anwenden' });
      const narrow = width < 768;
      assert.equal(await part.isVisible(), narrow);
      assert.equal(await filter.isVisible(), !narrow);
      assert.equal(await apply.isVisible(), !narrow);
      if (narrow) {
        assert.match((await part.textContent()) ?? '', /1 gewählt/);
        await part.click();
      }
      await filter.click();
      await page.getByRole('checkbox', { name: /^Kreis/ }).check();
      await apply.click();
      await page.waitForURL(/verdict=Kreis/);
    }
  });

  test('on a phone a value that nobody has stated takes no line; at a desk its cell says so', async () => {
    for (const width of [320, 1280]) {
      await using opened = await newPage(shared.browser, { width });
      await opened.page.goto(`${gallery.url}/liste`);
      const empty = opened.page.locator('.lw-table td:has(.lw-none)').first();
      await empty.waitFor({ state: 'attached' });
      assert.equal(await empty.isVisible(), width >= 768);
    }
  });

  test('after a refused form the summary has the focus, and its links lead to the fields', async () => {
    for (const blockScripts of [true, false]) {
      await using opened = await newPage(shared.browser, { blockScripts });
      const { page } = opened;
      await page.goto(`${gallery.url}/formular-fehler`);
      assert.match(await page.title(), /^Fehler: /);
      assert.equal(await page.evaluate('document.activeElement.id'), 'fehler');
      await page.getByRole('link', { name: 'Wählen Sie eine Rolle aus.' }).click();
      assert.match(page.url() + (await page.evaluate<string>('document.activeElement.name ?? ""')), /rolle/);
    }
  });

  test('the session’s end is a plain line without script', async () => {
    await using opened = await newPage(shared.browser, { blockScripts: true });
    await opened.page.goto(gallery.url);
    assert.ok(await opened.page.getByText('Ihre Sitzung endet um 14:32 Uhr.').isVisible());
    assert.ok(await opened.page.getByRole('button', { name: 'Angemeldet bleiben' }).isVisible());
  });

  test('with script the warning comes two minutes before, and one button prolongs the session', async () => {
    await using opened = await newPage(shared.browser);
    const { page } = opened;
    await page.clock.install({ time: new Date('2126-11-21T13:00:00Z') });
    await page.goto(gallery.url);
    const warning = page.locator('[data-session-ends]');
    assert.equal(await warning.isVisible(), false);
    await page.clock.fastForward('30:01');
    await page.getByRole('alertdialog', { name: 'Ihre Sitzung endet bald' }).waitFor();
    assert.equal(await page.evaluate('document.activeElement.textContent'), 'Angemeldet bleiben');
    await page.keyboard.press('Enter');
    await warning.waitFor({ state: 'hidden' });
  });

  test('the webfont comes after the page, from our own server only', async () => {
    await using opened = await newPage(shared.browser);
    const hosts = new Set<string>();
    opened.page.on('request', (request) => hosts.add(new URL(request.url()).host));
    await opened.page.goto(gallery.url, { waitUntil: 'networkidle' });
    assert.equal(await opened.page.evaluate('document.fonts.check("16px Fira Sans")'), true);
    assert.deepEqual([...hosts], [new URL(gallery.url).host]);
  });

  test('a phone shows where one is and opens the navigation by key; a wide window shows it at once', async () => {
    await using phone = await newPage(shared.browser, { width: 320, blockScripts: true });
    const menu = phone.page.getByText('Menü', { exact: true });
    const entry = (page: Page) =>
      page.getByRole('navigation', { name: 'Hauptnavigation' }).getByRole('link', { name: 'Kommunen' });
    await phone.page.goto(`${gallery.url}/liste`);
    assert.equal(await entry(phone.page).isVisible(), false);
    assert.match(
      (await phone.page.locator('summary', { has: menu }).innerText()) ?? '',
      /Pflichten › Pflichten/,
    );
    await phone.page.locator('summary', { has: menu }).focus();
    await phone.page.keyboard.press('Enter');
    assert.equal(await entry(phone.page).isVisible(), true);
    await using desk = await newPage(shared.browser, { width: 1280, blockScripts: true });
    await desk.page.goto(`${gallery.url}/liste`);
    assert.equal(await entry(desk.page).isVisible(), true);
    assert.equal(await desk.page.getByText('Menü', { exact: true }).isVisible(), false);
  });

  test('a page prints without its controls', async () => {
    await using opened = await newPage(shared.browser);
    await opened.page.goto(`${gallery.url}/liste`);
    await opened.page.emulateMedia({ media: 'print' });
    assert.equal(await opened.page.locator('.lw-list__form').isVisible(), false);
    assert.equal(await opened.page.locator('.lw-nav').first().isVisible(), false);
    assert.equal(await opened.page.getByRole('table').isVisible(), true);
  });
});

/** The accessible names of what the Tab key reaches, one after the other. */
async function tabThrough(page: Page, count: number): Promise<readonly string[]> {
  const names: string[] = [];
  for (let step = 0; step < count; step += 1) {
    await page.keyboard.press('Tab');
    names.push(
      await page.evaluate<string>(`(() => {
        const element = document.activeElement;
        const label = element.labels?.[0] ?? element;
        return label.innerText.replace(/\\s+/g, ' ').trim();
      })()`),
    );
  }
  return names;
}
