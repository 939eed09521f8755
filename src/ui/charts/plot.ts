import { html } from 'hono/html';
import { formatNumber } from '../format.ts';
import type { Html } from '../html.ts';
import { round, type ValueScale } from './scale.ts';

/** Pixels of the drawn part of a plot; its width follows the page. */
export const plotHeight = 220;
const below = 28;
const above = 10;

/** How far down a value lies, in pixels. */
export function downOf(value: number, { max }: ValueScale): number {
  return round(above + (1 - value / max) * plotHeight);
}

export interface PlotOptions {
  readonly scale: ValueScale;
  readonly format?: ((value: number) => string) | undefined;
  /** Words below the picture, each at its percentage. */
  readonly labels: readonly { readonly at: number; readonly text: string }[];
  /** Drawn by percentages across and pixels down. */
  readonly drawing: readonly Html[];
}

/**
 * Axes and what is drawn between them. Text keeps its size at every width, because places across are percentages and
 * nothing is scaled.
 */
export function plot({ scale, format = formatNumber, labels, drawing }: PlotOptions): Html {
  const height = above + plotHeight + below;
  const lines = scale.marks.map(
    (mark) =>
      html`<line class="lw-plot__grid" x1="0" x2="100%" y1="${downOf(mark, scale)}" y2="${downOf(mark, scale)}"/>`,
  );
  return html`<div class="lw-plot" aria-hidden="true"><svg class="lw-plot__values" width="100%" height="${height}" focusable="false">${scale.marks.map(
    (mark) => html`<text x="100%" y="${downOf(mark, scale) + 5}" text-anchor="end">${format(mark)}</text>`,
  )}</svg><svg class="lw-plot__area" width="100%" height="${height}" focusable="false">${lines}${[...drawing]}${labels.map(
    ({ at, text }, index) =>
      html`<text class="lw-plot__label${index % 2 === 1 ? ' lw-plot__label--far' : ''}" x="${at}%" y="${height - 6}" text-anchor="${at < 8 ? 'start' : at > 92 ? 'end' : 'middle'}">${text}</text>`,
  )}</svg></div>`;
}
