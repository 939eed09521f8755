import { html } from 'hono/html';
import type { Catalogue } from '#catalogue';
import { type FacettenWahl, zielgruppeLabel, zielgruppen } from '#finder';
import { accordion, formatNumber, type Html, textLink } from '#ui';
import type { Suchantwort } from '../use-cases/find-at-place.ts';
import { type Suchadresse, suchadresse } from './suchadresse.ts';

const fewest = 4;
const mostThemenfelder = 6;

interface Choice {
  readonly label: string;
  readonly anzahl: number;
  readonly wahl: FacettenWahl;
}

/** How to narrow a search, with how many hits each choice leaves; and how to undo it. */
export function facets(
  { facetten, gesamt }: Suchantwort,
  adresse: Suchadresse,
  catalogue: Catalogue,
): Html | '' {
  const narrowed = Object.keys(adresse.wahl).length > 0;
  if (gesamt < fewest && !narrowed) return '';
  const choices: readonly Choice[] = [
    { label: 'Nur, was hier online geht', anzahl: facetten.online, wahl: { online: true } },
    ...zielgruppen.map((zielgruppe) => ({
      label: `Für ${zielgruppeLabel[zielgruppe]}`,
      anzahl: facetten.zielgruppen[zielgruppe],
      wahl: { zielgruppe },
    })),
    ...facetten.themenfelder.slice(0, mostThemenfelder).map(({ themenfeldId, anzahl }) => ({
      label: catalogue.themenfeldById.get(themenfeldId)?.name ?? '',
      anzahl,
      wahl: { themenfeldId },
    })),
  ];
  const links = choices
    .filter(({ anzahl, label }) => anzahl > 0 && label !== '')
    .map(({ label, anzahl, wahl }) => {
      const href = suchadresse(adresse, { wahl: { ...adresse.wahl, ...wahl }, ab: 0 });
      return html`<li>${textLink(href, `${label} (${formatNumber(anzahl)})`)}</li>`;
    });
  const undo = narrowed
    ? html`<p class="kern-body">${textLink(suchadresse(adresse, { wahl: {}, ab: 0 }), 'Alle Treffer zeigen')}</p>`
    : '';
  return html`${undo}${accordion({
    title: 'Treffer eingrenzen',
    open: narrowed,
    body: html`<ul class="kern-list kern-list--bullet">${links}</ul>`,
  })}`;
}
