import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { ratio } from '#kernel';
import { beliebigePlaene as plans } from '../testing/beliebige-plaene.ts';
import type { Abrechnung } from './abrechnung.ts';
import { apportion } from './apportion.ts';
import { blattOf } from './blatt.ts';
import { blattSchema } from './blatt-schema.ts';
import type { Kostenplan } from './kostenplan.ts';
import { parseKostenplan } from './plan-schema.ts';
import { rechenwegOf } from './rechenweg.ts';

function billOf(plan: Kostenplan): Abrechnung {
  const bill = apportion(plan);
  assert.ok(bill.ok, bill.ok ? '' : bill.refusal.message);
  return bill.value;
}

const sumOf = (all: readonly bigint[]) => all.reduce((sum, each) => sum + each, 0n);

test('was alle zahlen, ergibt die Kosten: genau, mit Rest oder mit Aufrundung', () => {
  fc.assert(
    fc.property(plans, (plan) => {
      const { zahlungen, summe, gruppen, abschnitte } = billOf(plan);
      assert.equal(summe.kosten, sumOf(abschnitte.map(({ cent }) => cent)));
      assert.equal(summe.netto, sumOf(zahlungen.map(({ netto }) => netto)));
      assert.equal(summe.netto + summe.rest - summe.aufrundung, summe.kosten);
      if (plan.rundung === 'groesster-rest')
        for (const { cent, netto } of gruppen) assert.equal(sumOf(netto), cent);
      if (plan.rundung !== 'voller-euro') return;
      for (const { netto, aufrundung } of zahlungen) {
        assert.equal(netto % 100n, 0n);
        assert.ok(aufrundung !== null && aufrundung.n >= 0n);
        assert.ok(ratio.cmp(aufrundung, ratio.rational(100n)) < 0);
      }
    }),
  );
});

test('die Reihenfolge der Zahler und Positionen ändert keinen Cent', () => {
  fc.assert(
    fc.property(plans, (plan) => {
      const turned = billOf({
        ...plan,
        zahler: plan.zahler.toReversed(),
        positionen: plan.positionen.toReversed(),
        schluessel: plan.schluessel.toReversed(),
      });
      const paid = (bill: Abrechnung) =>
        bill.zahlungen
          .map(({ kennung, netto, steuer, brutto }) => `${kennung} ${netto} ${steuer} ${brutto}`)
          .toSorted();
      assert.deepEqual(paid(turned), paid(billOf(plan)));
    }),
  );
});

test('die Zeilen jedes Zahlers ergeben genau seinen Anteil, vor dem Runden', () => {
  fc.assert(
    fc.property(plans, (plan) => {
      const bill = billOf(plan);
      for (const { kennung, genau } of bill.zahlungen) {
        const lines = rechenwegOf(bill, kennung);
        assert.equal(ratio.cmp(ratio.sum(lines.map((line) => line.genau)), genau), 0);
      }
    }),
    { numRuns: 40 },
  );
});

test('die Steuer wird je Rechnung und Satz einmal gerechnet, vom Netto dieses Satzes', () => {
  fc.assert(
    fc.property(plans, (plan) => {
      const { zahlungen, gruppen } = billOf(plan);
      for (const { nettoJeGruppe, steuern, netto, steuer, brutto } of zahlungen) {
        const taxed = nettoJeGruppe.filter((_, at) => gruppen[at]?.satz.n !== 0n);
        assert.equal(sumOf(steuern.map(({ grundlage }) => grundlage)), sumOf(taxed));
        assert.equal(steuer, sumOf(steuern.map(({ cent }) => cent)));
        assert.equal(brutto, netto + steuer);
      }
    }),
    { numRuns: 40 },
  );
});

test('Rechenblatt und Kostenplan überstehen JSON, und das Blatt passt zum veröffentlichten Schema', () => {
  fc.assert(
    fc.property(plans, (plan) => {
      const sheet = JSON.parse(JSON.stringify(blattOf(billOf(plan))));
      blattSchema.parse(sheet);
      const read = parseKostenplan(sheet.plan);
      assert.ok(read.ok, read.ok ? '' : JSON.stringify(read.refusal));
      assert.deepEqual(JSON.parse(JSON.stringify(blattOf(billOf(read.value)))), sheet);
    }),
    { numRuns: 30 },
  );
});
