import { html } from 'hono/html';
import { type Content, type Html, idFrom } from './html.ts';

/** A part of a page under a heading of level 2; `id` makes it a target for links. */
export function section(
  heading: string,
  content: Content,
  options: { readonly id?: string; readonly lead?: Content } = {},
): Html {
  const id = options.id ?? idFrom('abschnitt', heading.toLowerCase());
  return html`<section class="lw-section" aria-labelledby="${id}"><h2 class="kern-heading-medium" id="${id}">${heading}</h2>
${options.lead ? html`<p class="kern-body lw-measure">${options.lead}</p>` : ''}${content}</section>`;
}
