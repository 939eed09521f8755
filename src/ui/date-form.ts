import { html } from 'hono/html';
import type { LocalDate } from '#kernel';
import { button } from './forms/button.ts';
import { form } from './forms/form.ts';
import { inputField } from './forms/input-field.ts';
import type { Html } from './html.ts';

/**
 * The field in which one chooses the day for which a page is shown; empty where a page shows more than a day. `kept` is what
 * else the address holds.
 */
export function dateForm(
  action: string,
  date: LocalDate | null,
  kept: Readonly<Record<string, string>> = {},
): Html {
  const optional = date === null;
  const hidden = Object.entries(kept).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  );
  return form(
    { action, method: 'get', label: 'Stichtag wählen' },
    html`<div class="lw-inline-form">${inputField({ name: 'datum', label: 'Stichtag', type: 'date', value: date, optional })}${button('Anzeigen', { kind: 'secondary' })}</div>${hidden}`,
  );
}
