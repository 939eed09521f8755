import { html } from 'hono/html';
import type { Refusal } from '#kernel';
import type { PageContent } from '#platform';
import type { Place } from '#routing';
import { alert, button, externalLink, form, type Html, inputField, positionButton, textLink } from '#ui';
import { auskunft } from '../../use-cases/auskunft.ts';
import { type Ortsantwort, placeIn } from '../../use-cases/ortsantwort.ts';
import { momentOf } from '../context.ts';
import { countOpened } from '../count-opened.ts';
import { leistungHref } from '../leistung-href.ts';
import { placeLabel } from '../place-note.ts';
import { serviceHead } from '../service-head.ts';
import { serviceContent } from '../service-page.ts';
import { fieldValue, placeOfAddress, type SucheVisit } from './context.ts';

/** A Leistung for any place: what it is, who is competent there and why, and how to get it. */
export async function sucheLeistung(visit: SucheVisit): Promise<PageContent | { readonly refusal: Refusal }> {
  const { deps, request } = visit;
  await countOpened(deps, request);
  const id = request.params.leistung ?? '';
  const ort = await placeOfAddress(visit);
  const place = placeIn(ort);
  const view = await auskunft(deps, id, place);
  if (!view.ok) return { refusal: view.refusal };
  const content = serviceContent(view.value, null, momentOf(deps));
  const kommune = place && (await kommunePage(visit, id, place));
  const canonical =
    kommune ?? `${deps.sucheOrigin}${request.path}${place === null ? '' : `?ort=${place.ags}`}`;
  const shown = await fieldValue(visit, place);
  return {
    ...content,
    head: serviceHead(view.value, canonical),
    scripts: ['position'],
    main: html`${whichPlace(ort, request.path)}${content.main as string}
      ${kommune && place && view.value.route?.onlinedienst?.href !== kommune ? html`<p class="kern-body">${externalLink(kommune, `Diese Leistung auf der Seite von ${place.name}`)}</p>` : ''}
      ${placeForm(request.path, shown, place)}`,
  };
}

/** The page of the same Leistung on the public site of the place's Kommune. */
async function kommunePage({ deps }: SucheVisit, id: string, place: Place): Promise<string | null> {
  const href = leistungHref(await deps.routing.world(), deps, '')(id, place);
  return href.startsWith(deps.sucheOrigin) ? null : href;
}

function whichPlace(ort: Ortsantwort, path: string): Html | '' {
  const links = (places: readonly Place[]) =>
    html`<ul class="kern-list kern-list--bullet">${places.map((place) => html`<li>${textLink(`${path}?ort=${place.ags}`, placeLabel(place))}</li>`)}</ul>`;
  switch (ort.kind) {
    case 'keiner':
      return alert({
        kind: 'info',
        title: 'Wer zuständig ist, hängt vom Ort ab',
        body: html`<p>${textLink('#ort', 'Nennen Sie Ihren Ort')}, dann steht hier die Stelle mit Anschrift und Telefon.</p>`,
      });
    case 'einer':
      return ort.via ? alert({ kind: 'info', title: ort.via }) : '';
    case 'mehrere':
      return html`<h2 class="kern-heading-medium">Welcher Ort?</h2><p class="kern-body">${ort.frage}</p>${links(ort.places)}`;
    case 'unbekannt':
      return html`<h2 class="kern-heading-medium">Diesen Ort kennen wir nicht</h2>${ort.near.length > 0 ? html`<p class="kern-body">Meinten Sie</p>${links(ort.near)}` : ''}`;
  }
}

function placeForm(path: string, value: string, place: Place | null): Html {
  const heading = place === null ? 'Für Ihren Ort' : 'Für einen anderen Ort';
  const field = inputField({ name: 'ort', label: 'Ort oder Postleitzahl', value, maxLength: 200 });
  return html`<section class="lw-section" aria-labelledby="ort"><h2 class="kern-heading-medium" id="ort">${heading}</h2>${form({ action: path, method: 'get', label: heading }, html`${field}${positionButton('ort')}${button('Zeigen', { kind: 'secondary' })}`)}</section>`;
}
