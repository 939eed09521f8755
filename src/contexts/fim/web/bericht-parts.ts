import { html } from 'hono/html';
import { badge, type Html, table } from '#ui';
import type { Befund, Gewicht } from '../domain/bericht.ts';
import { befundLabel, gewichtLabel } from '../messages.ts';

const looks = { luecke: 'danger', arbeit: 'warning', hinweis: 'neutral' } as const;
const order: Readonly<Record<Gewicht, number>> = { luecke: 0, arbeit: 1, hinweis: 2 };

/** The report of an import, the heaviest first. */
export function befundTabelle(befunde: readonly Befund[]): Html {
  const sorted = befunde.toSorted((a, b) => order[a.gewicht] - order[b.gewicht]);
  return table({
    caption: 'Bericht der Übernahme',
    captionHidden: true,
    small: true,
    columns: [
      { label: 'Was', width: 'narrow' },
      { label: 'Gewicht', width: 'narrow' },
      { label: 'Stelle', width: 'wide' },
      { label: 'Befund', width: 'wide' },
    ],
    rows: sorted.map(({ art, gewicht, fimId, ort, zeile, text }) => [
      befundLabel[art],
      badge(looks[gewicht], gewichtLabel[gewicht]),
      html`${ort}<br><span class="kern-body--muted">${fimId}${zeile > 0 ? `, Zeile ${zeile}` : ''}</span>`,
      text,
    ]),
    empty: html`<p class="kern-body">Das Formular trägt alles, was im Schema steht.</p>`,
  });
}
