import { html } from 'hono/html';
import type { Html } from './html.ts';
import { textLink } from './link.ts';

/** One part of a long page: the id of its heading, its name, and what is worth knowing before one goes there. */
export interface PagePart {
  readonly id: string;
  readonly label: string;
  readonly note?: string;
}

/** What stands on a long page, as links to its parts. */
export function pageContents(parts: readonly PagePart[]): Html {
  const items = parts.map(
    ({ id, label, note }) => html`<li>${textLink(`#${id}`, label)}${note ? `: ${note}` : ''}</li>`,
  );
  return html`<nav aria-label="Auf dieser Seite"><ul class="kern-list kern-list--bullet">${items}</ul></nav>`;
}
