import { html } from 'hono/html';
import type { Place } from '#routing';
import { button, form, type Html, inputField, positionButton } from '#ui';

/** Asks for the place that a page is to answer for; `value` is what the field shows. */
export function placeForm(path: string, value: string, place: Place | null): Html {
  const heading = place === null ? 'Für Ihren Ort' : 'Für einen anderen Ort';
  const field = inputField({ name: 'ort', label: 'Ort oder Postleitzahl', value, maxLength: 200 });
  return html`<section class="lw-section lw-other-place" aria-labelledby="ort"><h2 class="kern-heading-medium" id="ort">${heading}</h2>${form({ action: path, method: 'get', label: heading }, html`${field}${positionButton('ort')}${button('Zeigen', { kind: 'secondary' })}`)}</section>`;
}
