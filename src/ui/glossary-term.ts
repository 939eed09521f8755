import { html } from 'hono/html';
import type { Content, Html } from './html.ts';

/** A word with its explanation, which opens by click or key and stays open; needs no script. */
export function glossaryTerm(term: string, explanation: Content): Html {
  return html`<details class="lw-term"><summary class="lw-term__word"><dfn>${term}</dfn></summary><div class="lw-term__text kern-body kern-body--small">${explanation}</div></details>`;
}
