import { html } from 'hono/html';
import { formatNumber } from '../format.ts';
import { type Html, idFrom } from '../html.ts';
import { type ChartPart, figure, partLabel, partsTable, totalOf } from './chart.ts';

export interface BarChartOptions {
  readonly id: string;
  readonly caption: string;
  readonly description: string;
  readonly parts: readonly ChartPart[];
  /** What a full bar stands for; defaults to the largest value. */
  readonly max?: number | undefined;
  /** What the shares in the table refer to; defaults to the sum. */
  readonly total?: number | undefined;
}

/** Quantities side by side: one bar a row, label and number as text, the table behind it. */
export function barChart(options: BarChartOptions): Html {
  const max = options.max ?? Math.max(1, ...options.parts.map((part) => part.value));
  const id = idFrom('bild', options.id);
  const picture = html`<p class="kern-body kern-body--small kern-body--muted" id="${id}-text">${options.description}</p><ul class="lw-bars" aria-describedby="${id}-text">${options.parts.map(
    (part) =>
      html`<li class="lw-bars__row"><span class="lw-bars__label">${partLabel(part)}</span><svg class="lw-bars__bar" width="100%" height="16" aria-hidden="true" focusable="false"><rect class="lw-bars__track" width="100%" height="16" rx="3"/><rect class="lw-tone-${part.tone ?? '1'}" width="${((Math.min(part.value, max) / max) * 100).toFixed(3)}%" height="16" rx="3"/></svg><span class="lw-bars__value">${formatNumber(part.value)}</span></li>`,
  )}</ul>`;
  return figure(
    options.caption,
    picture,
    partsTable(options.caption, options.parts, options.total ?? totalOf(options.parts)),
  );
}
