import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import {
  expectNoAxeViolations,
  expectNoSidewaysScroll,
  newPage,
  openBrowser,
  widths,
} from '../support/browser.ts';
import { serveForm } from '../support/form-server.ts';

const pages = ['person', 'tiere', 'termin', 'erklaerung'] as const;

/** What has the focus says so, and is to be seen without scrolling. */
async function expectThere(page: Page, says: string | RegExp): Promise<void> {
  const focused = page.locator(':focus');
  await focused.waitFor();
  const text = (await focused.textContent())?.trim() ?? '';
  if (typeof says === 'string') assert.equal(text, says);
  else assert.match(text, says);
  const box = await focused.boundingBox();
  assert.ok(box && box.y >= 0 && box.y < 450, `${text} stands at ${box?.y}`);
}

describe('a form with every kind of field under the hands of a person', () => {
  let shared: Awaited<ReturnType<typeof openBrowser>>;
  before(async () => {
    shared = await openBrowser();
  });
  after(() => shared[Symbol.asyncDispose]());

  const next = (page: Page) => page.getByRole('button', { name: 'Weiter' }).click();

  for (const width of widths) {
    test(`has no barrier at ${width} px, empty and with everything missing`, async () => {
      await using server = await serveForm();
      await using opened = await newPage(shared.browser, { width });
      const { page } = opened;
      for (const id of pages) {
        await page.goto(`${server.url}/${id}`);
        await expectNoAxeViolations(page, { contrast: width === 320 });
        await expectNoSidewaysScroll(page);
        await next(page);
        await expectNoAxeViolations(page, { contrast: width === 320 });
        await expectNoSidewaysScroll(page);
      }
    });
  }

  test('answers at once what belongs to an answer, and the server says the same', async () => {
    await using server = await serveForm();
    await using opened = await newPage(shared.browser);
    const { page } = opened;
    await page.goto(`${server.url}/tiere`);
    const breeder = page.getByLabel('Name der Zucht');
    assert.equal(await breeder.isVisible(), false);
    await page.getByRole('radio', { name: 'Ja' }).check();
    assert.ok(await breeder.isVisible());
    await breeder.fill('Vom Wald');
    await page.getByRole('radio', { name: 'Nein' }).check();
    assert.equal(await breeder.isVisible(), false);
    await page.getByRole('radio', { name: 'Ja' }).check();
    assert.equal(await breeder.inputValue(), 'Vom Wald');
    for (const [index, betrag] of ['1.000,50', '99,50'].entries())
      await page.locator(`[name="kosten.${index}.betrag"]`).fill(betrag);
    assert.equal(await page.locator('output').textContent(), '1.100,00 €');
    assert.ok(await page.getByText('Das ist viel').isVisible());
    await page.locator('[name="kosten.0.betrag"]').fill('1');
    assert.equal(await page.getByText('Das ist viel').isVisible(), false);
    await next(page);
    assert.equal(server.answers().zuchtname, 'Vom Wald');
    assert.match((await page.locator('#fehler').textContent()) ?? '', /Hund 1: Bitte füllen Sie „Name“ aus/);
    assert.doesNotMatch((await page.locator('#fehler').textContent()) ?? '', /Name der Zucht/);
  });

  test('without script asks the same in two steps, adds rows in rows, and switches the language', async () => {
    await using server = await serveForm();
    await using opened = await newPage(shared.browser, { blockScripts: true });
    const { page } = opened;
    await page.goto(`${server.url}/tiere`);
    await page.getByRole('radio', { name: 'Ja' }).check();
    await next(page);
    assert.ok(await page.getByLabel('Name der Zucht').isVisible());
    await page.getByRole('button', { name: 'Impfung hinzufügen' }).click();
    assert.match(page.url(), /#feld-hunde\.0\.impfungen\.0$/);
    await page.locator('[name="hunde.0.impfungen.0.gegen"]').fill('Tollwut');
    await page.getByRole('button', { name: 'Hund hinzufügen' }).click();
    assert.equal(await page.locator('[name="hunde.0.impfungen.0.gegen"]').inputValue(), 'Tollwut');
    assert.equal(await page.getByRole('button', { name: 'Hund 2 entfernen' }).count(), 1);
    await page.goto(`${server.url}/person`);
    await page.getByLabel('Vornamen').fill('Erika');
    await page.getByRole('button', { name: 'English' }).click();
    assert.equal(await page.getByLabel('First names').inputValue(), 'Erika');
    assert.equal(await page.locator('[lang="en"]').first().isVisible(), true);
    assert.ok(await page.getByText('Not all texts').isVisible());
  });

  test('on a phone without script comes back at the row that was added, and at the group of the one that is gone', async () => {
    await using server = await serveForm();
    await using opened = await newPage(shared.browser, { width: 320, blockScripts: true });
    const { page } = opened;
    await page.goto(`${server.url}/tiere`);
    const add = page.getByRole('button', { name: 'Hund hinzufügen' });
    for (const row of ['Hund 2', 'Hund 3']) {
      await add.click();
      await expectThere(page, row);
      await expectNoAxeViolations(page);
    }
    await page.getByRole('button', { name: 'Impfung hinzufügen' }).last().click();
    await expectThere(page, 'Impfung 1');
    await page.getByRole('button', { name: 'Hund 3 entfernen' }).click();
    await expectThere(page, /Hunde/);
    assert.deepEqual(opened.complaints, [], 'the browser complains');
  });

  test('fills in the position of the browser where it may, and needs none', async () => {
    await using server = await serveForm();
    const geolocation = { latitude: 52.028123, longitude: 8.900456 };
    await using opened = await newPage(shared.browser, {
      context: { geolocation, permissions: ['geolocation'] },
    });
    const { page } = opened;
    await page.goto(`${server.url}/termin`);
    await page.getByRole('button', { name: 'Meinen Standort verwenden' }).click();
    const point = page.locator('[name="stelle.point"]');
    await page.waitForFunction("document.querySelector('[name=\"stelle.point\"]').value !== ''");
    assert.equal(await point.inputValue(), '52.02812, 8.90046');
    await using bare = await newPage(shared.browser, { blockScripts: true });
    await bare.page.goto(`${server.url}/termin`);
    assert.equal(await bare.page.getByRole('button', { name: 'Meinen Standort verwenden' }).count(), 0);
  });

  test('finds a state by typing, offers what resembles it, and fills in the town of a postcode', async () => {
    await using server = await serveForm();
    await using opened = await newPage(shared.browser, { blockScripts: true });
    const { page } = opened;
    await page.goto(`${server.url}/person`);
    await page.getByLabel('In welchem Staat sind Sie geboren?').fill('kongo');
    await page.getByLabel('Straße').fill('Weg');
    await page.getByLabel('Hausnummer').fill('1');
    await page.getByLabel('Postleitzahl').fill('32657');
    await next(page);
    await page.getByRole('radio', { name: 'Kongo-Kinshasa' }).check();
    assert.equal(await page.getByLabel('Ort', { exact: true }).inputValue(), 'Lemgo');
    await next(page);
    assert.equal(server.answers().geburtsland, 'CD');
  });
});
