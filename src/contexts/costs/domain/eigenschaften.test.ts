import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { localDate, ratio } from '#kernel';
import { gleich, planOf, position } from '../testing/plaene.ts';
import type { Abrechnung } from './abrechnung.ts';
import { apportion } from './apportion.ts';
import { blattOf } from './blatt.ts';
import { blattSchema } from './blatt-schema.ts';
import {
  type Kostenplan,
  kostenarten,
  type Position,
  rundungen,
  type Schicht,
  type Zahler,
} from './kostenplan.ts';
import { parseKostenplan } from './plan-schema.ts';
import { rechenwegOf } from './rechenweg.ts';

const keys = ['einwohner', 'nutzung', 'zielgruppe', 'gleich', 'mix'];

const payers = fc
  .uniqueArray(
    fc.record({
      kennung: fc.integer({ min: 1, max: 9_999 }).map((n) => String(n).padStart(4, '0')),
      gruppen: fc.constantFrom(['land'], ['kommune'], ['land', 'kommune']),
      von: fc.constantFrom(undefined, localDate('2026-05-17'), localDate('2026-11-01')),
      bis: fc.constantFrom(undefined, localDate('2026-08-31')),
      werte: fc.tuple(fc.integer({ min: 1, max: 1_100_000 }), fc.nat(5_000), fc.nat(300)),
    }),
    { minLength: 1, maxLength: 12, selector: ({ kennung }) => kennung },
  )
  // Somebody bears every layer all the year, with a weight in every key.
  .map((all) => [
    ...all,
    {
      kennung: '10000',
      gruppen: ['land', 'kommune'],
      von: undefined,
      bis: undefined,
      werte: [17, 3, 1] as const,
    },
  ]);

const positions = fc.array(
  fc.record({
    cent: fc.bigInt({ min: 0n, max: 10n ** 11n }),
    art: fc.constantFrom(...kostenarten),
    schluessel: fc.constantFrom(...keys),
    steuer: fc.constantFrom('nicht-steuerbar-2b', 'regelsatz', 'wechsel'),
    preis: fc.constantFrom(null, '12.5', '199/3'),
  }),
  { minLength: 1, maxLength: 5 },
);

const shares = fc.constantFrom(['1'], ['0.5', '0.5'], ['1/3', '2/3'], ['0.25', '0.125', '0.625']);

const plans: fc.Arbitrary<Kostenplan> = fc
  .tuple(payers, positions, shares, fc.constantFrom(...rundungen), fc.constantFrom('monatsgenau', 'quartal4'))
  .map(([all, parts, anteile, rundung, beitritt]) =>
    planOf({
      rundung,
      beitritt: beitritt === 'quartal4' ? 'quartal4' : 'monatsgenau',
      zahler: all.map(({ werte: _, kennung, ...rest }): Zahler => ({ kennung, name: kennung, ...rest })),
      schluessel: [
        ...(['einwohner', 'nutzung', 'zielgruppe'] as const).map((art, at) => ({
          id: art,
          titel: art,
          art,
          werte: Object.fromEntries(all.map(({ kennung, werte }) => [kennung, String(werte[at] ?? 0)])),
        })),
        gleich,
        {
          id: 'mix',
          titel: 'Halb und halb',
          art: 'kombination',
          teile: [
            { schluessel: 'einwohner', gewicht: '0.7' },
            { schluessel: 'nutzung', gewicht: '0.3' },
          ],
        },
      ],
      positionen: parts.map(toPosition),
      finanzierung: {
        modell: 'eigen',
        titel: 'Eigene',
        vorab: [{ id: 'sitz', titel: 'Sitz', anteil: '0.1', zahler: '10000', merkmal: 'personal' }],
        schichten: anteile.map(
          (anteil, at): Schicht => ({
            id: `s${at}`,
            titel: `Schicht ${at}`,
            anteil,
            gruppen: at % 2 === 0 ? ['land', 'kommune'] : ['kommune'],
            schluessel: at === 1 ? 'einwohner' : null,
          }),
        ),
      },
    }),
  );

function toPosition(
  part: { cent: bigint; art: Position['art']; schluessel: string; steuer: string; preis: string | null },
  at: number,
): Position {
  const perCase = part.preis !== null && part.schluessel === 'nutzung';
  return position(part.cent, {
    id: `p${at}`,
    titel: `Position ${at}`,
    art: part.art,
    schluessel: part.schluessel,
    merkmal: at % 2 === 0 ? 'personal' : undefined,
    betrag: perCase ? { art: 'je-fall', preisCent: part.preis ?? '0' } : { art: 'fest', cent: part.cent },
    steuer:
      part.steuer === 'wechsel'
        ? [
            { ab: null, regel: 'nicht-steuerbar-2b' },
            { ab: localDate('2026-09-01'), regel: 'regelsatz' },
          ]
        : [{ ab: null, regel: part.steuer }],
  });
}

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
