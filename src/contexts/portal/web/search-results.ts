import { html } from 'hono/html';
import type { Catalogue } from '#catalogue';
import { grundText } from '#finder';
import type { Place, Route } from '#routing';
import { badge, card, formatNumber, type Html, textLink } from '#ui';
import type { Treffer } from '../domain/treffer.ts';
import { type Fund, jeSeite, type Suchantwort } from '../use-cases/find-at-place.ts';
import { placeIn } from '../use-cases/ortsantwort.ts';
import { facets } from './facets.ts';
import { placeNote } from './place-note.ts';
import { type Suchadresse, suchadresse } from './suchadresse.ts';

/** Where a search stands: whose site it is, and where its hits lead. */
export interface Suchraum {
  /** The place of a Kommune's site; null where somebody searches for any place. */
  readonly own: Place | null;
  readonly hrefOf: (leistungId: string, place: Place | null) => string;
  readonly catalogue: Catalogue;
  /** What to say where nothing was found. */
  readonly nothing: Html;
}

/** What a search found: for which place, what else may be meant, the hits in their order, and how to narrow them. */
export function searchResults(
  antwort: Suchantwort & { readonly dienste?: readonly Treffer[] },
  adresse: Suchadresse,
  raum: Suchraum,
): Html {
  const { ort, worte, gesamt, meinten, funde, dienste = [] } = antwort;
  const note = html`${placeNote(ort, (ags) => suchadresse(adresse, { ort: ags, ab: 0 }), worte, raum.own)}`;
  if (ort.kind === 'mehrere' || ort.kind === 'unbekannt' || worte === '') return note;
  const place = placeIn(ort);
  const meant = meinten
    ? html`<p class="kern-body">Meinten Sie ${textLink(suchadresse(adresse, { text: withPlace(meinten, antwort, raum), ort: placeValue(antwort, adresse), ab: 0 }), meinten)}?</p>`
    : '';
  const where = place === null ? '' : ` für ${place.name}`;
  const hits = [...dienste.map(dienstCard), ...funde.map((fund) => fundCard(fund, raum, place))];
  return html`<div class="lw-results">${note}${meant}<p class="kern-body" role="status">${countOf(gesamt)}${where}</p>
    ${hits.length === 0 ? raum.nothing : html`<ol class="lw-hits">${hits.map((hit) => html`<li>${hit}</li>`)}</ol>`}
    ${more(antwort, adresse)}${facets(antwort, adresse, raum.catalogue)}</div>`;
}

/** A place that stood in the line goes on beside it. */
function placeValue({ ort }: Suchantwort, adresse: Suchadresse): string {
  return ort.kind === 'einer' && ort.genannt === 'zeile' ? ort.place.ags : adresse.ort;
}

/** On a Kommune's own site there is no field beside the line, so the place stays in it. */
function withPlace(words: string, { ort }: Suchantwort, { own }: Suchraum): string {
  return own !== null && ort.kind === 'einer' && ort.genannt === 'zeile'
    ? `${words} ${ort.place.ags}`
    : words;
}

function countOf(count: number): string {
  if (count === 0) return 'Keine Treffer';
  return count === 1 ? '1 Treffer' : `${formatNumber(count)} Treffer`;
}

function dienstCard({ name, href, art }: Treffer): Html {
  const body = art === 'online' ? badge('success', 'online') : 'Zurzeit nicht online';
  return card({ title: name, href, headingLevel: 2, body });
}

function fundCard(fund: Fund, raum: Suchraum, place: Place | null): Html {
  const { leistungId, name, ozgName, route, grund } = fund;
  return card({
    title: name,
    href: raum.hrefOf(leistungId, place),
    headingLevel: 2,
    ...(ozgName === '' || ozgName === name ? {} : { preline: ozgName }),
    body: html`${route === null ? '' : html`<p class="kern-body">${competent(route)}</p>`}<p class="kern-body kern-body--small kern-body--muted">Gefunden über: ${grundText(grund)}</p>${sisters(fund, raum, place)}`,
  });
}

const mostSisters = 3;

/** Others of the same OZG-Leistung that fit too. */
function sisters({ geschwister }: Fund, { hrefOf, catalogue }: Suchraum, place: Place | null): Html | '' {
  const links = geschwister.slice(0, mostSisters).flatMap((id) => {
    const leistung = catalogue.leistungById.get(id);
    return leistung ? [html`<li>${textLink(hrefOf(id, place), leistung.name)}</li>`] : [];
  });
  return links.length === 0
    ? ''
    : html`<p class="kern-body kern-body--small">Passt auch:</p><ul class="kern-list kern-list--bullet lw-hits__more">${links}</ul>`;
}

/** Who is competent and whether it works online, in one line. */
export function competent(route: Route): Html {
  const online = route.onlinedienst ? html`${badge('success', 'online')} ` : '';
  const silent = route.onlinedienst ? '' : ` ${otherwise(route)}`;
  if (route.verdict === 'nicht einschlägig') return html`Diese Leistung gibt es hier nicht.`;
  if (route.stelle === null) return html`${online}Wer zuständig ist, ist offen.`;
  return html`${online}Zuständig: ${route.stelle.name}.${silent}`;
}

function otherwise({ statt }: Route): string {
  return statt?.art === 'verwandt' ? `${statt.text}.` : 'Hier noch nicht online.';
}

function more({ gesamt, ab }: Suchantwort, adresse: Suchadresse): Html | '' {
  const earlier =
    ab > 0
      ? html`<li>${textLink(suchadresse(adresse, { ab: Math.max(0, ab - jeSeite) }), 'Vorherige Treffer')}</li>`
      : '';
  const later =
    gesamt > ab + jeSeite
      ? html`<li>${textLink(suchadresse(adresse, { ab: ab + jeSeite }), 'Weitere Treffer')}</li>`
      : '';
  if (earlier === '' && later === '') return '';
  return html`<nav aria-label="Weitere Treffer"><ul class="lw-inline-list">${earlier}${later}</ul></nav>`;
}
