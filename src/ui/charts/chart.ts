import { html } from 'hono/html';
import { formatNumber, formatShare } from '../format.ts';
import type { Content, Html } from '../html.ts';
import { messages } from '../messages.ts';
import { table } from '../table.ts';

/** One share of a chart; `tone` picks its colour from the palette. */
export interface ChartPart {
  readonly label: string;
  readonly value: number;
  readonly tone?: ChartTone | undefined;
  /** The rows that it counts. */
  readonly href?: string | undefined;
}

/** Colours with a fixed meaning: `1` the leading one, `open` what nobody has decided, `none` what does not apply. */
export type ChartTone = '1' | '2' | '3' | '4' | '5' | '6' | 'open' | 'none';

const order: readonly ChartTone[] = ['1', '2', '3', '4', '5', '6'];

export function toneOf(part: ChartPart, index: number): ChartTone {
  return part.tone ?? toneAt(index);
}

/** The tone of the part at a position, where it names none. */
export function toneAt(index: number): ChartTone {
  return order[index % order.length] ?? '1';
}

export function totalOf(parts: readonly ChartPart[]): number {
  return parts.reduce((sum, part) => sum + part.value, 0);
}

export function partLabel(part: ChartPart): Html {
  return part.href
    ? html`<a class="kern-link kern-link--small kern-link--no-visited-state" href="${part.href}">${part.label}</a>`
    : html`<span>${part.label}</span>`;
}

/** A picture, its caption, and the numbers behind it as a table that opens. */
export function figure(caption: Content, picture: Html, numbers: Html): Html {
  return html`<figure class="lw-figure"><figcaption class="kern-title kern-title--small">${caption}</figcaption>${picture}<details class="lw-figure__table"><summary>${messages.chart.table}</summary>${numbers}</details></figure>`;
}

/** Table of parts with number and share of the total. */
export function partsTable(caption: string, parts: readonly ChartPart[], total = totalOf(parts)): Html {
  const { chart } = messages;
  return table({
    caption,
    captionHidden: true,
    small: true,
    columns: [
      { label: chart.group },
      { label: chart.value, numeric: true },
      { label: chart.share, numeric: true },
    ],
    rows: parts.map((part) => [part.label, formatNumber(part.value), formatShare(part.value, total)]),
    footer: [chart.total, formatNumber(totalOf(parts)), formatShare(totalOf(parts), total)],
  });
}
