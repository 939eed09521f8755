import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { askApi, dutyOf } from '../support/api-client.ts';
import { newPage, openBrowser } from '../support/browser.ts';
import { runCommand } from '../support/run-command.ts';
import { type RunningApp, runningApp } from '../support/running-app.ts';
import { lendSession, mainText, signInByPage } from '../support/sign-in-page.ts';
import { signedIn, type Visitor } from '../support/visitor.ts';

const jugendamtLeistung = 'L04594';

describe('people of Kommunen and of their IT-Dienstleister', () => {
  let app: RunningApp;
  let shared: Awaited<ReturnType<typeof openBrowser>>;
  let admin: Visitor;
  before(async () => {
    shared = await openBrowser();
    app = await runningApp();
    admin = await signedIn(app, 'lemgo-admin');
  });
  after(async () => {
    await app[Symbol.asyncDispose]();
    await shared[Symbol.asyncDispose]();
  });

  test('the OZG lead signs in with a code that counts once, sees how much is decided, and confirms what Lemgo states', async () => {
    await using lemgo = await newPage(shared.browser);
    await signInByPage(lemgo.page, app, 'lemgo');
    const angabe = await stateBestimmung(lemgo.page);
    assert.match(await mainText(lemgo.page), /Stand.*(wartet|offen|angegeben|noch nicht)/i);
    assert.deepEqual((await lippeOn(app)).lemgo, 'andere');

    await using lead = await newPage(shared.browser);
    const code = await signInLead(lead.page, app);
    await lead.page.goto(`${app.staff}/ueberblick`);
    const overview = await mainText(lead.page);
    for (const part of ['Entschieden', 'Norm gelesen', 'Sekundärquelle', 'Einschätzung', 'Lemgo'])
      assert.ok(overview.includes(part), `the overview lacks ${part}`);

    await using again = await newPage(shared.browser);
    await typePassword(again.page, app, 'ozg-leitung');
    await again.page.getByLabel('Code', { exact: true }).fill(code);
    await again.page.getByRole('button', { name: 'Weiter' }).click();
    await again.page.getByRole('heading', { level: 1, name: 'Code eingeben' }).waitFor();
    assert.match(await again.page.title(), /^Fehler: /);

    await lead.page.goto(angabe);
    await lead.page.getByRole('radio', { name: 'Norm gelesen' }).check();
    await lead.page.getByRole('button', { name: 'Bestätigen' }).click();
    await lead.page
      .getByText(/bestätigt/)
      .first()
      .waitFor();

    assert.equal((await lippeOn(app)).lemgo, 'handeltFuer', 'the Kreis’s view did not change at once');
    await lemgo.page.goto(`${app.staff}/kommunen/05766/pflichten/${jugendamtLeistung}`);
    assert.match(await mainText(lemgo.page), /Handelt für \(13\).*Lemgo.*Nicht für \(3\)/);
    await lemgo.page.goto(`${app.staff}/kommunen/05766044/pflichten/${jugendamtLeistung}`);
    assert.match(
      await mainText(lemgo.page),
      /Zuständig ist Kreis Lippe, nicht Lemgo\..*Verordnung über die Aufhebung/,
    );
  });

  test('an administrator invites a member, who accepts, works, is suspended and is out at once', async () => {
    await using boss = await newPage(shared.browser);
    await lendSession(boss.page.context(), app.staff, admin);
    await boss.page.goto(`${app.staff}/mitglieder/einladen`);
    await boss.page.getByLabel('Vor- und Nachname').fill('Ida Probe');
    await boss.page.getByLabel('Dienstliche E-Mail-Adresse').fill('ida.probe@demo.invalid');
    await boss.page.getByRole('checkbox', { name: /^OZG-Koordination/ }).check();
    await boss.page.getByRole('button', { name: 'Einladung senden' }).click();
    await boss.page.getByText('Die Einladung ist verschickt.').waitFor();

    await using guest = await newPage(shared.browser);
    await guest.page.goto(`${app.staff}/postausgang`);
    const mail = guest.page.getByRole('article').filter({ hasText: 'ida.probe@demo.invalid' });
    await mail.getByRole('link').first().click();
    await guest.page.getByRole('heading', { level: 1, name: 'Einladung annehmen' }).waitFor();
    assert.doesNotMatch(guest.page.url(), /einladung\/./, 'the secret stays in the address');
    await guest.page.getByLabel('Neues Passwort').fill('drei blaue Elefanten im Rathaus');
    await guest.page.getByLabel(/wiederholen|noch einmal/i).fill('drei blaue Elefanten im Rathaus');
    await guest.page.getByRole('button', { name: 'Einladung annehmen' }).click();
    await guest.page.getByText('Ihr Passwort gilt. Bitte melden Sie sich damit an.').waitFor();
    await guest.page.getByLabel('E-Mail-Adresse').fill('ida.probe@demo.invalid');
    await guest.page.getByLabel('Passwort', { exact: true }).fill('drei blaue Elefanten im Rathaus');
    await guest.page.getByRole('button', { name: 'Anmelden', exact: true }).click();
    await guest.page.getByRole('heading', { level: 1, name: 'Guten Tag, Lemgo' }).waitFor();

    await boss.page.goto(`${app.staff}/mitglieder`);
    await boss.page.getByRole('main').getByRole('link', { name: 'Ida Probe' }).click();
    await boss.page.getByRole('button', { name: 'Zugang sperren' }).click();
    await boss.page.getByText('Der Zugang ist gesperrt.').waitFor();
    await guest.page.goto(`${app.staff}/konto`);
    assert.equal(new URL(guest.page.url()).pathname, '/anmelden');
    assert.deepEqual([...boss.complaints, ...guest.complaints], []);

    await boss.page.goto(`${app.staff}/mitglieder`);
    await boss.page.getByRole('main').getByRole('link', { name: 'Jonte Birkenhain' }).click();
    await boss.page.getByRole('link', { name: 'Mitglied entfernen …' }).click();
    await boss.page.getByRole('button', { name: 'Jonte Birkenhain entfernen' }).click();
    assert.match(await boss.page.title(), /^Fehler: /);
    assert.match(await mainText(boss.page), /letzte/i);
    await boss.page.goto(`${app.staff}/mitglieder`);
    assert.match(await mainText(boss.page), /Jonte Birkenhain/);
  });

  test('what belongs to Detmold does not exist for Lemgo: member, Bestimmung, token', async () => {
    const foreign = await belongingsOfDetmold(app);
    const unknown = '01890000-0000-7000-8000-000000000000';
    const coordinator = await signedIn(app, 'lemgo');
    for (const id of [foreign.angabe, unknown, 'x', '%00', "' or 1=1"])
      assert.equal((await coordinator.get(`/bestimmungen/${id}`)).status, 404, id);
    for (const id of [foreign.member, unknown, 'x', '%00']) {
      assert.equal((await admin.get(`/mitglieder/${id}`)).status, 404, id);
      assert.equal((await admin.get(`/mitglieder/${id}/entfernen`)).status, 404, id);
      for (const action of ['sperren', 'entsperren', 'entfernen', 'rollen', 'einladung', 'vertretung']) {
        const form = { rollen: ['lesen'], vertretung: id, von: '2026-12-01', bis: '2026-12-02' };
        const answer = await admin.post(`/mitglieder/${id}/${action}`, form);
        assert.equal(answer.status, 404, `${action} ${id}`);
      }
    }
    for (const id of [foreign.token, unknown, 'x'])
      assert.equal((await admin.post(`/zugaenge/${id}/widerrufen`, {})).status, 404, id);
    const { secret } = foreign;
    assert.equal(
      (await askApi(app, '/organisation', { token: secret })).status,
      200,
      'Detmold’s token still works',
    );
  });
});

