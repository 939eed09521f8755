import assert from 'node:assert/strict';
import test from 'node:test';
import { localDate } from '#kernel';
import { gleich, planOf, position, zahlerOf } from '../testing/plaene.ts';
import { beitrittNachQuartal } from './beitritt-nach-quartal.ts';
import { type Budgetwunsch, budgetOf } from './budget.ts';

const plan = planOf({
  zahler: zahlerOf(['A', 'B']),
  positionen: [
    position(200_000n, {
      steuer: [
        { ab: null, regel: 'altes-recht' },
        { ab: localDate('2027-01-01'), regel: 'regelsatz' },
      ],
    }),
  ],
});

const wunsch: Budgetwunsch = {
  kennung: 'A',
  abJahr: 2026,
  jahre: 5,
  preise: { satz: { niedrig: '0', erwartet: '0.03', hoch: '0.05' }, grundlage: 'Erfahrung des Betreibers' },
  einmalig: [
    {
      titel: 'Anbindung',
      jahr: 2026,
      cent: { niedrig: 50_000n, erwartet: 80_000n, hoch: 120_000n },
      grundlage: 'Angebot vom 01.10.2026',
    },
  ],
  foerderungen: [
    { titel: 'Landesprogramm', vonJahr: 2026, bisJahr: 2026, anteil: '0.5', quelle: 'Bescheid' },
  ],
};

test('fünf Jahre mit Anbindung, Förderung, Preisentwicklung und der Umsatzsteuer ab 2027', () => {
  const budget = budgetOf(plan, wunsch);
  assert.ok(budget.ok, budget.ok ? '' : budget.refusal.message);
  const { jahre, summe, annahmen } = budget.value;
  assert.deepEqual(
    jahre.map(({ jahr, laufend }) => [jahr, laufend.niedrig, laufend.erwartet]),
    [
      [2026, 100_000n, 100_000n],
      [2027, 119_000n, 122_570n],
      [2028, 119_000n, 126_247n],
      [2029, 119_000n, 130_035n],
      [2030, 119_000n, 133_936n],
    ],
  );
  const [first] = jahre;
  assert.deepEqual(first?.einmalig, { niedrig: 50_000n, erwartet: 80_000n, hoch: 120_000n });
  assert.deepEqual(first?.foerderung, { niedrig: 75_000n, erwartet: 90_000n, hoch: 110_000n });
  assert.equal(first?.summe.erwartet, 90_000n);
  for (const which of ['niedrig', 'erwartet', 'hoch'] as const)
    assert.equal(
      summe[which],
      jahre.reduce((sum, each) => sum + each.summe[which], 0n),
    );
  assert.match(
    annahmen.join('\n'),
    /^Annahme: Die Kosten 2026 entwickeln sich um 3,0 % im Jahr \(mindestens 0,0 %, höchstens 5,0 %\)\. Grundlage: Erfahrung des Betreibers\./,
  );
});

test('im ersten oder im vierten Quartal beitreten', () => {
  const joiner = { kennung: 'C', name: 'C', gruppen: ['alle'] };
  const monthly = beitrittNachQuartal({ ...plan, schluessel: [gleich] }, joiner, {});
  const market = beitrittNachQuartal({ ...plan, beitritt: 'quartal4' }, joiner, {});
  assert.ok(monthly.ok && market.ok);
  assert.deepEqual(
    monthly.value.map(({ jahr }) => jahr),
    [66_666n, 54_546n, 40_000n, 22_222n],
  );
  assert.deepEqual(market.value.map(({ jahr }) => jahr).at(-1), 0n);
  assert.ok(market.value.every(({ folgejahr }) => folgejahr === 79_333n));
});

test('wer nicht teilnimmt, eine unsinnige Zahl von Jahren oder ein unsinniger Satz', () => {
  const said = (changes: Partial<Budgetwunsch>) => {
    const budget = budgetOf(plan, { ...wunsch, ...changes });
    return budget.ok ? '' : budget.refusal.message;
  };
  assert.match(
    said({ kennung: 'Z' }),
    /nimmt an diesem Dienst nicht teil\. Simulieren Sie zuerst den Beitritt/,
  );
  assert.match(said({ jahre: 0 }), /reicht über 1 bis 10 Jahre/);
  assert.match(
    said({ preise: { ...wunsch.preise, satz: { ...wunsch.preise.satz, hoch: '3' } } }),
    /Drei Prozent schreiben Sie 0,03/,
  );
});
