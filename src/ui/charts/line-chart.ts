import { html } from 'hono/html';
import { compareLocalDates, formatLocalDate, type LocalDate } from '#kernel';
import { formatNumber } from '../format.ts';
import { type Html, idFrom } from '../html.ts';
import { messages } from '../messages.ts';
import { table } from '../table.ts';
import { type ChartTone, figure, toneAt } from './chart.ts';
import { downOf, plot, plotHeight } from './plot.ts';
import { monthLabel, monthMarks, percentOf, round, type ValueScale, valueScale } from './scale.ts';

export interface ChartPoint {
  readonly day: LocalDate;
  /** `null` where nothing is known: the line has a gap there. */
  readonly value: number | null;
}

export interface ChartSeries {
  readonly label: string;
  /** A plan is dashed with hollow marks, what happened is solid with filled ones. */
  readonly kind: 'ist' | 'plan';
  /** In order of days. */
  readonly points: readonly ChartPoint[];
  readonly tone?: ChartTone | undefined;
}

export interface LineChartOptions {
  readonly id: string;
  readonly caption: string;
  readonly description: string;
  /** At most six. */
  readonly series: readonly ChartSeries[];
  /** A value holds until the next one: stairs instead of slopes. */
  readonly steps?: boolean | undefined;
  readonly today?: LocalDate | undefined;
  /** The top of the scale; defaults to a round number above the largest value. */
  readonly max?: number | undefined;
  readonly format?: ((value: number) => string) | undefined;
}

/** Values over time, several lines in one picture, planned and actual apart; the table behind it has every value. */
export function lineChart(options: LineChartOptions): Html {
  const id = idFrom('bild', options.id);
  const days = daysOf(options.series);
  const [from, to] = [days[0], days.at(-1)];
  const legend = html`<ul class="lw-keys">${options.series.map((series, index) => html`<li>${lineKey(series, index)}<span>${series.label}</span></li>`)}</ul>`;
  const drawn =
    from && to ? picture(options, from, to) : html`<p class="kern-body">${messages.chart.nothing}</p>`;
  return figure(
    options.caption,
    html`<p class="kern-body kern-body--small kern-body--muted" id="${id}-text">${options.description}</p>${legend}${drawn}`,
    numbers(options, days),
  );
}

function daysOf(series: readonly ChartSeries[]): readonly LocalDate[] {
  const days = new Set(series.flatMap(({ points }) => points.map(({ day }) => day)));
  return [...days].sort(compareLocalDates);
}

function picture(options: LineChartOptions, from: LocalDate, to: LocalDate): Html {
  const values = options.series.flatMap(({ points }) => points.flatMap(({ value }) => value ?? []));
  const scale = valueScale(options.max ?? Math.max(0, ...values));
  const today =
    options.today && options.today >= from && options.today <= to ? percentOf(options.today, from, to) : null;
  return plot({
    scale,
    format: options.format,
    labels: monthMarks(from, to, 5).map((day) => ({ at: percentOf(day, from, to), text: monthLabel(day) })),
    drawing: [
      ...(today === null
        ? []
        : [
            html`<line class="lw-plot__today" x1="${today}%" x2="${today}%" y1="10" y2="${plotHeight + 10}"/><text class="lw-plot__label" x="${today}%" dx="${today > 80 ? -6 : 6}" y="22" text-anchor="${today > 80 ? 'end' : 'start'}">${messages.chart.today}</text>`,
          ]),
      ...options.series.map((series, index) =>
        line(series, index, { scale, from, to, steps: options.steps === true }),
      ),
    ],
  });
}

interface Frame {
  readonly scale: ValueScale;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly steps: boolean;
}

// A path knows no percentages, so it lies in a box that stretches; its stroke does not.
function line(series: ChartSeries, index: number, frame: Frame): Html {
  const { scale, from, to } = frame;
  const look = `lw-line lw-line--${series.kind} lw-stroke-${series.tone ?? toneAt(index)}`;
  const marks = series.points.flatMap(({ day, value }) =>
    value === null
      ? []
      : [
          html`<svg x="${percentOf(day, from, to)}%" y="${downOf(value, scale)}" overflow="visible"><path class="lw-mark-${series.kind} lw-stroke-${series.tone ?? toneAt(index)}" d="${markPath(index)}"/></svg>`,
        ],
  );
  return html`<svg width="100%" height="${plotHeight}" y="10" viewBox="0 0 100 100" preserveAspectRatio="none" overflow="visible"><path class="${look}" vector-effect="non-scaling-stroke" d="${pathOf(series.points, frame)}"/></svg>${series.points.length <= 40 ? marks : ''}`;
}

function pathOf(points: readonly ChartPoint[], { scale, from, to, steps }: Frame): string {
  let path = '';
  let joined = false;
  for (const { day, value } of points) {
    if (value !== null) {
      const [x, y] = [percentOf(day, from, to), round((1 - value / scale.max) * 100)];
      path += !joined ? `M${x} ${y}` : steps ? `H${x}V${y}` : `L${x} ${y}`;
    }
    joined = value !== null;
  }
  return path;
}

const markPaths = [
  'M-4-4H4V4H-4Z',
  'M0-5.500 5 4H-5Z',
  'M0-5.500 5.500 0 0 5.500-5.500 0Z',
  'M-5-4H5L0 5.500Z',
  'M-5 0A5 5 0 1 0 5 0A5 5 0 1 0-5 0Z',
  'M-5-2.500H5V2.500H-5Z',
] as const;

function markPath(index: number): string {
  return markPaths[index % markPaths.length] ?? markPaths[0];
}

function lineKey(series: ChartSeries, index: number): Html {
  const tone = series.tone ?? toneAt(index);
  return html`<svg class="lw-legend__key" width="40" height="18" aria-hidden="true"><path class="lw-line lw-line--${series.kind} lw-stroke-${tone}" d="M0 9H40"/><svg x="20" y="9" overflow="visible"><path class="lw-mark-${series.kind} lw-stroke-${tone}" d="${markPath(index)}"/></svg></svg>`;
}

function numbers(
  { caption, series, format = formatNumber }: LineChartOptions,
  days: readonly LocalDate[],
): Html {
  const values = series.map(({ points }) => new Map(points.map(({ day, value }) => [day, value])));
  return table({
    caption,
    captionHidden: true,
    small: true,
    columns: [{ label: messages.chart.day }, ...series.map(({ label }) => ({ label, numeric: true }))],
    rows: days.map((day) => [
      formatLocalDate(day),
      ...values.map((known) => {
        const value = known.get(day);
        return value === null || value === undefined ? '–' : format(value);
      }),
    ]),
  });
}
