import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Principal, Upload } from '#platform';
import {
  askerOf,
  downloadOf,
  type PageAsker,
  pageOf,
  refusalOf,
} from '../../../../test/support/page-request.ts';
import { dutiesWorlds, operator, valueIn } from '../../efa/testing/efa-world.ts';
import { marketplaceCommands } from '../cli.ts';
import {
  dienst,
  type MarketplaceWorld,
  openMarketplaceWorld,
  papier,
  preis,
} from '../testing/marketplace-world.ts';
import { marketplaceOperations } from './operations.ts';
import { marketplacePages } from './pages.ts';

type Json = Readonly<Record<string, unknown>>;

const hund = `/marktplatz/${dienst}`;

const upload: Upload = {
  fileName: papier.fileName,
  bytes: papier.bytes.length,
  scanned: null,
  open: async function* () {
    yield papier.bytes;
  },
};

/** One walk from an offer without a price to a contract; each step needs the one before. */
describe('vom Angebot zum Vertrag, auf den Seiten', () => {
  let world: MarketplaceWorld;
  let ask: PageAsker;
  let order: string;
  before(async () => {
    world = await openMarketplaceWorld((await dutiesWorlds()).shipped);
    ask = askerOf(marketplacePages(world.deps));
  });
  after(() => world[Symbol.asyncDispose]());

  const toOf = (answer: { readonly kind: string }) =>
    'to' in answer ? String(answer.to) : JSON.stringify(answer);

  test('ohne Preis steht „Noch kein Preis“ da, bestellt wird nicht, Interesse geht und lässt sich zurückziehen', async () => {
    const { koordination } = world.lemgo;
    const shown = await pageOf(await ask.get(hund, koordination));
    assert.match(shown.html, /Noch kein Preis/);
    assert.ok(
      shown.nextSteps?.some(({ href }) => href === `${hund}/formular`),
      'the form can be tried',
    );
    assert.match(shown.html, /Dauer bis zum Start<\/dt><dd[^>]*>Unbekannt/);
    assert.ok(!shown.html.includes(`${hund}/bestellen`));
    assert.match(refusalOf(await ask.get(`${hund}/bestellen`, koordination)).code, /NO_PRICE/);
    assert.equal(
      toOf(await ask.post(`${hund}/interesse`, { bemerkung: 'ab Januar' }, koordination)),
      `${hund}?getan=interesse`,
    );
    const interested = await pageOf(await ask.get(hund, koordination));
    assert.match(interested.html, /Interesse bekundet am 21\.11\.2026: „ab Januar“/);
    await ask.post(`${hund}/interesse/zurueckziehen`, {}, koordination);
    assert.match((await pageOf(await ask.get(hund, koordination))).html, /Interesse bekunden/);
    await ask.post(`${hund}/interesse`, { bemerkung: '' }, koordination);
  });

  test('der Anbieter nennt einen Preis in vier Teilen; jeder Fehler steht an seinem Feld, und was getippt wurde, bleibt', async () => {
    const wrong = {
      grundlage: '0',
      gueltigAb: '2026-13-01',
      art: 'staffel',
      stufen: 'viele: teuer',
      erste: 'x',
      quelle: '',
    };
    const refused = await pageOf(await ask.post(`${hund}/preis`, wrong, world.lead));
    for (const field of ['gueltigAb', 'stufen', 'erste'])
      assert.match(refused.html, new RegExp(`href="#feld-${field.toLowerCase()}"|href="#feld-${field}"`));
    assert.match(refused.html, />viele: teuer<\/textarea>/);
    const sheet = {
      grundlage: '0',
      gueltigAb: '2026-01-01',
      art: 'staffel',
      stufen: '20.000: 1.200,00\n60.000: 2.400,00\ndarüber: 4.800,00',
      erste: '600',
      einmalig: 'Einrichtung: 500,00',
      erlaeuterung: 'Mit Support.',
    };
    assert.match(
      (await pageOf(await ask.post(`${hund}/preis`, sheet, world.lead))).html,
      /woher der Preis stammt/,
    );
    const stated = await ask.post(`${hund}/preis`, { ...sheet, quelle: 'Preisliste' }, world.lead);
    assert.equal(toOf(stated), `${hund}?getan=preis`);
    const late = await pageOf(
      await ask.post(`${hund}/preis`, { ...sheet, quelle: 'Preisliste' }, world.lead),
    );
    assert.match(late.html, /Inzwischen hat jemand anderes etwas geändert/);
    const shown = await pageOf(await ask.get(hund, world.lemgo.koordination));
    assert.match(shown.html, /2\.400,00 € im Jahr/);
    assert.match(shown.html, /600,00 €, abgerechnet für 2027, bis 31\.12\.2027/);
    const provider = await pageOf(await ask.get('/marktplatz', world.lead));
    assert.match(provider.html, /bis 60\.000 Einwohner 2\.400,00\s€; darüber/);
    assert.doesNotMatch(provider.html, /Ihre Kommune/);
  });

  test('ein Urteil ohne Beleg wird nicht gespeichert', async () => {
    const judged = { grundlage: '0', 'k-wappen': 'ja', rahmenNoetig: 'ja' };
    const refused = await pageOf(await ask.post(`${hund}/angaben`, judged, world.lead));
    assert.match(refused.html, /Bitte nennen Sie den Beleg/);
    const proven = { ...judged, 'b-wappen': 'Prüfbericht' };
    assert.equal(toOf(await ask.post(`${hund}/angaben`, proven, world.lead)), `${hund}?getan=angaben`);
    assert.match(
      (await pageOf(await ask.get('/marktplatz', world.lemgo.koordination))).html,
      /1 von 7 erfüllt, 6 nicht beurteilt/,
    );
  });

  test('ohne Rahmenvereinbarung führt die Absage dorthin; danach entsteht das Dokument zum Unterschreiben', async () => {
    const { koordination } = world.lemgo;
    const first = await pageOf(await ask.post(`${hund}/bestellen`, { vergabe: 'inhouse' }, koordination));
    assert.match(first.html, /gilt heute keine Rahmenvereinbarung/);
    const rahmen = {
      anbieter: world.efa.provider.tenant,
      titel: 'Rahmen 2026',
      gueltigVon: '2026-01-01',
      kuendigungMonate: '3',
      gezeichnetVon: 'Leitung',
    };
    const uploads = new Map([['datei', [upload]]]);
    await ask.post('/rahmenvereinbarungen', rahmen, koordination, uploads);
    const page = await pageOf(await ask.get('/rahmenvereinbarungen', world.lead));
    assert.match(page.html, /Rahmen 2026/);
    const prepared = toOf(await ask.post(`${hund}/bestellen`, { vergabe: 'inhouse' }, koordination));
    order = /^(\/bestellungen\/[0-9a-f-]+)\?getan=vorbereitet$/.exec(prepared)?.[1] ?? assert.fail(prepared);
    const shown = await pageOf(await ask.get(order, koordination));
    assert.match(shown.html, /Es fehlt die Unterschrift/);
    assert.ok(!shown.html.includes('Verbindlich bestellen</span>'), 'the coordinator cannot bind');
    const pdf = await downloadOf(await ask.get(`${order}/dokument.pdf`, koordination));
    assert.match(pdf.subarray(0, 5).toString(), /%PDF-/);
  });

  test('die Vollmacht wird mit Datei und Grenze eingetragen, das Papier erfasst, und der Anbieter nimmt an', async () => {
    const { koordination, leitungId } = world.lemgo;
    const wish = {
      name: 'Wiebke Tannhof',
      mitglied: leitungId,
      art: 'vollmacht',
      gueltigVon: '2025-11-01',
      grundlage: 'Vollmacht',
    };
    const bare = await pageOf(await ask.post('/zeichnungsbefugnisse', wish, koordination));
    assert.match(bare.html, /Wertgrenze in Euro/);
    const uploads = new Map([['datei', [upload]]]);
    await ask.post('/zeichnungsbefugnisse', { ...wish, grenze: '10.000,00' }, koordination, uploads);
    const signers = await pageOf(await ask.get('/zeichnungsbefugnisse', koordination));
    assert.match(signers.html, /10\.000,00 €/);
    const befugnis =
      /option value="([0-9a-f-]{36})">Wiebke/.exec(
        (await pageOf(await ask.get(order, koordination))).html,
      )?.[1] ?? '';
    const form = { version: '1', befugnis, am: '2026-11-20' };
    const missing = await pageOf(await ask.post(`${order}/papier`, form, koordination));
    assert.match(missing.html, /Datei aus, die nicht leer ist/);
    assert.equal(
      toOf(await ask.post(`${order}/papier`, form, koordination, uploads)),
      `${order}?getan=papier`,
    );
    assert.match((await pageOf(await ask.get('/bestellungen', world.lead))).html, /Hund anmelden/);
    assert.equal(
      toOf(await ask.post(`${order}/annehmen`, { version: '2' }, world.lead)),
      `${order}?getan=angenommen`,
    );
    const agreed = await pageOf(await ask.get(order, koordination));
    assert.match(agreed.html, /abgerechnet für 2027/);
    assert.match(refusalOf(await ask.get(order, world.detmold.koordination)).code, /ORDER_UNKNOWN/);
    const again = await pageOf(await ask.post(`${order}/annehmen`, { version: '3' }, world.lead));
    assert.match(again.html, /Das geht nicht mehr/);
  });

  test('wer binden darf, sieht „Verbindlich bestellen“ und bestellt in einem Schritt', async () => {
    const { leitung } = world.detmold;
    const shown = await pageOf(await ask.get(hund, leitung));
    assert.match(shown.html, /Bestellen</);
    const refused = await pageOf(
      await ask.post(`${hund}/bestellen`, { vergabe: 'inhouse', aktion: 'bestellen' }, leitung),
    );
    assert.match(refused.html, /gilt heute keine Rahmenvereinbarung/);
    assert.match(refused.html, /Verbindlich bestellen/);
  });
});

