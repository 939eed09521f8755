import { html } from 'hono/html';
import type { LocalDate } from '#kernel';
import { dateForm, type Html } from '#ui';
import { messages } from '../messages.ts';

/** The day as of which a page stands, to choose, and what the choice shows. */
export function dayChoice(
  action: string,
  date: LocalDate | null,
  kept: Readonly<Record<string, string>> = {},
): Html {
  return html`${dateForm(action, date, kept)}
<p class="kern-body kern-body--small kern-body--muted">${date === null ? messages.bestand : messages.stichtag(date)}</p>`;
}
