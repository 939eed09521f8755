import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, localDate } from '#kernel';
import { hashOfInhalt } from '../inhalt-schema.ts';
import { arbitraryInhalt, enthalten, fassung, inhalt, stand, today } from '../testing/loesungen.ts';
import { efaBereitschaft, efaKriterien, efaStand } from './efa-kriterien.ts';
import { type Loesung, standOn, verfuegbarBis } from './loesung.ts';
import { euroText, parseEuro } from './loesung-input.ts';
import { mergedInhalt } from './merge.ts';
import { canonicalLoesung, type Register } from './register.ts';

test('ein Stichtag zeigt die Fassung, die an ihm galt', () => {
  const loesung: Loesung = {
    id: 'a',
    herkunft: 'beitrag',
    fassungen: [
      fassung({ giltAb: localDate('2025-01-01'), inhalt: inhalt({ name: 'Alt' }) }),
      fassung({ nummer: 2, giltAb: localDate('2026-01-01'), inhalt: inhalt({ name: 'Neu' }) }),
    ],
  };
  assert.equal(standOn(loesung, localDate('2024-12-31')), null);
  assert.equal(standOn(loesung, localDate('2025-12-31'))?.inhalt.name, 'Alt');
  assert.equal(standOn(loesung, localDate('2026-01-01'))?.inhalt.name, 'Neu');
});

test('am letzten Tag gilt eine Lösung noch, am Tag danach ist sie ausgelaufen', () => {
  const endetAm = localDate('2026-12-31');
  const loesung: Loesung = {
    id: 'a',
    herkunft: 'beitrag',
    fassungen: [fassung({ inhalt: inhalt({ endetAm }) })],
  };
  assert.equal(standOn(loesung, endetAm)?.status, 'verfuegbar');
  assert.equal(standOn(loesung, addDays(endetAm, 1))?.status, 'ausgelaufen');
});

test('ein verstrichener Termin macht nichts verfügbar', () => {
  const planned = stand('a', { status: 'angekuendigt', verfuegbarAb: localDate('2026-01-01') });
  assert.equal(planned.status, 'angekuendigt');
  assert.equal(planned.terminVerstrichen, true);
  assert.equal(verfuegbarBis(planned, localDate('2030-01-01')), false);
  const future = stand('b', { status: 'angekuendigt', verfuegbarAb: localDate('2027-01-01') });
  assert.equal(verfuegbarBis(future, localDate('2026-12-31')), false);
  assert.equal(verfuegbarBis(future, localDate('2027-01-01')), true);
});

test('sieben von acht Kriterien sind nicht alle', () => {
  const seven = Object.fromEntries(efaKriterien.slice(1).map((each) => [each, 'erfuellt' as const]));
  assert.deepEqual(efaStand(seven), { erfuellt: 7, nichtErfuellt: 0, unbekannt: 1, von: 8 });
  assert.equal(efaBereitschaft(seven), 'teilweise');
  assert.equal(efaBereitschaft({}), 'keine-angabe');
});

test('beim Zusammenführen geht keine Leistung, keine Schnittstelle und keine Angabe verloren', () => {
  fc.assert(
    fc.property(arbitraryInhalt, arbitraryInhalt, (kept, gone) => {
      const merged = mergedInhalt(kept, gone);
      const ids = merged.leistungen.map(({ leistungId }) => leistungId);
      assert.equal(new Set(ids).size, ids.length);
      for (const { leistungId } of [...kept.leistungen, ...gone.leistungen])
        assert.ok(ids.includes(leistungId));
      for (const list of ['schnittstellen', 'fachverfahren', 'zahlverfahren', 'portale'] as const)
        for (const each of [...kept[list], ...gone[list]]) assert.ok(merged[list].includes(each));
      assert.equal(merged.anbieter, kept.anbieter ?? gone.anbieter);
      assert.equal(hashOfInhalt(mergedInhalt(merged, gone)), hashOfInhalt(merged));
      assert.equal(hashOfInhalt(mergedInhalt(kept, kept)), hashOfInhalt(kept));
    }),
  );
});

test('die bleibende Lösung behält, was sie sagt', () => {
  const kept = inhalt({ leistungen: [enthalten('L00001', { reifegrad11: 2 })] });
  const gone = inhalt({
    leistungen: [enthalten('L00001', { reifegrad11: 4, reifegrad20: 5, status: 'ausgelaufen' })],
  });
  assert.deepEqual(mergedInhalt(kept, gone).leistungen, [
    enthalten('L00001', { reifegrad11: 2, reifegrad20: 5 }),
  ]);
});

test('ein Doppel führt zu der Lösung, in der es aufging', () => {
  const merged: Loesung = {
    id: 'alt',
    herkunft: 'beitrag',
    fassungen: [fassung({ inhalt: null, aufgegangenIn: 'neu' })],
  };
  const kept: Loesung = { id: 'neu', herkunft: 'beitrag', fassungen: [fassung()] };
  const loesungen = [merged, kept];
  const register: Register = { loesungen, byId: new Map(loesungen.map((each) => [each.id, each])) };
  assert.equal(canonicalLoesung(register, 'alt', today)?.id, 'neu');
  assert.equal(canonicalLoesung(register, 'gibt-es-nicht', today), null);
});

test('Beträge kommen auf den Cent zurück', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 99_999_999_999 }), (cents) => {
      assert.equal(parseEuro(euroText(cents)), cents);
    }),
  );
  assert.equal(parseEuro('1.200,5 €'), 120_050);
  assert.equal(parseEuro('12.00'), null);
  assert.equal(parseEuro('-5'), null);
});
