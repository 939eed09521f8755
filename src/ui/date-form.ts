import { html } from 'hono/html';
import type { LocalDate } from '#kernel';
import { button } from './forms/button.ts';
import { form } from './forms/form.ts';
import { inputField } from './forms/input-field.ts';
import type { Html } from './html.ts';

/** The field in which one chooses the day for which a page is shown. */
export function dateForm(action: string, date: LocalDate): Html {
  return form(
    { action, method: 'get', label: 'Stichtag wählen' },
    html`<div class="lw-inline-form">${inputField({ name: 'datum', label: 'Stichtag', type: 'date', value: date })}${button('Anzeigen', { kind: 'secondary' })}</div>`,
  );
}
