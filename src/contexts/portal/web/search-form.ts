import { html } from 'hono/html';
import { button, form, type Html, inputField, positionButton } from '#ui';

/** The scripts that improve the search field; without them it is a plain form. */
export const searchScripts = ['suggest', 'position'];

export interface SearchFormOptions {
  readonly words?: string;
  /** The place beside the words; null where the site stands for one place. */
  readonly ort?: string | null;
  /** What went wrong with the place. */
  readonly ortError?: string | undefined;
}

/** The search field for services; without script, as an address that can be kept. */
export function searchForm({ words = '', ort = null, ortError }: SearchFormOptions = {}): Html {
  const what = inputField({
    name: 'suche',
    label: 'Was möchten Sie erledigen?',
    hint: ort === null ? 'Zum Beispiel: Hund anmelden' : 'Zum Beispiel: Hund anmelden in Lemgo',
    type: 'search',
    value: words,
    maxLength: 200,
    autocomplete: 'off',
  });
  const where =
    ort === null
      ? ''
      : html`${inputField({
          name: 'ort',
          label: 'Ort oder Postleitzahl',
          optional: true,
          value: ort,
          maxLength: 200,
          error: ortError,
        })}${positionButton('ort')}`;
  const fields = html`<div class="lw-suggest" data-suggest="/suche/vorschlaege.json">${what}</div>${where}${button('Suchen')}`;
  return html`<div role="search">${form({ action: '/suche', method: 'get', label: 'Leistungen suchen' }, fields)}</div>`;
}
