import { html } from 'hono/html';
import { alert, badge, buttonRow, type Html, linkButton, textLink } from '#ui';
import type { VerorteterBefund } from '../befund.ts';
import { bereiche } from '../settings/ort.ts';
import { adresse, type Offen } from './answers.ts';

export function maengel({ entwurf: { dienst } }: Offen, befunde: readonly VerorteterBefund[]): Html {
  if (befunde.length === 0) return html``;
  const most = 8;
  const items = befunde
    .slice(0, most)
    .map(
      ({ ort, ortTitel, was }) =>
        html`<li>${textLink(adresse(dienst, 'teil', { ort }), ortTitel)}: ${was}</li>`,
    );
  const more =
    befunde.length > most
      ? html`<p class="kern-body">${textLink(adresse(dienst, 'pruefung'), `Alle ${befunde.length} Fehler`)}</p>`
      : '';
  const title =
    befunde.length === 1 ? 'Eine Stelle stimmt noch nicht' : `${befunde.length} Stellen stimmen noch nicht`;
  return alert({
    kind: 'warning',
    title,
    body: html`<ul class="kern-list kern-list--bullet">${items}</ul>${more}`,
  });
}

export function bereichListe({ entwurf: { dienst } }: Offen, befunde: readonly VerorteterBefund[]): Html {
  const links = Object.entries(bereiche).map(([name, { titel }]) => {
    const ort = `bereich/${name}`;
    const count = befunde.filter((each) => each.ort === ort).length;
    return html`<li>${textLink(adresse(dienst, 'teil', { ort }), titel)}${count > 0 ? html` ${badge('danger', `${count} Fehler`)}` : ''}</li>`;
  });
  return html`<ul class="kern-list kern-list--bullet">${links}</ul>${buttonRow(linkButton('Als Bürgerin oder Bürger ansehen', adresse(dienst, 'vorschau'), { kind: 'secondary' }))}`;
}
