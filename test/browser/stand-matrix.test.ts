import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { until } from '../../src/platform/testing/until.ts';
import { newPage, openBrowser } from '../support/browser.ts';
import { runCommand } from '../support/run-command.ts';
import { type RunningApp, runningApp } from '../support/running-app.ts';
import { signInByPage } from '../support/sign-in-page.ts';

describe('the Umsetzungsstand as a table', () => {
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

  const status = (page: Page) => page.locator('[data-matrix-status]');
  const cell = (page: Page, column: string, row: number) => page.locator(`[name^="${column}:"]`).nth(row);
  const search = '/stand/matrix?suche=Hundesteuer&umfang=pflichten';

  test('by keyboard: fill, copy down, undo, save in place, and go on', async () => {
    await using opened = await newPage(shared.browser);
    const { page } = opened;
    await signInByPage(page, app, 'lemgo');
    await page.goto(`${app.staff}${search}`);
    await cell(page, 'fallzahl', 0).focus();
    await page.keyboard.type('1.200');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.type('2025');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Control+d');
    assert.equal(await cell(page, 'fallzahlJahr', 1).inputValue(), '2025');
    await page.keyboard.press('Control+z');
    assert.equal(await cell(page, 'fallzahlJahr', 1).inputValue(), '');
    await cell(page, 'zustand', 0).selectOption('online');
    await page.keyboard.press('Control+s');
    await status(page).getByText('1 Leistung gespeichert.').waitFor();
    assert.equal(await cell(page, 'fallzahl', 0).inputValue(), '1200');
    await page.getByRole('link', { name: 'Letztes Speichern ansehen oder rückgängig machen' }).waitFor();
    await cell(page, 'zustand', 0).selectOption('keine Angabe');
    await page.keyboard.press('Control+s');
    await until(async () => (await cell(page, 'fallzahl', 0).inputValue()) === '');
    assert.equal(await cell(page, 'zustand', 0).inputValue(), '');
    assert.deepEqual(opened.complaints, []);
  });

  test('somebody else saves the row meanwhile: both values stand there, and nothing is overwritten', async () => {
    await using opened = await newPage(shared.browser);
    const { page } = opened;
    await signInByPage(page, app, 'lemgo');
    await page.goto(`${app.staff}${search}`);
    const row = (await cell(page, 'zustand', 1).getAttribute('name'))?.split(':')[1] ?? '';
    await cell(page, 'zustand', 1).selectOption('geplant');
    await cell(page, 'zustand', 1).focus();
    await runCommand(app, 'stand set', ['Lemgo', row, 'zustand=vorgemerkt'], {});
    await page.keyboard.press('Control+s');
    await page.getByText('Welche Angaben gelten?').waitFor();
    const conflict = page.locator('.lw-matrix__conflict');
    assert.match(
      (await conflict.textContent()) ?? '',
      /der Betrieb an der Befehlszeile.*vorgemerkt.*geplant/s,
    );
    await conflict.getByLabel(/[Mm]eine/).check();
    await page.keyboard.press('Control+s');
    await status(page).getByText('1 Leistung gespeichert.').waitFor();
    assert.equal(await cell(page, 'zustand', 1).inputValue(), 'geplant');
    assert.deepEqual(
      opened.complaints.filter((complaint) => !complaint.includes('409')),
      [],
    );
  });

  test('without script it is a plain form with the same outcome, and saving can be taken back', async () => {
    await using opened = await newPage(shared.browser, { blockScripts: true });
    const { page } = opened;
    await signInByPage(page, app, 'lemgo');
    await page.goto(`${app.staff}${search}`);
    await cell(page, 'prioritaet', 1).selectOption('3');
    await page.getByRole('button', { name: 'Alle speichern' }).click();
    assert.equal(await status(page).textContent(), '1 Leistung gespeichert.');
    await page.getByRole('link', { name: 'Letztes Speichern ansehen oder rückgängig machen' }).click();
    await page.getByRole('button', { name: 'Rückgängig machen' }).click();
    await page.getByText('Bei 1 Leistung gelten wieder die früheren Werte.').waitFor();
    await page.goto(`${app.staff}${search}`);
    assert.equal(await cell(page, 'prioritaet', 1).inputValue(), '');
  });
});
