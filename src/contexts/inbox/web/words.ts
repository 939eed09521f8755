import { html } from 'hono/html';

/** A text of several lines. */
export function words(text: string) {
  return text.split('\n').map((one) => html`<span class="kern-body">${one}</span><br>`);
}
