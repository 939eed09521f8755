import assert from 'node:assert/strict';
import { test } from 'node:test';
import { realDuties, today } from '../testing/real-duties.ts';
import { leistung } from '../testing/synthetic-facts.ts';
import { fallOf } from './fall.ts';
import { normlageOn } from './normlage.ts';
import { contradictionFor, rechtslageOn } from './rechtslage.ts';
import type { Regel, Verteilungswert } from './regel.ts';
import {
  type DutyLeistung,
  type FruehererName,
  keineReichweite,
  type Reichweite,
  rang,
  trefferOf,
} from './reichweite.ts';

const [muster] = realDuties().facts.regelwerk.regeln;
assert.ok(muster);

function regel(id: string, part: Partial<Reichweite>): Regel {
  assert.ok(muster);
  const reichweite = { ...keineReichweite, ...part };
  return {
    ...muster,
    id,
    reichweite,
    evidenz: 'norm-gelesen',
    vorbehalte: [],
    bemerkung: null,
    validTo: null,
    ausserKraft: false,
  };
}

function ueberall(wert: Verteilungswert): Regel['verteilung'] {
  return {
    'kreisfreie-stadt': wert,
    'grosse-kreisangehoerige-stadt': wert,
    'mittlere-kreisangehoerige-stadt': wert,
    'kreisangehoerige-gemeinde': wert,
    kreis: wert,
    staedteregion: wert,
  };
}

const former: FruehererName = {
  art: 'schluessel',
  id: 'L00001',
  leika: '99009009001000',
  objekt: '99009009',
};
const umgeschluesselt: DutyLeistung = { ...leistung, frueher: [former] };
const teil: DutyLeistung = {
  ...leistung,
  id: 'L00002',
  frueher: [
    { art: 'teilung', id: 'L00001', leika: null, objekt: null },
    { art: 'teilung', id: 'L00001', leika: '99009009001000', objekt: '99009009' },
  ],
};

test('eine Regel folgt der Leistung, deren Schlüssel sich geändert hat, mit ihrem Beleg', () => {
  const [kandidat] = fallOf(
    umgeschluesselt,
    [regel('a', { schluessel: ['99009009001000'] })],
    [],
    null,
  ).kandidaten;
  assert.equal(kandidat?.rang, rang.leistung);
  assert.equal(kandidat?.regel.evidenz, 'norm-gelesen');
  assert.match(kandidat?.regel.bemerkung ?? '', /früheren Schlüssel 99009009001000/);
});

test('auch über das frühere Objekt und seine Verrichtung, nie über eine frühere OZG-Leistung', () => {
  const reached = (part: Partial<Reichweite>) =>
    trefferOf({ ...keineReichweite, ...part }, { ...umgeschluesselt, ozgId: null }).rang;
  assert.equal(reached({ objekte: ['99009009'] }), rang.objekt);
  assert.equal(reached({ objekte: ['99009009'], verrichtungen: ['001'] }), rang.objektVerrichtung);
  assert.equal(reached({ objekte: ['99009009'], verrichtungen: ['002'] }), rang.keine);
  assert.equal(reached({ ozgIds: [10001] }), rang.keine);
});

test('nach einer Teilung gilt sie für die Teile als Einschätzung, die zu prüfen ist', () => {
  for (const part of [{ leistungen: ['L00001'] }, { schluessel: ['99009009001000'] }]) {
    const [kandidat] = fallOf(teil, [regel('a', part)], [], null).kandidaten;
    assert.equal(kandidat?.regel.evidenz, 'einschaetzung');
    assert.match(kandidat?.regel.bemerkung ?? '', /Nach Teilung zu prüfen/);
  }
});

test('nach einer Zusammenlegung folgen die Regeln beider Seiten; widersprechen sie sich, bleibt es offen', () => {
  const ganzes: DutyLeistung = {
    ...leistung,
    id: 'L00009',
    frueher: [
      { art: 'zusammenlegung', id: 'L00001', leika: null, objekt: null },
      { art: 'zusammenlegung', id: 'L00002', leika: null, objekt: null },
    ],
  };
  const selbst = regel('selbst', { leistungen: ['L00001'] });
  const land = {
    ...regel('land', { leistungen: ['L00002'] }),
    stelle: 'Bezirksregierung',
    verteilung: ueberall('L'),
  };
  const lage = rechtslageOn(
    fallOf(ganzes, [{ ...selbst, verteilung: ueberall('S') }, land], [], null),
    selbst.land,
    today,
  );
  assert.ok(lage.art === 'nach-klasse');
  assert.deepEqual(
    lage.kandidaten.map((each) => [each.regel.id, each.regel.evidenz]),
    [
      ['land', 'einschaetzung'],
      ['selbst', 'einschaetzung'],
    ],
  );
  assert.ok(contradictionFor(lage.kandidaten, 'kreisfreie-stadt'));
});

test('ein Teil, der den Schlüssel des Ganzen behielt, ist ebenso zu prüfen, bis eine Regel seine Nummer nennt', () => {
  const kept: DutyLeistung = { ...teil, leika: '99009009001000', objekt: '99009009' };
  const byKey = trefferOf({ ...keineReichweite, schluessel: ['99009009001000'] }, kept);
  assert.equal(byKey.frueher?.art, 'teilung');
  const named = { ...keineReichweite, schluessel: ['99009009001000'], leistungen: ['L00002'] };
  assert.equal(trefferOf(named, kept).frueher, null);
});

test('was die Leistung bei ihrem heutigen Namen nennt, geht einer mitgezogenen Regel vor', () => {
  const moved = regel('a-mitgezogen', { schluessel: ['99009009001000'] });
  const present = regel('b-heutig', { schluessel: ['99001001001000'] });
  const lage = normlageOn(fallOf(umgeschluesselt, [moved, present], [], null), moved.land, today);
  assert.ok(lage.art === 'gilt');
  assert.deepEqual(
    lage.kandidaten.map((each) => each.regel.id),
    ['b-heutig'],
  );
});

test('ein Vorbehalt und eine Übertragung, die den früheren Schlüssel nennen, folgen mit', () => {
  const schluessel = { ...keineReichweite, schluessel: ['99009009001000'] };
  const warned = {
    ...regel('a', { ozgIds: [10001] }),
    vorbehalte: [{ grund: 'strittig', fuer: schluessel, ausser: [] }],
  };
  const [kandidat] = fallOf(umgeschluesselt, [warned], [], null).kandidaten;
  assert.equal(kandidat?.vorbehalt?.grund, 'strittig');
  const [uebertragung] = realDuties().facts.regelwerk.uebertragungen;
  assert.ok(uebertragung);
  const moved = { ...uebertragung, aufgabeIds: [warned.aufgabeId], reichweite: schluessel };
  assert.deepEqual(fallOf(umgeschluesselt, [warned], [moved], null).uebertragungen, [moved]);
});