async function stateBestimmung(page: Page): Promise<string> {
  await page
    .getByRole('navigation', { name: 'Hauptnavigation' })
    .getByRole('link', { name: 'Nachschlagen' })
    .click();
  await page
    .getByRole('navigation', { name: 'Bereich Nachschlagen' })
    .getByRole('link', { name: 'Bestimmungen' })
    .click();
  await page.getByRole('link', { name: 'Bestimmung angeben' }).click();
  await page.getByRole('button', { name: 'Angabe senden' }).click();
  assert.match(await page.title(), /^Fehler: /);
  await page.getByLabel('Aufgabe').selectOption({ value: 'jugendamt' });
  await page.getByRole('radio', { name: /^Nein, der Kreis/ }).check();
  await page.getByLabel('Gilt ab').fill('2020-01-01');
  await page
    .getByLabel('Quelle', { exact: true })
    .fill('Verordnung über die Aufhebung, erfunden für diese Prüfung');
  await page.getByRole('button', { name: 'Angabe senden' }).click();
  await page.getByRole('heading', { level: 1, name: 'Bestimmung: Lemgo' }).waitFor();
  return page.url();
}

async function typePassword(page: Page, app: RunningApp, key: string): Promise<void> {
  const { email, password } = app.person(key);
  await page.goto(`${app.staff}/anmelden`);
  await page.getByLabel('E-Mail-Adresse').fill(email);
  await page.getByLabel('Passwort', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Anmelden', exact: true }).click();
}

async function signInLead(page: Page, app: RunningApp): Promise<string> {
  await typePassword(page, app, 'ozg-leitung');
  const code = await app.codeOf('ozg-leitung');
  await page.getByLabel('Code', { exact: true }).fill(code);
  await page.getByRole('button', { name: 'Weiter' }).click();
  await page.getByRole('button', { name: 'Abmelden' }).waitFor();
  return code;
}

/** Where Lemgo stands in Kreis Lippe's entry. */
async function lippeOn(app: RunningApp): Promise<{ readonly lemgo: string }> {
  const { gemeinden } = await dutyOf(app, '05766', jugendamtLeistung);
  const lemgo = Object.entries(gemeinden ?? {}).find(([, bodies]) => bodies.includes('05766044'))?.[0];
  return { lemgo: lemgo ?? 'nowhere' };
}

/** A member, a Bestimmung and a token of Detmold, made by the operator. */
async function belongingsOfDetmold(app: RunningApp) {
  const organisation = { organisation: '05766020' };
  const members = await runCommand(app, 'member list', [], organisation);
  const issued = await runCommand(app, 'token issue', ['Probe'], organisation);
  const angabe = await runCommand(app, 'bestimmung state', ['jugendamt', 'ja'], {
    ...organisation,
    from: '2001-01-01',
    source: 'Verordnung, erfunden für diese Prüfung',
  });
  const { id: member } = (members as { members: { id: string }[] }).members[0] ?? { id: '' };
  const { id: token, token: secret } = issued as { id: string; token: string };
  return { member, token, secret, angabe: (angabe as { id: string }).id };
}
