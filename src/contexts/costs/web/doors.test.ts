import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import {
  askerOf,
  downloadOf,
  type PageAsker,
  pageOf,
  refusalOf,
} from '../../../../test/support/page-request.ts';
import { costsCommands } from '../cli.ts';
import {
  type CostsWorld,
  dienst,
  furnished,
  managerPrincipal,
  openCostsWorld,
  payerPrincipal,
  valueIn,
} from '../testing/costs-world.ts';
import { brokenRules, readXml } from '../testing/en16931.ts';
import { workOutbox } from '../testing/work-outbox.ts';
import { costsOperations } from './operations.ts';
import { costsPages } from './pages.ts';

const verifier = join(import.meta.dirname, '../../../../docs/abrechnung-pruefen.mjs');

describe('the doors of costs', () => {
  let world: CostsWorld;
  let ask: PageAsker;
  let bill: string;
  before(async () => {
    world = await openCostsWorld();
    await furnished(world);
    ask = askerOf(costsPages(world.deps));
  });
  after(() => world[Symbol.asyncDispose]());

  const lead = () => managerPrincipal(world);
  const lemgo = () => payerPrincipal(world.kommunen[0]);
  const plan = `/kosten/${dienst}?jahr=2026`;

  /** A file that the worker makes while somebody waits for it. */
  const made = async (address: string, who = lemgo()) => {
    const waiting = ask.get(address, who);
    await setTimeout(300);
    await workOutbox(world);
    const answer = await waiting;
    if (answer.kind === 'download') return answer;
    // On a busy machine it may take longer than anybody is let wait; then it is there at the second look.
    await workOutbox(world);
    return ask.get(address, who);
  };

  test('a Kommune apportions nothing, and whoever has neither right reads nothing', async () => {
    assert.equal(refusalOf(await ask.get(plan, lemgo())).code, 'COSTS_NOT_ALLOWED');
    assert.equal(refusalOf(await ask.get('/kosten/schluessel', lemgo())).code, 'COSTS_NOT_ALLOWED');
    const nobody = { ...lemgo(), permissions: new Set<string>() };
    assert.equal(refusalOf(await ask.get('/abrechnungen', nobody)).code, 'COSTS_NOT_PAYER');
  });

  test('a plan is changed in its form; what does not fit is told at its field and what was typed stands again', async () => {
    const address = `/kosten/${dienst}/aendern`;
    const form = {
      jahr: '2026',
      grundlage: '1',
      titel: 'Hund anmelden',
      rundung: 'voller-euro',
      anbindung: '',
    };
    const row = {
      'titel-0': 'Betrieb',
      'art-0': 'd',
      'betrag-0': '-5,00',
      'schluessel-0': 'einwohner',
      'steuer-0': 'nicht-steuerbar-2b',
    };
    const refused = await pageOf(await ask.post(address, { ...form, ...row }, lead()));
    assert.match(refused.html, /Gutschrift tragen Sie als Übertrag ein/);
    assert.match(refused.html, /value="-5,00"/);
    const good = { ...form, ...row, 'betrag-0': '12.000,50' };
    assert.deepEqual(await ask.post(address, good, lead()), {
      kind: 'redirect',
      to: `/kosten/${dienst}?jahr=2026&getan=plan`,
    });
    const { html } = await pageOf(await ask.get(plan, lead()));
    assert.match(html, /12\.000,50/);
    const late = await pageOf(await ask.post(address, good, lead()));
    assert.match(late.html, /Inzwischen hat jemand anderes das geändert/);
  });

  test('a way of funding that a law sets brings its layers and its rounding; without unanimity the use decides', async () => {
    const begun = await ask.post('/kosten', { dienst, jahr: '2028', art: 'plan' }, lead());
    assert.deepEqual(begun, { kind: 'redirect', to: `/kosten/${dienst}/aendern?jahr=2028` });
    const form = {
      ...{ jahr: '2028', grundlage: '1', titel: 'Hund anmelden', rundung: 'groesster-rest' },
      ...{ modell: 'BayDiV-7b', modellschluessel: 'einwohner', ebenen: 'gemeinden 1' },
      ...{ gremium: 'Steuerungsgruppe', beschlossen: '2027-11-01', einstimmig: 'nein' },
      'titel-0': 'Betrieb',
      'art-0': 'd',
      'betrag-0': '1.000',
      'schluessel-0': 'einwohner',
      'steuer-0': 'nicht-steuerbar-2b',
    };
    assert.equal((await ask.post(`/kosten/${dienst}/aendern`, form, lead())).kind, 'redirect');
    const { html, lead: period } = await pageOf(await ask.get(`/kosten/${dienst}?jahr=2028`, lead()));
    for (const words of ['Freistaat Bayern', 'Ebene der Gemeinden', 'Tatsächliche Nutzung 2028'])
      assert.ok(html.includes(words), words);
    assert.match(String(period), /Voller Euro/);
  });

  test('a plan with a key that is not there is refused on its page and can be mended in its form', async () => {
    const schluessel = [{ art: 'tabelle', id: 'weg', tabelle: 'weg', angepasst: false }] as const;
    await furnished(world, 2029, { schluessel });
    const refused = await ask.get(`/kosten/${dienst}?jahr=2029`, lead());
    assert.equal(refusalOf(refused).code, 'COSTS_TABLE_UNKNOWN');
    const form = await pageOf(await ask.get(`/kosten/${dienst}/aendern?jahr=2029`, lead()));
    assert.match(form.html, /value="12\.000,00"/);
  });

  test('payers join and leave by day, and a day that does not exist is told', async () => {
    const address = `/kosten/${dienst}/zahler`;
    const typed = { jahr: '2026', grundlage: '2', zahler: '05766008', von: '2026-07-01', bis: '' };
    const wrong = await pageOf(await ask.post(address, { ...typed, bis: '2026-02-30' }, lead()));
    assert.match(wrong.html, /einen Tag angeben, den es gibt/);
    assert.equal((await ask.post(address, typed, lead())).kind, 'redirect');
    const { html } = await pageOf(await ask.get(`${address}?jahr=2026`, lead()));
    assert.match(html, /Bad Salzuflen/);
  });

  test('from draft to issued bill in the browser; the button that was pressed twice says so', async () => {
    const drafted = await ask.post(`/kosten/${dienst}/abrechnen`, { jahr: '2026' }, lead());
    assert.equal(drafted.kind, 'redirect');
    bill = (drafted.kind === 'redirect' ? drafted.to : '').replace(/\?.*/, '');
    const step = (schritt: string) => ask.post(`${bill}/schritt`, { schritt }, lead());
    const early = await pageOf(await step('stellen'));
    assert.match(early.html, /geht von dort aus nicht/);
    assert.deepEqual(await step('pruefen'), { kind: 'redirect', to: `${bill}?getan=geprueft` });
    assert.deepEqual(await step('stellen'), { kind: 'redirect', to: `${bill}?getan=gestellt` });
    assert.deepEqual(await step('stellen'), { kind: 'redirect', to: `${bill}?getan=schongestellt` });
    assert.match((await pageOf(await ask.get(bill, lead()))).title, /Abrechnung 2026-0001/);
  });

  test('a Kommune reads every step to its share and nobody else’s name; so does its PDF', async () => {
    const { html } = await pageOf(await ask.get(bill, lemgo()));
    for (const words of ['Rechenweg', 'Ihr Gewicht', 'Summe aller', 'Zu zahlen', 'IT.NRW'])
      assert.ok(html.includes(words), words);
    assert.doesNotMatch(html, /Detmold|Salzuflen/);
    const foreign = await ask.get(bill, payerPrincipal(world.kommunen[2]));
    assert.equal(foreign.kind, 'page', 'Bad Salzuflen joined');
    const file = await downloadOf(await made(`${bill}/pdf`));
    assert.equal(file.subarray(0, 5).toString(), '%PDF-');
    assert.match(file.toString('latin1'), /\/MarkInfo|\/StructTreeRoot/);
  });

  test('the sheet for machines is recomputed by the verifier in the docs, and a changed one is found', async () => {
    const sheet = (await downloadOf(await ask.get(`${bill}/blatt`, lead()))).toString('utf8');
    const folder = mkdtempSync(join(tmpdir(), 'blatt-'));
    const run = async (text: string) => {
      const file = join(folder, 'blatt.json');
      writeFileSync(file, text);
      const done = await promisify(execFile)(process.execPath, [verifier, file]).then(
        ({ stdout }) => ({ code: 0, stdout }),
        (error: { readonly code: number; readonly stdout: string }) => error,
      );
      return done.code;
    };
    assert.equal(await run(sheet), 0);
    const { zahlungen } = JSON.parse(sheet) as {
      readonly zahlungen: readonly { readonly bruttoCent: string }[];
    };
    const first = zahlungen[0]?.bruttoCent ?? '';
    assert.notEqual(
      await run(sheet.replace(`"bruttoCent": "${first}"`, `"bruttoCent": "${BigInt(first) + 1n}"`)),
      0,
    );
    rmSync(folder, { recursive: true });
  });

  test('a wrong payment is told, a right one counts', async () => {
    const wrong = await pageOf(
      await ask.post(`${bill}/zahlung`, { zahler: 'x', betrag: 'viel', am: '' }, lead()),
    );
    assert.match(wrong.html, /Betrag angeben/);
    const paid = { zahler: '05766044', betrag: '1,00', am: '2026-11-20' };
    assert.equal((await ask.post(`${bill}/zahlung`, paid, lead())).kind, 'redirect');
    assert.match((await pageOf(await ask.get(bill, lead()))).html, /1,00 €/);
  });

  test('shares, budget, use and keys leave as tables, the budget as PDF too', async () => {
    const files = [
      [`${bill}/anteile.csv`, lead()],
      [`${bill}/anteile.xlsx`, lemgo()],
      ['/kosten/budget.xlsx', lemgo()],
      ['/kosten/budget.pdf', lemgo()],
      ['/kosten/nutzung.csv', lemgo()],
      ['/kosten/foerderung.csv', lemgo()],
      ['/kosten/schluessel/einwohner/werte.csv', lead()],
      ['/abrechnungen.xlsx', lead()],
    ] as const;
    for (const [address, who] of files)
      assert.ok((await downloadOf(await ask.get(address, who))).length > 30, address);
  });

  test('particulars are typed in, a wrong Leitweg-ID is told at its field, and both sides get the electronic bill', async () => {
    const missing = await pageOf(await ask.get(`${bill}/xrechnung`, lemgo()));
    assert.match(missing.html, /Bei Lemgo: Name, .*Leitweg-ID/);
    const address = '/kosten/rechnungsangaben';
    assert.deepEqual(await ask.post(address, { kennung: ' 05766044 ' }, lead()), {
      kind: 'redirect',
      to: `${address}/05766044`,
    });
    const typed = { name: 'Lemgo', strasse: 'Markt 1', plz: '32657', ort: 'Lemgo', email: 'r@lemgo.example' };
    const wrong = { ...typed, grundlage: '0', leitwegId: '991-33333TEST-34' };
    const told = await pageOf(await ask.post(`${address}/05766044`, wrong, lead()));
    assert.match(told.html, /falsche Prüfziffern/);
    assert.match(told.html, /value="991-33333TEST-34"/);
    const save = (kennung: string, more: Readonly<Record<string, string>>) =>
      ask.post(`${address}/${kennung}`, { ...typed, ...more, grundlage: '0' }, lead());
    const house = { iban: 'DE89370400440532013000', kennnummer: 'L-1', ansprechstelle: 'Kasse' };
    assert.equal((await save('05766044', { leitwegId: '991-33333test-33' })).kind, 'redirect');
    assert.equal((await save('HAUS', { ...house, telefon: '05261 123' })).kind, 'redirect');
    const { html } = await pageOf(await ask.get(`${address}/05766044`, lead()));
    assert.match(html, /Leitweg-ID: leer → 991-33333TEST-33/);
    const xml = (await downloadOf(await made(`${bill}/xrechnung`))).toString('utf8');
    assert.deepEqual(brokenRules(readXml(xml)), []);
    const same = await downloadOf(await ask.get(`${bill}/xrechnung?zahler=05766044`, lead()));
    assert.equal(same.toString('utf8'), xml);
    assert.equal(refusalOf(await ask.get(address, lemgo())).code, 'COSTS_NOT_ALLOWED');
  });

  test('who waits for a file sees how far it is, and its page leads on to it', async () => {
    const begun = await ask.get(`${bill}/xrechnungen`, lead());
    assert.equal(begun.kind, 'redirect');
    const here = begun.kind === 'redirect' ? begun.to : '';
    const waiting = await pageOf(await ask.get(here, lead()));
    assert.match(waiting.html, /Wartet auf den nächsten freien Platz/);
    const vorgang = here.split('vorgang=')[1];
    const stand = await ask.get(`/abrechnungen/datei/${vorgang}`, lead());
    assert.deepEqual(stand.kind === 'json' && stand.body, {
      ...{ value: 0, max: 100, done: false },
      text: 'Wartet auf den nächsten freien Platz.',
    });
    assert.equal(
      refusalOf(await ask.get(`/abrechnungen/datei/${vorgang}`, lemgo())).code,
      'COSTS_BILL_UNKNOWN',
    );
    await workOutbox(world);
    assert.equal((await downloadOf(await ask.get(here, lead()))).subarray(0, 2).toString(), 'PK');
  });

  test('an address that asks for nonsense gets an answer in words', async () => {
    assert.equal(
      refusalOf(await ask.get(`/kosten/${dienst}?jahr=2001`, lead())).code.startsWith('COSTS_'),
      true,
    );
    assert.equal(refusalOf(await ask.get('/abrechnungen/nicht-da', lead())).code, 'COSTS_BILL_UNKNOWN');
    const tried = await pageOf(
      await ask.get(`/kosten/${dienst}/simulation?was=beitritt&ags=1&jahr=2026`, lead()),
    );
    assert.match(tried.html, /Diesen AGS gibt es nicht/);
    assert.equal((await pageOf(await ask.get('/kosten/budget?ab=x&hoch=y', lemgo()))).error, undefined);
  });

  test('the API and the command line answer the same figures', async () => {
    const operation = costsOperations(world.deps).find(
      ({ method, path }) => method === 'get' && path === '/abrechnungen/{id}',
    );
    assert.ok(operation);
    const id = bill.split('/').at(-1) ?? '';
    const raw = { params: { id }, query: {}, body: undefined, principal: lead(), clientAddress: '' };
    const answer = operation.schemas.response.parse(valueIn(await operation.invoke(raw))) as {
      readonly abrechnung: { readonly summe: { readonly brutto: string } } | null;
    };
    const command = costsCommands(world.deps).find(({ name }) => name === 'abrechnung show');
    assert.ok(command);
    const values = { organisation: world.manager.anbieter.name };
    const said = valueIn(await command.run({ positionals: [id], values, principal: lead(), say: () => {} }));
    const { summe } = said.json as { readonly summe: { readonly brutto: string } };
    assert.equal(summe.brutto, '1200200');
    assert.equal(answer.abrechnung?.summe.brutto, summe.brutto);
  });
});
