import { html } from 'hono/html';
import { formatNumber } from '../format.ts';
import { type Html, idFrom } from '../html.ts';
import { messages } from '../messages.ts';
import { table } from '../table.ts';
import { figure } from './chart.ts';
import { downOf, plot, plotHeight } from './plot.ts';
import { round, valueScale } from './scale.ts';

export interface HistogramOptions {
  readonly id: string;
  readonly caption: string;
  readonly description: string;
  readonly values: readonly number[];
  /** What is counted: „Kommunen“. */
  readonly noun: string;
  /** The top of the scale across, such as 100 for shares. */
  readonly max?: number | undefined;
  /** Own value, shown as a line. */
  readonly mark?: { readonly value: number; readonly label: string } | undefined;
  readonly format?: ((value: number) => string) | undefined;
}

/** A class of values: from `from` up to, but without, `to`; the last one holds its end as well. */
export interface HistogramClass {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** Values in at most ten classes of equal width on round numbers. */
export function histogramClasses(
  values: readonly number[],
  max = Math.max(0, ...values),
): readonly HistogramClass[] {
  const { marks, max: top } = valueScale(max);
  const step = (marks[1] ?? top) / (marks.length <= 6 && (marks[1] ?? 0) % 2 === 0 ? 2 : 1);
  return Array.from({ length: Math.round(top / step) }, (_, index) => {
    const [from, to] = [index * step, (index + 1) * step];
    const last = to >= top;
    return {
      from,
      to,
      count: values.filter((value) => value >= from && (value < to || (last && value <= to))).length,
    };
  });
}

/** How values spread: one bar a class, the own value as a line, the table behind it. */
export function histogram(options: HistogramOptions): Html {
  const { format = formatNumber, mark, noun } = options;
  const id = idFrom('bild', options.id);
  const classes = histogramClasses(options.values, options.max);
  const scale = valueScale(Math.max(...classes.map(({ count }) => count)));
  const top = classes.at(-1)?.to ?? 1;
  const width = 100 / classes.length;
  const bars = classes.map(({ from, to, count }, index) => {
    const y = downOf(count, scale);
    return html`<rect class="lw-bar__part lw-tone-1" x="${round(index * width)}%" y="${y}" width="${round(width)}%" height="${round(plotHeight + 10 - y)}"><title>${format(from)} bis ${format(to)}: ${formatNumber(count)} ${noun}</title></rect>`;
  });
  const at = mark ? round((Math.min(mark.value, top) / top) * 100) : 0;
  const own = mark
    ? [
        html`<line class="lw-plot__own" x1="${at}%" x2="${at}%" y1="10" y2="${plotHeight + 10}"/><text class="lw-plot__label lw-plot__label--strong" x="${at}%" dx="${at > 60 ? -6 : 6}" y="22" text-anchor="${at > 60 ? 'end' : 'start'}">${mark.label}: ${format(mark.value)}</text>`,
      ]
    : [];
  const every = classes.length > 5 ? 2 : 1;
  const labels = [...classes.map(({ from }) => from), top]
    .map((value) => ({ at: round((value / top) * 100), text: format(value) }))
    .filter((_, index) => index % every === 0);
  const said = mark ? ` ${mark.label}: ${format(mark.value)}.` : '';
  return figure(
    options.caption,
    html`<p class="kern-body kern-body--small kern-body--muted" id="${id}-text">${options.description}<span class="kern-sr-only">${said}</span></p>${plot({ scale, labels, drawing: [...bars, ...own] })}`,
    table({
      caption: options.caption,
      captionHidden: true,
      small: true,
      columns: [{ label: messages.chart.group }, { label: noun, numeric: true }],
      rows: classes.map(({ from, to, count }) => [
        `${format(from)} bis ${to === top ? '' : 'unter '}${format(to)}`,
        formatNumber(count),
      ]),
    }),
  );
}
