import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { localDate } from '#kernel';
import { ownFeld } from '../testing/fields-of.ts';
import { completeness, prozent, vollstaendigkeitText } from './completeness.ts';
import type { Feld } from './feld.ts';
import { readValues } from './read-values.ts';

const day = localDate('2026-11-22');

function feld(change: Partial<Feld> & Pick<Feld, 'key'>): Feld {
  return {
    label: change.key,
    tooltip: '',
    hilfe: '',
    pflicht: false,
    zaehlt: true,
    gruppe: null,
    position: 1,
    typ: 'text',
    optionen: [],
    herkunft: 'system',
    gueltigVon: null,
    gueltigBis: null,
    ...change,
  };
}

const fields = (count: number) => Array.from({ length: count }, (_, index) => feld({ key: `f${index}` }));
const filled = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`f${index}`, 'x']));

test('25 von 30 Feldern sind 83 % und nicht vollständig; ohne Felder wird nicht geteilt (Fehler 1 der OZG-Datenbank)', () => {
  const text = (all: number, done: number) =>
    vollstaendigkeitText(completeness(fields(all), filled(done), day));
  assert.equal(text(30, 25), '83 % (25 von 30 Feldern)');
  assert.equal(text(60, 50), '83 % (50 von 60 Feldern)');
  assert.equal(text(99, 50), '50 % (50 von 99 Feldern)');
  assert.equal(text(1000, 999), '99 % (999 von 1000 Feldern)');
  assert.equal(text(30, 30), '100 % (30 von 30 Feldern)');
  assert.equal(text(0, 0), 'keine Felder');
  const notCounting = fields(3).map((one) => ({ ...one, zaehlt: false }));
  assert.deepEqual(completeness(notCounting, filled(3), day), { art: 'keine-felder' });
});

test('von einer Gruppe genügt ein Feld, und sie zählt als eines', () => {
  const group = ['geplant', 'umgesetzt'].map((key) => feld({ key, gruppe: 'termin' }));
  const all = [feld({ key: 'zustand' }), ...group];
  assert.deepEqual(completeness(all, { zustand: 'online' }, day), {
    art: 'anteil',
    teil: 1,
    ganzes: 2,
    fehlt: ['geplant oder umgesetzt'],
  });
  assert.equal(
    vollstaendigkeitText(completeness(all, { zustand: 'x', umgesetzt: '2026-01-01' }, day)),
    '100 % (2 von 2 Feldern)',
  );
});

test('„nein“ und 0 sind Angaben; Leerzeichen, leere Listen und Namen der Sprache selbst sind keine', () => {
  const [one] = fields(1);
  assert.ok(one);
  const share = (value: unknown) => {
    const result = completeness([one], { f0: value }, day);
    return result.art === 'anteil' && result.teil;
  };
  for (const value of [0, false, 'nein', ['a']]) assert.equal(share(value), 1, String(value));
  for (const value of [null, undefined, '', '  ', [], ['']]) assert.equal(share(value), 0, String(value));
  const odd = completeness([feld({ key: 'constructor' })], {}, day);
  assert.equal(odd.art === 'anteil' && odd.teil, 0);
});

test('ein beendetes Feld und eines, das noch nicht gilt, zählen nicht', () => {
  const ended = feld({ key: 'alt', gueltigBis: localDate('2026-11-21') });
  const future = feld({ key: 'neu', gueltigVon: localDate('2026-11-23') });
  const last = feld({ key: 'letzter', gueltigBis: day });
  assert.deepEqual(completeness([ended, future, last], { alt: 'x' }, day), {
    art: 'anteil',
    teil: 0,
    ganzes: 1,
    fehlt: ['letzter'],
  });
});

test('für jede Zahl von Feldern: abgerundet, nie 100 vor allen, nie mehr oder weniger als der Anteil', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5000 }), fc.nat(5000), (ganzes, some) => {
      const teil = some % (ganzes + 1);
      const shown = prozent({ teil, ganzes });
      assert.ok(Number.isInteger(shown));
      assert.ok(shown * ganzes <= teil * 100 && teil * 100 < (shown + 1) * ganzes);
      assert.equal(shown === 100, teil === ganzes);
    }),
  );
});

const someField = fc.record({
  zaehlt: fc.boolean(),
  gruppe: fc.constantFrom(null, 'a', 'b'),
  value: fc.constantFrom('x', '', null),
});

test('mit jeder Angabe mehr wächst der Anteil oder bleibt; vollständig ist, wo nichts fehlt', () => {
  fc.assert(
    fc.property(fc.array(someField, { maxLength: 20 }), fc.nat(19), (some, more) => {
      const all = some.map(({ zaehlt, gruppe }, index) => feld({ key: `f${index}`, zaehlt, gruppe }));
      const values = Object.fromEntries(some.map(({ value }, index) => [`f${index}`, value]));
      const before = completeness(all, values, day);
      const after = completeness(all, { ...values, [`f${more}`]: 'x' }, day);
      if (before.art === 'keine-felder' || after.art === 'keine-felder')
        return assert.deepEqual(before, after);
      assert.ok(after.teil >= before.teil && after.ganzes === before.ganzes);
      assert.equal(before.teil + before.fehlt.length, before.ganzes);
      assert.equal(prozent(before) === 100, before.fehlt.length === 0);
    }),
  );
});

test('what was read once is read again as the same, however a number was typed', () => {
  const zahl = ownFeld('eigen-z', { typ: 'zahl' });
  const read = (text: string) => readValues([zahl], () => text, {}, localDate('2026-11-22')).werte['eigen-z'];
  fc.assert(
    fc.property(
      fc.integer({ min: -99_999, max: 999_999 }),
      fc.integer({ min: 0, max: 99_999 }),
      (whole, part) => {
        for (const typed of [`${whole},${part}`, `${whole}`, whole.toLocaleString('de-DE')]) {
          const kept = read(typed);
          assert.ok(kept !== undefined, typed);
          assert.equal(read(kept), kept);
        }
      },
    ),
  );
});
