import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeAt } from '../credentials/totp.ts';
import {
  colleague,
  openWorld,
  organisation,
  type Person,
  password,
  secretInMail,
  type World,
} from '../testing/world.ts';
import { type Browser, openBrowser, type Shown, staffArea } from './testing/browser.ts';

function browserOf(world: World): Browser {
  return openBrowser(staffArea(world), world.staffOrigin);
}

async function signInPage(browser: Browser, person: Person, path = '/konto'): Promise<Shown> {
  await browser.open(path);
  return browser.submit('/anmelden', { email: person.email, passwort: password });
}

/** Signs an administrator in for the first time, with the set-up of the second factor. */
async function signInAdmin(
  world: World,
  browser: Browser,
  admin: Person,
  path = '/mitglieder',
): Promise<string> {
  const setUp = await signInPage(browser, admin, path);
  assert.equal(setUp.title, 'Zweiten Faktor einrichten');
  const secret = secretShown(setUp);
  const done = await browser.submit('/anmelden/einrichten', { code: codeAt(secret, world.clock.now()) });
  assert.equal(done.title, 'Ersatzcodes aufbewahren');
  return secret;
}

function secretShown(page: Shown): string {
  const [, shown = ''] = /Schlüssel: <code>([A-Z2-7 ]+)<\/code>/.exec(page.html) ?? [];
  assert.ok(shown, 'the page shows the secret as text');
  return shown.replaceAll(' ', '');
}

test('a coordinator signs in without script and comes to the page that was asked for', async () => {
  await using world = await openWorld();
  const admin = await organisation(world, 'kommune', { name: 'Lemgo' });
  const person = await colleague(world, admin, ['koordination']);
  const browser = browserOf(world);
  await browser.open('/konto');
  const wrong = await browser.submit('/anmelden', { email: person.email, passwort: 'falsch' });
  assert.equal(wrong.status, 401);
  assert.match(wrong.html, /stimmen nicht/);
  assert.ok(wrong.html.includes(person.email), 'the address need not be typed again');
  const account = await browser.submit('/anmelden', { email: person.email, passwort: password });
  assert.equal(account.path, '/konto');
  assert.match(account.html, /<header>Person \d+<\/header>/);
  await browser.open('/organisation');
});

test('an administrator sets up the second factor, and later signs in with password and code', async () => {
  await using world = await openWorld();
  const admin = await organisation(world, 'kommune');
  const browser = browserOf(world);
  const secret = await signInAdmin(world, browser, admin);
  assert.equal((await browser.open('/mitglieder')).title, 'Mitglieder');
  const later = browserOf(world);
  world.turnClock(30);
  assert.equal((await signInPage(later, admin, '/mitglieder')).title, 'Code eingeben');
  const refused = await later.submit('/anmelden/code', { code: '000000' });
  assert.equal(refused.status, 422);
  assert.match(refused.html, /feld-code-fehler/);
  const members = await later.submit('/anmelden/code', { code: codeAt(secret, world.clock.now()) });
  assert.equal(members.path, '/mitglieder');
});

test('the QR code is drawn on the server, without style and script', async () => {
  await using world = await openWorld();
  const admin = await organisation(world, 'kommune');
  const page = await signInPage(browserOf(world), admin);
  assert.match(page.html, /<svg xmlns/);
  assert.doesNotMatch(page.html, / style=|<script|<style/);
});

test('an invited person opens the link, chooses a password and signs in; the link counts once', async () => {
  await using world = await openWorld();
  const admin = await organisation(world, 'kommune', { name: 'Lemgo' });
  const browser = browserOf(world);
  await signInAdmin(world, browser, admin);
  await browser.open('/mitglieder/einladen');
  const incomplete = await browser.submit('/mitglieder/einladen', { name: 'Ada Beispiel', email: 'ada' });
  assert.equal(incomplete.status, 422);
  assert.match(incomplete.html, /vollständige E-Mail-Adresse/);
  const invited = await browser.submit('/mitglieder/einladen', {
    name: 'Ada Beispiel',
    email: 'ada@demo.invalid',
    rollen: ['koordination', 'lesen'],
  });
  assert.match(invited.html, /Die Einladung ist verschickt/);
  assert.match(invited.html, /Ada Beispiel/);
  const ada = browserOf(world);
  const secret = secretInMail(world, 'ada@demo.invalid');
  const accept = await ada.open(`/einladung/${secret}`);
  assert.equal(accept.path, '/einladung', 'the secret leaves the address');
  assert.ok(!accept.html.includes(secret));
  const different = await ada.submit('/einladung', { passwort: password, wiederholung: 'anders' });
  assert.match(different.html, /verschieden/);
  const signIn = await ada.submit('/einladung', { passwort: password, wiederholung: password });
  assert.match(signIn.html, /Ihr Passwort gilt/);
  const home = await ada.submit('/anmelden', { email: 'ada@demo.invalid', passwort: password });
  assert.equal(home.path, '/');
  assert.equal((await ada.open(`/einladung/${secret}`)).title, 'LINK_UNKNOWN');
});

