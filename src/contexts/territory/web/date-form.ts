import { html } from 'hono/html';
import type { LocalDate } from '#kernel';
import { button, form, inputField } from '#ui';

/** The field in which one chooses the day for which a page is shown. */
export function dateForm(action: string, date: LocalDate) {
  return form(
    { action, method: 'get', label: 'Stichtag wählen' },
    html`<div class="lw-inline-form">${inputField({ name: 'datum', label: 'Stichtag', type: 'date', value: date })}${button('Anzeigen', { kind: 'secondary' })}</div>`,
  );
}
