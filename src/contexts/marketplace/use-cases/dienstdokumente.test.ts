import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { clockFrom } from '#kernel';
import type { Principal } from '#platform';
import { askerOf, downloadOf, pageOf, refusalOf } from '../../../../test/support/page-request.ts';
import { dutiesWorlds, operator, valueIn } from '../../efa/testing/efa-world.ts';
import { marketplaceCommands } from '../cli.ts';
import {
  agreed,
  dienst,
  leads,
  type MarketplaceWorld,
  openMarketplaceWorld,
  papier,
  prepares,
  priced,
  provides,
  refused,
  type TestKommune,
  withHead,
  wunschOf,
} from '../testing/marketplace-world.ts';
import { marketplaceOperations } from '../web/operations.ts';
import { marketplacePages } from '../web/pages.ts';
import { orderNow, prepareOrder } from './bestellen.ts';
import { addDokument, openDokument, withdrawDokument } from './dienstdokumente.ts';
import { readBestelldetail } from './read-bestellungen.ts';

const hund = `/marktplatz/${dienst}`;
const grund = 'Es nennt einen falschen Ansprechpartner.';

describe('ein Dokument eines Angebots wird zurückgenommen', () => {
  let world: MarketplaceWorld;
  let minutes = 0;
  let ask: ReturnType<typeof askerOf>;
  let [alt, neu, bestellung] = ['', '', ''];
  let [vorher, nachher, nurVorbereitet]: TestKommune[] = [];
  before(async () => {
    const noon = Date.parse('2026-11-21T12:00:00Z');
    const clock = clockFrom(() => new Date(noon + minutes * 60_000));
    world = await openMarketplaceWorld((await dutiesWorlds()).shipped, { clock });
    ask = askerOf(marketplacePages(world.deps));
    await priced(world);
  });
  after(() => world[Symbol.asyncDispose]());

  const later = () => {
    minutes += 1;
  };
  const ready = async (name: string) => {
    const kommune = world.further(name);
    await agreed(world, kommune);
    await withHead(world, kommune);
    return kommune;
  };
  const added = async (titel: string) =>
    valueIn(await addDokument(world.deps, await provides(world), dienst, { titel, file: papier })).id;
  const withdrawn = async (id: string, why = grund) =>
    withdrawDokument(world.deps, await provides(world), dienst, { id, grund: why });
  const read = (id: string, who: Principal | null) => openDokument(world.deps, who, dienst, id);
  const koordination = (kommune: TestKommune | undefined) => kommune?.koordination ?? assert.fail();

  test('vorher lesen es alle; wer bestellt, bestellt mit dem, was gilt', async () => {
    alt = await added('Leistungsbeschreibung');
    later();
    [vorher, nurVorbereitet] = [await ready('Vorher'), await ready('Vorbereitet')];
    bestellung = valueIn(await orderNow(world.deps, await leads(world, vorher), wunschOf())).id;
    valueIn(await prepareOrder(world.deps, await prepares(world, nurVorbereitet), wunschOf()));
    later();
    valueIn(await read(alt, null));
  });

  test('zurück nimmt es nur der Anbieter, mit einem Grund; von zweien zugleich erfährt es der zweite', async () => {
    assert.match(refused(await withdrawn(alt, ' ')), /INVALID/);
    assert.match(refused(await withdrawn('0c1f9a56-0000-4000-8000-000000000000')), /INVALID/);
    const page = await ask.post(
      `${hund}/dokumente/ruecknahme`,
      { dokument: alt, grund },
      koordination(vorher),
    );
    assert.equal(refusalOf(page).code, 'MARKETPLACE_NOT_PROVIDER');
    const both = await Promise.all([withdrawn(alt), withdrawn(alt)]);
    assert.deepEqual(both.map((one) => (one.ok ? 'ok' : one.refusal.code)).toSorted(), [
      'MARKETPLACE_DOCUMENT_GONE',
      'ok',
    ]);
    const { rows } = await world.efa.t.superuser.query(
      `select object_id from platform.audit where action = 'marketplace.document.withdrawn'`,
    );
    assert.deepEqual(rows, [{ object_id: alt }]);
  });

  test('danach liest es nur, wer vorher unterschrieben hat, und der Anbieter; andere lesen, warum', async () => {
    later();
    neu = await added('Leistungsbeschreibung');
    later();
    nachher = await ready('Nachher');
    valueIn(await orderNow(world.deps, await leads(world, nachher), wunschOf()));
    for (const who of [koordination(vorher), world.lead]) valueIn(await read(alt, who));
    for (const who of [
      null,
      koordination(nachher),
      koordination(nurVorbereitet),
      koordination(world.detmold),
    ])
      assert.match(
        refused(await read(alt, who)),
        /DOCUMENT_WITHDRAWN: .*21\.11\.2026 zurückgenommen: „Es nennt/,
      );
    valueIn(await read(neu, null));
  });

  test('die Bestellung zeigt, was galt, als sie vorbereitet wurde', async () => {
    const shown = valueIn(
      await readBestelldetail(
        world.deps,
        { seite: 'kommune', wer: await prepares(world, vorher ?? assert.fail()) },
        bestellung,
      ),
    );
    assert.deepEqual(
      shown.dokumente.map(({ id, ruecknahme }) => [id, ruecknahme?.grund]),
      [[alt, grund]],
    );
    for (const who of [koordination(vorher), world.lead]) {
      const { html } = await pageOf(await ask.get(`/bestellungen/${bestellung}`, who));
      assert.ok(html.includes(`${hund}/dokumente/${alt}`) && html.includes(grund));
      assert.ok(!html.includes(neu));
      const file = await downloadOf(await ask.get(`${hund}/dokumente/${alt}`, who));
      assert.deepEqual(file, papier.bytes);
    }
  });

  test('auf der Seite des Angebots steht nur, was gilt; der Anbieter sieht dort, was er zurücknahm', async () => {
    const offer = await pageOf(await ask.get(hund, koordination(nachher)));
    assert.ok(offer.html.includes(neu) && !offer.html.includes(alt));
    const kept = await pageOf(await ask.get(`${hund}/pflegen`, world.lead));
    assert.ok(kept.html.includes(grund));
    const refusedPage = await pageOf(
      await ask.post(`${hund}/dokumente/ruecknahme`, { dokument: neu, grund: 'x' }, world.lead),
    );
    assert.match(refusedPage.html, /5 bis 500 Zeichen/);
    assert.match(refusedPage.html, new RegExp(`value="${neu}"[^>]*selected`));
    assert.deepEqual(await ask.post(`${hund}/dokumente/ruecknahme`, { dokument: neu, grund }, world.lead), {
      kind: 'redirect',
      to: `${hund}?getan=ruecknahme`,
    });
  });

  test('Schnittstelle und Befehlszeile nehmen zurück, lesen und zeigen dasselbe', async () => {
    const [one, two] = [await added('Muster'), await added('Prüfbericht')];
    const invoke = (method: 'get' | 'post', path: string, more: object) => {
      const operation = marketplaceOperations(world.deps).find(
        (each) => each.method === method && each.path === path,
      );
      assert.ok(operation);
      const raw = {
        params: {},
        query: {},
        body: undefined,
        principal: world.lead,
        clientAddress: '',
        ...more,
      };
      return operation.invoke(raw);
    };
    const withdraw = { params: { dienst, id: one }, body: { grund } };
    valueIn(await invoke('post', '/marktplatz/{dienst}/dokumente/{id}/ruecknahme', withdraw));
    const run = (name: string, positionals: readonly string[], values: Readonly<Record<string, string>>) =>
      marketplaceCommands(world.deps)
        .find((each) => each.name === name)
        ?.run({ positionals, values, principal: operator, say: () => {} }) ?? assert.fail();
    const organisation = world.efa.provider.name;
    valueIn(await run('marktplatz withdraw-document', [dienst, two], { organisation, reason: grund }));
    const seite = valueIn(await invoke('get', '/marktplatz/{dienst}', { params: { dienst } })) as {
      readonly dokumente: readonly unknown[];
      readonly zurueckgenommen: readonly { readonly id: string; readonly grund: string }[];
    };
    assert.deepEqual(seite.dokumente, []);
    assert.deepEqual(new Set(seite.zurueckgenommen.map(({ id }) => id)), new Set([alt, neu, one, two]));
    const order = valueIn(
      await invoke('get', '/bestellungen/{id}', {
        params: { id: bestellung },
        principal: koordination(vorher),
      }),
    ) as { readonly dokumente: readonly { readonly id: string; readonly grund: string }[] };
    assert.deepEqual(
      order.dokumente.map(({ id, grund: why }) => [id, why]),
      [[alt, grund]],
    );
    const folder = mkdtempSync(join(tmpdir(), 'dokument-'));
    const path = join(folder, 'alt.pdf');
    assert.match(refused(await run('marktplatz document', [dienst, alt, path], {})), /DOCUMENT_WITHDRAWN/);
    valueIn(await run('marktplatz document', [dienst, alt, path], { organisation }));
    assert.deepEqual(readFileSync(path), papier.bytes);
    rmSync(folder, { recursive: true });
  });
});
