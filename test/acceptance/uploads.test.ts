import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { largeDogForm, personForm } from '../../src/contexts/applications/web/testing/hund-forms.ts';
import { findInDatabase, findInFiles } from '../../src/contexts/delivery/testing/canary.ts';
import { startClamd, type TestClamd } from '../../src/platform/scanning/testing/clamd-server.ts';
import { queryHtml } from '../support/html-query.ts';
import { hundLive } from '../support/hund-live.ts';
import { type RunningApp, runningApp } from '../support/running-app.ts';
import { signedIn, type Visitor, visitor } from '../support/visitor.ts';
import { eventually, workerOf } from './antrag-steps.ts';

const canary = 'Kanarienvogel-Anlage-4714';
const field = 'sachkundeNachweis';

/** A file to send: what it is called and what is in it. */
type Sent = readonly [fileName: string, content: string];

/** One Antrag's files from the portal to the office, with a scanner that comes and goes. */
describe('the files of an Antrag', () => {
  let app: RunningApp;
  let clamd: TestClamd;
  let worker: Awaited<ReturnType<typeof workerOf>>;
  let citizen: Visitor;
  let portal: string;
  let own = '';
  let nummer = '';
  let staff: Visitor;
  const sockets = mkdtempSync(join(tmpdir(), 'leitwerk-clamd-'));
  const socket = join(sockets, 'clamd.ctl');

  before(async () => {
    clamd = await startClamd({}, socket);
    app = await runningApp({ LEITWERK_CLAMD: socket });
    worker = await workerOf(app);
    await hundLive(app);
    portal = app.services.hosts.portalOrigin('lemgo');
    citizen = visitor(portal);
    own = await upToTheProof();
    staff = await signedIn(app, 'lemgo-fachbereich');
  });
  after(async () => {
    await worker.stop();
    await app[Symbol.asyncDispose]();
    await clamd[Symbol.asyncDispose]();
    rmSync(sockets, { recursive: true, force: true });
  });

  async function send(page: string, fields: Readonly<Record<string, string>>): Promise<string> {
    const { action } = await formOn(page);
    const answer = await citizen.post(action, fields);
    assert.equal(answer.status, 303, `${page}: ${queryHtml(answer.text).text.slice(0, 600)}`);
    return new URL(answer.headers.location ?? '', portal).pathname;
  }

  async function upToTheProof(): Promise<string> {
    const begun = await citizen.post('/antrag/hund-anmelden', {});
    own = (begun.headers.location ?? '').replace(/\/seite\/.*$/, '');
    await send('einordnung', { einordnung: 'nein' });
    await send('hunde', largeDogForm);
    await send('weitere-hunde', { angemeldete: '0' });
    assert.match(await send('sachkunde', { sachkunde: 'jagd' }), /sachkunde-nachweis$/);
    return own;
  }

  async function formOn(page: string): Promise<{ readonly action: string; readonly csrf: string }> {
    const { text } = await citizen.get(`${own}/seite/${page}`);
    const [, action = ''] = /action="([^"]*\/seite\/[^"]*)"/.exec(text) ?? [];
    const [, csrf = ''] = /name="csrf" value="([^"]+)"/.exec(text) ?? [];
    return { action: action.replaceAll('&amp;', '&'), csrf };
  }

  async function upload(files: readonly Sent[], at = { page: 'sachkunde-nachweis', field }, more = {}) {
    const { action, csrf } = await formOn(at.page);
    const form = new FormData();
    form.append('csrf', csrf);
    for (const [name, value] of Object.entries(more)) form.append(name, String(value));
    for (const [name, content] of files) form.append(at.field, new File([content], name));
    const encoded = new Response(form);
    const headers = { 'content-type': encoded.headers.get('content-type') ?? '', origin: portal };
    return citizen.raw(action, { method: 'POST', body: await encoded.text(), headers });
  }

  const shown = async () => queryHtml((await citizen.get(`${own}/seite/sachkunde-nachweis`)).text).text;
  const attachments = async () =>
    (await app.database.superuser.query('select id from delivery.attachment')).rows.length;

  const unfit: readonly (readonly [what: string, file: Sent, words: RegExp])[] = [
    [
      'is infected',
      ['befund.pdf', '%PDF-1.7 SCHADMUSTER'],
      /In der Datei „befund\.pdf“ wurde Schadsoftware gefunden/,
    ],
    [
      'is no PDF though it is called so',
      ['schein.pdf', 'MZ\u0000\u0001'],
      /„schein\.pdf“ hat nicht die richtige Art.*Es zählt der Inhalt/,
    ],
    ['is empty', ['leer.pdf', ''], /„leer\.pdf“ ist leer/],
    [
      'is larger than the form allows',
      ['gross.pdf', `%PDF-1.7${'x'.repeat(10_000_000)}`],
      /„gross\.pdf“ ist zu groß\. Erlaubt sind 10 MB/,
    ],
  ];

  for (const [what, file, words] of unfit) {
    test(`a file that ${what} is named, and nothing of it is kept`, async () => {
      const answer = await upload([file]);
      assert.equal(answer.status, 422);
      assert.match(queryHtml(answer.text).text, words);
      assert.equal(await attachments(), 0);
    });
  }

  test('a file where none is asked, or from somebody without the link, is refused in clear words', async () => {
    const notAsked = await upload([['x.pdf', '%PDF-1.7']], { page: 'weitere-hunde', field });
    assert.equal(notAsked.status, 422);
    assert.match(notAsked.text, /Auf dieser Seite wird nach keiner Datei gefragt/);
    const stranger = visitor(portal);
    const headers = { 'content-type': 'multipart/form-data; boundary=x', origin: portal };
    const foreign = await stranger.raw(`${own}/seite/sachkunde-nachweis`, {
      method: 'POST',
      body: '--x',
      headers,
    });
    assert.equal(foreign.status, 404);
    assert.match(foreign.text, /Dieser Link öffnet keinen Antrag/);
    assert.equal(await attachments(), 0);
  });

  test('a form that is cut, and more files than a form can carry, are refused in clear words', async () => {
    const { action } = await formOn('sachkunde-nachweis');
    const headers = { 'content-type': 'multipart/form-data; boundary=x', origin: portal };
    const cut = await citizen.raw(action, {
      method: 'POST',
      body: `--x\r\nContent-Disposition: form-data; name="${field}"; filename="a.pdf"\r\n\r\n%PDF`,
      headers,
    });
    assert.equal(cut.status, 422);
    assert.match(cut.text, /Das Hochladen ist abgebrochen, oder das Formular war nicht lesbar/);
    const many = await upload(Array.from({ length: 21 }, (_, n): Sent => [`${n}.pdf`, '%PDF-1.7']));
    assert.match(many.text, /mehr als 20 Dateien/);
    assert.equal(await attachments(), 0);
  });

  test('two photos of the same name are told apart and marked as scanned', async () => {
    const answer = await upload([
      ['Führung.pdf', `%PDF-1.7 ${canary} eins`],
      ['Führung.pdf', `%PDF-1.7 ${canary} zwei`],
    ]);
    assert.equal(answer.status, 303, queryHtml(answer.text).text);
    assert.match(
      await shown(),
      /Führung\.pdf \(\d+ Byte, auf Schadsoftware geprüft\).*Führung \(2\)\.pdf \(\d+ Byte, auf/,
    );
    assert.ok(clamd.files.some((file) => file.includes(`${canary} zwei`)));
  });

  test('while the scanner is away files are taken and marked; the office gets only what was scanned', async () => {
    await clamd[Symbol.asyncDispose]();
    const third: Sent = ['spaeter.pdf', `%PDF-1.7 ${canary} SPÄTMUSTER`];
    assert.equal((await upload([third])).status, 303);
    assert.match(
      await shown(),
      /spaeter\.pdf \(\d+ Byte, wird auf Schadsoftware geprüft, bevor jemand sie öffnet\)/,
    );
    const insurance = { page: 'haftpflicht', field: 'versicherungNachweis' };
    const insured = { versicherer: 'V', police: '1', versichert: 'ja', zuverlaessig: 'ja' };
    assert.equal((await upload([['police.pdf', '%PDF-1.7']], insurance, insured)).status, 303);
    await send('person', personForm);
    await send('zahlung', { zahlweise: 'ueberweisung' });
    await send('erklaerung', { richtig: 'ja' });
    const check = await citizen.get(`${own}/pruefen`);
    const [, action = ''] = /action="([^"]*\/absenden[^"]*)"/.exec(check.text) ?? [];
    assert.equal((await citizen.post(action.replaceAll('&amp;', '&'), {})).status, 303);
    nummer = /LW-2\d{3}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec((await citizen.get(`${own}/quittung`)).text)?.[0] ?? '';
    // The proofs go to the second office, the Ordnungsamt.
    nummer = `${nummer}-2`;
    const page = await eventually('the case', async () => {
      const answer = await staff.get(`/eingang/${nummer}`);
      return answer.status === 200 ? answer.text : null;
    });
    const rows = queryHtml(page);
    assert.match(rows.get('row', 'Führung.pdf').text, /geprüft, nichts gefunden beim Hochladen$/);
    assert.match(rows.get('row', 'spaeter.pdf').text, /noch nicht geprüft/);
    assert.equal((await take('Führung (2).pdf')).status, 200);
    const waiting = await take('spaeter.pdf');
    assert.equal(waiting.status, 503);
    assert.match(
      waiting.text,
      /noch nicht auf Schadsoftware geprüft, und der Virenscanner antwortet gerade nicht/,
    );
  });

  test('when the scanner is back it decides at the download', async () => {
    clamd = await startClamd({}, socket);
    const clean = await take('spaeter.pdf');
    assert.equal(clean.status, 200);
    assert.match(clean.headers['content-disposition'] ?? '', /filename="spaeter\.pdf"/);
    assert.match(clean.text, /SPÄTMUSTER/);
    const stateOf = async () =>
      queryHtml((await staff.get(`/eingang/${nummer}`)).text).get('row', 'spaeter.pdf').text;
    assert.match(await stateOf(), /geprüft, nichts gefunden am \d\d\.\d\d\.\d{4}, \d\d:\d\d Uhr$/);
    const copy = (await citizen.get(`${own}/angaben`)).text.replaceAll(/<[^>]+>|\s+/g, ' ');
    assert.match(copy, /spaeter\.pdf +geprüft am .* Uhr, nichts gefunden/);
    await clamd[Symbol.asyncDispose]();
    clamd = await startClamd({ finds: 'SPÄTMUSTER' }, socket);
    const infected = await take('spaeter.pdf');
    assert.equal(infected.status, 409);
    assert.match(infected.text, /In dieser Anlage wurde Schadsoftware gefunden/);
    assert.match(await stateOf(), /Schadsoftware gefunden am/);
  });

  async function take(name: string) {
    const page = queryHtml((await staff.get(`/eingang/${nummer}`)).text);
    const link = page.all('link').find(({ text }) => text === name)?.attributes.href;
    assert.ok(link, `no link to ${name}`);
    return staff.get(link);
  }

  test('no word of a file stands on the disk or in the database, also where the sender broke off', async () => {
    const second = visitor(portal);
    citizen = second;
    await upToTheProof();
    const { action } = await formOn('sachkunde-nachweis');
    await brokenOff(action);
    const { dataFolder } = app.services.config;
    assert.deepEqual(findInFiles(dataFolder, canary), []);
    assert.deepEqual(await findInDatabase(app.database.superuser, canary), []);
    assert.deepEqual(readdirSync(join(dataFolder, 'uploads', 'incoming')), []);
    assert.notDeepEqual(findInFiles(dataFolder, 'PRIVATE KEY'), [], 'the search finds nothing at all');
  });

  /** Sends half of a form and leaves. */
  async function brokenOff(action: string): Promise<void> {
    const { port } = new URL(portal);
    const cookie = [...citizen.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { host: new URL(portal).host, cookie, origin: portal };
    const type = { 'content-type': 'multipart/form-data; boundary=x' };
    const outgoing = request({
      host: '127.0.0.1',
      port,
      path: action,
      method: 'POST',
      headers: { ...headers, ...type },
    });
    outgoing.on('error', () => {});
    outgoing.write(
      `--x\r\nContent-Disposition: form-data; name="${field}"; filename="a.pdf"\r\n\r\n%PDF-1.7`,
    );
    for (let n = 0; n < 20; n += 1) outgoing.write(canary.repeat(1_000));
    const { dataFolder } = app.services.config;
    await new Promise((resolve) => setTimeout(resolve, 100));
    assert.deepEqual(findInFiles(dataFolder, canary), []);
    outgoing.destroy();
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
});
