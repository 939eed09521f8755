import { html } from 'hono/html';
import type { Content, Html } from './html.ts';

export interface StatTile {
  readonly label: string;
  readonly value: string;
  /** What the figure counts, from which source and date. */
  readonly note?: Content;
  /** The rows that it counts. */
  readonly href?: string | undefined;
}

/** A few key figures. Each leads to the rows that it counts. */
export function statTiles(tiles: readonly StatTile[]): Html {
  return html`<ul class="lw-stats">${tiles.map(
    (tile) =>
      html`<li class="lw-stat"><p class="lw-stat__label">${
        tile.href
          ? html`<a class="kern-link kern-link--stretched kern-link--no-visited-state" href="${tile.href}">${tile.label}</a>`
          : tile.label
      }</p><p class="lw-stat__value">${tile.value}</p>${tile.note ? html`<p class="lw-stat__note">${tile.note}</p>` : ''}</li>`,
  )}</ul>`;
}
