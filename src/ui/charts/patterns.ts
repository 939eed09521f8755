import { html } from 'hono/html';
import type { Html } from '../html.ts';
import type { ChartTone } from './chart.ts';

/** Lines and dots over a tone, so that parts differ without their colour; the first tone stays plain. */
const drawings: Readonly<Record<Exclude<ChartTone, '1'>, string>> = {
  '2': 'M0 8 8 0',
  '3': 'M4 0V8',
  '4': 'M0 4H8',
  '5': 'M0 0 8 8M0 8 8 0',
  '6': 'M3 3H5V5H3Z',
  open: 'M0 0 8 8',
  none: 'M4 0V8M0 4H8',
};

/** The definitions of a picture's patterns; `patternOf` names them. */
export function patterns(id: string, tones: readonly ChartTone[]): Html {
  return html`<defs>${[...new Set(tones)].map((tone) =>
    tone === '1'
      ? ''
      : html`<pattern id="${id}-muster-${tone}" width="8" height="8" patternUnits="userSpaceOnUse"><path class="lw-pattern" d="${drawings[tone]}"/></pattern>`,
  )}</defs>`;
}

/** A bar in its tone with its pattern over it. */
export function tonedBar(
  id: string,
  tone: ChartTone,
  box: { readonly x: string; readonly y: number; readonly width: string; readonly height: number },
  label: string,
): Html {
  const place = html` x="${box.x}" y="${box.y}" width="${box.width}" height="${box.height}"`;
  return html`<rect class="lw-bar__part lw-tone-${tone}"${place}><title>${label}</title></rect>${
    tone === '1' ? '' : html`<rect class="lw-bar__pattern" fill="url(#${id}-muster-${tone})"${place}/>`
  }`;
}

/** The key of a tone in a legend. */
export function toneKey(id: string, tone: ChartTone): Html {
  return html`<svg class="lw-legend__key" width="18" height="18" aria-hidden="true">${tonedBar(id, tone, { x: '0', y: 0, width: '18', height: 18 }, '')}</svg>`;
}
