import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { findInDatabase, findInFiles } from '../../src/contexts/delivery/testing/canary.ts';
import { askApi } from '../support/api-client.ts';
import { expectNoSidewaysScroll, newPage, openBrowser, screenshot } from '../support/browser.ts';
import { runCommand } from '../support/run-command.ts';
import { type RunningApp, runningApp } from '../support/running-app.ts';
import { mainText, signInByPage } from '../support/sign-in-page.ts';
import { signedIn, visitor } from '../support/visitor.ts';
import {
  answerPages,
  eventually,
  fillIn,
  heading,
  largeDog,
  lemgoParameters,
  workerOf,
} from './antrag-steps.ts';

const canary = 'Kanarienvogel-Möwe-4711';
const secretOfTheOffice = 'Bescheidtext-Steinkauz-4712';
const phone = { width: 360, blockScripts: true };

/** The journey of one Antrag; each test goes on where the one before it ended. */
describe('one Antrag, the whole way', () => {
  let shared: Awaited<ReturnType<typeof openBrowser>>;
  let app: RunningApp;
  let worker: Awaited<ReturnType<typeof workerOf>>;
  let portal: string;
  let link = '';
  let nummer = '';
  before(async () => {
    shared = await openBrowser();
    app = await runningApp();
    worker = await workerOf(app);
    portal = app.services.hosts.portalOrigin('lemgo');
  });
  after(async () => {
    await worker.stop();
    await app[Symbol.asyncDispose]();
    await shared[Symbol.asyncDispose]();
  });

  const count = async (table: string): Promise<number> => {
    const { rows } = await app.database.superuser.query<{ n: number }>(
      `select count(*)::int as n from ${table}`,
    );
    return rows[0]?.n ?? -1;
  };

  test('Lemgo’s coordinator sees which Onlinedienst closes two gaps, is told what is missing, and takes it live', async () => {
    await using opened = await newPage(shared.browser);
    const { page } = opened;
    await signInByPage(page, app, 'lemgo');
    await page.goto(`${app.staff}/luecken?suche=Hundesteuer+Festsetzung`);
    const row = page.getByRole('row').filter({ hasText: 'Hundesteuer Festsetzung' });
    await row.getByRole('link', { name: 'Hund anmelden' }).waitFor();
    await screenshot(page, 'antrag-luecken');
    const both = await page.getByRole('main').getByRole('listitem').allTextContents();
    for (const leistung of ['Hundesteuer Festsetzung', 'Hundehaltung Anmeldung'])
      assert.ok(
        both.some((text) => text.includes(leistung)),
        leistung,
      );

    await row.getByRole('link', { name: 'Hund anmelden' }).click();
    await heading(page, 'Hund anmelden');
    assert.match(await mainText(page), /Was er Lemgo kostet.*Euro|Was er Lemgo kostet.*€/s);
    await page.getByRole('link', { name: 'Welche Normen er abdeckt und wer ihn nutzt' }).click();
    await page.getByText('Katalogangabe 2019, abweichend').first().waitFor();
    assert.match(await mainText(page), /Katalogangabe 2019, abweichend.*§ 2a/);
    await page.getByRole('button', { name: 'Interesse bekunden' }).click();
    await page.getByText('Ihr Interesse ist vermerkt.').waitFor();
    const missing = await mainText(page);
    assert.match(missing, /\d+ Punkte fehlen noch/);
    assert.match(missing, /Gebühr für die Anzeige eines großen Hundes.*fehlt.*Kommune/);

    await saveParameters(page, { ...lemgoParameters, anzeigegebuehr: '' });
    await page.getByRole('button', { name: 'Test beginnen' }).click();
    await page.getByRole('alert').first().waitFor();
    assert.match(await mainText(page), /Checkliste: \d+ Punkte.*„Rahmenvereinbarung gezeichnet“/);
    await screenshot(page, 'antrag-anbindung-fehlt');
    await saveParameters(page, { anzeigegebuehr: lemgoParameters.anzeigegebuehr });
    assert.doesNotMatch(await mainText(page), /Bitte tragen Sie ein/, 'only the checklist is open');
    await page.getByRole('button', { name: 'Test beginnen' }).click();
    await page.getByText('Der Test hat begonnen.').waitFor();
    assert.equal((await visitor(portal).get('/antrag/hund-anmelden')).status, 404, 'open before it is live');
    await goLive(page);
    await page.getByText('Der Onlinedienst ist live.').waitFor();
    await screenshot(page, 'antrag-anbindung-live');
    await page.goto(`${app.staff}/luecken?suche=Hundesteuer+Festsetzung`);
    assert.equal(await page.getByRole('row').filter({ hasText: 'Hundesteuer Festsetzung' }).count(), 0);
    // The browser names an answer that refuses; nothing else went wrong.
    assert.ok(
      opened.complaints.every((text) => text.includes('409')),
      String(opened.complaints),
    );
  });

  test('on a phone without script somebody finds it, applies, leaves, resumes by the link and submits once', async () => {
    const pages = largeDog(canary);
    await using first = await newPage(shared.browser, phone);
    await first.page.goto(portal);
    await first.page.getByRole('searchbox').first().fill('hund anmelden');
    await first.page.keyboard.press('Enter');
    await first.page.getByRole('link', { name: 'Hund anmelden', exact: true }).first().click();
    await heading(first.page, 'Hund anmelden');
    await screenshot(first.page, 'antrag-leistung-360');
    await first.page.getByRole('link', { name: 'Online beantragen' }).click();
    await first.page.getByRole('button', { name: 'Antrag beginnen' }).click();
    await heading(first.page, 'Um welche Hunde geht es?');
    await first.page.getByRole('radio', { name: 'Nein, keine' }).focus();
    await first.page.keyboard.press('Space');
    await first.page.keyboard.press('Enter');
    await answerPages(first.page, pages.slice(1, 5));
    link = await leave(first.page);
    assert.ok(link.startsWith(`${portal}/antrag/weiter/`), link);

    await using second = await newPage(shared.browser, phone);
    const { page } = second;
    await page.goto(link);
    assert.ok(!page.url().includes(link.slice(-20)), 'the link stays in the address');
    await answerPages(page, pages.slice(5));
    await heading(page, 'Angaben prüfen und abschicken');
    const check = await mainText(page);
    for (const part of [
      canary,
      '120,00',
      '25,00',
      'Rex',
      'nachweis.pdf',
      'Kosten zahlen Sie nach dem Bescheid',
    ])
      assert.ok(check.includes(part), part);
    await expectNoSidewaysScroll(page);
    await screenshot(page, 'antrag-pruefen-360');

    const again = await page.context().newPage();
    await again.goto(page.url());
    for (const each of [page, again]) {
      await each.getByRole('button', { name: 'Antrag abschicken' }).click();
      await heading(each, 'Eingangsbestätigung');
    }
    const receipts = await Promise.all([page, again].map(mainText));
    nummer = /LW-2026-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(receipts[0] ?? '')?.[0] ?? '';
    assert.match(nummer, /^LW-/);
    for (const receipt of receipts) {
      assert.ok(receipt.includes(nummer), 'sent twice, it has another number');
      assert.match(receipt, /Daten gelöscht spätestens am\s*\d\d\.\d\d\.\d{4}/);
    }
    assert.equal(
      await page.getByRole('link', { name: 'Start', exact: true }).count(),
      0,
      'the path begins twice',
    );
    await screenshot(page, 'antrag-quittung-360');
    await page.getByRole('link', { name: 'Zum Antrag' }).click();
    await heading(page, 'Hund anmelden: Eingereicht');
    await page.getByText('Zahlung nach Bescheid').waitFor();
    assert.match(
      await mainText(page),
      /Hundesteuer Festsetzung.*Steueramt.*Hundehaltung Anmeldung.*Ordnungsamt/s,
    );
    assert.equal(await count('applications.antrag'), 1);
    assert.equal(await count('applications.sendung'), 2);
    assert.equal(await count('delivery.submission'), 2);
    assert.deepEqual([...first.complaints, ...second.complaints], []);
  });

  test('the worker makes the receipt as a tagged PDF that passes the structural checks', async () => {
    await using opened = await newPage(shared.browser, phone);
    const { page } = opened;
    await page.goto(link);
    await page.getByRole('link', { name: 'Eingangsbestätigung' }).click();
    await worker.stop();
    await page.getByRole('button', { name: 'Bestätigung als PDF' }).click();
    await heading(page, 'Ihre Bestätigung wird erstellt');
    const coming = page.waitForEvent('download', { timeout: 60_000 });
    worker = await workerOf(app);
    // Nobody presses anything: the page loads itself again until the worker has made the file.
    const download = await coming;
    assert.equal(download.suggestedFilename(), `Eingangsbestaetigung-${nummer}.pdf`);
    const file = await download.path();
    const run = (command: string, ...args: readonly string[]) =>
      execFileSync(command, [...args, file], { encoding: 'utf8' });
    assert.match(run('qpdf', '--check'), /No syntax or stream encoding errors/);
    assert.match(run('pdfinfo'), /Tagged: +yes/);
    assert.doesNotMatch(run('pdffonts'), / no +(yes|no) +(yes|no) /, 'a font is not embedded');
    const struct = run('pdfinfo', '-struct-text');
    assert.match(struct, /^ *H1\b/m);
    assert.ok(struct.includes(nummer) && !struct.includes('4711'), 'the number, and nothing of the person');
  });

  test('the office gets a mail without a word of the person; asks, gets its answer, decides; the Bescheid comes by post', async () => {
    const mails = await eventually('the mails to both offices', async () => {
      const caught = (await app.services.mailer.caught()).filter(({ subject }) =>
        subject.startsWith('Neuer Antrag'),
      );
      return caught.length === 2 ? caught : null;
    });
    assert.deepEqual(mails.map(({ to }) => to).toSorted(), [
      'ordnungsamt@lemgo.demo.invalid',
      lemgoParameters.stelleEmail,
    ]);
    assert.ok(mails.every(({ text }) => text.includes(nummer)));
    assert.doesNotMatch(JSON.stringify(mails), /4711|Erika|Rex|Mittelstr/);

    await using office = await newPage(shared.browser);
    await using citizen = await newPage(shared.browser, phone);
    await signInByPage(office.page, app, 'lemgo-fachbereich');
    await openCase(office.page, app, nummer);
    await office.page.getByRole('button', { name: 'Übernehmen' }).click();
    assert.ok((await mainText(office.page)).includes(canary));
    await screenshot(office.page, 'antrag-vorgang');
    await act(office.page, 'Rückfrage stellen', { text: `Frau ${canary}, seit wann haben Sie Rex?` });

    await citizen.page.goto(link);
    await heading(citizen.page, 'Hund anmelden: Rückfrage');
    await citizen.page.getByText('seit wann haben Sie Rex?').waitFor();
    await screenshot(citizen.page, 'antrag-rueckfrage-360');
    await fillIn(citizen.page, { text: `Seit Allerheiligen. ${canary}` });
    await citizen.page.getByRole('button', { name: 'Antwort senden' }).click();
    await citizen.page.getByText('Ihre Nachricht ist angekommen.').waitFor();

    await eventually('the answer in the inbox', async () => {
      await openCase(office.page, app, nummer);
      return (await mainText(office.page)).includes('Seit Allerheiligen.') || null;
    });
    await office.page.getByRole('button', { name: 'Übernehmen' }).click();
    await act(office.page, 'Entscheiden', { ergebnis: 'stattgegeben', text: secretOfTheOffice });
    await screenshot(office.page, 'antrag-entschieden');

    await citizen.page.goto(link);
    await heading(citizen.page, 'Hund anmelden: In Bearbeitung');
    assert.match(await mainText(citizen.page), /Steueramt.*Entschieden.*Ordnungsamt.*Eingereicht/s);
    await openCase(office.page, app, `${nummer}-2`);
    assert.match(await mainText(office.page), /Hundehaltung Anmeldung.*Versicherung/s);
    await office.page.getByRole('button', { name: 'Übernehmen' }).click();
    await act(office.page, 'Entscheiden', { ergebnis: 'stattgegeben', text: '' });
    await citizen.page.goto(link);
    await heading(citizen.page, 'Hund anmelden: Entschieden');
    await citizen.page.getByText('Der Bescheid kommt mit der Post.').first().waitFor();
    await screenshot(citizen.page, 'antrag-entschieden-360');
    const html = await citizen.page.content();
    assert.ok(
      !html.includes(secretOfTheOffice) && !/stattgegeben/i.test(html),
      'the decision itself is shown',
    );
    assert.deepEqual([...office.complaints, ...citizen.complaints], []);
  });

  test('nobody else sees it: no other role, no other Kommune; the provider’s lead sees counts only', async () => {
    for (const key of ['lemgo', 'detmold', 'kreis-lippe']) {
      const someone = await signedIn(app, key);
      assert.equal((await someone.get(`/eingang/${nummer}`)).status, 403, key);
      assert.equal((await someone.get('/eingang')).status, 403, key);
    }
    const inboxOf = async (organisation: string) => {
      const issued = await runCommand(app, 'token issue', ['Probe'], { organisation, scopes: 'inbox.read' });
      const { token } = issued as { readonly token: string };
      const [list, one] = [
        await askApi(app, '/eingang', { token }),
        await askApi(app, `/eingang/${nummer}`, { token }),
      ];
      return { listed: JSON.stringify(list.body).includes(nummer), status: one.status };
    };
    assert.deepEqual(await inboxOf('05766044'), { listed: true, status: 200 });
    assert.deepEqual(await inboxOf('05766020'), { listed: false, status: 404 });
    const neighbour = visitor(app.services.hosts.portalOrigin('detmold'));
    const foreign = await neighbour.get(new URL(link).pathname);
    assert.ok([403, 404, 410].includes(foreign.status), `the link opens at Detmold: ${foreign.status}`);

    await using lead = await newPage(shared.browser);
    await signInByPage(lead.page, app, 'ozg-leitung');
    assert.equal((await lead.page.goto(`${app.staff}/eingang/${nummer}`))?.status(), 403);
    await lead.page.goto(`${app.staff}/rollout`);
    const row = lead.page.getByRole('row').filter({ hasText: 'Hund anmelden' }).last();
    const cells = (await row.getByRole('cell').allTextContents()).map((text) => text.trim());
    assert.deepEqual(cells.slice(-4), ['1', '0', '0', '1'], 'live, suspended, older version, Anträge');
    assert.equal(
      await count('delivery.submission'),
      2,
      'one Antrag counts once, whatever the number of offices',
    );
    assert.doesNotMatch(await mainText(lead.page), new RegExp(`${nummer}|4711|Erika`));
    await screenshot(lead.page, 'antrag-rollout');
  });

  test('what was typed, asked and decided, and the link, stand in no table and in no file in clear', async () => {
    const { superuser } = app.database;
    const { dataFolder } = app.services.config;
    assert.notDeepEqual(await findInDatabase(superuser, nummer), [], 'the search finds nothing at all');
    assert.notDeepEqual(findInFiles(dataFolder, nummer), [], 'the search finds nothing at all');
    const secrets = [canary, secretOfTheOffice, link.split('/').at(-1) ?? '', 'Seit Allerheiligen.'];
    for (const secret of secrets) {
      assert.ok(secret.length > 15);
      assert.deepEqual(await findInDatabase(superuser, secret), []);
      assert.deepEqual(findInFiles(dataFolder, secret), []);
    }
    assert.equal(await count('inbox.eingang'), 2);
  });
});

