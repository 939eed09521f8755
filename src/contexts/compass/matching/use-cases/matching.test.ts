import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { localDate } from '#kernel';
import type { Principal } from '#platform';
import { putPruefung } from '../../store-pruefung.ts';
import { principalOf, refusalIn, stated, type TestKommune, valueIn } from '../../testing/compass-world.ts';
import { kreisStaendeOf, standOf } from '../../use-cases/read-stand.ts';
import { takeBack } from '../../use-cases/take-back.ts';
import { hundesteuer, type MatchingWorld, openMatchingWorld } from '../testing/matching-world.ts';
import { buendelFor } from './buendel.ts';
import { markInteresse, setEinwilligung, withdrawInteresse } from './buendel-interesse.ts';
import { addFachverfahren, endeFachverfahren } from './fachverfahren.ts';
import { lueckenOf, lueckeOf, vorschlaegeFor } from './luecken.ts';
import { nutzenOf } from './nutzen.ts';
import { nutzungFor } from './nutzung.ts';
import { geschlosseneLuecken } from './projekt-wirkung.ts';
import { type Sicht, sichtOf } from './sicht.ts';
import { korrigiere, widerspruecheOf } from './widersprueche.ts';

/** The figures ask for newer statements at most once a second. */
const untilFigures = 1_050;

async function open(): Promise<MatchingWorld> {
  return openMatchingWorld();
}

async function seen(world: MatchingWorld, who: TestKommune): Promise<Sicht> {
  return valueIn(await sichtOf(world.deps, principalOf(who.koordination)));
}

describe('Lücken und Lösungen', () => {
  let world: MatchingWorld;
  before(async () => {
    world = await open();
  });
  after(() => world[Symbol.asyncDispose]());
  const gap = async () => valueIn(await lueckeOf(world.deps, world.lemgo.koordination, hundesteuer)).luecke;

  test('eine Pflicht ohne Angabe ist eine Lücke eigener Art; online ist sie keine, unter Reifegrad 3 wieder', async () => {
    assert.equal((await gap()).art, 'ohne-angabe');
    await stated(world.compass, world.lemgo, {
      leistungId: hundesteuer,
      aenderung: { zustand: 'online', umgesetztAm: localDate('2026-01-01') },
    });
    assert.equal(
      refusalIn(await lueckeOf(world.deps, world.lemgo.koordination, hundesteuer)).code,
      'COMPASS_GAP_UNKNOWN',
    );
    await stated(world.compass, world.lemgo, {
      leistungId: hundesteuer,
      grundlage: 1,
      aenderung: { reifegrad11: 2 },
    });
    assert.equal((await gap()).art, 'unter-reifegrad');
    await stated(world.compass, world.lemgo, {
      leistungId: hundesteuer,
      grundlage: 2,
      aenderung: {
        zustand: 'geplant',
        umgesetztAm: null,
        fallzahl: 70,
        fallzahlJahr: 2025,
        fallzahlArt: 'gezaehlt',
      },
    });
    assert.equal((await gap()).art, 'nicht-online');
  });

  test('das eigene Fachverfahren gibt der Lösung, die es verlangt, den Grund „passt“, bis es endet', async () => {
    const satz = async () =>
      (await gap()).kandidaten
        .find(({ loesung }) => loesung.id === 'hund-plus')
        ?.gruende.find(({ grund }) => grund === 'fachverfahren')?.satz;
    assert.match((await satz()) ?? '', /Ihre kennen wir nicht/);
    const { id } = valueIn(
      await addFachverfahren(world.deps, world.lemgo.koordination, { name: 'steuerfix', von: '2020-01-01' }),
    );
    assert.equal(await satz(), 'Passt zu Ihrem Fachverfahren Steuerfix.');
    assert.equal(
      refusalIn(await endeFachverfahren(world.deps, world.detmold.koordination, id, null)).code,
      'COMPASS_FACHVERFAHREN_UNKNOWN',
    );
    valueIn(await endeFachverfahren(world.deps, world.lemgo.koordination, id, '2026-11-20'));
    assert.match((await satz()) ?? '', /kennen wir nicht/);
  });

  test('Vorschläge nennen zuerst, was am meisten schließt, mit den angegebenen Fällen', async () => {
    const found = valueIn(await lueckenOf(world.deps, world.lemgo.koordination));
    const [first, ...rest] = vorschlaegeFor(found);
    assert.ok(first && first.luecken.length >= (rest[0]?.luecken.length ?? 0));
    assert.equal(first.faelle, 70);
    const again = vorschlaegeFor(valueIn(await lueckenOf(world.deps, world.lemgo.koordination)));
    assert.deepEqual(again, [first, ...rest]);
  });
});

