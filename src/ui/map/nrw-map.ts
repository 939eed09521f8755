import { html } from 'hono/html';
import { formatNumber } from '../format.ts';
import { attributes, type Content, type Html, idFrom } from '../html.ts';
import { messages } from '../messages.ts';
import { type MapLegend, mapLegend } from './map-legend.ts';
import { mapTable } from './map-table.ts';
import { type MapTile, nrwTiles, type ShownTile } from './nrw-tiles.ts';
import { borderPath, middleOf, number, sizeOf, tilePath } from './tile-geometry.ts';

export interface NrwMapOptions {
  readonly id: string;
  readonly caption: Content;
  /** One sentence that says what the map shows. */
  readonly description: string;
  /** The value of each Kommune by its AGS; one that is missing or `null` counts as „keine Angabe“. */
  readonly values: ReadonlyMap<string, number | null>;
  readonly legend: MapLegend;
  /** The rows behind a Kommune. */
  readonly href?: ((ags: string) => string) | undefined;
  /** How a value reads: „62 %“. */
  readonly format?: ((value: number) => string) | undefined;
}

/**
 * A map of Nordrhein-Westfalen in which every Kommune is a hexagon of the same size near its place, so that none is
 * hidden. Colour and number say the class; every Kommune is a link; the table behind says the same.
 */
export function nrwMap(options: NrwMapOptions): Html {
  const tiles = nrwTiles().map((tile) => shown(tile, options));
  const id = idFrom('karte', options.id);
  const after = `${id}-tabelle`;
  return html`<figure class="lw-figure lw-map" aria-labelledby="${id}-titel" aria-describedby="${id}-text"><figcaption class="kern-title kern-title--small" id="${id}-titel">${options.caption}</figcaption>
<p class="kern-body kern-body--small kern-body--muted" id="${id}-text">${options.description} ${messages.map.honest}</p>
${options.href ? html`<a class="lw-map__skip kern-link" href="#${after}">${messages.map.skip}</a>` : ''}
${picture(id, tiles)}
${mapLegend(options.legend, tiles)}
<details class="lw-figure__table" id="${after}"><summary>${messages.map.table}</summary>${mapTable(options.legend, tiles)}</details></figure>`;
}

function shown(tile: MapTile, { values, legend, href, format = formatNumber }: NrwMapOptions): ShownTile {
  const value = values.get(tile.ags) ?? null;
  const shade = value === null ? 0 : Math.max(1, legend.classes.filter(({ from }) => value >= from).length);
  const text = value === null ? messages.map.none : format(value);
  return { ...tile, shade, text, href: href?.(tile.ags) };
}

function picture(id: string, tiles: readonly ShownTile[]): Html {
  const { width, height } = sizeOf(tiles);
  const kreise = Map.groupBy(tiles, ({ kreis }) => kreis);
  return html`<svg class="lw-map__picture" viewBox="0 0 ${width} ${height}" role="group" aria-labelledby="${id}-titel"><defs><path id="${id}-kachel" d="${tilePath}"/></defs>${[
    ...kreise,
  ].map(
    ([kreis, own]) =>
      html`<g role="group" aria-label="${kreis}">${own.map((tile) => tileLink(id, tile))}</g>`,
  )}<path class="lw-map__border" d="${borderPath(tiles)}" aria-hidden="true"/></svg>`;
}

function tileLink(id: string, tile: ShownTile): Html {
  const { x, y } = middleOf(tile);
  const where = tile.kreis === tile.name ? tile.name : `${tile.name}, ${tile.kreis}`;
  const name = `${where}: ${tile.text}`;
  const face = html`<title>${name}</title><use href="#${id}-kachel"/><text y="3.5" aria-hidden="true">${tile.shade === 0 ? '–' : tile.shade}</text>`;
  const common = {
    class: `lw-map__tile lw-shade-${tile.shade}`,
    transform: `translate(${number(x)} ${number(y)})`,
    // Who speaks to the page says what stands on the tile, so the name has it too.
    'aria-label': tile.shade === 0 ? name : `${name}, ${messages.map.group} ${tile.shade}`,
  };
  return tile.href
    ? html`<a${attributes({ ...common, href: tile.href })}>${face}</a>`
    : html`<g${attributes({ ...common, role: 'img' })}>${face}</g>`;
}
