import { html } from 'hono/html';
import { attributes, type Html } from './html.ts';
import type { Link } from './link.ts';

/** Views of the same thing, each a page of its own; `count` shows how much it holds. */
export function tabs(
  label: string,
  items: readonly (Link & { readonly count?: string | undefined })[],
): Html {
  return html`<nav class="lw-tabs" aria-label="${label}"><ul class="lw-tabs__list">${items.map(
    (item) =>
      html`<li><a${attributes({ class: 'lw-tabs__link', href: item.href, 'aria-current': item.current ? 'page' : undefined })}>${item.label}${item.count ? html` <span class="lw-count">${item.count}</span>` : ''}</a></li>`,
  )}</ul></nav>`;
}