describe('wer eine Lösung nutzt und wem sie hilft', () => {
  let world: MatchingWorld;
  before(async () => {
    world = await open();
    const { lemgo, detmold } = world;
    await stated(world.compass, detmold, {
      leistungId: hundesteuer,
      aenderung: { zustand: 'online', loesungId: 'hund-plus' },
    });
    await stated(world.compass, lemgo, { leistungId: hundesteuer, aenderung: { zustand: 'vorgemerkt' } });
  });
  after(() => world[Symbol.asyncDispose]());

  test('gezählt wird nur, wer teilt; was freigeschaltet ist, ist öffentlich', async () => {
    const blick = { tenant: world.lemgo.kommune.tenant, ags: world.lemgo.kommune.ags };
    assert.equal((await nutzungFor(world.deps, blick)).get('hund-plus'), undefined);
    await world.share(world.detmold);
    await sleep(untilFigures);
    const counted = await nutzungFor(world.deps, blick);
    assert.deepEqual(counted.get('hund-plus'), { kommunen: 1, klasse: 0 });
    const { bodies } = (await world.deps.figures()).matrix;
    const detmold = bodies.find(({ ags }) => ags === world.detmold.kommune.ags);
    const peer = bodies.find(({ ags, klasse }) => klasse === detmold?.klasse && ags !== detmold?.ags);
    const alike = await nutzungFor(world.deps, { ...blick, ags: peer?.ags ?? '' });
    assert.deepEqual(alike.get('hund-plus'), { kommunen: 1, klasse: 1 });
    assert.equal(counted.get('angebot-hund')?.kommunen, 0);
    world.live.push({
      loesungId: 'angebot-hund',
      titel: 'Hund anmelden',
      ags: '05766008',
      leika: [],
      seit: localDate('2026-05-01'),
      ausgesetztGrund: null,
    });
    const nobody = await nutzungFor(world.deps, { tenant: null, ags: null });
    assert.deepEqual([...nobody], [['angebot-hund', { kommunen: 1, klasse: null }]]);
    world.live.length = 0;
  });

  test('wem sie hilft: der IT-Dienstleister sieht, wer teilt; die eigene Kommune sich selbst', async () => {
    const provider = valueIn(await sichtOf(world.deps, world.provider));
    const own = await seen(world, world.lemgo);
    const names = async (sicht: Sicht) =>
      valueIn(await nutzenOf(world.deps, sicht, 'angebot-hund')).kommunen.map(({ name }) => name);
    // Detmold shares but has no gap there; Lemgo has one but does not share.
    assert.deepEqual(await names(provider), []);
    assert.deepEqual(await names(own), ['Lemgo']);
    await world.share(world.lemgo);
    await sleep(untilFigures);
    const [lemgo] = valueIn(await nutzenOf(world.deps, provider, 'angebot-hund')).kommunen;
    assert.equal(lemgo?.name, 'Lemgo');
    assert.deepEqual([lemgo?.deckt, lemgo?.ohneAngabe], [[hundesteuer], 0]);
    assert.equal(refusalIn(await nutzenOf(world.deps, provider, 'nie-gehoert')).kind, 'not-found');
  });

  test('wessen Lücken ein Projekt schließt: angegebene mit Namen, ohne Angabe getrennt, nur was man sehen darf', async () => {
    const told = (principal: Principal | null, loesungen: readonly string[], leistungen: readonly string[]) =>
      geschlosseneLuecken(world.deps, principal, loesungen, leistungen);
    const own = principalOf(world.lemgo.koordination);
    const byLoesung = await told(own, ['angebot-hund'], []);
    assert.deepEqual(
      byLoesung?.kommunen.map(({ name, leistungen }) => [name, leistungen]),
      [['Lemgo', [hundesteuer]]],
    );
    assert.deepEqual((await told(own, [], [hundesteuer]))?.kommunen, byLoesung?.kommunen);
    const other = await told(own, [], ['L00001']);
    assert.deepEqual(other?.kommunen, [], 'no statement is no stated gap');
    assert.equal(await told(own, [], []), null);
    assert.equal(await told(null, ['angebot-hund'], []), null);
  });

  test('wer weder eine Kommune noch ihr IT-Dienstleister ist, sieht nichts', async () => {
    const stranger = principalOf(world.lemgo.koordination, []);
    assert.equal(refusalIn(await sichtOf(world.deps, stranger)).code, 'COMPASS_CIRCLE_MISSING');
    assert.equal(refusalIn(await sichtOf(world.deps, null)).code, 'COMPASS_CIRCLE_MISSING');
  });
});

