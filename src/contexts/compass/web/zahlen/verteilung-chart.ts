import { type ChartTone, stackedBars } from '#ui';
import type { Verteilung } from '../../figures/answer-figures.ts';
import { teilParameter } from '../../use-cases/abdeckung-fragen.ts';
import type { GestellteFrage } from '../../use-cases/frage-stellen.ts';
import { gliederungLabel } from '../../views/gliederung-label.ts';
import type { Achsen } from './verteilung-list.ts';
import { addressOf } from './zahlen-route.ts';

/** What has no meaning of its own takes the next colour. */
const tones: ReadonlyMap<string, ChartTone> = new Map([
  ['keine-angabe', 'none'],
  ['unbekannt', 'none'],
  ['nicht-begonnen', 'open'],
  ['vorgemerkt', '4'],
  ['geplant', '3'],
  ['in-umsetzung', '5'],
  ['in-erprobung', '6'],
  ['online', '1'],
  ['abgeschaltet', '2'],
  ['nicht-anwendbar', '2'],
]);

/** One bar for each row, divided by the columns. */
export function verteilungChart(
  { parameters }: GestellteFrage,
  { zeilen, spalten }: Achsen,
  verteilung: Verteilung,
) {
  return stackedBars({
    id: 'verteilung',
    caption: `${gliederungLabel[zeilen]} nach ${gliederungLabel[spalten]}`,
    description: 'Jeder Balken ist ein Ganzes, geteilt nach Anteilen.',
    asShares: true,
    rowLabel: gliederungLabel[zeilen],
    parts: verteilung.spalten.map(({ key, label }) => ({
      label,
      tone: tones.get(key),
    })),
    rows: verteilung.zeilen.map(({ key, label }, at) => ({
      label,
      href: addressOf('/zahlen/paare', teilParameter(parameters, zeilen, key)),
      values: verteilung.paare[at] ?? [],
    })),
  });
}