test('a password is set anew by mail, and the page does not say whether the address is known', async () => {
  await using world = await openWorld();
  const admin = await organisation(world, 'kommune');
  const person = await colleague(world, admin, ['lesen']);
  const browser = browserOf(world);
  await browser.open('/passwort-vergessen');
  const unknown = await browser.submit('/passwort-vergessen', { email: 'niemand@demo.invalid' });
  const known = await browser.submit('/passwort-vergessen', { email: person.email });
  const withoutTokens = (page: Shown) => page.html.replace(/name="csrf" value="[^"]*"/g, '');
  assert.equal(withoutTokens(unknown), withoutTokens(known));
  await world.settled();
  await browser.open(`/neues-passwort/${secretInMail(world, person.email)}`);
  const next = 'fünf trockene enten';
  await browser.submit('/neues-passwort', { passwort: next, wiederholung: next });
  const home = await browser.submit('/anmelden', { email: person.email, passwort: next });
  assert.equal(home.path, '/');
});

test('an administrator changes roles, suspends, opens again and removes with a question first', async () => {
  await using world = await openWorld();
  const admin = await organisation(world, 'kommune');
  const person = await colleague(world, admin, ['lesen']);
  const browser = browserOf(world);
  await signInAdmin(world, browser, admin);
  const path = `/mitglieder/${person.id}`;
  assert.match((await browser.open(path)).html, /aktiv/);
  assert.match(
    (await browser.submit(`${path}/rollen`, { rollen: 'koordination' })).html,
    /Die Rollen sind geändert/,
  );
  assert.match((await browser.submit(`${path}/rollen`, { rollen: [] })).html, /mindestens eine Rolle/);
  assert.match((await browser.submit(`${path}/sperren`)).html, /Der Zugang ist gesperrt/);
  assert.match((await browser.submit(`${path}/entsperren`)).html, /wieder offen/);
  assert.match((await browser.open(`${path}/entfernen`)).title, /entfernen\?$/);
  assert.match((await browser.submit(`${path}/entfernen`)).html, /Das Mitglied ist entfernt/);
  const own = await browser.open(`/mitglieder/${admin.id}/entfernen`);
  assert.equal(own.status, 200);
  assert.match((await browser.submit(`/mitglieder/${admin.id}/entfernen`)).html, /letzte Person/);
});

test('a member names a deputy in the account; the deputy acts and the page says for whom', async () => {
  await using world = await openWorld();
  const admin = await organisation(world, 'kommune');
  const [coordinator, deputy] = [
    await colleague(world, admin, ['koordination']),
    await colleague(world, admin, ['lesen']),
  ];
  const browser = browserOf(world);
  await signInPage(browser, coordinator);
  const named = await browser.submit('/konto/vertretung', {
    vertretung: deputy.id,
    von: '2026-11-21',
    bis: '2026-11-30',
  });
  assert.match(named.html, /Die Vertretung ist eingetragen/);
  assert.match(
    (await browser.submit('/konto/vertretung', { vertretung: deputy.id, von: '', bis: '' })).html,
    /kein Datum/,
  );
  const other = browserOf(world);
  await signInPage(other, deputy);
  const acting = await other.submit('/konto/handeln', { mitglied: coordinator.id });
  assert.match(acting.html, /<header>Person \d+ \(in Vertretung für Person \d+\)<\/header>/);
  assert.match((await other.submit('/konto/handeln', { mitglied: '' })).html, /wieder für sich selbst/);
});

test('the account changes the password and ends other sessions', async () => {
  await using world = await openWorld();
  const admin = await organisation(world, 'kommune');
  const person = await colleague(world, admin, ['lesen']);
  const [here, there] = [browserOf(world), browserOf(world)];
  await signInPage(here, person);
  await signInPage(there, person);
  await here.open('/konto');
  assert.match(
    (await here.submit('/konto/passwort', { bisher: 'falsch', passwort: password })).html,
    /Passwort stimmt nicht/,
  );
  assert.match((await here.submit('/konto/sitzungen/beenden', {})).html, /Beendet/);
  assert.equal((await there.open('/konto')).title, 'Anmelden');
});

