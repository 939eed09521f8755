import { html } from 'hono/html';
import type { Html } from '#ui';
import { renderText } from './render-text.ts';
import type { WebWords } from './words.ts';

/** A longer explanation, closed until somebody wants it; works without script. */
export function renderHelp(
  { help, label }: { help: string | null; label: string },
  words: WebWords,
): Html | '' {
  if (help === null) return '';
  return html`<details class="lw-help"><summary class="kern-body kern-body--small">${words.help}<span class="kern-sr-only">: ${label}</span></summary>${renderText(help)}</details>`;
}
