import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import fc from 'fast-check';
import { localDate } from '#kernel';
import type { Place } from '../domain/place.ts';
import { placeOf, placesOf } from '../domain/places-of.ts';
import { nichtsFremdes, type Route } from '../domain/route.ts';
import type { RoutingWorld } from '../routing-world.ts';
import {
  hundesteuer,
  hundInLemgo,
  lemgoAuftritt,
  shippedRouting,
  today,
  withLocal,
} from '../testing/routing-world.ts';
import { routeOf } from './route-of.ts';

describe('Der Weg zur zuständigen Stelle', () => {
  let bare: RoutingWorld;
  let live: RoutingWorld;
  before(async () => {
    bare = await shippedRouting();
    live = withLocal(bare, { dienste: [hundInLemgo], auftritte: [lemgoAuftritt] });
  });
  const place = (text: string): Place => {
    const answer = placesOf(bare.places, text);
    return answer.kind === 'one' ? answer.place : assert.fail(`${text}: ${answer.kind}`);
  };
  const idOf = (leika: string) => bare.catalogue.leistungByLeika.get(leika)?.id ?? assert.fail(leika);
  const ask = (world: RoutingWorld, leika: string, ort: string, fremd = nichtsFremdes): Route => {
    const route = routeOf(
      world,
      { leistungId: idOf(leika), place: place(ort), tag: today, fuer: 'buerger' },
      fremd,
    );
    return route.ok ? route.value : assert.fail(route.refusal.message);
  };
  /** The first Leistung that somebody of this level does for Lemgo. */
  const leikaWith = (verdict: string): string => {
    const leika = bare.catalogue.leistungen.find((each) => {
      const route = each.leika && ask(live, each.leika, 'Lemgo');
      return route && route.verdict === verdict;
    })?.leika;
    return leika ?? assert.fail(verdict);
  };

  test('a Bezirksregierung acts: its Onlinedienst under the key of the Regierungsbezirk, and only there', () => {
    const heimarbeit = '99006012169000';
    const ziel = { id: 'z', name: 'Arbeitsschutz' };
    const dienst = {
      ...hundInLemgo,
      ...{ dienst: 'heimarbeit', ags: '05700', leika: [heimarbeit], ziele: new Map([[heimarbeit, ziel]]) },
    };
    const auftritt = { ...lemgoAuftritt, ags: '05700', origin: 'http://bezirk.localhost:8080' };
    const world = withLocal(bare, { dienste: [dienst], auftritte: [auftritt] });
    const inLemgo = ask(world, heimarbeit, 'Lemgo');
    assert.equal(inLemgo.stelle?.name, 'Bezirksregierung');
    assert.match(
      inLemgo.onlinedienst?.href ?? '',
      /^http:\/\/bezirk\.localhost:8080\/leistungen\/L\d{5}\?ort=05766044$/,
    );
    assert.deepEqual(inLemgo.destination, ziel);
    assert.equal(ask(world, heimarbeit, 'Lüdenscheid').onlinedienst, null);
  });

  test('the Gemeinde does it itself: its office, its Onlinedienst with fee and place, its Zustellpunkt', () => {
    const route = ask(live, hundesteuer, 'Lemgo');
    assert.deepEqual(route.stelle, { name: 'Lemgo', ags: '05766044', ars: '057660044044', art: 'gemeinde' });
    assert.equal(route.amt?.name, 'Steueramt');
    assert.equal(route.amt?.herkunft, 'onlinedienst');
    assert.deepEqual(route.onlinedienst, {
      name: 'Hund anmelden',
      href: `http://lemgo.localhost:8080/leistungen/${idOf(hundesteuer)}?ort=05766044`,
      quelle: 'eigen',
      vertrauensniveau: null,
      gebuehr: 'Die Anmeldung kostet nichts.',
    });
    assert.equal(route.destination?.name, 'Steueramt');
    assert.equal(route.statt, null);
    const steps = route.gruende.map(({ schritt }) => schritt);
    for (const step of ['Norm', 'Größenklasse', 'Stelle', 'Amt', 'Onlinedienst'])
      assert.ok(steps.includes(step), `${step} of ${steps}`);
    assert.ok(route.gruende.some(({ quelle, evidenz }) => quelle && evidenz));
  });

  test('the Kreis does it: an office of the Kreis, never that of the Gemeinde', () => {
    const route = ask(live, leikaWith('Kreis'), 'Lemgo');
    assert.equal(route.stelle?.art, 'kreis');
    assert.equal(route.stelle?.ars, '057660000000');
    assert.equal(route.onlinedienst, null);
    assert.notEqual(route.amt?.name, 'Lemgo');
  });

  test('the Bund does it, everywhere in the country', () => {
    for (const ort of ['Lemgo', 'Kiel', '80331']) {
      const route = ask(live, leikaWith('Bund'), ort);
      assert.equal(route.stelle?.art, 'bund');
      assert.equal(route.offen, null);
    }
  });

  test('outside Nordrhein-Westfalen a competence beyond Typ 1 is open and says so', () => {
    const route = ask(live, hundesteuer, 'Kiel');
    assert.equal(route.stelle, null);
    assert.match(route.offen ?? '', /Für Schleswig-Holstein sind keine Regeln/);
    assert.ok(route.gruende.some(({ schritt }) => schritt === 'Offen'));
  });

  test('an Onlinedienst that a Gemeinde outside Nordrhein-Westfalen has live is found there, and only there', () => {
    const dienst = { ...hundInLemgo, ags: '09162000' };
    const auftritt = { ...lemgoAuftritt, ags: '09162000', origin: 'http://muenchen.localhost:8080' };
    const world = withLocal(bare, { dienste: [dienst], auftritte: [auftritt] });
    const route = ask(world, hundesteuer, '80331');
    assert.match(route.onlinedienst?.href ?? '', /^http:\/\/muenchen\.localhost:8080\/leistungen\/L\d{5}/);
    assert.equal(route.destination?.name, 'Steueramt');
    assert.match(route.offen ?? '', /Für Bayern sind keine Regeln/);
    assert.equal(ask(world, hundesteuer, 'Kiel').onlinedienst, null);
  });

  test('without an Onlinedienst there is an office and the nearest other way', () => {
    const offices = withLocal(bare, { auftritte: [lemgoAuftritt] });
    const route = ask(offices, hundesteuer, 'Lemgo');
    assert.equal(route.onlinedienst, null);
    assert.equal(route.amt?.herkunft, 'rathaus');
    assert.equal(route.amt?.zeiten, 'Montag 8:00–12:00 Uhr');
    assert.equal(route.statt?.art, 'telefon');
    assert.match(route.gruende.at(-1)?.text ?? '', /kein Onlinedienst bekannt/);
    const known = ask(bare, hundesteuer, 'Lemgo');
    assert.equal(known.amt?.herkunft, 'website');
    assert.equal(known.statt?.art, 'website');
  });

  test('the office that the Kommune names for the Leistung comes before all others', () => {
    const amt = { ...lemgoAuftritt.rathaus, name: 'Amt für Abgaben', leistungen: [idOf(hundesteuer)] };
    const world = withLocal(bare, {
      dienste: [hundInLemgo],
      auftritte: [{ ...lemgoAuftritt, aemter: [amt] }],
    });
    const route = ask(world, hundesteuer, 'Lemgo');
    assert.equal(route.amt?.name, 'Amt für Abgaben');
    assert.equal(route.amt?.herkunft, 'amt');
  });

  test('an Onlinedienst that rests, begins later or stands on a hidden site is not offered', () => {
    const rests = { ...hundInLemgo, ausgesetztGrund: 'Wartung' };
    const later = { ...hundInLemgo, seit: localDate('2026-12-01') };
    const hidden = { ...lemgoAuftritt, veroeffentlichtAb: null };
    for (const local of [
      { dienste: [rests], auftritte: [lemgoAuftritt] },
      { dienste: [later], auftritte: [lemgoAuftritt] },
      { dienste: [hundInLemgo], auftritte: [hidden] },
      { dienste: [hundInLemgo], auftritte: [] },
    ]) {
      const route = ask(withLocal(bare, local), hundesteuer, 'Lemgo');
      assert.equal(route.onlinedienst, null);
      assert.equal(route.destination === null, local.dienste[0] !== hundInLemgo);
      assert.notEqual(route.statt, null);
    }
    const route = ask(
      withLocal(bare, { dienste: [rests], auftritte: [lemgoAuftritt] }),
      hundesteuer,
      'Lemgo',
    );
    assert.equal(route.ruht, 'Wartung');
  });

  test('what feeds describe fills in where the Kommune shows nothing', () => {
    const route = ask(bare, hundesteuer, 'Lemgo', {
      dienste: [
        {
          bezeichnung: 'Hundesteuer online',
          link: 'https://lippe.example/hund',
          vertrauensniveau: 'normal',
          parameter: [{ typ: '001', name: 'ags' }],
        },
      ],
      stellen: [
        {
          id: 'L100042.OE.1',
          name: 'Fachdienst Steuern',
          anschrift: null,
          telefon: '05261 1',
          email: null,
          oeffnungszeiten: null,
          zustaendigFuer: [],
        },
      ],
      formular: null,
      kosten: 'Die Anmeldung ist gebührenfrei.',
    });
    assert.deepEqual(route.onlinedienst, {
      name: 'Hundesteuer online',
      href: 'https://lippe.example/hund?ags=05766044',
      quelle: 'fremd',
      vertrauensniveau: 'normal',
      gebuehr: 'Die Anmeldung ist gebührenfrei.',
    });
    assert.equal(route.amt?.name, 'Fachdienst Steuern');
  });

  test('whoever asks as a citizen for what is for businesses alone is told so, with norm and grade', () => {
    const gaststaette = bare.catalogue.leistungen.find(({ objekt, leika }) => objekt === '99025002' && leika);
    const asked = (fuer: 'buerger' | 'unternehmen') => {
      const leistungId = gaststaette?.id ?? assert.fail();
      const route = routeOf(bare, { leistungId, place: place('Lemgo'), tag: today, fuer });
      return route.ok ? route.value.gruende.find(({ schritt }) => schritt === 'Nutzergruppe') : assert.fail();
    };
    assert.match(asked('buerger')?.text ?? '', /^Die Leistung ist nur für Unternehmen: /);
    assert.match(asked('buerger')?.hinweis ?? '', /GastG\. Gefragt wurde für Privatpersonen\./);
    assert.equal(asked('unternehmen'), undefined);
  });

  test('a Leistung that has ended leads nowhere', () => {
    const ended = bare.duties.facts.enden.keys().next().value ?? assert.fail();
    const route = routeOf(bare, { leistungId: ended, place: place('Lemgo'), tag: today, fuer: 'buerger' });
    assert.ok(route.ok);
    assert.equal(route.value.verdict, 'nicht einschlägig');
    assert.equal(route.value.amt, null);
    assert.equal(route.value.statt, null);
  });

  test('a Leistung that nobody knows is refused', () => {
    const route = routeOf(bare, { leistungId: 'L99999', place: place('Lemgo'), tag: today, fuer: 'buerger' });
    assert.ok(!route.ok);
    assert.equal(route.refusal.code, 'ROUTING_LEISTUNG_UNKNOWN');
  });

  test('every route anywhere says who or why not, and is the same when asked again', () => {
    const { leistungen } = bare.catalogue;
    fc.assert(
      fc.property(fc.nat(leistungen.length - 1), fc.nat(bare.places.rows.length - 1), (l, p) => {
        const [leistung, row] = [leistungen[l], bare.places.rows[p]];
        if (!leistung || !row) return;
        const input = { leistungId: leistung.id, place: placeOf(row), tag: today, fuer: 'buerger' } as const;
        const route = routeOf(live, input);
        assert.ok(route.ok);
        const { stelle, offen, verdict, gruende } = route.value;
        assert.equal(offen !== null, verdict === 'offen');
        assert.equal(stelle === null, verdict === 'offen' || verdict === 'nicht einschlägig');
        assert.ok(gruende.length > 0);
        if (row.landCode !== '05')
          assert.ok(['Bund', 'offen', 'nicht einschlägig'].includes(verdict), verdict);
        assert.deepEqual(routeOf(live, input), route);
      }),
      { numRuns: 2_000 },
    );
  });
});
