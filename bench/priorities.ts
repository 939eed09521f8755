import { performance } from 'node:perf_hooks';
import { couldMove } from '../src/contexts/priorities/domain/could-move.ts';
import { type Gewichtung, ueblicheGewichtung } from '../src/contexts/priorities/domain/gewichtung.ts';
import { type Beleg, jeKriterium, kriterien } from '../src/contexts/priorities/domain/kriterium.ts';
import { rangliste, rankLeistungen, weltOf } from '../src/contexts/priorities/domain/rangfolge.ts';
import { stabilitaetOf } from '../src/contexts/priorities/domain/stabilitaet.ts';
import { vergleiche } from '../src/contexts/priorities/domain/vergleich.ts';
import { localDate } from '../src/kernel/index.ts';
import { type Figure, type FigureHead, figureOf } from './support/figure.ts';
import { report } from './support/report.ts';

/** How fast 5,249 Leistungen are ranked under other weights each time, explained and looked at for stability. */

const leistungen = 5_249;
const samples = 1_000;

// A fixed sequence, so that every run measures the same.
let state = 20_261_122;
const random = (below: number): number => {
  state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
  return Math.floor((state / 2 ** 32) * below);
};

const unknown: Beleg = { wert: null, herkunft: 'unbekannt', satz: 'Niemand hat eine Stufe angegeben.' };
const known = (): Beleg => {
  const wert = random(1001);
  return { wert, herkunft: 'angabe', satz: `Wert ${wert} (Quelle der Messung).` };
};
const welt = weltOf(
  localDate('2026-11-22'),
  Array.from({ length: leistungen }, (_, row) => ({
    id: `L${String(row + 1).padStart(5, '0')}`,
    leika: null,
    name: `Leistung ${row + 1}`,
    ozgId: null,
    ozgName: null,
    themenfeld: null,
  })),
  Array.from({ length: leistungen }, () => kriterien.map(() => (random(3) === 0 ? unknown : known()))),
);
const weights: readonly Gewichtung[] = Array.from({ length: samples }, () => ({
  ...ueblicheGewichtung,
  gewichte: jeKriterium((_, index) => (index === 0 ? 1 : 0) + random(100)),
}));
const offen = welt.leistungen
  .slice(0, 600)
  .map(({ id }) => ({ leistungId: id, bedarf: { von: 0, bis: 1000 }, fallzahlen: null }));

await report('priorities', 'Priorities', async () => ({
  figures: [
    measure(
      {
        ...ms('rank', 'Ranking 5,249 Leistungen under changed weights, every place explained', 'p95'),
        limit: 50,
      },
      (gewichtung) => rankLeistungen(welt, gewichtung).length,
    ),
    measure(ms('order', 'The same, places only', 'p95'), (gewichtung) => rangliste(welt, gewichtung).gesamt),
    measure(
      ms('stability', 'The place of one Leistung at every weight of every criterion', 'p95'),
      (gewichtung, at) => stabilitaetOf(welt, gewichtung, at % leistungen).length,
    ),
    measure(
      ms('compare', 'Why one Leistung stands above another, with the ranking', 'p95'),
      (gewichtung, at) =>
        vergleiche(welt, gewichtung, rangliste(welt, gewichtung), [
          at % leistungen,
          (at * 7 + 1) % leistungen,
        ]).differenz,
    ),
    measure(
      ms('could-move', 'Which of 600 open answers could change the first 20', 'p95'),
      (gewichtung) => couldMove(welt, gewichtung, offen).size,
    ),
  ],
  details: { leistungen, kriterien: kriterien.length },
}));

function ms(id: string, what: string, shown: FigureHead['shown']): FigureHead {
  return { id: `priorities.${id}`, what, unit: 'ms', shown };
}

function measure(head: FigureHead, run: (gewichtung: Gewichtung, at: number) => number): Figure {
  const times: number[] = [];
  let seen = 0;
  for (const [at, gewichtung] of weights.entries()) {
    const begun = performance.now();
    seen += run(gewichtung, at);
    times.push(performance.now() - begun);
  }
  if (!Number.isFinite(seen)) throw new Error(`${head.id} computed nothing`);
  return figureOf(head, times);
}
