import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { maintainApplications } from '#applications';
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
import { answerPages, heading, largeDog } from './antrag-steps.ts';

const phone = { width: 360, blockScripts: true };

/** The days on which something ends, as somebody with a phone meets them; the dates are turned in the database. */
describe('the day on which a key, a link or an Antrag ends', () => {
  let shared: Awaited<ReturnType<typeof openBrowser>>;
  let app: RunningApp;
  let portal: string;
  before(async () => {
    shared = await openBrowser();
    app = await runningApp();
    await hundLive(app);
    portal = app.services.hosts.portalOrigin('lemgo');
  });
  after(async () => {
    await app[Symbol.asyncDispose]();
    await shared[Symbol.asyncDispose]();
  });

  const today = () => app.services.clock.today();
  const owner = (statement: string, values: readonly unknown[] = []) =>
    app.database.superuser.query(statement, [...values]);
  const expireKeys = () =>
    owner(
      "update delivery.zustellpunkt_key set valid_from = now() - interval '3 years', valid_to = now() - interval '40 days'",
    );
  const renewKeys = async () => {
    const places = await runCommand(app, 'zustellpunkt list', [], { organisation: 'Lemgo' });
    for (const { id } of places as readonly { readonly id: string }[])
      await runCommand(app, 'zustellpunkt rotate', [id], { organisation: 'Lemgo' });
  };

  async function looked(page: Page, name: string): Promise<string> {
    await page.waitForLoadState();
    await expectNoSidewaysScroll(page);
    await expectNoAxeViolations(page);
    await screenshot(page, name);
    return mainText(page);
  }

  /** A draft in a fresh browser, with its first pages answered; its link is on the page of the link. */
  async function begun(page: Page, pages: number): Promise<string> {
    await page.goto(`${portal}/antrag/hund-anmelden`);
    await page.getByRole('button', { name: 'Antrag beginnen' }).click();
    await answerPages(page, largeDog('Möwe').slice(0, pages));
    const here = page.url();
    const own = /^.*\/antrag\/mein\/[^/]+/.exec(here)?.[0] ?? '';
    await page.goto(`${own}/link`);
    const link = (await page.locator('a[href*="/antrag/weiter/"]').first().getAttribute('href')) ?? '';
    await page.goto(here);
    return link;
  }

  test('a receiving key that expired: nothing is sent, nothing is lost, and after its renewal the same form goes through', async () => {
    await using opened = await newPage(shared.browser, phone);
    const { page } = opened;
    await begun(page, 4);
    await heading(page, 'Nachweis der Sachkunde');
    await expireKeys();
    const [file] = largeDog('Möwe').slice(4, 5);
    assert.ok(file);
    await answerPages(page, [file]);
    await page.getByText('keine Dateien annehmen').first().waitFor();
    const refusedFile = await looked(page, 'tage-schluessel-datei-360');
    assert.match(refusedFile, /keine Dateien annehmen\. Nicht gespeichert: „nachweis\.pdf“/);
    await renewKeys();
    await answerPages(page, largeDog('Möwe').slice(4, 5));
    await heading(page, 'Haftpflichtversicherung für große Hunde');
    await expireKeys();
    await answerPages(page, largeDog('Möwe').slice(5, 6));
    await page.getByText('keine Dateien annehmen').first().waitFor();
    await looked(page, 'tage-schluessel-datei-und-angaben-360');
    await page.reload();
    assert.equal(
      await page.locator('[name="police"]').inputValue(),
      '1',
      'the other answers of the page are lost',
    );
    await renewKeys();
    await answerPages(page, largeDog('Möwe').slice(5));
    await heading(page, 'Angaben prüfen und abschicken');
    await expireKeys();
    await page.getByRole('button', { name: 'Antrag abschicken' }).click();
    await page.getByText('Noch nicht abgeschickt').waitFor();
    const refused = await looked(page, 'tage-schluessel-absenden-360');
    assert.match(refused, /Noch nicht abgeschickt.*Der Schlüssel.*ist abgelaufen/s);
    assert.match(refused, /Möwe/, 'what was typed is still there');
    const { rows } = await owner('select count(*)::int as n from delivery.submission');
    assert.equal(rows[0].n, 0);
    await renewKeys();
    await page.getByRole('button', { name: 'Antrag abschicken' }).click();
    await heading(page, 'Eingangsbestätigung');
  });

  test('a draft’s link on its last day opens nothing any more, in the same browser as in another, and says what to do', async () => {
    await using opened = await newPage(shared.browser, phone);
    await using other = await newPage(shared.browser, phone);
    const { page } = opened;
    const link = await begun(page, 2);
    const drafts = 'select id from applications.entwurf';
    assert.equal((await owner(drafts)).rows.length, 1);
    await owner(
      'update applications.zugang set loeschen_am = $1 where id in (select id from applications.entwurf)',
      [today()],
    );
    assert.equal((await page.reload())?.status(), 404);
    assert.match(await looked(page, 'tage-entwurf-seite-360'), /seine Zeit ist abgelaufen/);
    assert.equal((await other.page.goto(link))?.status(), 404);
    const text = await looked(other.page, 'tage-entwurf-link-360');
    assert.match(text, /Dieser Link öffnet keinen Antrag/);
    await maintainApplications(app.contexts.applications, await app.contexts.inbox.authorities());
    assert.deepEqual((await owner(drafts)).rows, []);
    assert.equal((await other.page.goto(link))?.status(), 404);
    assert.equal(await mainText(other.page), text, 'whether the deletion ran shows nowhere');
    await other.page.getByRole('link', { name: 'Leistungen suchen' }).click();
    await other.page.getByRole('searchbox').first().waitFor();
  });

  test('an Antrag names its deletion day; on that day its link opens nothing and its content is gone', async () => {
    await using opened = await newPage(shared.browser, phone);
    const { page } = opened;
    const link = await begun(page, 9);
    await heading(page, 'Angaben prüfen und abschicken');
    await page.getByRole('button', { name: 'Antrag abschicken' }).click();
    await heading(page, 'Eingangsbestätigung');
    const promised = /gelöscht spätestens am\s*(\d\d\.\d\d\.\d{4})/.exec(
      await looked(page, 'tage-quittung-360'),
    );
    await page.goto(link);
    await heading(page, 'Hund anmelden: Eingereicht');
    assert.ok((await looked(page, 'tage-antrag-360')).includes(promised?.[1] ?? 'a day'));
    await page.goto(`${page.url().split('?')[0]}/angaben`);
    assert.match(await looked(page, 'tage-angaben-360'), /Prüfung Ihrer Dateien/);
    const place = new URL(link).pathname;
    for (const table of ['antrag', 'zugang'])
      await owner(`update applications.${table} set loeschen_am = $1`, [today()]);
    await maintainApplications(app.contexts.applications, await app.contexts.inbox.authorities());
    const { rows } = await owner('select zustand, kopie_sealed from applications.antrag');
    for (const row of rows) assert.deepEqual([row.zustand, row.kopie_sealed], ['geloescht', null]);
    assert.equal((await page.reload())?.status(), 404);
    assert.equal((await page.goto(`${portal}${place}`))?.status(), 404);
    assert.match(await looked(page, 'tage-geloescht-360'), /nennen Sie der Stelle Ihre Nummer/);
  });
});
