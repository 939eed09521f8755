import { html } from 'hono/html';
import { formatNumber, formatShare } from '../format.ts';
import { type Html, idFrom } from '../html.ts';
import { textLink } from '../link.ts';
import { messages } from '../messages.ts';
import { table } from '../table.ts';
import { type ChartTone, figure, toneAt } from './chart.ts';
import { patterns, tonedBar, toneKey } from './patterns.ts';
import { round } from './scale.ts';

export interface StackedBarsOptions {
  readonly id: string;
  readonly caption: string;
  readonly description: string;
  /** What every bar divides into, in the same order as each row's values. */
  readonly parts: readonly { readonly label: string; readonly tone?: ChartTone | undefined }[];
  readonly rows: readonly {
    readonly label: string;
    readonly href?: string | undefined;
    readonly values: readonly number[];
  }[];
  /** Every bar is full and shows shares; else the longest bar is the largest sum. */
  readonly asShares?: boolean | undefined;
  /** What a row is, for the head of the table. */
  readonly rowLabel?: string | undefined;
}

/** How several wholes divide: one bar a row, colour and pattern a part, the numbers behind it as a table. */
export function stackedBars(options: StackedBarsOptions): Html {
  const id = idFrom('bild', options.id);
  const tones = options.parts.map(({ tone }, index) => tone ?? toneAt(index));
  const largest = Math.max(1, ...options.rows.map(({ values }) => sum(values)));
  const legend = html`<ul class="lw-keys">${options.parts.map(
    ({ label }, index) => html`<li>${toneKey(id, tones[index] ?? '1')}<span>${label}</span></li>`,
  )}</ul>`;
  const bars = html`<ul class="lw-bars" aria-describedby="${id}-text">${options.rows.map((row) => {
    const total = sum(row.values);
    const whole = options.asShares ? total : largest;
    return html`<li class="lw-bars__row"><span class="lw-bars__label">${row.href ? textLink(row.href, row.label, { small: true }) : html`<span>${row.label}</span>`}</span><svg class="lw-bars__bar" width="100%" height="24" aria-hidden="true" focusable="false">${segments(id, options, tones, row.values, whole)}</svg><span class="lw-bars__value">${formatNumber(total)}</span></li>`;
  })}</ul>`;
  const picture = html`<p class="kern-body kern-body--small kern-body--muted" id="${id}-text">${options.description}</p><svg class="lw-defs" width="0" height="0" aria-hidden="true">${patterns(id, tones)}</svg>${legend}${bars}`;
  return figure(options.caption, picture, numbers(options));
}

function segments(
  id: string,
  { parts }: StackedBarsOptions,
  tones: readonly ChartTone[],
  values: readonly number[],
  whole: number,
): readonly Html[] {
  let start = 0;
  return values.flatMap((value, index) => {
    const width = whole === 0 ? 0 : (value / whole) * 100;
    const box = { x: `${round(start)}%`, y: 0, width: `${round(width)}%`, height: 24 };
    start += width;
    const label = `${parts[index]?.label ?? ''}: ${formatNumber(value)}`;
    return width > 0 ? [tonedBar(id, tones[index] ?? '1', box, label)] : [];
  });
}

function numbers({
  caption,
  parts,
  rows,
  asShares,
  rowLabel = messages.chart.group,
}: StackedBarsOptions): Html {
  return table({
    caption,
    captionHidden: true,
    small: true,
    columns: [
      { label: rowLabel },
      ...parts.map(({ label }) => ({ label, numeric: true })),
      { label: messages.chart.total, numeric: true },
    ],
    rows: rows.map(({ label, values }) => {
      const total = sum(values);
      const cell = (value: number) =>
        asShares ? `${formatNumber(value)} (${formatShare(value, total)})` : formatNumber(value);
      return [label, ...parts.map((_, index) => cell(values[index] ?? 0)), formatNumber(total)];
    }),
  });
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
