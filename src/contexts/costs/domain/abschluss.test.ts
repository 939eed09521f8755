import assert from 'node:assert/strict';
import test from 'node:test';
import { localDate } from '#kernel';
import { gleich, planOf, position, zahlerOf } from '../testing/plaene.ts';
import type { Abrechnung } from './abrechnung.ts';
import { aufrundungOf, schliesseJahr } from './abschluss.ts';
import { apportion } from './apportion.ts';
import type { Kostenplan } from './kostenplan.ts';

function billOf(changes: Partial<Kostenplan>): Abrechnung {
  const bill = apportion(planOf(changes));
  assert.ok(bill.ok, bill.ok ? '' : bill.refusal.message);
  return bill.value;
}

const taxed = (cent: bigint) => position(cent, { steuer: [{ ab: null, regel: 'regelsatz' }] });

test('was mehr oder weniger kostete als geplant, steht im nächsten Jahr als Nachforderung oder Guthaben', () => {
  const soll = billOf({ zahler: zahlerOf(['A', 'B']), positionen: [taxed(20_000n)] });
  const [a, b] = zahlerOf(['A', 'B']);
  assert.ok(a && b);
  const left = { ...b, bis: localDate('2026-06-30') };
  const ist = billOf({ art: 'ist', zahler: [a, left], positionen: [taxed(18_000n)] });
  const closed = schliesseJahr(soll, ist, new Set(['A']), 'gleich');
  assert.ok(closed.ok);
  assert.deepEqual(closed.value.zeilen, [
    { kennung: 'A', name: 'A', soll: 10_000n, ist: 12_000n, unterschied: 2_000n },
    { kennung: 'B', name: 'B', soll: 10_000n, ist: 6_000n, unterschied: -4_000n },
  ]);
  assert.deepEqual(
    closed.value.uebertraege.map(({ titel, cent, zahler }) => [titel, cent, zahler]),
    [['Nachforderung aus 2026', 2_000n, 'A']],
  );
  assert.deepEqual(
    closed.value.auszahlungen.map(({ titel, cent, zahler }) => [titel, cent, zahler]),
    [['Guthaben aus 2026', -4_000n, 'B']],
  );
  const next = billOf({
    jahr: 2027,
    zahler: [a],
    positionen: [taxed(10_000n)],
    uebertraege: closed.value.uebertraege,
  });
  assert.equal(next.zahlungen[0]?.netto, 12_000n);
  assert.equal(next.zahlungen[0]?.steuer, 2_280n);
});

test('die Aufrundung eines Jahres mindert die Kosten des nächsten um denselben Betrag', () => {
  const soll = billOf({ rundung: 'voller-euro', positionen: [position(10_000n)] });
  assert.equal(soll.summe.aufrundung, 200n);
  assert.deepEqual(
    aufrundungOf(soll, 'gleich').map(({ cent, zahler, schluessel }) => [cent, zahler, schluessel]),
    [[-200n, null, 'gleich']],
  );
  const closed = schliesseJahr(
    soll,
    { ...soll, plan: { ...soll.plan, art: 'ist' } },
    new Set(['A', 'B', 'C']),
    'gleich',
  );
  assert.ok(closed.ok);
  const next = billOf({ jahr: 2027, rundung: 'voller-euro', uebertraege: closed.value.uebertraege });
  assert.equal(next.summe.kosten, 9_800n);
  assert.deepEqual(
    next.zahlungen.map(({ netto }) => netto),
    [3_300n, 3_300n, 3_300n],
  );
});

test('zwei verschiedene Jahre lassen sich nicht gegeneinander abschließen', () => {
  const closed = schliesseJahr(billOf({}), billOf({ jahr: 2027 }), new Set(), 'gleich');
  assert.equal(closed.ok, false);
  assert.match(
    closed.ok ? '' : closed.refusal.message,
    /nur derselbe Dienst im selben Jahr\. Hier stehen Hundesteuer 2026 und Hundesteuer 2027/,
  );
});

test('ein Abschluss über viele Zahler bleibt auf den Cent die Differenz der Kosten', () => {
  const zahler = zahlerOf(Array.from({ length: 396 }, (_, at) => `05${String(at).padStart(6, '0')}`));
  const [soll, ist] = [
    billOf({ zahler, positionen: [position(48_000_037n)] }),
    billOf({ zahler, positionen: [position(47_111_111n)] }),
  ];
  const closed = schliesseJahr(soll, ist, new Set(zahler.map(({ kennung }) => kennung)), gleich.id);
  assert.ok(closed.ok);
  assert.equal(
    closed.value.uebertraege.reduce((sum, { cent }) => sum + cent, 0n),
    47_111_111n - 48_000_037n,
  );
});