describe('API und Befehle', () => {
  let world: MarketplaceWorld;
  const folder = mkdtempSync(join(tmpdir(), 'leitwerk-marktplatz-'));
  before(async () => {
    world = await openMarketplaceWorld((await dutiesWorlds()).shipped);
  });
  after(async () => {
    rmSync(folder, { recursive: true });
    await world[Symbol.asyncDispose]();
  });

  const invoke = async (principal: Principal | null, route: string, params: Json = {}, body?: unknown) => {
    const [method, path] = route.split(' ');
    const found = marketplaceOperations(world.deps).find(
      (each) => each.method === method && each.path === path,
    );
    assert.ok(found, route);
    const result = await found.invoke({ params, query: {}, body, principal, clientAddress: '127.0.0.1' });
    if (result.ok) found.schemas.response.parse(result.value);
    return result;
  };

  const run = async (
    name: string,
    positionals: readonly string[],
    values: Record<string, string | boolean> = {},
  ) => {
    const command = marketplaceCommands(world.deps).find((each) => each.name === name);
    assert.ok(command, name);
    return valueIn(await command.run({ positionals, values, principal: operator, say: () => {} }));
  };

  test('die API geht denselben Weg wie die Seiten, und jede Antwort passt zu ihrem Schema', async () => {
    const { koordination } = world.lemgo;
    const datei = { name: 'papier.pdf', base64: papier.bytes.toString('base64') };
    const price = { grundlage: 0, gueltigAb: '2026-01-01', inhalt: preis };
    valueIn(await invoke(world.lead, 'post /marktplatz/{dienst}/preise', { dienst }, price));
    const negative = { ...price, grundlage: 1, inhalt: { ...preis, ersteCent: -1 } };
    const refused = await invoke(world.lead, 'post /marktplatz/{dienst}/preise', { dienst }, negative);
    assert.match(JSON.stringify(refused), /INPUT_INVALID.*body\.inhalt\.ersteCent/);
    const rahmen = {
      anbieterId: world.efa.provider.tenant,
      titel: 'Rahmen',
      gueltigVon: '2026-01-01',
      kuendigungMonate: 3,
      gezeichnetVon: 'Leitung',
      datei,
    };
    valueIn(await invoke(koordination, 'post /rahmenvereinbarungen', {}, rahmen));
    const signer = {
      name: 'Wiebke Tannhof',
      art: 'vollmacht',
      grenzeCent: 2_000_000,
      gueltigVon: '2025-11-01',
      grundlage: 'Vollmacht vom 01.11.2025',
      datei,
    };
    const { id: befugnis } = valueIn(
      await invoke(koordination, 'post /zeichnungsbefugnisse', {}, signer),
    ) as { id: string };
    const order = { vergabe: 'inhouse', laufzeitJahre: 2 };
    const prepared = valueIn(
      await invoke(koordination, 'post /marktplatz/{dienst}/bestellungen', { dienst }, order),
    ) as {
      id: string;
      version: number;
    };
    const paper = { version: prepared.version, befugnis, am: '2026-11-20', datei };
    const signed = valueIn(
      await invoke(koordination, 'post /bestellungen/{id}/papier', { id: prepared.id }, paper),
    ) as {
      zeichnung: { datei: string };
      version: number;
    };
    const file = valueIn(
      await invoke(world.lead, 'get /bestellungen/dateien/{id}', { id: signed.zeichnung.datei }),
    );
    assert.equal((file as { base64: string }).base64, datei.base64);
    const accepted = await invoke(
      world.lead,
      'post /bestellungen/{id}/accept',
      { id: prepared.id },
      { version: signed.version },
    );
    assert.equal((valueIn(accepted) as { zeitraum: { rechnungsjahr: number } }).zeitraum.rechnungsjahr, 2027);
    for (const path of [
      '/bestellungen',
      '/rahmenvereinbarungen',
      '/zeichnungsbefugnisse',
      '/marktplatz',
      '/sammelbestellungen',
    ])
      valueIn(await invoke(koordination, `get ${path}`));
    valueIn(await invoke(koordination, 'get /marktplatz/{dienst}', { dienst }));
    valueIn(await invoke(koordination, 'get /bestellungen/{id}', { id: prepared.id }));
    const elsewhere = await invoke(world.detmold.koordination, 'get /bestellungen/{id}', { id: prepared.id });
    assert.match(JSON.stringify(elsewhere), /ORDER_UNKNOWN/);
  });

  test('auf der Befehlszeile bestellt der Betreiber für eine Kommune, aber er unterschreibt nicht', async () => {
    const o = { organisation: 'Detmold' };
    const paper = join(folder, 'papier.pdf');
    writeFileSync(paper, papier.bytes);
    await run('rahmenvereinbarung add', ['Rechenzentrum', 'Lippe'], {
      ...o,
      title: 'Rahmen',
      from: '2026-01-01',
      notice: '3',
      signer: 'Leitung',
    });
    const signer = await run('befugnis add', ['Frida', 'Beispiel'], {
      ...o,
      as: 'leitung',
      from: '2025-11-01',
      basis: 'Wahl',
    });
    const prepared = (await run('bestellung prepare', [dienst], { ...o, basis: 'inhouse', years: '1' }))
      .json as { id: string };
    const befugnis = (signer.json as { id: string }).id;
    await run('bestellung paper', [prepared.id, paper], { ...o, signer: befugnis, on: '2026-11-20' });
    const pdf = join(folder, 'o.pdf');
    await run('bestellung document', [prepared.id, pdf], o);
    assert.match(readFileSync(pdf).subarray(0, 5).toString(), /%PDF-/);
    const declined = await run('bestellung decline', [prepared.id], {
      organisation: 'Rechenzentrum Lippe',
      reason: 'kein Platz',
    });
    assert.match(declined.text, /abgelehnt/);
    const listed = await run('bestellungen', [], o);
    assert.match(listed.text, /Detmold: Hund anmelden/);
    assert.match((await run('marktplatz', [], o)).text, /€ {2}Hund anmelden/);
    assert.match((await run('marktplatz show', [dienst], o)).text, /Schließt: Hundesteuer/);
    assert.ok(
      !marketplaceCommands(world.deps).some(({ capability }) => capability === 'marketplace.order.sign'),
    );
  });
});
