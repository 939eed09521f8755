import { html } from 'hono/html';
import { formatNumber } from '../format.ts';
import type { Html } from '../html.ts';
import { messages } from '../messages.ts';
import type { ShownTile } from './nrw-tiles.ts';

/** What the colours of a map mean; at most five classes, the smallest first. */
export interface MapLegend {
  /** What is counted: „Leistungen online“. */
  readonly title: string;
  /** A value belongs to the last class whose `from` it reaches. */
  readonly classes: readonly { readonly from: number; readonly label: string }[];
}

/** The classes with their number, their colour, and how many Kommunen each holds. */
export function mapLegend({ title, classes }: MapLegend, tiles: readonly ShownTile[]): Html {
  const entries = [
    ...classes.map(({ label }, index) => [index + 1, label] as const),
    [0, messages.map.none] as const,
  ];
  return html`<div class="lw-map__legend"><p class="kern-body kern-body--small kern-body--bold">${title}</p><ul class="lw-legend">${entries.map(
    ([shade, label]) =>
      html`<li class="lw-legend__item"><span class="lw-shade-key lw-shade-${shade}" aria-hidden="true">${shade === 0 ? '–' : shade}</span><span class="lw-legend__label">${label}</span><strong>${formatNumber(tiles.filter((tile) => tile.shade === shade).length)}</strong><span class="lw-legend__share">Kommunen</span></li>`,
  )}</ul></div>`;
}
