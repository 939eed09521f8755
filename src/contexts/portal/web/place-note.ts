import { html } from 'hono/html';
import type { Place } from '#routing';
import { alert, type Html, textLink } from '#ui';
import type { Ortsantwort } from '../use-cases/ortsantwort.ts';
import { suchadresse } from './suchadresse.ts';

/** The same page for another place. */
type AddressOf = (ags: string) => string;

/** „Lemgo (Kreis Lippe, Nordrhein-Westfalen)“. */
export function placeLabel({ name, kreis, land }: Place): string {
  return `${name} (${[kreis, land].filter(Boolean).join(', ')})`;
}

/** What has to be said about the place of a search: which one answers, or which to choose. */
export function placeNote(
  ort: Ortsantwort,
  addressOf: AddressOf,
  worte: string,
  own: Place | null,
): Html | '' {
  switch (ort.kind) {
    case 'keiner':
      return worte === ''
        ? ''
        : alert({
            kind: 'info',
            title: 'Für welchen Ort?',
            body: 'Nennen Sie einen Ort oder eine Postleitzahl. Dann steht hier, wer zuständig ist und ob es online geht.',
          });
    case 'mehrere':
      return choice(ort.frage, ort.places, addressOf);
    case 'unbekannt':
      return unknown(ort.text, ort.near, addressOf);
    case 'einer':
      return html`${ort.via ? alert({ kind: 'info', title: ort.via }) : ''}${elsewhere(ort.place, worte, own)}`;
  }
}

/** On a Kommune's site the line named another place. */
function elsewhere(place: Place, worte: string, own: Place | null): Html | '' {
  if (worte === '' || own === null || own.ags === place.ags) return '';
  const back = suchadresse({ text: worte, ort: own.ags, wahl: {}, ab: 0 });
  return alert({
    kind: 'info',
    title: `Ihre Suche nennt ${place.name}`,
    body: html`<p>Das sind die Antworten für ${placeLabel(place)}. ${textLink(back, `Stattdessen für ${own.name} suchen`)}</p>`,
  });
}

function choice(frage: string, places: readonly Place[], addressOf: AddressOf): Html {
  return html`<h2 class="kern-heading-medium">Welcher Ort?</h2><p class="kern-body" role="status">${frage}</p>${placeLinks(places, addressOf)}`;
}

function unknown(text: string, near: readonly Place[], addressOf: AddressOf): Html {
  const list =
    near.length > 0 ? html`<p class="kern-body">Meinten Sie</p>${placeLinks(near, addressOf)}` : '';
  return html`<h2 class="kern-heading-medium">Diesen Ort kennen wir nicht</h2><p class="kern-body" role="status">Unter „${text.slice(0, 80)}“ finden wir keine Gemeinde. Versuchen Sie es mit der Postleitzahl.</p>${list}`;
}

function placeLinks(places: readonly Place[], addressOf: AddressOf): Html {
  return html`<ul class="kern-list kern-list--bullet">${places
    .slice(0, 40)
    .map((place) => html`<li>${textLink(addressOf(place.ags), placeLabel(place))}</li>`)}</ul>`;
}
