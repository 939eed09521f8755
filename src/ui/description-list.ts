import { html } from 'hono/html';
import type { Content, Html } from './html.ts';

/** Names and values of one thing. Entries without a value are left out. */
export function descriptionList(entries: readonly (readonly [key: string, value: Content])[]): Html {
  const filled = entries.filter(([, value]) => value !== null && value !== undefined && value !== '');
  return html`<dl class="kern-description-list">${filled.map(
    ([key, value]) =>
      html`<div class="kern-description-list-item"><dt class="kern-description-list-item__key">${key}</dt><dd class="kern-description-list-item__value">${value}</dd></div>`,
  )}</dl>`;
}
