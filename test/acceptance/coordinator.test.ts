import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { reportsHandlers } from '#reports';
import { expectNoSidewaysScroll, newPage, openBrowser, screenshot } from '../support/browser.ts';
import { type RunningApp, runningApp } from '../support/running-app.ts';
import { mainText, signInByPage } from '../support/sign-in-page.ts';

/** Pictures of the way, to be looked at: `SCREENSHOTS=yes`. */
const pictures = process.env.SCREENSHOTS === 'yes';

describe('a coordinator comes from an empty start to a released report in one sitting', () => {
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

  test('from Aachen, of which nobody has stated anything, to the PDF for its council', async () => {
    await using me = await newPage(shared.browser, { width: 360 });
    const { page } = me;
    const look = looker(page);
    await signInByPage(page, app, 'aachen');
    await look('start');
    await page
      .getByRole('main')
      .getByRole('link', { name: /Umsetzungsstand/ })
      .first()
      .click();
    assert.match(await mainText(page), /Umsetzungsstand Aachen.*keine Angabe/);
    await look('stand-leer');

    await chooseFocus(page);
    await look('schwerpunkt');
    await stateOne(page);
    await look('angabe');
    await changeMany(page, look);
    await page.goto(`${app.staff}/zahlen`);
    await look('zahlen');

    const report = await draftReport(page, app);
    await look('bericht');
    await page.getByRole('button', { name: 'Zur Freigabe vorlegen' }).click();
    assert.match(await mainText(page), /wartet auf die Freigabe durch eine zweite Person/);

    await workerTurn(app, 'reports.bericht.vorgelegt');
    const mail = (await app.services.mailer.caught()).find(
      ({ to }) => to === app.person('aachen-leitung').email,
    );
    assert.equal(mail?.subject, 'Ein Bericht wartet auf Ihre Freigabe');
    assert.ok(mail?.text.includes(`${new URL(report).pathname}\n`));

    await using second = await newPage(shared.browser, { width: 360 });
    await signInByPage(second.page, app, 'aachen-leitung');
    await second.page.goto(`${app.staff}/benachrichtigungen`);
    assert.match(await mainText(second.page), /Berichte, die auf Ihre Freigabe warten: 1 Bericht 1 /);
    await second.page.goto(app.staff);
    await looker(second.page)('leitung-start');
    await second.page
      .getByRole('link', { name: /^Bericht „Sachstandsbericht[^“]*“ wartet auf Ihre Freigabe, vorgelegt/ })
      .click();
    assert.equal(new URL(second.page.url()).pathname, new URL(report).pathname);
    await second.page.getByRole('button', { name: 'Freigeben', exact: true }).click();
    assert.match(await mainText(second.page), /freigegeben.*Finja Torfmoor/s);
    await looker(second.page)('freigegeben');

    const pdf = await download(app, page, report);
    assert.equal(pdf.subarray(0, 5).toString(), '%PDF-');
    assert.deepEqual(me.complaints, []);
  });
});

/** Looks at a page as on a phone and as at a desk: neither scrolls sideways. */
function looker(page: Page) {
  return async (name: string) => {
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 900 });
      await expectNoSidewaysScroll(page);
      if (pictures) await screenshot(page, `coordinator-${name}-${width}`);
    }
  };
}

/** One Themenfeld first: nobody states 800 Leistungen on the first day. */
async function chooseFocus(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Engagement & Hobby' }).click();
  assert.match(await mainText(page), /141 Leistungen/);
  await page.getByRole('searchbox', { name: 'Suchen' }).fill('Hund');
  await page.getByRole('button', { name: 'Suchen', exact: true }).click();
  await page.getByRole('link', { name: 'Hundesteuer Festsetzung' }).waitFor();
}

async function stateOne(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Hundesteuer Festsetzung' }).first().click();
  await page.getByLabel('Zustand', { exact: true }).selectOption('online');
  await page.getByLabel('Umgesetzt am').fill('2026-03-01');
  await page.getByRole('button', { name: 'Speichern', exact: true }).click();
  await page.getByText('Ihre Angabe ist gespeichert.').waitFor();
}

async function changeMany(page: Page, look: (name: string) => Promise<void>): Promise<void> {
  await page.getByRole('link', { name: 'Weiter mit „Engagement & Hobby“' }).click();
  await page
    .getByRole('checkbox', { name: /auswählen$/ })
    .nth(2)
    .check();
  await page
    .getByRole('checkbox', { name: /auswählen$/ })
    .nth(3)
    .check();
  await page.getByRole('button', { name: 'Gemeinsam ändern' }).click();
  await look('gemeinsam');
  await page.getByLabel('Zustand').selectOption('geplant');
  await page.getByRole('textbox', { name: 'Geplant für' }).fill('2027-06-30');
  await page.getByRole('button', { name: 'Vorschau zeigen' }).click();
  await look('vorschau');
  await page.getByRole('button', { name: /übernehmen/ }).click();
  assert.match(await mainText(page), /2 /);
  await look('uebernommen');
}

async function draftReport(page: Page, app: RunningApp): Promise<string> {
  await page.goto(`${app.staff}/berichte`);
  await page
    .getByRole('link', { name: /Bericht/ })
    .filter({ hasText: /Neu|anlegen|Erst/ })
    .first()
    .click();
  await page.getByLabel('Einleitung').fill('Der Rat hat am 1. März um einen Bericht gebeten.');
  await page.getByRole('button', { name: 'Bericht anlegen' }).click();
  assert.match(await mainText(page), /Der Rat hat am 1\. März/);
  return page.url();
}

/** The file as the browser gets it. */
async function download(app: RunningApp, page: Page, report: string): Promise<Buffer> {
  await page.goto(report);
  const [file] = await Promise.all([
    page.waitForEvent('download', { timeout: 30_000 }),
    page.getByRole('link', { name: /PDF/ }).first().click({ noWaitAfter: true }),
    workerTurn(app, 'reports.pdf.requested'),
  ]);
  return readFileSync(await file.path());
}

/** What the worker does with an event, as soon as it comes: this application has no worker. */
async function workerTurn(app: RunningApp, awaited: string): Promise<void> {
  const handlers = reportsHandlers(app.contexts.reports);
  for (let turn = 0; turn < 50; turn += 1) {
    const { rows } = await app.database.superuser.query(
      `delete from platform.outbox where event = $1 returning id, event, payload, tenant_id`,
      [awaited],
    );
    for (const { id, event, payload, tenant_id } of rows)
      await handlers[event]?.(payload, { eventId: id, tenant: tenant_id, attempt: 1, lastAttempt: false });
    if (rows.length > 0) return;
    await sleep(100);
  }
}
