import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { newPage, openBrowser } from '../support/browser.ts';
import { runCommand } from '../support/run-command.ts';
import { type RunningApp, runningApp } from '../support/running-app.ts';
import { signInByPage } from '../support/sign-in-page.ts';

describe('the ranking in the running product', () => {
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

  const rows = (page: Page) => page.locator('.lw-list tbody tr').allInnerTexts();
  const address = '/prioritaeten?suche=hund&platz=500&spalte=rang&spalte=punkte';

  test('with sliders the list follows in place and keeps search, filter and columns; without script it is the same', async () => {
    await using opened = await newPage(shared.browser);
    const { page } = opened;
    await signInByPage(page, app, 'lemgo');
    await page.goto(`${app.staff}${address}`);
    const before = await rows(page);
    assert.equal(await page.getByRole('slider').count(), 8);
    await page.getByRole('slider', { name: 'Gesetzliche Frist' }).press('End');
    await page.waitForURL(/gewicht-frist=100/);
    const moved = await rows(page);
    assert.notDeepEqual(moved, before);
    const { searchParams } = new URL(page.url());
    assert.deepEqual(
      [searchParams.get('suche'), searchParams.get('platz'), searchParams.getAll('spalte')],
      ['hund', '500', ['rang', 'punkte']],
    );
    assert.deepEqual(opened.complaints, []);

    await using plain = await newPage(shared.browser, { blockScripts: true });
    await signInByPage(plain.page, app, 'lemgo');
    await plain.page.goto(`${app.staff}${address}`);
    assert.equal(await plain.page.getByRole('slider').count(), 0);
    await plain.page.getByRole('spinbutton', { name: 'Gesetzliche Frist' }).fill('100');
    await plain.page.getByRole('button', { name: 'Neu berechnen' }).click();
    await plain.page.waitForURL(/gewicht-frist=100/);
    assert.deepEqual(await rows(plain.page), moved);
  });

  test('what the last Bedarfsabfrage and the Umsetzungsstand say stands in the ranking, with its source', async () => {
    const explained = await runCommand(app, 'prioritaeten explain', ['L02950'], { organisation: 'Lemgo' });
    const { beitraege } = explained as {
      readonly beitraege: readonly {
        readonly kriterium: string;
        readonly herkunft: string;
        readonly satz: string;
      }[];
    };
    const of = (kriterium: string) => beitraege.find((each) => each.kriterium === kriterium);
    assert.equal(of('bedarf')?.herkunft, 'bedarfsabfrage');
    assert.match(of('bedarf')?.satz ?? '', /9 von 12 Kommunen brauchen es, 3 später/);
    assert.match(of('fallzahlen')?.satz ?? '', /Fälle in 12 Kommunen/);
  });
});
