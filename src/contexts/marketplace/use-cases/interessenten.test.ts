import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Principal } from '#platform';
import { dutiesWorlds, valueIn } from '../../efa/testing/efa-world.ts';
import {
  agreed,
  dienst,
  leads,
  type MarketplaceWorld,
  openMarketplaceWorld,
  prepares,
  priced,
  provides,
  refused,
  type TestKommune,
  withHead,
  wunschOf,
} from '../testing/marketplace-world.ts';
import { bestellNews } from './bestell-news.ts';
import { orderNow, prepareOrder } from './bestellen.ts';
import { acceptOrder, declineOrder, withdrawOrder } from './bestellschritte.ts';
import { showInterest } from './interesse.ts';
import { inviteToOrder, listInteressenten } from './interessenten.ts';
import { readDienstseite } from './read-dienst.ts';

let duties: Awaited<ReturnType<typeof dutiesWorlds>>;
before(async () => {
  duties = await dutiesWorlds();
});

async function interested(world: MarketplaceWorld, kommune: TestKommune, interessiert = true): Promise<void> {
  const wort = { dienst, interessiert, bemerkung: 'Ab Sommer, bitte.' };
  valueIn(await showInterest(world.deps, await prepares(world, kommune), wort));
}

describe('wer Interesse hat, und wer zur Bestellung eingeladen wird', () => {
  let world: MarketplaceWorld;
  before(async () => {
    world = await openMarketplaceWorld(duties.shipped);
    await priced(world);
  });
  after(() => world[Symbol.asyncDispose]());
  const invite = async (kommunen: readonly string[], nachricht = '') =>
    inviteToOrder(world.deps, await provides(world), { dienst, kommunen, nachricht });
  const standOf = async (name: string) =>
    (await listInteressenten(world.deps, await provides(world))).find(({ kommune }) => kommune === name)
      ?.stand;

  test('der Anbieter sieht, wer seit wann Interesse hat, und lädt ein; die Kommune liest es auf der Seite des Dienstes', async () => {
    await interested(world, world.lemgo);
    const [row] = await listInteressenten(world.deps, await provides(world));
    assert.deepEqual(
      [row?.kommune, row?.stand, row?.seit, row?.bemerkung, row?.titel],
      ['Lemgo', 'interessiert', '2026-11-21', 'Ab Sommer, bitte.', 'Hund anmelden'],
    );
    const done = valueIn(await invite(['05766044', '05999999'], 'Preise ab Januar.'));
    assert.deepEqual(done.eingeladen, ['Lemgo']);
    assert.deepEqual(done.ausgelassen, [{ kommune: '05999999', warum: 'kein-interesse' }]);
    assert.equal(await standOf('Lemgo'), 'eingeladen');
    const { eigene } = valueIn(await readDienstseite(world.deps, world.lemgo.koordination, dienst));
    assert.equal(eigene?.einladung?.nachricht, 'Preise ab Januar.');
  });

  test('niemand wird in vierzehn Tagen zweimal eingeladen, und wer sein Interesse zurückzog, gar nicht', async () => {
    assert.equal(valueIn(await invite(['05766044'])).ausgelassen[0]?.warum, 'gerade-eingeladen');
    world.efa.turnClock(15);
    assert.deepEqual(valueIn(await invite(['05766044'])).eingeladen, ['Lemgo']);
    await interested(world, world.detmold);
    await interested(world, world.detmold, false);
    assert.equal(await standOf('Detmold'), 'zurueckgezogen');
    assert.equal(valueIn(await invite(['05766020'])).ausgelassen[0]?.warum, 'kein-interesse');
  });

  test('zwei laden dieselbe Kommune zugleich ein: eine Einladung geht hinaus', async () => {
    await interested(world, world.detmold);
    const both = await Promise.all([invite(['05766020']), invite(['05766020'])]);
    assert.deepEqual(
      both.flatMap((each) => valueIn(each).eingeladen),
      ['Detmold'],
    );
  });

  test('ohne Auswahl, für einen fremden Dienst oder mit zu langem Text wird nichts verschickt', async () => {
    assert.match(refused(await invite([])), /NOBODY_INVITED/);
    assert.match(refused(await invite(['05766044'], 'x'.repeat(1001))), /MARKETPLACE_INVALID/);
    const foreign = { dienst: 'gibt-es-nicht', kommunen: ['05766044'], nachricht: '' };
    assert.match(refused(await inviteToOrder(world.deps, await provides(world), foreign)), /DIENST_UNKNOWN/);
  });
});

describe('was die Zusammenfassung von Bestellungen sagt', () => {
  let world: MarketplaceWorld;
  before(async () => {
    world = await openMarketplaceWorld(duties.shipped);
    await priced(world);
    await agreed(world, world.lemgo);
    await withHead(world, world.lemgo);
  });
  after(() => world[Symbol.asyncDispose]());
  const since = () => new Date(world.deps.clock.now().getTime() - 1000);
  const news = async (reader: Principal, from: Date) => (await bestellNews(world.deps, reader, from)).lines;
  const events = async () =>
    (
      await world.efa.t.superuser.query(
        `select event, payload->>'anbieter' as anbieter from platform.outbox where event like 'marketplace.order.%' order by id`,
      )
    ).rows.map(({ event }) => event);

  test('eine unterschriebene Bestellung wartet beim Anbieter; von einer vorbereiteten hört er nichts', async () => {
    const from = since();
    const prepared = valueIn(await prepareOrder(world.deps, await prepares(world, world.lemgo), wunschOf()));
    assert.deepEqual(await news(world.lead, from), []);
    valueIn(await withdrawOrder(world.deps, await prepares(world, world.lemgo), prepared, 'Nur ein Versuch'));
    assert.deepEqual(await news(world.lead, from), []);
    assert.deepEqual(await events(), []);
    const order = valueIn(await orderNow(world.deps, await leads(world, world.lemgo), wunschOf()));
    assert.deepEqual(await news(world.lead, from), [
      'Lemgo: Bestellung „Hund anmelden“: wartet auf Ihre Annahme',
    ]);
    assert.deepEqual(await events(), ['marketplace.order.signed']);
    valueIn(await declineOrder(world.deps, await provides(world), order, 'Zurzeit keine Kapazität'));
    assert.deepEqual(
      (await news(world.lemgo.koordination, from)).find((each) => each.includes('abgelehnt')),
      'Bestellung „Hund anmelden“: abgelehnt (Zurzeit keine Kapazität)',
    );
    assert.deepEqual(await news(world.lead, from), []);
  });

  test('wer angenommen wird, liest es; was vorher war, wird nicht noch einmal erzählt', async () => {
    world.efa.turnClock(1);
    const from = since();
    const order = valueIn(await orderNow(world.deps, await leads(world, world.lemgo), wunschOf()));
    valueIn(await acceptOrder(world.deps, await provides(world), order));
    assert.deepEqual(await news(world.lemgo.koordination, from), [
      'Bestellung „Hund anmelden“: angenommen, der Vertrag besteht',
    ]);
    assert.equal((await events()).at(-1), 'marketplace.order.answered');
    assert.deepEqual(await news(world.lemgo.koordination, world.deps.clock.now()), []);
    assert.deepEqual(await news(world.detmold.koordination, from), []);
  });
});