describe('Bündel', () => {
  let world: MatchingWorld;
  before(async () => {
    world = await open();
    const { lemgo, detmold } = world;
    const geplant = (day: string) => ({ zustand: 'geplant' as const, geplantFuer: localDate(day) });
    await stated(world.compass, lemgo, { leistungId: hundesteuer, aenderung: geplant('2027-02-01') });
    await stated(world.compass, detmold, { leistungId: 'L00001', aenderung: geplant('2027-02-01') });
    valueIn(
      await markInteresse(world.deps, detmold.koordination, { leistungId: hundesteuer, quartal: '2027-Q1' }),
    );
  });
  after(() => world[Symbol.asyncDispose]());
  const ofLemgo = async () => buendelFor(world.deps, await seen(world, world.lemgo));
  const ofProvider = async () => buendelFor(world.deps, valueIn(await sichtOf(world.deps, world.provider)));

  test('niemand wird genannt, der nicht für diesen Zweck eingewilligt hat, auch wenn er seinen Stand teilt', async () => {
    await world.share(world.lemgo);
    await world.share(world.detmold);
    await setEinwilligung(world.deps, world.lemgo.koordination, true);
    assert.deepEqual((await ofLemgo()).buendel, []);
    assert.deepEqual(
      (await ofLemgo()).eigene.map(({ weitere }) => weitere),
      [0],
    );
    assert.deepEqual((await ofProvider()).buendel, []);
  });

  test('haben beide eingewilligt, lernen sie sich kennen, mit Lösungen für alle', async () => {
    await setEinwilligung(world.deps, world.detmold.koordination, true);
    const [one, ...rest] = (await ofLemgo()).buendel;
    assert.deepEqual(rest, []);
    assert.deepEqual(
      one?.kommunen.map(({ name, woher }) => `${name} ${woher}`),
      ['Detmold interesse', 'Lemgo plan'],
    );
    assert.equal(one?.quartal, '2027-Q1');
    assert.equal(one?.kandidaten.length, 2);
    assert.equal((await ofProvider()).buendel.length, 1);
  });

  test('wer widerruft, wird sofort nicht mehr genannt und sieht andere nicht mehr, nur wie viele es sind', async () => {
    await setEinwilligung(world.deps, world.lemgo.koordination, false);
    const { buendel, eigene, einwilligung } = await ofLemgo();
    assert.deepEqual(buendel, []);
    assert.deepEqual(
      eigene.map(({ weitere }) => weitere),
      [1],
    );
    assert.equal(einwilligung?.seit, null);
    assert.deepEqual((await ofProvider()).buendel, []);
    await setEinwilligung(world.deps, world.lemgo.koordination, true);
    assert.equal((await ofLemgo()).buendel.length, 1);
  });

  test('wer online ist oder sein Interesse zurücknimmt, gehört zu keinem Bündel mehr', async () => {
    const online = { zustand: 'online' as const, geplantFuer: null };
    await stated(world.compass, world.detmold, { leistungId: hundesteuer, aenderung: online });
    assert.deepEqual((await ofLemgo()).buendel, []);
    const back = { leistungId: hundesteuer, grundlage: 1, aenderung: { zustand: 'abgeschaltet' as const } };
    await stated(world.compass, world.detmold, back);
    assert.equal((await ofLemgo()).buendel.length, 1);
    valueIn(await withdrawInteresse(world.deps, world.detmold.koordination, hundesteuer));
    assert.deepEqual((await ofLemgo()).buendel, []);
    assert.equal(
      refusalIn(await withdrawInteresse(world.deps, world.detmold.koordination, hundesteuer)).code,
      'COMPASS_INTERESSE_UNKNOWN',
    );
    const late = await markInteresse(world.deps, world.detmold.koordination, {
      leistungId: hundesteuer,
      quartal: '2026-Q3',
    });
    assert.equal(refusalIn(late).code, 'COMPASS_INTERESSE_INVALID');
  });

  test('was zurückgenommen ist, plant niemand mehr und ist auch nicht mehr online; der Kreis sieht es nicht mehr', async () => {
    const { lemgo, detmold, deps, providerId } = world;
    const leistungId = hundesteuer;
    const ofKreis = async () =>
      (await kreisStaendeOf(deps, providerId, lemgo.koordination.actor, leistungId))
        .map(({ ags, fassung }) => `${ags} ${fassung}`)
        .toSorted();
    const back = async (grundlage: number) =>
      valueIn(await takeBack(deps, detmold.koordination, { leistungId, grundlage, grund: '' }));
    const geplant = { zustand: 'geplant' as const, geplantFuer: localDate('2027-03-01') };
    await stated(world.compass, detmold, { leistungId, grundlage: 2, aenderung: geplant });
    assert.equal((await ofLemgo()).buendel.length, 1);
    assert.deepEqual(await ofKreis(), ['05766020 3', '05766044 1']);
    await back(3);
    assert.deepEqual((await ofLemgo()).buendel, []);
    assert.deepEqual(await ofKreis(), ['05766044 1']);
    valueIn(await markInteresse(deps, detmold.koordination, { leistungId, quartal: '2027-Q1' }));
    await stated(world.compass, detmold, { leistungId, aenderung: { zustand: 'online' } });
    assert.deepEqual((await ofLemgo()).buendel, []);
    await back(5);
    assert.equal((await ofLemgo()).buendel.length, 1);
  });
});

