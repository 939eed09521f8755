import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { newPage, openBrowser } from '../support/browser.ts';
import { serveGallery } from '../support/gallery-server.ts';

describe('the matrix under the hands of a person', () => {
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

  const focused = (page: Page) => page.evaluate<string>('document.activeElement.name');
  const status = (page: Page) => page.locator('[data-matrix-status]').textContent();
  const cell = (page: Page, name: string) => page.locator(`[name="${name}"]`);

  test('without script it is a form that saves all rows, and refuses a cell by name', async () => {
    await using opened = await newPage(shared.browser, { blockScripts: true });
    const { page } = opened;
    await page.goto(`${gallery.url}/matrix`);
    await page.getByLabel('Bemerkung: Hundesteuer Anmeldung', { exact: true }).fill('im Frühjahr');
    await page.getByRole('button', { name: 'Alle speichern' }).click();
    assert.equal(await status(page), '1 Zeilen gespeichert.');
    await page.getByLabel('Fälle im Jahr: Wohngeld Erstbewilligung', { exact: true }).fill('viele');
    await page.getByRole('button', { name: 'Alle speichern' }).click();
    await page.getByRole('link', { name: /„viele“ ist bei „Fälle im Jahr“/ }).click();
    assert.match(page.url(), /#feld-faelle-L1$/);
    assert.equal(await page.getByRole('button', { name: 'Rückgängig' }).isVisible(), false);
  });

  test('arrow keys walk from cell to cell, F2 writes in one, Escape takes it back', async () => {
    await using opened = await newPage(shared.browser);
    const { page } = opened;
    await page.goto(`${gallery.url}/matrix`);
    await cell(page, 'faelle:L1').focus();
    await page.keyboard.press('ArrowDown');
    assert.equal(await focused(page), 'faelle:L2');
    await page.keyboard.press('ArrowRight');
    assert.equal(await focused(page), 'loesung:L2');
    await page.keyboard.type('Baulotse');
    await page.keyboard.press('Enter');
    assert.equal(await focused(page), 'loesung:L3');
    assert.match((await status(page)) ?? '', /Eine Zelle ist noch nicht gespeichert/);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('F2');
    await page.keyboard.press('ArrowLeft');
    assert.equal(await focused(page), 'loesung:L2');
    await page.keyboard.type('x');
    assert.equal(await cell(page, 'loesung:L2').inputValue(), 'Baulotsxe');
    await page.keyboard.press('Escape');
    assert.equal(await cell(page, 'loesung:L2').inputValue(), 'Baulotse');
    await page.keyboard.press('Control+z');
    assert.equal(await cell(page, 'loesung:L2').inputValue(), '');
    await page.keyboard.press('Control+y');
    assert.equal(await cell(page, 'loesung:L2').inputValue(), 'Baulotse');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Control+d');
    assert.equal(await cell(page, 'loesung:L3').inputValue(), 'Baulotse');
    assert.deepEqual(opened.complaints, []);
  });

  test('a block from Excel fills cells by what they can hold; what does not fit is told and left alone', async () => {
    await using opened = await newPage(shared.browser);
    const { page } = opened;
    await page.goto(`${gallery.url}/matrix`);
    await cell(page, 'zustand:L1').focus();
    await paste(page, 'In Umsetzung\t31.12.2027\t1.250\t"zwei\nZeilen"\r\nfertig\t99.99.2027\t12\r\n');
    const values = await Promise.all(
      ['zustand:L1', 'geplant:L1', 'faelle:L1', 'zustand:L2', 'geplant:L2', 'faelle:L2'].map((name) =>
        cell(page, name).inputValue(),
      ),
    );
    assert.deepEqual(values, ['in-umsetzung', '2027-12-31', '1.250', 'geplant', '2027-03-31', '12']);
    assert.match(
      (await status(page)) ?? '',
      /5 Zellen eingefügt\. 2 passten nicht .*5 Zellen sind noch nicht gespeichert/,
    );
    await page.keyboard.press('Control+z');
    assert.equal(await cell(page, 'zustand:L1').inputValue(), 'online');
    assert.equal(await cell(page, 'faelle:L2').inputValue(), '');
  });

  test('saving keeps the place, shows what somebody else saved, and loses nothing', async () => {
    await using opened = await newPage(shared.browser);
    const { page } = opened;
    await page.goto(`${gallery.url}/matrix`);
    await cell(page, 'bemerkung:L2').fill('Fremd');
    await cell(page, 'bemerkung:L4').fill('gut');
    await page.keyboard.press('Control+s');
    await page.getByText('Welche Angaben gelten?').waitFor();
    assert.equal(await focused(page), 'bemerkung:L4');
    assert.equal(await cell(page, 'bemerkung:L2').inputValue(), 'Fremd');
    assert.match((await status(page)) ?? '', /1 Zeilen gespeichert\. Eine Zelle ist noch nicht gespeichert/);
    await page.getByRole('button', { name: 'Alle speichern' }).click();
    await page.getByRole('link', { name: /Bitte entscheiden Sie/ }).waitFor();
    assert.deepEqual(
      opened.complaints.filter((complaint) => !complaint.includes('422')),
      [],
    );
  });

  test('when the server does not answer, what was typed stays and the page says so', async () => {
    await using opened = await newPage(shared.browser);
    const { page } = opened;
    await page.goto(`${gallery.url}/matrix`);
    await cell(page, 'bemerkung:L1').fill('bleibt');
    await page.route('**/matrix', (route) => route.abort());
    await page.keyboard.press('Control+s');
    await page.getByText(/Nicht gespeichert: Der Server/).waitFor();
    assert.equal(await cell(page, 'bemerkung:L1').inputValue(), 'bleibt');
  });
});

async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate(`(() => {
    const data = new DataTransfer();
    data.setData('text/plain', ${JSON.stringify(text)});
    document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  })()`);
}
