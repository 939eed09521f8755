import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { definitionOf as termOf } from '../../../../test/support/html-query.ts';
import { askerOf, downloadOf, pageOf, refusalOf } from '../../../../test/support/page-request.ts';
import { efaCommands } from '../cli.ts';
import {
  coordinator,
  dutiesWorlds,
  type EfaWorld,
  lead,
  offered,
  openEfaWorld,
  prepared,
  valueIn,
} from '../testing/efa-world.ts';
import { definitionOf, fullValues, withHundemarke } from '../testing/sample-dienst.ts';
import { expressInterest } from '../use-cases/express-interest.ts';
import { saveParameters } from '../use-cases/save-parameters.ts';
import { stateVorgabe } from '../use-cases/state-vorgabe.ts';
import { efaOperations } from './operations.ts';
import { efaPages } from './pages.ts';

const address = '/anbindungen/hund-anmelden';

/** The values as the form sends them. */
function typed(change: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> {
  const { steuer, ...rest } = fullValues;
  const cells = steuer.flatMap((row, index) =>
    Object.entries(row).map(([column, value]) => [`steuer.${index}.${column}`, value]),
  );
  return { ...Object.fromEntries(cells), ...rest, giltAb: '2026-11-21', aktion: 'speichern', ...change };
}

function redirectOf(answer: { readonly kind: string; readonly to?: string }): string {
  assert.equal(answer.kind, 'redirect', JSON.stringify(answer).slice(0, 800));
  return answer.to ?? '';
}

describe('Seiten der Anbindung', () => {
  let duties: Awaited<ReturnType<typeof dutiesWorlds>>;
  before(async () => {
    duties = await dutiesWorlds();
  });
  const open = async () => {
    const world = await openEfaWorld(duties.shipped);
    await offered(world);
    const ask = askerOf(efaPages(world.deps));
    const me = coordinator(world.lemgo);
    const show = async (path: string, as = me) => pageOf(await ask.get(path, as));
    return { world, ask, me, show, [Symbol.asyncDispose]: () => world[Symbol.asyncDispose]() };
  };

  test('ein Wert von oben steht mit seiner Herkunft im Formular, ein verbindlicher ohne Feld', async () => {
    await using site = await open();
    const { world, show } = site;
    await prepared(world, world.lemgo);
    const state = (name: string, wert: string, verbindlich: boolean) =>
      stateVorgabe(world.deps, lead(world.provider), {
        ...{ dienst: 'hund-anmelden', gebiet: '05', name, wert, verbindlich },
        grundlage: 'Verordnung (erfunden)',
      });
    valueIn(await state('satzung', 'https://land.example/satzung', false));
    valueIn(await state('gebuehr', '26,00', true));
    const { html } = await show(address);
    assert.match(
      html,
      /Vorschlag von Land Nordrhein-Westfalen \(Verordnung \(erfunden\)\)\. Sie können etwas anderes eintragen/,
    );
    assert.match(html, /value="https:\/\/land\.example\/satzung"/);
    assert.match(
      html,
      /26,00 Euro<br>Land Nordrhein-Westfalen gibt das verbindlich vor: Verordnung \(erfunden\)\./,
    );
    assert.doesNotMatch(html, /name="gebuehr"/);
  });

  test('die Koordinatorin geht von der Lücke bis live, ohne Skript', async () => {
    await using site = await open();
    const { ask, me, show } = site;
    const gaps = await show('/luecken');
    assert.equal(gaps.title, 'Lücken: Lemgo');
    assert.match(gaps.query.text, /schließt 2 Lücken/);
    assert.equal(
      gaps.query.all('link').find(({ text }) => text === 'Hund anmelden')?.attributes.href,
      '/marktplatz/hund-anmelden',
    );
    const offer = await show('/onlinedienste/hund-anmelden');
    assert.match(
      offer.query.get('row', 'Hundehaltung Anmeldung').text,
      /§§ 11, 13 LHundG NRW.*Katalogangabe 2019, abweichend.*§ 2a/,
    );
    assert.doesNotMatch(offer.query.get('row', 'Hundesteuer Festsetzung').text, /abweichend/);
    assert.ok(offer.query.get('button', 'Interesse bekunden'));
    assert.equal(
      redirectOf(await ask.post('/onlinedienste/hund-anmelden/interesse', {}, me)),
      `${address}?getan=interesse`,
    );
    const fresh = await show(address);
    assert.match(fresh.query.get('row', 'Parameter des Onlinedienstes').text, /fehlt.*Kommune/);
    assert.equal(
      redirectOf(await ask.post(`${address}/parameter`, typed({ version: '1' }), me)),
      `${address}?getan=parameter`,
    );
    const filled = await show(address);
    assert.match(filled.query.get('row', 'Parameter des Onlinedienstes').text, /in Ordnung/);
    const field = filled.query.all('field').find(({ attributes }) => attributes.name === 'steuer.1.betrag');
    assert.equal(field?.attributes.value, '108,00');
    redirectOf(await ask.post(`${address}/testen`, { version: '2' }, me));
    const confirm = await show(`${address}/live-schalten`);
    assert.match(confirm.query.text, /Alles Nötige ist da/);
    assert.equal(
      redirectOf(await ask.post(`${address}/live-schalten`, { version: '3' }, me)),
      `${address}?getan=live-schalten`,
    );
    const second = await pageOf(await ask.post(`${address}/live-schalten`, { version: '3' }, me));
    assert.match(
      second.query.text,
      /Inzwischen hat jemand anderes diese Anbindung geändert.*live.*Zur Anbindung/s,
    );
    assert.deepEqual(second.query.all('button'), []);
    const live = await show(`${address}?getan=live-schalten`);
    assert.equal(live.flash?.title, 'Der Onlinedienst ist live.');
    assert.equal(termOf(live.query, 'Live seit'), '21.11.2026');
    assert.ok(live.query.get('link', 'Aussetzen'));
    const after = await show('/luecken');
    assert.equal(after.query.find('link', 'Hundesteuer Festsetzung'), undefined);
    assert.match((await show('/onlinedienste/hund-anmelden')).query.get('row', 'Lemgo').text, /21\.11\.2026/);
  });

  test('fehlt etwas, nennt die Seite es und schaltet nicht', async () => {
    await using site = await open();
    const version = await prepared(site.world, site.world.lemgo);
    redirectOf(await site.ask.post(`${address}/testen`, { version: String(version) }, site.me));
    const key = {
      id: 'posteingang',
      what: 'Posteingang der Stelle',
      required: true,
      ok: false,
    } as const;
    site.world.probed.push({
      ...key,
      who: 'IT-Dienstleister',
      how: 'Niemand ist zugewiesen.',
      href: '/mitglieder',
    });
    const confirm = await site.show(`${address}/live-schalten`);
    assert.match(
      confirm.query.get('row', 'Posteingang').text,
      /fehlt IT-Dienstleister Niemand ist zugewiesen/,
    );
    assert.equal(confirm.query.get('link', 'Posteingang').attributes.href, '/mitglieder');
    const answer = await site.ask.post(`${address}/live-schalten`, { version: String(version + 1) }, site.me);
    assert.equal(answer.kind === 'page' && answer.status, 409);
    assert.match((await pageOf(answer)).query.text, /kann noch nicht live gehen/);
    assert.deepEqual(
      await site.show(address).then(({ query }) => query.find('link', 'Aussetzen')),
      undefined,
    );
  });

  test('ein Fehler im Formular steht oben und an seinem Feld, und das Getippte bleibt', async () => {
    await using site = await open();
    valueIn(await expressInterest(site.world.deps, site.world.lemgo, 'hund-anmelden'));
    const bad = typed({ version: '1', 'steuer.1.betrag': 'viel', stelleTelefon: 'anrufen' });
    const answer = await site.ask.post(`${address}/parameter`, bad, site.me);
    assert.equal(answer.kind === 'page' && answer.status, 422);
    const page = await pageOf(answer);
    assert.equal(page.error, true);
    assert.match(page.query.get('link', 'Zeile 2').attributes.href ?? '', /^#feld-steuer-1-betrag$/);
    const fields = page.query.all('field');
    const named = (name: string) => fields.find(({ attributes }) => attributes.name === name)?.attributes;
    assert.equal(named('steuer.1.betrag')?.value, 'viel');
    assert.equal(named('steuer.1.betrag')?.['aria-invalid'], 'true');
    assert.equal(named('steuer.1.betrag')?.id, 'feld-steuer-1-betrag');
    assert.equal(named('stelleName')?.value, 'Steueramt');
    const more = await pageOf(
      await site.ask.post(`${address}/parameter`, typed({ version: '1', aktion: 'zeilen:steuer' }), site.me),
    );
    const rows = more.query
      .all('field')
      .filter(({ attributes }) => /^steuer\.\d+\.art$/.test(attributes.name ?? ''));
    assert.equal(rows.length, 8, 'three filled rows and five empty ones');
    assert.equal(rows[2]?.attributes.value, 'gefährlicher Hund');
  });

  test('wer gegen einen neueren Stand speichert, sieht beide Werte und überschreibt nichts', async () => {
    await using site = await open();
    const version = await prepared(site.world, site.world.lemgo);
    const theirs = { dienst: 'hund-anmelden', version, values: { gebuehr: '31,00' } };
    valueIn(await saveParameters(site.world.deps, site.world.lemgo, theirs));
    const answer = await site.ask.post(
      `${address}/parameter`,
      typed({ version: String(version), gebuehr: '40,00' }),
      site.me,
    );
    assert.equal(answer.kind === 'page' && answer.status, 409);
    const page = await pageOf(answer);
    assert.match(page.query.text, /Inzwischen hat jemand anderes/);
    assert.match(page.query.get('listitem', 'Gebühr der Anzeige').text, /31,00 Euro/);
    const named = (name: string) =>
      page.query.all('field').find(({ attributes }) => attributes.name === name)?.attributes.value;
    assert.equal(named('gebuehr'), '40,00');
    assert.equal(named('version'), String(version + 1));
  });

  test('aussetzen verlangt einen Grund; eine neue Fassung wird angeboten, nicht aufgedrängt', async () => {
    await using site = await open();
    let version = await prepared(site.world, site.world.lemgo);
    for (const step of ['testen', 'live-schalten']) {
      redirectOf(await site.ask.post(`${address}/${step}`, { version: String(version) }, site.me));
      version += 1;
    }
    const empty = await pageOf(
      await site.ask.post(`${address}/aussetzen`, { version: String(version), grund: '' }, site.me),
    );
    assert.match(empty.query.get('link', 'warum der Onlinedienst ruht').attributes.href ?? '', /#feld-grund/);
    redirectOf(
      await site.ask.post(`${address}/aussetzen`, { version: String(version), grund: 'Umzug' }, site.me),
    );
    assert.match((await site.show(address)).query.text, /Das lesen Bürgerinnen und Bürger Umzug/);
    assert.equal((await site.show('/anbindungen?zustand=ausgesetzt')).query.all('row').length, 2);
    site.world.folder.splice(0, 1, definitionOf({ version: 2, parameters: withHundemarke }));
    await offered(site.world);
    const page = await site.show(address);
    assert.match(page.query.text, /1, die neueste ist 2/);
    assert.ok(page.query.get('button', 'Auf Fassung 2 wechseln'));
    assert.match(page.html, /name="marke"/, 'what it newly asks for can be stated before');
    assert.match(page.query.text, /Verlangt erst Fassung 2; bis Ihre Kommune sie hat, ohne Wirkung\./);
    const skipped = await site.show(`${address}/live-schalten`);
    assert.match(skipped.query.text, /geht nicht, solange die Anbindung im Zustand „ausgesetzt“ ist/);
    assert.ok(skipped.query.get('link', 'Zur Anbindung'), 'and leads back to where it goes on');
  });

  test('der IT-Dienstleister bietet an und sieht Zahlen; Lücken einer Kommune sieht er ohne deren Anbindungen', async () => {
    const world = await openEfaWorld(duties.shipped);
    await using _closing = world;
    const ask = askerOf(efaPages(world.deps));
    const me = lead(world.provider);
    const offers = await pageOf(await ask.get('/onlinedienste', me));
    assert.ok(offers.query.get('button', '„Hund anmelden“ anbieten'));
    redirectOf(await ask.post('/onlinedienste/hund-anmelden/anbieten', {}, me));
    await prepared(world, world.lemgo);
    const rollout = await pageOf(await ask.get('/rollout', me));
    assert.match(rollout.query.get('figure', 'Kommunen mit live').text, /Hund anmelden 0/);
    assert.doesNotMatch(rollout.query.text, /Lemgo/);
    assert.match((await downloadOf(await ask.get('/rollout.csv', me))).toString(), /Hund anmelden.*7/s);
    const gaps = await pageOf(await ask.get('/luecken?kommune=05766044', me));
    assert.match(gaps.query.text, /angeboten von Rechenzentrum Lippe/);
    assert.doesNotMatch(gaps.query.text, /Ihre Anbindung/);
    assert.equal(refusalOf(await ask.get('/luecken', me)).code, 'EFA_KOMMUNE_MISSING');
    assert.equal(refusalOf(await ask.get('/anbindungen', me)).code, 'EFA_NOT_ALLOWED');
    assert.equal(refusalOf(await ask.get('/rollout', coordinator(world.lemgo))).code, 'EFA_NOT_PROVIDER');
  });

  test('wer nur liest, sieht den Stand, aber keinen Knopf; eine andere Kommune sieht nichts', async () => {
    await using site = await open();
    await prepared(site.world, site.world.lemgo);
    const reader = { ...site.me, permissions: new Set<string>() };
    const page = await site.show(address, reader);
    assert.match(page.query.text, /Alles Nötige ist da/);
    assert.deepEqual(page.query.all('button'), []);
    assert.equal(
      refusalOf(await site.ask.post(`${address}/testen`, { version: '2' }, reader)).code,
      'EFA_NOT_ALLOWED',
    );
    assert.equal(
      refusalOf(await site.ask.get(address, coordinator(site.world.detmold))).code,
      'EFA_ANBINDUNG_UNKNOWN',
    );
    assert.match(
      (await site.show('/anbindungen', coordinator(site.world.detmold))).query.text,
      /Noch keine Anbindung/,
    );
  });

  test('wer einen Text schreiben will, findet die Leistung auf der Seite selbst', async () => {
    await using site = await open();
    const empty = await site.show('/freigaben');
    assert.doesNotMatch(empty.query.text, /L02950/, 'nobody has to type an address');
    assert.ok(empty.query.get('form', 'Leistung suchen'));
    const found = await site.show('/freigaben?leistung=hundesteuer+fest');
    assert.match(found.html, /<li><a[^>]*href="\/freigaben\/L02950"[^>]*>Hundesteuer Festsetzung/);
    assert.match((await site.show('/freigaben?leistung=xyzzy')).query.text, /Nichts gefunden/);
  });

  test('ein Text wird freigegeben, geändert und zurückgezogen', async () => {
    await using site = await open();
    const path = '/freigaben/L02950';
    assert.doesNotMatch((await site.show(path)).query.text, /Vorschlag/);
    await prepared(site.world, site.world.lemgo);
    const suggestion = await site.show(path);
    assert.match(suggestion.query.text, /Vorschlag aus dem Onlinedienst/);
    assert.match(suggestion.html, /Melden Sie Ihren Hund an\./);
    const text = { was: 'Wer einen Hund hält, zahlt Hundesteuer. <script>', kosten: '90 Euro' };
    const empty = await pageOf(
      await site.ask.post(path, { nummer: '0', was: '', kosten: '90 Euro' }, site.me),
    );
    assert.ok(empty.query.get('link', 'Worum geht es?').attributes.href === '#feld-was');
    redirectOf(await site.ask.post(path, { nummer: '0', ...text }, site.me));
    const page = await site.show(path);
    assert.doesNotMatch(page.html, /<script>/);
    const late = await site.ask.post(path, { nummer: '0', ...text }, site.me);
    assert.equal(late.kind === 'page' && late.status, 409);
    assert.match(
      (await site.show('/freigaben')).query.get('row', 'Hundesteuer Festsetzung').text,
      /freigegeben/,
    );
    redirectOf(await site.ask.post(`${path}/zurueckziehen`, { nummer: '1' }, site.me));
    assert.match((await site.show(path)).query.text, /Stand: zurückgezogen/);
  });

  test('jede Fähigkeit hat drei Türen: Seite, API und Befehl', async () => {
    const world: EfaWorld = await openEfaWorld(duties.shipped);
    await using _closing = world;
    const of = (doors: readonly { readonly capability: string }[]) =>
      [...new Set(doors.map(({ capability }) => capability))].toSorted();
    const pages = of(efaPages(world.deps));
    assert.deepEqual(of(efaOperations(world.deps)), pages);
    assert.deepEqual(of(efaCommands(world.deps)), pages);
    assert.equal(pages.length, 15);
  });
});
