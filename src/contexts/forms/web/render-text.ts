import { html } from 'hono/html';
import type { Content, Html } from '#ui';

/** Paragraphs and lists of a plain text: blank lines part paragraphs, lines with „- “ become a list. */
export function renderText(text: string): Html {
  const blocks = text.split(/\n{2,}/).map((block) => block.trim());
  return html`${blocks.filter(Boolean).map((block) => renderBlock(block.split('\n')))}`;
}

function renderBlock(lines: readonly string[]): Content {
  const items = lines.filter((line) => line.startsWith('- '));
  const words = lines.filter((line) => !line.startsWith('- ')).join(' ');
  return html`${words ? html`<p class="kern-body lw-measure">${words}</p>` : ''}${
    items.length > 0
      ? html`<ul class="kern-list kern-list--bullet">${items.map((item) => html`<li>${item.slice(2)}</li>`)}</ul>`
      : ''
  }`;
}
