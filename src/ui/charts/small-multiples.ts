import { html } from 'hono/html';
import { formatLocalDate } from '#kernel';
import { formatNumber } from '../format.ts';
import { type Html, idFrom } from '../html.ts';
import { textLink } from '../link.ts';
import { messages } from '../messages.ts';
import { table } from '../table.ts';
import { figure } from './chart.ts';
import type { ChartPoint } from './line-chart.ts';
import { percentOf, round, valueScale } from './scale.ts';

export interface SmallMultiplesOptions {
  readonly id: string;
  readonly caption: string;
  readonly description: string;
  readonly charts: readonly {
    readonly label: string;
    readonly href?: string | undefined;
    /** In order of days. */
    readonly points: readonly ChartPoint[];
  }[];
  readonly max?: number | undefined;
  readonly format?: ((value: number) => string) | undefined;
}

/** Many small pictures on one scale, to be compared at a glance; each says its last value, the table has first and last. */
export function smallMultiples(options: SmallMultiplesOptions): Html {
  const { format = formatNumber, charts } = options;
  const id = idFrom('bild', options.id);
  const points = charts.flatMap((chart) => chart.points);
  const days = points.map(({ day }) => day).sort();
  const max = valueScale(options.max ?? Math.max(0, ...points.map(({ value }) => value ?? 0))).max;
  const [from, to] = [days[0], days.at(-1)];
  const said = (value: number | null | undefined) =>
    value === null || value === undefined ? messages.map.none : format(value);
  const cards = charts.map((chart) => {
    const path = from && to ? stairs(chart.points, (day) => percentOf(day, from, to), max) : '';
    return html`<li class="lw-multiple"><span class="lw-multiple__label">${chart.href ? textLink(chart.href, chart.label, { small: true }) : chart.label}</span><svg class="lw-multiple__picture" width="100%" height="56" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true" focusable="false"><path class="lw-plot__grid" vector-effect="non-scaling-stroke" d="M0 100H100M0 0H100"/><path class="lw-line lw-stroke-1" vector-effect="non-scaling-stroke" d="${path}"/></svg><strong class="lw-multiple__value">${said(lastOf(chart.points)?.value)}</strong></li>`;
  });
  return figure(
    options.caption,
    html`<p class="kern-body kern-body--small kern-body--muted" id="${id}-text">${options.description} ${messages.chart.oneScale(format(max))}</p><ul class="lw-multiples" aria-describedby="${id}-text">${cards}</ul>`,
    table({
      caption: options.caption,
      captionHidden: true,
      small: true,
      columns: [
        { label: messages.chart.group },
        { label: from ? formatLocalDate(from) : messages.chart.first, numeric: true },
        { label: to ? formatLocalDate(to) : messages.chart.last, numeric: true },
      ],
      rows: charts.map((chart) => [
        chart.label,
        said(chart.points[0]?.value),
        said(lastOf(chart.points)?.value),
      ]),
    }),
  );
}

function lastOf(points: readonly ChartPoint[]): ChartPoint | undefined {
  return points.findLast(({ value }) => value !== null);
}

function stairs(
  points: readonly ChartPoint[],
  across: (day: ChartPoint['day']) => number,
  max: number,
): string {
  const known = points.flatMap(({ day, value }) => (value === null ? [] : [{ x: across(day), value }]));
  return known
    .map(({ x, value }, index) => {
      const y = round((1 - value / max) * 100);
      return index === 0 ? `M${x} ${y}` : `H${x}V${y}`;
    })
    .join('');
}
