import { html } from 'hono/html';
import type { Html } from '../html.ts';
import { messages } from '../messages.ts';
import type { MapLegend } from './map-legend.ts';
import type { ShownTile } from './nrw-tiles.ts';

/** The map as a table, Kreis by Kreis; lean, because it has a row for each of 396 Kommunen. */
export function mapTable({ title, classes }: MapLegend, tiles: readonly ShownTile[]): Html {
  const { map } = messages;
  const kreise = Map.groupBy(tiles, ({ kreis }) => kreis);
  return html`<table class="lw-plain-table"><caption class="kern-sr-only">${title}</caption><thead><tr><th scope="col">${map.kommune}</th><th scope="col">${title}</th><th scope="col">${map.group}</th></tr></thead>${[
    ...kreise,
  ].map(
    ([kreis, own]) =>
      html`<tbody>${own.length > 1 ? html`<tr><th scope="rowgroup" colspan="3">${kreis}</th></tr>` : ''}${own.map(
        (tile) =>
          html`<tr><th scope="row">${tile.href ? html`<a class="kern-link kern-link--no-visited-state" href="${tile.href}">${tile.name}</a>` : tile.name}</th><td>${tile.text}</td><td>${tile.shade === 0 ? '–' : (classes[tile.shade - 1]?.label ?? tile.shade)}</td></tr>`,
      )}</tbody>`,
  )}</table>`;
}