describe('Widersprüche', () => {
  let world: MatchingWorld;
  before(async () => {
    world = await open();
  });
  after(() => world[Symbol.asyncDispose]());
  const found = () => widerspruecheOf(world.deps, world.lemgo.koordination);
  const mend = (art: string, korrektur: string, grundlage: number) =>
    korrigiere(world.deps, world.lemgo.koordination, { leistungId: hundesteuer, art, korrektur, grundlage });

  test('freigeschaltet, aber nicht als online angegeben: ein Klick gibt es an', async () => {
    const { catalogue } = await world.deps.world();
    const leika = catalogue.leistungById.get(hundesteuer)?.leika ?? '';
    world.live.push({
      loesungId: 'angebot-hund',
      titel: 'Hund anmelden',
      ags: world.lemgo.kommune.ags,
      leika: [leika],
      seit: localDate('2026-05-01'),
      ausgesetztGrund: null,
    });
    assert.deepEqual(
      (await found()).map(({ art }) => art),
      ['live'],
    );
    valueIn(await mend('live', 'online', 0));
    const stand = await standOf(world.deps, world.lemgo.koordination, hundesteuer);
    assert.deepEqual(
      [stand?.zustand, stand?.umgesetztAm, stand?.loesungId],
      ['online', '2026-05-01', 'angebot-hund'],
    );
    assert.deepEqual(await found(), []);
    assert.equal(refusalIn(await mend('live', 'online', 1)).code, 'COMPASS_WIDERSPRUCH_GONE');
  });

  test('als online angegeben, aber ausgesetzt oder nicht freigeschaltet', async () => {
    const [live] = world.live;
    assert.ok(live);
    world.live[0] = { ...live, ausgesetztGrund: 'Der Zustellpunkt antwortet nicht.' };
    assert.deepEqual(
      (await found()).map(({ art }) => art),
      ['ausgesetzt'],
    );
    world.live.length = 0;
    assert.deepEqual(
      (await found()).map(({ art }) => art),
      ['nicht-live'],
    );
    assert.equal(refusalIn(await mend('nicht-live', 'in-umsetzung', 0)).kind, 'conflict');
    valueIn(await mend('nicht-live', 'andere-loesung', 1));
    assert.deepEqual(await found(), []);
  });

  test('der Nachweis antwortet nicht mehr; entschieden wird von Menschen', async () => {
    const link = 'https://example.org/hund';
    await stated(world.compass, world.lemgo, {
      leistungId: hundesteuer,
      grundlage: 2,
      aenderung: { nachweis: { art: 'link', link, text: null } },
    });
    const { tenant } = world.lemgo.kommune;
    await world.deps.db.withTenant(tenant, world.lemgo.koordination.actor, (tx) =>
      putPruefung(tx, tenant, {
        leistungId: hundesteuer,
        link,
        geprueftAm: new Date('2026-11-20T10:00:00Z'),
        ergebnis: 'fehler',
        status: 404,
      }),
    );
    const [one] = await found();
    assert.match(one?.satz ?? '', /meldet den Fehler 404/);
    assert.equal((await standOf(world.deps, world.lemgo.koordination, hundesteuer))?.zustand, 'online');
    valueIn(await mend('link', 'abgeschaltet', 3));
    const stand = await standOf(world.deps, world.lemgo.koordination, hundesteuer);
    assert.deepEqual([stand?.zustand, stand?.abgeschaltetAm], ['abgeschaltet', '2026-11-21']);
    assert.deepEqual(await found(), []);
  });
});
