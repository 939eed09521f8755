import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { dutiesWorlds, refusalIn, valueIn } from '../../efa/testing/efa-world.ts';
import {
  agreed,
  befugnisOf,
  day,
  described,
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
import { addBefugnis, revokeSigner } from './befugnisse.ts';
import { orderNow, prepareOrder } from './bestellen.ts';
import { acceptOrder, declineOrder, endOrder, withdrawOrder } from './bestellschritte.ts';
import { openDatei } from './dateien.ts';
import { describeDienst } from './describe.ts';
import { orderPdf } from './dokument.ts';
import { showInterest } from './interesse.ts';
import { findOffering } from './offering.ts';
import { anbindungOf } from './own-anbindung.ts';
import { addRahmen, giveNotice, listRahmen } from './rahmen.ts';
import { bestellungOf, listBestellungen, readBestelldetail } from './read-bestellungen.ts';
import { readDienstseite } from './read-dienst.ts';
import { decideForAll, orderForAll, type Sammelwunsch } from './sammel.ts';
import { recordPaper, signOrder } from './zeichnen.ts';

let duties: Awaited<ReturnType<typeof dutiesWorlds>>;
before(async () => {
  duties = await dutiesWorlds();
});

async function opened(): Promise<MarketplaceWorld> {
  const world = await openMarketplaceWorld(duties.shipped);
  await priced(world);
  await agreed(world, world.lemgo);
  return world;
}

/** A Kommune that has agreed with the house and ordered nothing yet. */
async function ready(world: MarketplaceWorld, name: string): Promise<TestKommune> {
  const kommune = world.further(name);
  await agreed(world, kommune);
  return kommune;
}

describe('Bestellen', () => {
  let world: MarketplaceWorld;
  before(async () => {
    world = await opened();
  });
  after(() => world[Symbol.asyncDispose]());

  test('wer die Kommune binden darf, bestellt in einem Schritt; der Anbieter nimmt an, und die erste Periode zählt für das nächste Jahr', async () => {
    const ort = await ready(world, 'Ort');
    await withHead(world, ort);
    const bestellung = valueIn(await orderNow(world.deps, await leads(world, ort), wunschOf()));
    assert.equal(bestellung.zustand, 'gezeichnet');
    assert.equal(bestellung.inhalt.jahrCent, 240_000);
    assert.equal(bestellung.inhalt.wertCent, 50_000 + 60_000 + 3 * 240_000);
    assert.equal(bestellung.zeichnung?.von, 'Wiebke Tannhof');
    const house = await provides(world);
    const [seen] = await listBestellungen(world.deps, { seite: 'anbieter', wer: house });
    assert.equal(seen?.id, bestellung.id);
    const accepted = valueIn(await acceptOrder(world.deps, house, bestellung));
    assert.deepEqual(accepted.zeitraum, {
      von: '2026-11-21',
      bis: '2027-12-31',
      rechnungsjahr: 2027,
      cent: 60_000,
    });
    const stand = await world.deps.db.withTenant(
      ort.koordination.tenant ?? assert.fail(),
      ort.koordination.actor,
      (tx) => bestellungOf(tx, { dienst, kommune: '05766044', day: day('2026-11-21') }),
    );
    assert.deepEqual(
      { zustand: stand?.zustand, von: stand?.gezeichnetVon, am: stand?.am },
      { zustand: 'angenommen', von: 'Wiebke Tannhof', am: '2026-11-21' },
    );
    const again = await acceptOrder(world.deps, house, bestellung);
    assert.match(refused(again), /STEP_IMPOSSIBLE.*Der Vertrag besteht schon/);
  });

  test('eine vorbereitete Bestellung bindet niemanden, der Anbieter sieht sie nicht, und das Papier bringt sie weiter', async () => {
    const ort = await ready(world, 'Ort');
    const wer = await prepares(world, ort);
    const prepared = valueIn(await prepareOrder(world.deps, wer, wunschOf()));
    assert.equal(prepared.zustand, 'vorbereitet');
    const house = { seite: 'anbieter', wer: await provides(world) } as const;
    const seen = await listBestellungen(world.deps, house);
    assert.ok(seen.every(({ id }) => id !== prepared.id));
    assert.match(refused(await readBestelldetail(world.deps, house, prepared.id)), /ORDER_UNKNOWN/);
    const detail = valueIn(await readBestelldetail(world.deps, { seite: 'kommune', wer }, prepared.id));
    const pdf = await orderPdf(detail, new Date('2026-11-21T09:00:00Z'));
    assert.match(pdf.subarray(0, 8).toString('latin1'), /^%PDF-1\.7/);
    assert.match(pdf.toString('latin1'), /\/StructTreeRoot/);
    const befugnis = await withHead(world, ort, { mitglied: null });
    const ref = { id: prepared.id, version: prepared.version };
    const early = { ...ref, befugnis, am: day('2026-11-22'), file: papier };
    assert.match(refused(await recordPaper(world.deps, wer, early)), /INVALID/);
    const signed = valueIn(await recordPaper(world.deps, wer, { ...early, am: day('2026-11-20') }));
    assert.deepEqual(
      { zustand: signed.zustand, wie: signed.zeichnung?.wie, am: signed.zeichnung?.am },
      { zustand: 'gezeichnet', wie: 'papier', am: '2026-11-20' },
    );
    const paper = valueIn(await openDatei(world.deps, world.lead, signed.zeichnung?.datei ?? ''));
    assert.deepEqual(paper.bytes, papier.bytes);
    assert.match(
      refused(await openDatei(world.deps, world.detmold.koordination, signed.zeichnung?.datei ?? '')),
      /FILE_UNKNOWN/,
    );
  });

  test('über der Grenze, abgelaufen, widerrufen oder ohne Befugnis: Es wird nichts bestellt, und es steht da, was zu tun ist', async () => {
    const ort = await ready(world, 'Ort');
    const { deps } = world;
    const leitung = await leads(world, ort);
    const order = () => orderNow(deps, leitung, wunschOf());
    assert.match(
      refused(await order()),
      /MAY_NOT_BIND_KEINE.*vor, und lassen Sie sie von jemandem unterschreiben/,
    );
    const vollmacht = await withHead(world, ort, { art: 'vollmacht', grenzeCent: 829_999 });
    assert.match(refused(await order()), /MAY_NOT_BIND_GRENZE.*Grenze: 8\.299,99 €, Wert: 8\.300,00 €/);
    valueIn(await revokeSigner(deps, await prepares(world, ort), vollmacht, day('2026-11-21')));
    await withHead(world, ort, { gueltigBis: day('2026-11-20') });
    assert.match(refused(await order()), /MAY_NOT_BIND_ABGELAUFEN.*tragen Sie die neue ein/);
    const who = { seite: 'kommune', wer: leitung } as const;
    assert.deepEqual(await listBestellungen(deps, who), [], 'nothing was kept');
    await withHead(world, ort, { art: 'laufende-verwaltung', grenzeCent: 1_000_000 });
    assert.match(refused(await order()), /MAY_NOT_BIND_NUR_LAUFEND/);
    const laufend = { laufendeVerwaltung: true, laufendGrund: 'Zuständigkeitsordnung' };
    assert.equal(valueIn(await orderNow(deps, leitung, wunschOf(laufend))).zustand, 'gezeichnet');
  });

  test('auch auf Papier bindet eine abgelaufene oder zu kleine Vollmacht nicht', async () => {
    const ort = await ready(world, 'Ort');
    const wer = await prepares(world, ort);
    const prepared = valueIn(await prepareOrder(world.deps, wer, wunschOf()));
    const befugnis = await withHead(world, ort, { art: 'vollmacht', grenzeCent: 100 });
    const papierRef = { id: prepared.id, version: 1, befugnis, am: day('2026-11-20'), file: papier };
    assert.match(refused(await recordPaper(world.deps, wer, papierRef)), /MAY_NOT_BIND_GRENZE/);
  });

  test('mit der Unterschrift beginnt die Anbindung, mit dem Vorbereiten noch nicht', async () => {
    const ort = await ready(world, 'Ort');
    await withHead(world, ort);
    const wer = await prepares(world, ort);
    const stand = async () => (await anbindungOf(world.deps, wer, dienst))?.zustand ?? null;
    const prepared = valueIn(await prepareOrder(world.deps, wer, wunschOf()));
    assert.equal(await stand(), null);
    valueIn(await signOrder(world.deps, await leads(world, ort), prepared));
    assert.equal(await stand(), 'interesse');
  });

  test('zwei bestellen zugleich: Eine Bestellung entsteht, die andere Person erfährt es', async () => {
    const ort = await ready(world, 'Ort');
    const wer = await prepares(world, ort);
    const both = await Promise.all([1, 2].map(() => prepareOrder(world.deps, wer, wunschOf())));
    assert.equal(both.filter((each) => each.ok).length, 1);
    const lost = both.find((each) => !each.ok);
    assert.match(refused(lost ?? { ok: true }), /ALREADY_ORDERED.*Eine zweite wurde nicht angelegt/);
  });

  test('zwei zeichnen zugleich: Die zweite Person ändert nichts', async () => {
    const ort = await ready(world, 'Ort');
    await withHead(world, ort);
    const leitung = await leads(world, ort);
    const { id, version } = valueIn(await prepareOrder(world.deps, leitung, wunschOf()));
    const both = await Promise.all([1, 2].map(() => signOrder(world.deps, leitung, { id, version })));
    assert.equal(both.filter((each) => each.ok).length, 1);
  });

  test('zurückziehen geht, bis der Anbieter annimmt; danach kann man neu bestellen oder nur mit Frist beenden', async () => {
    const ort = await ready(world, 'Ort');
    await withHead(world, ort);
    const leitung = await leads(world, ort);
    const first = valueIn(await orderNow(world.deps, leitung, wunschOf()));
    assert.match(refused(await withdrawOrder(world.deps, leitung, first, '')), /INVALID/);
    const withdrawn = valueIn(await withdrawOrder(world.deps, leitung, first, 'Haushalt gesperrt'));
    assert.equal(withdrawn.zustand, 'zurueckgezogen');
    const house = await provides(world);
    assert.match(refused(await acceptOrder(world.deps, house, withdrawn)), /STEP_IMPOSSIBLE.*zurückgezogen/);
    const second = valueIn(await orderNow(world.deps, leitung, wunschOf()));
    const accepted = valueIn(await acceptOrder(world.deps, house, second));
    assert.match(
      refused(await withdrawOrder(world.deps, leitung, accepted, 'doch nicht')),
      /nur noch beenden/,
    );
    const early = refusalIn(await endOrder(world.deps, leitung, accepted, day('2026-12-31')));
    assert.match(early.fields?.[0]?.message ?? '', /frühestens zum 31\.12\.2027/);
    assert.equal(
      valueIn(await endOrder(world.deps, leitung, accepted, day('2027-12-31'))).zustand,
      'beendet',
    );
  });

  test('der Anbieter lehnt mit Begründung ab; ein anderes Haus sieht und entscheidet nichts', async () => {
    const ort = await ready(world, 'Ort');
    await withHead(world, ort);
    const bestellung = valueIn(await orderNow(world.deps, await leads(world, ort), wunschOf()));
    const house = await provides(world);
    const stranger = { ...house, anbieter: { ...house.anbieter, tenant: world.efa.detmold.kommune.tenant } };
    assert.match(refused(await acceptOrder(world.deps, stranger, bestellung)), /ORDER_UNKNOWN/);
    assert.match(refused(await declineOrder(world.deps, house, bestellung, ' ')), /INVALID/);
    const declined = valueIn(await declineOrder(world.deps, house, bestellung, 'Kein Platz vor Juni'));
    assert.deepEqual([declined.zustand, declined.grund], ['abgelehnt', 'Kein Platz vor Juni']);
  });

  test('ohne Preis, ohne Rahmenvereinbarung oder nach dem Ende des Angebots wird nicht bestellt', async () => {
    await using world = await openMarketplaceWorld(duties.shipped);
    const wer = await prepares(world, world.lemgo);
    const order = () => prepareOrder(world.deps, wer, wunschOf());
    assert.match(refused(await order()), /NO_PRICE.*fragen Sie beim Anbieter nach/);
    await priced(world);
    assert.match(
      refused(await order()),
      /FRAMEWORK_MISSING.*tragen Sie sie unter „Rahmenvereinbarungen“ ein/,
    );
    const rahmen = await agreed(world, world.lemgo);
    await described(world, { eingestelltZum: day('2026-11-20') });
    assert.match(refused(await order()), /SERVICE_ENDED.*suchen Sie auf dem Marktplatz/);
    const { angaben } = valueIn(await world.deps.db.withPublic((tx) => findOffering(tx, world.deps, dienst)));
    const inhalt = { ...(angaben?.inhalt ?? assert.fail()), eingestelltZum: null };
    valueIn(await describeDienst(world.deps, await provides(world), dienst, { grundlage: 1, inhalt }));
    const prepared = valueIn(await order());
    assert.equal(prepared.inhalt.rahmen?.id, rahmen);
  });

  test('wer das Angebot zwischen Vorbereiten und Unterschreiben einstellt, verhindert die Unterschrift', async () => {
    await using world = await opened();
    await withHead(world, world.lemgo);
    const leitung = await leads(world, world.lemgo);
    const prepared = valueIn(await prepareOrder(world.deps, leitung, wunschOf()));
    await described(world, { eingestelltZum: day('2026-11-20') });
    assert.match(refused(await signOrder(world.deps, leitung, prepared)), /SERVICE_ENDED/);
  });

  test('ein Kreis unterschreibt auf Papier, solange die Form nicht belegt ist; laufende Verwaltung nicht', async () => {
    const ort = await ready(world, 'Ort');
    await withHead(world, ort);
    const leitung = await leads(world, ort);
    const kreis = { ...leitung, kommune: { ...leitung.kommune, ags: '05766', name: 'Kreis Lippe' } };
    assert.match(refused(await orderNow(world.deps, kreis, wunschOf())), /PAPER_NEEDED.*§ 43 KrO NRW/);
    const laufend = { laufendeVerwaltung: true, laufendGrund: 'Zuständigkeitsordnung' };
    assert.equal(valueIn(await orderNow(world.deps, kreis, wunschOf(laufend))).zustand, 'gezeichnet');
  });
});

describe('Zeichnungsbefugnisse und Rahmenvereinbarungen', () => {
  let world: MarketplaceWorld;
  before(async () => {
    world = await opened();
  });
  after(() => world[Symbol.asyncDispose]());

  test('niemand trägt sich selbst ein; eine Vollmacht braucht Datei und Grenze', async () => {
    const leitung = await leads(world, world.lemgo);
    assert.match(
      JSON.stringify(refusalIn(await addBefugnis(world.deps, leitung, befugnisOf(world.lemgo), null)).fields),
      /trägt jemand anderes ein/,
    );
    const wer = await prepares(world, world.lemgo);
    const stranger = befugnisOf(world.lemgo, { mitglied: world.detmold.leitungId });
    assert.match(
      JSON.stringify(refusalIn(await addBefugnis(world.deps, wer, stranger, null)).fields),
      /in Ihrer Kommune keinen Zugang/,
    );
    const bare = befugnisOf(world.lemgo, { art: 'vollmacht' });
    const fields = refusalIn(await addBefugnis(world.deps, wer, bare, null)).fields?.map(
      ({ field }) => field,
    );
    assert.deepEqual(fields, ['grenze', 'datei']);
    const infected = { ...papier, scanned: 'infected' } as const;
    const full = befugnisOf(world.lemgo, { art: 'vollmacht', grenzeCent: 1 });
    assert.match(refused(await addBefugnis(world.deps, wer, full, infected)), /Schadsoftware/);
    const notes = { ...papier, bytes: Buffer.from('nur Text') };
    assert.match(refused(await addBefugnis(world.deps, wer, full, notes)), /PDF oder ein Bild/);
  });

  test('der Name steht nirgends im Klartext in der Datenbank', async () => {
    await withHead(world, world.lemgo, { name: 'Klara Kanarienvogel' });
    const { rows } = await world.efa.t.superuser.query(
      `select to_jsonb(b)::text as text from marketplace.befugnis b
        union all select to_jsonb(a)::text from platform.audit a`,
    );
    const stored = JSON.stringify(rows);
    assert.ok(stored.includes('Wahl vom'), 'the row is there');
    for (const clear of ['Kanarienvogel', Buffer.from('Kanarienvogel').toString('hex')])
      assert.ok(!stored.includes(clear), clear);
  });

  test('für dieselben Tage gibt es mit einem Haus eine Rahmenvereinbarung, auch wenn zwei sie zugleich eintragen', async () => {
    const wer = await prepares(world, world.detmold);
    const wunsch = {
      anbieterId: world.efa.provider.tenant,
      titel: 'Rahmen',
      gueltigVon: day('2026-01-01'),
      gueltigBis: null,
      kuendigungMonate: 3,
      gezeichnetVon: 'Leitung',
    };
    const both = await Promise.all([1, 2].map(() => addRahmen(world.deps, wer, wunsch, null)));
    assert.equal(both.filter((each) => each.ok).length, 1);
    const [rahmen] = await listRahmen(world.deps, wer);
    const id = rahmen?.id ?? assert.fail();
    const early = refusalIn(await giveNotice(world.deps, wer, id, day('2026-12-31')));
    assert.match(early.fields?.[0]?.message ?? '', /frühestens zum 31\.12\.2027/);
    valueIn(await giveNotice(world.deps, wer, id, day('2027-12-31')));
    const next = { ...wunsch, gueltigVon: day('2028-01-01') };
    valueIn(await addRahmen(world.deps, wer, next, null));
    const seen = await listRahmen(world.deps, await provides(world));
    assert.equal(seen.filter(({ kommune }) => kommune === 'Detmold').length, 2);
  });
});

describe('Bestellung für alle', () => {
  const wunsch: Sammelwunsch = {
    dienst,
    auftraggeber: 'Land Nordrhein-Westfalen',
    land: '05',
    rechtsgrundlage: 'Vereinbarung vom 01.10.2026 (erfunden)',
    quelle: '',
    gueltigVon: day('2026-11-01'),
    gueltigBis: null,
    zahlt: 'auftraggeber',
    gezeichnetVon: 'Ministerium (erfunden)',
    gezeichnetAm: day('2026-10-01'),
  };

  test('ein Land bestellt für alle: Keine Kommune braucht eine eigene Bestellung, und jede sieht den Auftrag', async () => {
    await using world = await opened();
    const house = await provides(world);
    const without = { ...wunsch, rechtsgrundlage: '' };
    assert.match(
      JSON.stringify(refusalIn(await orderForAll(world.deps, house, without, [])).fields),
      /Rechtsgrundlage mit ihrem Datum/,
    );
    valueIn(await orderForAll(world.deps, house, wunsch, []));
    const wer = await prepares(world, world.lemgo);
    assert.match(
      refused(await prepareOrder(world.deps, wer, wunschOf())),
      /ORDERED_FOR_ALL.*Land Nordrhein-Westfalen/,
    );
    const standOf = (ags: string, date: string) =>
      world.deps.db.withTenant(wer.kommune.tenant, wer.actor, (tx) =>
        bestellungOf(tx, { dienst, kommune: ags, day: day(date) }),
      );
    assert.equal((await standOf('05766044', '2026-11-21'))?.fuerAlle, 'Land Nordrhein-Westfalen');
    assert.equal((await standOf('05315000', '2026-11-21'))?.zustand, 'angenommen');
    assert.equal(await standOf('05766044', '2026-10-31'), null, 'not before its day');
    assert.equal(await standOf('09162000', '2026-11-21'), null, 'not in another Land');
  });

  test('ein Bündler bestellt für seinen Kreis; bis der Anbieter annimmt, zählt nichts', async () => {
    await using world = await opened();
    const house = await provides(world);
    const bundler = {
      ...house,
      anbieter: { tenant: world.efa.detmold.kommune.tenant, name: 'Bündler (erfunden)' },
    };
    const forCircle = { ...wunsch, land: null, auftraggeber: 'Bündler (erfunden)' };
    assert.match(
      JSON.stringify(refusalIn(await orderForAll(world.deps, bundler, wunsch, [])).fields),
      /Für ein ganzes Land/,
    );
    const { id } = valueIn(await orderForAll(world.deps, bundler, forCircle, ['05766044']));
    const wer = await prepares(world, world.lemgo);
    const stand = () =>
      world.deps.db.withTenant(wer.kommune.tenant, wer.actor, (tx) =>
        bestellungOf(tx, { dienst, kommune: '05766044', day: day('2026-11-21') }),
      );
    assert.equal(await stand(), null);
    const answer = { angenommen: true, grund: '' };
    assert.match(refused(await decideForAll(world.deps, bundler, id, answer)), /JOINT_UNKNOWN/);
    valueIn(await decideForAll(world.deps, house, id, answer));
    assert.equal((await stand())?.fuerAlle, 'Bündler (erfunden)');
    const again = await decideForAll(world.deps, house, id, { angenommen: false, grund: 'doch nicht' });
    assert.match(refused(again), /JOINT_DECIDED/);
  });
});

test('wie lange es dauert, sagt die Mitte aus den Anbindungen anderer; die eigene zählt nicht mit', async () => {
  await using world = await opened();
  const { efa, deps } = world;
  const places = [
    ['Ahaus', '05554004'],
    ['Bocholt', '05554008'],
    ['Coesfeld', '05558012'],
  ] as const;
  const others = places.map(([name, ags]) => world.further(name, ags));
  for (const [at, [name, ags]] of places.entries())
    await efa.t.superuser.query(
      `insert into identity.organisation (id, kind, name, body_key) values ($1, 'kommune', $2, $3)`,
      [others[at]?.koordination.tenant, name, ags],
    );
  for (const kommune of [world.lemgo, ...others]) {
    const wort = { dienst, interessiert: true, bemerkung: '' };
    valueIn(await showInterest(deps, await prepares(world, kommune), wort));
  }
  const goLive = (kommune: TestKommune, days: number) =>
    efa.t.superuser.query(
      `insert into efa.live_dienst (tenant_id, dienst, ags, kommune, fassung, titel, leika, seit, stellen)
        values ($1, $2, '05766044', 'Ort', '1', 'Hund', '{}', date '2026-11-21' + $3::int, '[]')`,
      [kommune.koordination.tenant, dienst, days],
    );
  const dauerFor = async () => {
    const seite = valueIn(await readDienstseite(deps, world.lemgo.koordination, dienst));
    return seite.dauer;
  };
  for (const [at, kommune] of [...others.entries()].slice(0, 2)) await goLive(kommune, [30, 90][at] ?? 0);
  await goLive(world.lemgo, 1);
  assert.deepEqual(await dauerFor(), { gemessen: 2, medianTage: null });
  await goLive(others[2] ?? assert.fail(), 60);
  assert.deepEqual(await dauerFor(), { gemessen: 3, medianTage: 60 });
});

test('ohne Preisblatt bestellt eine Kommune zum Anteil an den umgelegten Kosten, den der Kostenraum rechnet', async () => {
  const asked: string[] = [];
  await using world = await openMarketplaceWorld(duties.shipped, {
    kostenSchaetzung: async (_, { kommune }) => {
      asked.push(kommune.ags);
      const schaetzung = { proJahrCent: 123_456, einmaligCent: 1000, erlaeuterung: 'Geschätzt für 2026.' };
      return { ...schaetzung, href: null, abgerechnet: false };
    },
  });
  await agreed(world, world.lemgo);
  const wer = await prepares(world, world.lemgo);
  const { inhalt } = valueIn(await prepareOrder(world.deps, wer, wunschOf({ laufzeitJahre: 1 })));
  assert.deepEqual(
    [inhalt.jahrCent, inhalt.wertCent, inhalt.preisblatt, inhalt.erlaeuterung],
    [123_456, 124_456, 0, 'Geschätzt für 2026.'],
  );
  assert.deepEqual(asked, ['05766044']);
  await priced(world);
  const { eigene } = valueIn(await readDienstseite(world.deps, world.lemgo.koordination, dienst));
  assert.equal(eigene?.preis.preis.jahrCent, 240_000);
  assert.equal(asked.length, 1, 'a price in a sheet is not reckoned');
});