async function openCase(page: Page, app: RunningApp, nummer: string): Promise<void> {
  await page.goto(`${app.staff}/eingang`);
  await page.getByRole('link', { name: nummer, exact: true }).click();
  await heading(page, 'Hund anmelden');
}

/** Does something with the case that is open, by its form. */
async function act(page: Page, label: string, typed: Readonly<Record<string, string>>): Promise<void> {
  await page.getByRole('main').locator('summary', { hasText: label }).click();
  const box = page.getByRole('form', { name: label });
  await fillIn(box, typed);
  await box.getByRole('button', { name: label }).click();
  await page.getByRole('main').getByRole('status').or(page.getByRole('alert')).first().waitFor();
}

async function saveParameters(page: Page, typed: Readonly<Record<string, string>>): Promise<void> {
  await fillIn(page, typed);
  await page.getByRole('button', { name: 'Parameter speichern' }).last().click();
  await page.getByText('Die Parameter sind gespeichert.').waitFor();
}

async function goLive(page: Page): Promise<void> {
  const here = page.url();
  await page.getByRole('link', { name: 'Checkliste und Prüfung vor dem Start' }).click();
  await page.getByRole('link', { name: 'Alle offenen Punkte bis zum Start erklären' }).click();
  await page.getByLabel('Worauf stützt sich die Erklärung?').fill('Abnahme durch das Steueramt (erfunden)');
  await page.getByLabel(/^Auch Punkte, gegen die eine Prüfung spricht/).check();
  await page.getByRole('button', { name: 'Alle offenen Punkte erklären' }).click();
  await page.getByText('Alle Punkte bis zum Start sind erklärt.').waitFor();
  await page.goto(here);
  await page.getByRole('link', { name: 'Live schalten' }).click();
  await heading(page, 'Live schalten: Hund anmelden');
  await page.getByRole('button', { name: 'Live schalten' }).click();
}

/** Notes the link and takes the Antrag out of this browser. */
async function leave(page: Page): Promise<string> {
  await page.getByRole('link', { name: /^Später weitermachen/ }).click();
  await heading(page, 'Ihr Link zum Antrag');
  const href = await page.locator('main a[href*="/antrag/weiter/"]').getAttribute('href');
  await page.getByRole('button', { name: 'Aus diesem Browser entfernen' }).click();
  await heading(page, /^Willkommen bei/);
  return href ?? '';
}
