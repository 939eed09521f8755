import { html } from 'hono/html';
import { formatNumber, formatShare } from '../format.ts';
import { type Html, idFrom } from '../html.ts';
import { type ChartPart, figure, partLabel, partsTable, toneOf, totalOf } from './chart.ts';

export interface StackedBarOptions {
  readonly id: string;
  readonly caption: string;
  /** One sentence that says what the picture shows. */
  readonly description: string;
  readonly parts: readonly ChartPart[];
}

/** How a whole divides: one bar, a legend with the numbers, the table behind it. */
export function stackedBar(options: StackedBarOptions): Html {
  const total = totalOf(options.parts);
  const id = idFrom('bild', options.id);
  const picture = html`<p class="kern-body kern-body--small kern-body--muted">${options.description}</p><svg class="lw-bar" width="100%" height="32" role="img" aria-labelledby="${id}-titel ${id}-text"><title id="${id}-titel">${options.caption}</title><desc id="${id}-text">${options.description}</desc>${segments(options.parts, total)}</svg>
<ul class="lw-legend">${options.parts.map(
    (part, index) =>
      html`<li class="lw-legend__item"><svg class="lw-legend__key" width="14" height="14" aria-hidden="true"><rect class="lw-tone-${toneOf(part, index)}" width="14" height="14" rx="3"/></svg><span class="lw-legend__label">${partLabel(part)}</span><strong>${formatNumber(part.value)}</strong><span class="lw-legend__share">${formatShare(part.value, total)}</span></li>`,
  )}</ul>`;
  return figure(options.caption, picture, partsTable(options.caption, options.parts));
}

function segments(parts: readonly ChartPart[], total: number): readonly Html[] {
  const drawn: Html[] = [];
  let start = 0;
  for (const [index, part] of parts.entries()) {
    const width = total === 0 ? 0 : (part.value / total) * 100;
    if (width > 0) {
      drawn.push(
        html`<rect class="lw-bar__part lw-tone-${toneOf(part, index)}" x="${start.toFixed(3)}%" width="${width.toFixed(3)}%" height="32"><title>${part.label}: ${formatNumber(part.value)}</title></rect>`,
      );
    }
    start += width;
  }
  return drawn;
}