test('a token is issued, shown once, listed without its secret and revoked', async () => {
  await using world = await openWorld();
  const admin = await organisation(world, 'kommune');
  const browser = browserOf(world);
  await signInAdmin(world, browser, admin);
  await browser.open('/zugaenge');
  const issued = await browser.submit('/zugaenge', {
    bezeichnung: 'Auswertung',
    rechte: 'audit.read',
    tage: '30',
  });
  const [token = ''] = /lwt_[0-9a-f]{8}_[\w-]{43}/.exec(issued.html) ?? [];
  assert.ok(token);
  const list = await browser.open('/zugaenge');
  assert.ok(!list.html.includes(token));
  const [, path = ''] = /action="(\/zugaenge\/[^"]+\/widerrufen)"/.exec(list.html) ?? [];
  assert.match((await browser.submit(path)).html, /Der Zugang ist widerrufen/);
  assert.match(
    (await browser.submit('/zugaenge', { bezeichnung: '', tage: '900' })).html,
    /wofür der Zugang ist/,
  );
});

test('the audit trail shows who did what and proves its chain', async () => {
  await using world = await openWorld();
  const admin = await organisation(world, 'kommune');
  const browser = browserOf(world);
  await signInAdmin(world, browser, admin);
  const trail = await browser.open('/pruefspur?was=identity.member');
  assert.match(trail.html, /Einladung angenommen/);
  assert.match(trail.html, /Admin \d+/);
  assert.match((await browser.open('/pruefspur?was=nichts')).html, /Keine Einträge/);
  await browser.open('/pruefspur?seite=99999&von=gestern');
  const checked = await browser.submit('/pruefspur/pruefen');
  assert.match(checked.html, /Die Kette ist ganz/);
  assert.equal((await browser.open('/pruefspur?kette=installation')).title, 'AUDIT_FORBIDDEN');
});

test('a provider takes a Kommune in, and a Kommune decides what it shares', async () => {
  await using world = await openWorld();
  const provider = await organisation(world, 'it-dienstleister', { name: 'IT-Verbund' });
  const lead = await colleague(world, provider, ['ozg-leitung']);
  const browser = browserOf(world);
  await signInAdmin(world, browser, lead, '/betreuung');
  assert.match((await browser.open('/betreuung')).html, /Noch keine Kommunen/);
  await browser.open('/betreuung/aufnehmen');
  const form = { kommune: 'Lemgo', name: 'Erika Erfunden', email: 'erika@demo.invalid' };
  assert.equal((await browser.submit('/betreuung/aufnehmen', { ...form, kommune: 'Nirgends' })).status, 404);
  assert.match((await browser.submit('/betreuung/aufnehmen', form)).html, /Die Kommune ist aufgenommen/);
  const erika = browserOf(world);
  await erika.open(`/einladung/${secretInMail(world, form.email)}`);
  await erika.submit('/einladung', { passwort: password, wiederholung: password });
  await erika.submit('/anmelden', { email: form.email, passwort: password });
  const setUp = await erika.open('/anmelden/einrichten');
  await erika.submit('/anmelden/einrichten', { code: codeAt(secretShown(setUp), world.clock.now()) });
  assert.match((await erika.open('/organisation')).html, /Sie teilen nicht/);
  assert.match((await erika.submit('/organisation/einwilligung')).html, /Sie teilen<\/span>/);
});

test('pages of others stay closed, and no address leads to a foreign site', async () => {
  await using world = await openWorld();
  const admin = await organisation(world, 'kommune');
  const other = await organisation(world, 'kommune');
  const reader = await colleague(world, admin, ['lesen']);
  const browser = browserOf(world);
  await signInPage(browser, reader);
  for (const path of ['/mitglieder', '/zugaenge', '/pruefspur', '/betreuung', '/mitglieder/einladen'])
    assert.equal((await browser.open(path)).status, 403, path);
  const administrator = browserOf(world);
  await signInAdmin(world, administrator, admin);
  assert.equal((await administrator.open(`/mitglieder/${other.id}`)).status, 404);
  const lured = browserOf(world);
  for (const target of ['//evil.example', '/\\evil.example', 'https://evil.example']) {
    const page = await lured.open(`/anmelden?weiter=${encodeURIComponent(target)}`);
    assert.ok(!page.html.includes('evil.example'), target);
  }
});

test('members leave the house as CSV and XLSX with the filters of the page', async () => {
  await using world = await openWorld();
  const admin = await organisation(world, 'kommune');
  const browser = browserOf(world);
  await signInAdmin(world, browser, admin);
  const csv = await browser.open('/mitglieder.csv?zustand=active');
  assert.ok(csv.html.includes(admin.email));
  assert.equal((await browser.open('/mitglieder.xlsx')).status, 200);
});
