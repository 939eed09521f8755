import { html } from 'hono/html';
import { attributes, type Content, type Html } from './html.ts';
import { icon } from './icon.ts';
import { messages } from './messages.ts';

/** Where a link leads and what it says. */
export interface Link {
  readonly label: string;
  readonly href: string;
  /** Marks the link of the page that is open. */
  readonly current?: boolean | undefined;
}

/** A link inside the product. */
export function textLink(
  href: string,
  label: Content,
  options: { readonly small?: boolean; readonly describedBy?: string } = {},
): Html {
  const attribute = attributes({
    class: `kern-link kern-link--no-visited-state${options.small ? ' kern-link--small' : ''}`,
    href,
    'aria-describedby': options.describedBy,
  });
  return html`<a${attribute}>${label}</a>`;
}

/** A link to another website: marked by an icon and said aloud. Only http(s) addresses become links. */
export function externalLink(href: string, label: string): Html {
  if (!/^https?:\/\//i.test(href)) return html`${label}`;
  return html`<a class="kern-link kern-link--no-visited-state lw-external" href="${href}" rel="noreferrer external"><span>${label}</span>${icon('open-in-new')}<span class="kern-sr-only">${messages.externalLink}</span></a>`;
}
