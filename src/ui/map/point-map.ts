import { html } from 'hono/html';
import { formatNumber } from '../format.ts';
import { attributes, type Content, type Html, idFrom } from '../html.ts';
import { messages } from '../messages.ts';
import { type MapLegend, mapLegend } from './map-legend.ts';
import { mapTable } from './map-table.ts';
import { type PointSize, placedPoints } from './point-places.ts';

/** A place on a map that is drawn from coordinates. */
export interface MapPoint {
  readonly ags: string;
  readonly name: string;
  /** What stands above it in the table: its Kreis. */
  readonly group: string;
  readonly lat: number;
  readonly lon: number;
}

export interface PointMapOptions {
  readonly id: string;
  readonly caption: Content;
  /** One sentence that says what the map shows. */
  readonly description: string;
  readonly points: readonly MapPoint[];
  /** By AGS; one that is missing or `null` counts as „keine Angabe“. */
  readonly values: ReadonlyMap<string, number | null>;
  readonly legend: MapLegend;
  readonly href?: ((ags: string) => string) | undefined;
  /** How a value reads. */
  readonly format?: ((value: number) => string) | undefined;
}

interface ShownPoint extends MapPoint {
  readonly shade: number;
  readonly text: string;
  readonly href: string | undefined;
  readonly x: number;
  readonly y: number;
}

/**
 * A map of any area, drawn from the coordinates of its Gemeinden: a point for each, larger and deeper in colour the
 * further its class. Every point is a link where there is somewhere to go; the table behind says the same.
 */
export function pointMap(options: PointMapOptions): Html {
  const id = idFrom('karte', options.id);
  const { places, size } = placedPoints(options.points);
  const shown = options.points.map((point, index): ShownPoint => {
    const value = options.values.get(point.ags) ?? null;
    const { x, y } = places[index] ?? { x: 0, y: 0 };
    const format = options.format ?? formatNumber;
    const shade =
      value === null ? 0 : Math.max(1, options.legend.classes.filter(({ from }) => value >= from).length);
    const text = value === null ? messages.map.none : format(value);
    return { ...point, x, y, shade, text, href: options.href?.(point.ags) };
  });
  const rows = shown.map(({ ags, name, group, shade, text, href }) => {
    return { ags, name, kreis: group, spalte: 0, zeile: 0, shade, text, href };
  });
  const after = `${id}-tabelle`;
  return html`<figure class="lw-figure lw-map" aria-labelledby="${id}-titel" aria-describedby="${id}-text"><figcaption class="kern-title kern-title--small" id="${id}-titel">${options.caption}</figcaption>
<p class="kern-body kern-body--small kern-body--muted" id="${id}-text">${options.description} ${messages.map.points}</p>
${options.href ? html`<a class="lw-map__skip kern-link" href="#${after}">${messages.map.skip}</a>` : ''}
<svg class="lw-map__picture lw-map__picture--points" viewBox="0 0 ${size.width} ${size.height}" role="group" aria-labelledby="${id}-titel">${shown
    .toSorted((a, b) => a.shade - b.shade)
    .map((point) => circle(point, size))}</svg>
${mapLegend(options.legend, rows)}
<details class="lw-figure__table" id="${after}"><summary>${messages.map.table}</summary>${mapTable(options.legend, rows)}</details></figure>`;
}

function circle({ x, y, shade, name, text, href }: ShownPoint, { radius }: PointSize): Html {
  const label = `${name}: ${text}${shade === 0 ? '' : `, ${messages.map.group} ${shade}`}`;
  const face = html`<title>${label}</title><circle r="${round(radius * (0.6 + 0.1 * shade))}"/>`;
  const common = {
    class: `lw-map__point lw-shade-${shade}`,
    transform: `translate(${round(x)} ${round(y)})`,
    'aria-label': label,
  };
  return href
    ? html`<a${attributes({ ...common, href })}>${face}</a>`
    : html`<g${attributes({ ...common, role: 'img' })}>${face}</g>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
