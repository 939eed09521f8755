import { html } from 'hono/html';
import { badge, type Html } from '#ui';
import type { Zeile } from '../domain/unterschied.ts';
import { zeilenLabel } from '../messages.ts';

const order = ['parameter', 'leistung', 'frage', 'ablauf', 'text'] as const;

/** Change notes as lists by what they are about; what a Kommune has to do is marked. */
export function zeilenListe(zeilen: readonly Zeile[]): Html {
  if (zeilen.length === 0)
    return html`<p class="kern-body">Am Formular, an den Texten der Leistungsseite und an den Angaben der Kommunen ändert sich nichts.</p>`;
  return html`${order.map((art) => {
    const own = zeilen.filter((zeile) => zeile.art === art);
    if (own.length === 0) return '';
    return html`<p class="kern-body"><strong>${zeilenLabel[art]}</strong></p><ul class="kern-list kern-list--bullet">${own.map(
      ({ text, aufgabe }) => html`<li>${text}${aufgabe ? html` ${badge('warning', 'zu tun')}` : ''}</li>`,
    )}</ul>`;
  })}`;
}
