import { apportion } from '../src/contexts/costs/domain/apportion.ts';
import { blattOf } from '../src/contexts/costs/domain/blatt.ts';
import { type Kostenplan, type Rundung, rundungen } from '../src/contexts/costs/domain/kostenplan.ts';
import { rechenwegOf } from '../src/contexts/costs/domain/rechenweg.ts';
import { wholeCountry } from './support/country-bill.ts';
import { figureOf } from './support/figure.ts';
import { report } from './support/report.ts';

/**
 * A bill: one service over the 10,796 Gemeinden, the 16 Länder and the Bund, in three layers with a key each, fixed and per case,
 * in each of the three ways of rounding; then what one payer sees of it, and its sheet.
 */

const limit = 200;
const runs = 15;

await report('costs', 'Costs', async () => {
  const plan = wholeCountry();
  const samples: number[] = [];
  let wrong = 0;
  for (const rundung of rundungen)
    for (let run = 0; run < runs; run += 1) {
      const begin = performance.now();
      const bill = apportion({ ...plan, rundung });
      samples.push(performance.now() - begin);
      if (!bill.ok || !exact(bill.value.summe)) wrong += 1;
    }
  const { sheet, lines, memory } = seen(plan);
  return {
    figures: [
      figureOf(
        {
          id: 'costs.country',
          what: `One service over ${plan.zahler.length} payers in three layers, exactly`,
          unit: 'ms',
          shown: 'p95',
          limit,
        },
        samples,
        wrong,
      ),
      figureOf(
        { id: 'costs.country.ratio', what: 'The same, of its limit', unit: '%', shown: 'p95', limit: 100 },
        samples.map((ms) => (ms / limit) * 100),
      ),
      figureOf(
        { id: 'costs.line', what: 'Every step of one payer', unit: 'ms', shown: 'p95', limit: 20 },
        lines,
      ),
      figureOf({ id: 'costs.sheet', what: 'Its machine-readable sheet', unit: 'ms', shown: 'p95' }, sheet),
      figureOf(
        {
          id: 'costs.memory',
          what: 'What the bill adds to the process',
          unit: 'MB',
          shown: 'max',
          limit: 300,
        },
        [memory],
      ),
    ],
    details: { payers: plan.zahler.length, roundings: rundungen },
  };
});

function exact({
  kosten,
  netto,
  rest,
  aufrundung,
}: Record<'kosten' | 'netto' | 'rest' | 'aufrundung', bigint>): boolean {
  return netto + rest - aufrundung === kosten;
}

function seen(plan: Kostenplan) {
  const before = process.memoryUsage().rss;
  const bill = apportion({ ...plan, rundung: 'groesster-rest' satisfies Rundung });
  if (!bill.ok) throw new Error(bill.refusal.message);
  const lines = timed(() => rechenwegOf(bill.value, '05766044'));
  const sheet = timed(() => JSON.stringify(blattOf(bill.value)));
  return { lines, sheet, memory: Math.max(0, process.memoryUsage().rss - before) / 2 ** 20 };
}

function timed(run: () => unknown): readonly number[] {
  return Array.from({ length: runs }, () => {
    const begin = performance.now();
    run();
    return performance.now() - begin;
  });
}
