import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { localDate } from '#kernel';
import { ueblicheGewichtung } from '../domain/gewichtung.ts';
import { kriterien } from '../domain/kriterium.ts';
import {
  openPrioritiesWorld,
  type PrioritiesWorld,
  refusalIn,
  theCatalogue,
  valueIn,
} from '../testing/priorities-world.ts';
import { wunschOfText } from '../weights-text.ts';
import { decideSchema, openBeschluss, readBeschlossenesSchema } from './beschluesse.ts';
import { schemaZiel, strategieZiel } from './beschluss-ziele.ts';
import { decideStrategie, deviate } from './decide-strategie.ts';
import { compare, explain, rowOf } from './explain.ts';
import { ohneWunsch, readRangfolge } from './read-rangfolge.ts';
import { readSchemes, saveSchema } from './schemata.ts';
import { stateAngabe, stateAngaben } from './state-angaben.ts';
import { readStrategie, readStrategiedetail, readStrategieliste } from './strategie.ts';
import { deviatorOf, managerOf, viewerOf } from './viewer.ts';

describe('Prioritäten und Einführungsstrategie', () => {
  let world: PrioritiesWorld;
  before(async () => {
    world = await openPrioritiesWorld();
  });
  after(() => world[Symbol.asyncDispose]());

  const ranked = async (text: Parameters<typeof wunschOfText>[0] = {}, who = world.lead) =>
    valueIn(
      await readRangfolge(world.deps, valueIn(await viewerOf(world.deps, who)), valueIn(wunschOfText(text))),
    );

  const beleg = async (leistung: string, kriterium: (typeof kriterien)[number], who = world.lead) => {
    const { welt } = await ranked({}, who);
    const row = valueIn(rowOf(await theCatalogue(), welt, leistung));
    return welt.belege[row]?.[kriterien.indexOf(kriterium)];
  };

  const angabe = (bezug: string, kriterium: string, wert: string) => ({
    bezug,
    kriterium,
    wert,
    quelle: 'Ausschuss für Digitales',
    stand: '2026-11-01',
  });

  describe('Werte und Herkunft', () => {
    test('ohne Angaben zählt nichts als 0, sondern als unbekannt nach der Regel; eine beendete Leistung steht nicht da', async () => {
      const { welt, gewichtung } = await ranked();
      assert.equal(welt.leistungen.length, 5248);
      assert.ok(!welt.leistungen.some(({ id }) => id === 'L00007'));
      assert.equal((await beleg('L00001', 'relevanz'))?.wert, null);
      assert.match((await beleg('L00001', 'relevanz'))?.satz ?? '', /Niemand hat eine Stufe angegeben/);
      const row = valueIn(rowOf(await theCatalogue(), welt, 'L00001'));
      const { beitraege } = explain(await ranked(), row);
      assert.equal(
        beitraege.find(({ kriterium }) => kriterium === 'relevanz')?.beitrag,
        500 * gewichtung.gewichte.relevanz,
      );
    });

    test('eine Angabe zur Leistung geht vor der zur OZG-Leistung, und zurückgenommen gilt wieder diese', async () => {
      valueIn(await stateAngabe(world.deps, world.manager, angabe('10478', 'relevanz', '3'), null));
      assert.equal((await beleg('L00001', 'relevanz'))?.wert, 500);
      const own = valueIn(await stateAngabe(world.deps, world.manager, angabe('L00001', 'relevanz', '5'), 0));
      assert.equal((await beleg('L00001', 'relevanz'))?.wert, 1000);
      assert.match(
        (await beleg('L00001', 'relevanz'))?.satz ?? '',
        /Stufe 5 von 5 \(Ausschuss für Digitales, Stand 01\.11\.2026\)/,
      );
      const late = await stateAngabe(world.deps, world.manager, angabe('L00001', 'relevanz', '1'), 0);
      assert.equal(refusalIn(late).code, 'PRIORITIES_CHANGED_MEANWHILE');
      valueIn(await stateAngabe(world.deps, world.manager, angabe('L00001', 'relevanz', ''), own.fassung));
      assert.equal((await beleg('L00001', 'relevanz'))?.herkunft, 'angabe-ozg');
    });

    test('die Kommunen sehen, was ihr IT-Dienstleister angibt, andere nicht', async () => {
      assert.equal((await beleg('L00001', 'relevanz', world.lemgo))?.wert, 500);
      assert.equal((await beleg('L00001', 'relevanz', world.stranger))?.wert, null);
      const lemgo = await managerOf(world.deps, world.lemgo, 'Angaben machen');
      assert.equal(refusalIn(lemgo).code, 'PRIORITIES_NOT_ALLOWED');
      assert.equal(refusalIn(await managerOf(world.deps, world.reading, 'x')).code, 'PRIORITIES_NOT_ALLOWED');
      assert.equal(refusalIn(await viewerOf(world.deps, world.operator)).code, 'PRIORITIES_WITHOUT_PROVIDER');
    });

    test('was nicht passt, wird Feld für Feld gesagt', async () => {
      const wrong = await stateAngabe(
        world.deps,
        world.manager,
        { bezug: 'gibt es nicht', kriterium: 'schoenheit', wert: '9', quelle: '', stand: '2999-01-01' },
        null,
      );
      assert.deepEqual(
        refusalIn(wrong).fields?.map(({ field }) => field),
        ['bezug', 'kriterium', 'quelle', 'stand'],
      );
      const many = [angabe('L00001', 'relevanz', '2'), angabe('L00001', 'relevanz', '9')];
      assert.equal(refusalIn(await stateAngaben(world.deps, world.manager, many)).code, 'PRIORITIES_INVALID');
    });

    test('Fallzahlen zählen ab drei Kommunen, Bedarf als Anteil der Antworten, Fristen nach Tagen', async () => {
      world.say({
        fallzahlen: new Map([
          ['L00001', { faelle: 500, einwohner: 50_000, kommunen: 3 }],
          ['L00002', { faelle: 500, einwohner: 50_000, kommunen: 2 }],
        ]),
        reifegrade: new Map([['L00001', { reifegrad: 3, loesung: 'Wohngeld' }]]),
        fristen: new Map([
          ['L00001', { am: localDate('2026-11-22'), titel: 'Nur elektronisch', norm: '§ 1a OZG' }],
        ]),
        bedarf: {
          titel: 'Herbst',
          zahlen: new Map([['L00001', { ja: 6, spaeter: 2, geantwortet: 10, gefragt: 12 }]]),
        },
      });
      const found = async (kriterium: (typeof kriterien)[number]) => (await beleg('L00001', kriterium))?.wert;
      assert.deepEqual(
        [
          await found('fallzahlen'),
          await found('digitalisierungspotenzial'),
          await found('frist'),
          await found('bedarf'),
        ],
        [666, 750, 1000, 700],
      );
      assert.equal((await beleg('L00002', 'fallzahlen'))?.wert, null);
      assert.match(
        (await beleg('L00001', 'bedarf'))?.satz ?? '',
        /6 von 10 Kommunen brauchen es, 2 später \(„Herbst“/,
      );
    });
  });

  test('der Satz zu zwei Leistungen nennt Gründe für beide und den genauen Vorsprung', async () => {
    const rangfolge = await ranked();
    const catalogue = await theCatalogue();
    const [a, b] = ['L00001', 'L00002'].map((id) => valueIn(rowOf(catalogue, rangfolge.welt, id)));
    const both = valueIn(compare(rangfolge, a ?? 0, b ?? 0));
    assert.match(both.satz, /steht über/);
    assert.match(both.satz, /Gesetzliche Frist \(1 statt 0, unbekannt; \+5\.000\)/);
    assert.ok(
      both.satz.includes(`genau der Vorsprung von ${both.differenz.toLocaleString('de-DE')} Rechenpunkten`),
    );
    assert.equal(refusalIn(compare(rangfolge, a ?? 0, a ?? 0)).code, 'PRIORITIES_SAME_SERVICE');
  });

  describe('Schemata', () => {
    test('alle Gewichte 0 werden abgewiesen, in der Rangfolge wie beim Speichern', async () => {
      const zero = kriterien.map((kriterium) => `${kriterium}=0`).join(',');
      const viewer = valueIn(await viewerOf(world.deps, world.lead));
      const refused = await readRangfolge(world.deps, viewer, valueIn(wunschOfText({ gewichte: zero })));
      assert.equal(refusalIn(refused).code, 'PRIORITIES_WEIGHTS_ALL_ZERO');
      assert.equal(
        refusalIn(wunschOfText({ gewichte: 'fallzahlen=viel' })).code,
        'PRIORITIES_WEIGHT_INVALID',
      );
      assert.equal(refusalIn(wunschOfText({ unbekannt: 'frist=egal' })).code, 'PRIORITIES_WEIGHT_INVALID');
    });

    test('ein Beschluss hält Werte und Plätze für immer fest, auch wenn sich danach alles ändert', async () => {
      const wunsch = { id: null, grundlage: null, titel: 'Ausgewogen', gewichtung: ueblicheGewichtung };
      const schema = valueIn(await saveSchema(world.deps, world.manager, wunsch));
      const before = await ranked({ schema: schema.id });
      const said = {
        fassung: 1,
        gremium: 'Facharbeitsgruppe',
        grund: 'Für den Anfang.',
        sitzungsbeschluss: null,
      };
      const beschluss = valueIn(await decideSchema(world.deps, world.manager, schema.id, said));
      assert.equal(
        refusalIn(await decideSchema(world.deps, world.manager, schema.id, said)).code,
        'PRIORITIES_ALREADY_DECIDED',
      );
      world.say({});
      world.turnClock(40);
      valueIn(await stateAngabe(world.deps, world.manager, angabe('L00002', 'relevanz', '5'), null));
      const opened = valueIn(
        await openBeschluss(world.deps, valueIn(await viewerOf(world.deps, world.lemgo)), '1'),
      );
      assert.ok(opened.unveraendert);
      assert.deepEqual([...opened.liste.summen], [...before.liste.summen]);
      assert.deepEqual(opened.welt.belege, before.welt.belege);
      assert.equal(opened.welt.stichtag, '2026-11-22');
      assert.equal(beschluss.pruefsumme, opened.beschluss.pruefsumme);
      assert.notDeepEqual([...(await ranked()).liste.summen], [...before.liste.summen]);
      assert.equal((await ranked()).grundlage.art, 'beschluss');
      const read = await world.deps.db.withTenant(
        world.manager.tenant,
        world.manager.actor,
        readBeschlossenesSchema,
      );
      assert.equal(read?.titel, 'Ausgewogen');
      await assert.rejects(
        world.t.superuser.query('delete from priorities.beschluss'),
        /append|change|only/i,
      );
    });

    test('nimmt eine Sitzung ein Schema an, ist es in derselben Transaktion beschlossen; abgelehnt oder noch einmal ändert nichts', async () => {
      const wunsch = {
        id: null,
        grundlage: null,
        titel: 'Für die Sitzung',
        gewichtung: ueblicheGewichtung,
      };
      const schema = valueIn(await saveSchema(world.deps, world.manager, wunsch));
      const ziel = schemaZiel(world.deps);
      assert.equal(valueIn(await ziel.find(world.lead, 'Für die Sitzung')).id, schema.id);
      assert.equal(refusalIn(await ziel.find(world.lead, 'Gibt es nicht')).code, 'PRIORITIES_SCHEMA_UNKNOWN');
      const decide = async (angenommen: boolean) => {
        const said = { titel: '28. Sitzung', text: 'Einstimmig.', angenommen, href: '/arbeitsgruppe/1' };
        await world.deps.db.withTenant(world.manager.tenant, world.manager.actor, async (tx) =>
          ziel.onBeschluss?.(tx, schema.id, said),
        );
        return (await readSchemes(world.deps, world.manager)).beschluesse;
      };
      assert.equal((await decide(false)).length, 1);
      const [newest, ...others] = await decide(true);
      assert.deepEqual(
        [newest?.gremium, newest?.grund, newest?.sitzungsbeschluss, others.length],
        ['Arbeitsgruppe (Beschluss „28. Sitzung“)', 'Einstimmig.', '/arbeitsgruppe/1', 1],
      );
      assert.equal((await decide(true)).length, 2);
      const dienst = await strategieZiel(world.deps).find(world.lemgo, 'loesung/wohngeld-sh');
      assert.equal(valueIn(dienst).href, '/einfuehrungsstrategie/loesung/wohngeld-sh');
    });

    test('von zwei Leuten, die ein Schema speichern, erfährt der zweite vom ersten; Entwürfe sieht keine Kommune', async () => {
      const schema = (await readSchemes(world.deps, world.manager)).schemata.find(
        ({ titel }) => titel === 'Ausgewogen',
      );
      assert.ok(schema);
      const wunsch = { id: schema.id, grundlage: 1, titel: 'Anders', gewichtung: ueblicheGewichtung };
      assert.equal(valueIn(await saveSchema(world.deps, world.manager, wunsch)).fassung, 2);
      assert.equal(
        refusalIn(await saveSchema(world.deps, world.manager, wunsch)).code,
        'PRIORITIES_CHANGED_MEANWHILE',
      );
      const lemgo = valueIn(await viewerOf(world.deps, world.lemgo));
      assert.deepEqual((await readSchemes(world.deps, lemgo)).schemata, []);
      assert.equal(
        refusalIn(await readRangfolge(world.deps, lemgo, { ...ohneWunsch, schema: schema.id })).code,
        'PRIORITIES_SCHEMA_UNKNOWN',
      );
      assert.equal(
        refusalIn(await openBeschluss(world.deps, valueIn(await viewerOf(world.deps, world.stranger)), '1'))
          .code,
        'PRIORITIES_DECISION_UNKNOWN',
      );
    });
  });

  describe('Einführungsstrategie', () => {
    const dienst = { art: 'loesung', id: 'wohngeld-sh' };
    const wunsch = {
      entscheid: 'alle',
      quartal: 'Q2/2027',
      grund: 'Alle brauchen es.',
      verantwortlich: 'Team Soziales',
      sitzungsbeschluss: null,
      grundlage: 0,
    };

    test('vor dem Entscheid gibt es nichts, wovon eine Kommune abweichen könnte', async () => {
      const lemgo = valueIn(await deviatorOf(world.deps, world.lemgo));
      const said = await deviate(world.deps, lemgo, dienst, {
        abweichung: 'fuehrt-nicht-ein',
        quartal: '',
        grund: 'Nein.',
      });
      assert.equal(refusalIn(said).code, 'PRIORITIES_NOT_DECIDED');
    });

    test('ein Entscheid braucht Grund, Stelle und Quartal; ein neuer lässt den alten im Verlauf', async () => {
      const wrong = { ...wunsch, quartal: '', grund: '', verantwortlich: '' };
      assert.deepEqual(
        refusalIn(await decideStrategie(world.deps, world.manager, dienst, wrong)).fields?.map(
          ({ field }) => field,
        ),
        ['quartal', 'grund', 'verantwortlich'],
      );
      const first = valueIn(await decideStrategie(world.deps, world.manager, dienst, wunsch));
      assert.equal(first.quartal, '2027-Q2');
      assert.equal(
        refusalIn(await decideStrategie(world.deps, world.manager, dienst, wunsch)).code,
        'PRIORITIES_CHANGED_MEANWHILE',
      );
      valueIn(
        await decideStrategie(world.deps, world.manager, dienst, {
          ...wunsch,
          entscheid: 'nicht',
          quartal: '',
          grundlage: 1,
        }),
      );
      const lemgo = valueIn(await viewerOf(world.deps, world.lemgo));
      const detail = valueIn(await readStrategiedetail(world.deps, lemgo, 'loesung', 'wohngeld-sh'));
      assert.deepEqual(
        detail.verlauf.map(({ entscheid }) => entscheid),
        ['nicht', 'alle'],
      );
      const read = await world.deps.db.withTenant(lemgo.tenant, lemgo.actor, readStrategie);
      assert.deepEqual(
        read.map(({ onlinedienstOderLeistung, entscheid, leistungen }) => [
          onlinedienstOderLeistung,
          entscheid,
          leistungen,
        ]),
        [['wohngeld-sh', 'nicht', ['L00001']]],
      );
      const stranger = valueIn(await viewerOf(world.deps, world.stranger));
      assert.equal((await readStrategieliste(world.deps, stranger))[0]?.stand, null);
    });

    test('eine Abweichung mit Grund sieht der IT-Dienstleister, eine andere Kommune nicht', async () => {
      const lemgo = valueIn(await deviatorOf(world.deps, world.lemgo));
      const later = { abweichung: 'spaeter', quartal: '', grund: 'Fachverfahren wechselt.' };
      assert.equal(refusalIn(await deviate(world.deps, lemgo, dienst, later)).fields?.[0]?.field, 'quartal');
      valueIn(await deviate(world.deps, lemgo, dienst, { ...later, quartal: '2028-Q1' }));
      const seen = async (who = world.lead) =>
        (await readStrategieliste(world.deps, valueIn(await viewerOf(world.deps, who))))[0]?.abweichungen.map(
          ({ kommune, abweichung, quartal }) => [kommune, abweichung, quartal],
        );
      assert.deepEqual(await seen(), [['Lemgo', 'spaeter', '2028-Q1']]);
      assert.deepEqual(await seen(world.lemgo), [['Lemgo', 'spaeter', '2028-Q1']]);
      assert.deepEqual(await seen(world.detmold), []);
      valueIn(
        await deviate(world.deps, lemgo, dienst, { abweichung: 'keine', quartal: '', grund: 'Erledigt.' }),
      );
      assert.deepEqual(await seen(), []);
      assert.equal(refusalIn(await deviatorOf(world.deps, world.lead)).code, 'PRIORITIES_NOT_KOMMUNE');
    });
  });
});
