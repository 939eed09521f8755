import assert from 'node:assert/strict';
import { test } from 'node:test';
import { einmaligFuer } from './einmalig.ts';
import { type Preisinhalt, preisFuer, type Schaetzung } from './preisblatt.ts';

const blatt: Preisinhalt = {
  jaehrlich: { art: 'fest', cent: 100_000 },
  ersteCent: null,
  einmalig: [{ bezeichnung: 'Einrichtung', cent: 50_000 }],
  erlaeuterung: '',
  quelle: 'Preisliste',
  annahme: false,
};
const geschaetzt: Schaetzung = {
  proJahrCent: 90_000,
  einmaligCent: 25_000,
  erlaeuterung: 'Geschätzt.',
  href: null,
  abgerechnet: false,
};
const abgerechnet: Schaetzung = { ...geschaetzt, einmaligCent: 0, abgerechnet: true };
const of = (
  sheet: Preisinhalt | null,
  schaetzung: Schaetzung | null,
  bestellung: Parameters<typeof einmaligFuer>[0]['bestellung'] = null,
) => einmaligFuer({ preis: preisFuer(sheet, 1, schaetzung), blatt: sheet, schaetzung, bestellung });

test('wer schon eine Rechnung hat, liest nicht „0 Euro“, sondern dass nichts mehr fällig ist', () => {
  assert.deepEqual(of(null, abgerechnet), { art: 'schon-dabei', cent: null });
  assert.deepEqual(
    of({ ...blatt, jaehrlich: { art: 'umlage' }, einmalig: [] }, abgerechnet).art,
    'schon-dabei',
  );
});

test('wer einen Vertrag hat, zahlt den vereinbarten Betrag nicht noch einmal', () => {
  const bestellung = { zustand: 'angenommen', inhalt: { einmaligCent: 50_000 } } as const;
  assert.deepEqual(of(blatt, null, bestellung), { art: 'schon-vereinbart', cent: 50_000 });
  assert.equal(of(blatt, null, { ...bestellung, zustand: 'abgelehnt' }).art, 'faellig');
});

test('fällig ist, was Preisblatt oder Preisschild nennen; was niemand nennt, ist unbekannt und nicht null', () => {
  assert.deepEqual(of(blatt, null), { art: 'faellig', cent: 50_000 });
  assert.deepEqual(of(null, geschaetzt), { art: 'faellig', cent: 25_000 });
  assert.deepEqual(of({ ...blatt, jaehrlich: { art: 'umlage' }, einmalig: [] }, geschaetzt), {
    art: 'faellig',
    cent: 25_000,
  });
  assert.equal(of({ ...blatt, einmalig: [] }, null).art, 'keine');
  assert.equal(of({ ...blatt, jaehrlich: { art: 'umlage' }, einmalig: [] }, null).art, 'unbekannt');
  assert.equal(of(null, null).art, 'unbekannt');
});
