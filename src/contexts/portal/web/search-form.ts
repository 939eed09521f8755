import { html } from 'hono/html';
import { button, form, inputField } from '#ui';

/** The search field for services; without script, as an address that can be kept. */
export function searchForm(words = '') {
  const field = inputField({
    name: 'suche',
    label: 'Was möchten Sie erledigen?',
    hint: 'Zum Beispiel: Hund anmelden',
    type: 'search',
    value: words,
    maxLength: 200,
    autocomplete: 'off',
  });
  return html`<div role="search">${form({ action: '/suche', method: 'get', label: 'Leistungen suchen' }, html`${field}${button('Suchen')}`)}</div>`;
}
