import { lueckeOf } from '../src/contexts/planning/domain/kosten.ts';
import { pruefe } from '../src/contexts/planning/domain/pruefung.ts';
import { openHighs } from '../src/contexts/planning/solver/highs.ts';
import { genauBis, loese } from '../src/contexts/planning/solver/loese.ts';
import { zufallOf } from '../src/contexts/planning/solver/nachbarschaft.ts';
import { runSolver } from '../src/contexts/planning/solver/run-solver.ts';
import {
  type Fallgroesse,
  fallOf,
  grosserFall,
  kleinerFall,
} from '../src/contexts/planning/testing/faelle.ts';
import optima from '../src/contexts/planning/testing/optima.json' with { type: 'json' };
import { sekundenUsual } from '../src/contexts/planning/use-cases/grundlage.ts';
import { figureOf } from './support/figure.ts';
import { report } from './support/report.ts';

/**
 * Plans: 150 Massnahmen, each for those of 40 Kommunen that want it, over 8 quarters, as the worker makes them; 30 small
 * cases against their exact optimum; 1,000 random large ones of which none may overfill a team.
 */

const largeCases = 5;
const smallCases = optima.length;
const randomCases = Number(process.argv[2] ?? 1_000);
const uhr = () => performance.now() / 1_000;

await report('planning', 'Plans that fit teams and quarters', async () => {
  const highs = await openHighs();
  const large = [];
  for (let seed = 1; seed <= largeCases; seed += 1) large.push(await largePlan(seed));
  const small = Array.from({ length: smallCases }, (_, index) => smallPlan(highs, index + 1));
  const random = Array.from({ length: randomCases }, (_, index) => randomPlan(highs, index + 1));
  return {
    figures: [
      figureOf(
        {
          id: 'planning.large',
          what: 'A plan of 150 Maßnahmen for 40 Kommunen over 8 quarters',
          unit: 's',
          shown: 'max',
          limit: 10,
        },
        large.map(({ seconds }) => seconds),
        large.filter(({ kept, reports }) => !kept || reports < 5).length,
      ),
      figureOf(
        {
          id: 'planning.large.gap',
          what: 'How far it may be above the best plan, proven',
          unit: '%',
          shown: 'max',
        },
        large.map(({ gap }) => gap),
      ),
      figureOf(
        {
          id: 'planning.small.gap',
          what: 'Plans of 12 Maßnahmen, 4 quarters and 2 scarce teams above their exact optimum',
          unit: '%',
          shown: 'max',
          limit: 3,
        },
        small.map(({ above }) => above),
        small.filter(({ kept, proven }) => !kept || !proven).length,
      ),
      figureOf(
        { id: 'planning.small.own', what: 'The same without the exact model', unit: '%', shown: 'p50' },
        small.map(({ ownAbove }) => ownAbove),
      ),
      figureOf(
        {
          id: 'planning.random',
          what: `Random large plans (${randomCases}); an error is one that breaks a rule`,
          unit: 'ms',
          shown: 'p95',
        },
        random.map(({ ms }) => ms),
        random.filter(({ kept }) => !kept).length,
      ),
    ],
    details: { large, secondsOfSmall: small.map(({ seconds }) => seconds) },
  };
});

async function largePlan(seed: number) {
  const problem = fallOf(seed, grosserFall);
  const begun = uhr();
  let reports = 0;
  const ergebnis = await runSolver({ problem, sekunden: sekundenUsual, seed: 1 }, async () => {
    reports += 1;
    return true;
  });
  if (ergebnis === null) throw new Error('nobody ended this plan, and there is none');
  return {
    seed,
    einheiten: problem.einheiten.length,
    seconds: uhr() - begun,
    gap: lueckeOf(ergebnis.wert, ergebnis.schranke) * 100,
    ohnePlatz: ergebnis.zuteilung.filter((platz) => platz < 0).length,
    reports,
    kept: pruefe(problem, ergebnis.zuteilung).length === 0,
  };
}

type Solver = Awaited<ReturnType<typeof openHighs>>;

function smallPlan(highs: Solver, seed: number) {
  const problem = fallOf(seed, kleinerFall);
  const run = (sekunden: number, most: number) =>
    loese(highs, problem, { sekunden, seed: 1, genauBis: most, uhr, melden: () => {} });
  const optimum = optima[seed - 1] ?? 0;
  const begun = uhr();
  const usual = run(sekundenUsual, genauBis);
  const seconds = uhr() - begun;
  const own = run(2, 0);
  const above = ({ wert }: typeof usual) => ((wert - optimum) / Math.max(1, optimum)) * 100;
  return {
    above: above(usual),
    ownAbove: above(own),
    seconds,
    proven: usual.verfahren === 'genau',
    kept: pruefe(problem, usual.zuteilung).length === 0,
  };
}

function randomPlan(highs: Solver, seed: number) {
  const zufall = zufallOf(seed);
  const between = (least: number, most: number) => least + Math.floor(zufall() * (most - least + 1));
  const groesse: Fallgroesse = {
    massnahmen: between(50, 200),
    kommunen: between(10, 60),
    quartale: between(2, 12),
    teams: between(1, 12),
    anteil: 0.1 + zufall() * 0.6,
    abhaengig: zufall() * 0.6,
    deckung: 0.3 + zufall() * 1.5,
  };
  const problem = fallOf(seed, groesse);
  const begun = uhr();
  const { zuteilung } = loese(highs, problem, { sekunden: 0.15, seed, genauBis, uhr, melden: () => {} });
  return { ms: (uhr() - begun) * 1_000, kept: pruefe(problem, zuteilung).length === 0 };
}
