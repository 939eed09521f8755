import { html } from 'hono/html';
import { attributes, type Content, classes, type Html } from './html.ts';

export interface CardOptions {
  readonly title: string;
  /** Makes the whole card lead somewhere. */
  readonly href?: string | undefined;
  readonly preline?: string | undefined;
  readonly body?: Content;
  readonly footer?: Content;
  readonly headingLevel?: 2 | 3 | 4 | undefined;
}

/** A box with a heading, for one thing among several. */
export function card(options: CardOptions): Html {
  const title = options.href
    ? html`<a class="kern-link kern-link--stretched kern-link--no-visited-state" href="${options.href}">${options.title}</a>`
    : options.title;
  return html`<article${attributes({ class: classes('kern-card', options.href && 'kern-card--interactive kern-card--active') })}><div class="kern-card__container">
<header class="kern-card__header">${options.preline ? html`<p class="kern-preline">${options.preline}</p>` : ''}${heading(options.headingLevel ?? 2, title)}</header>
${options.body ? html`<div class="kern-card__body kern-body">${options.body}</div>` : ''}
${options.footer ? html`<div class="kern-card__footer">${options.footer}</div>` : ''}
</div></article>`;
}

function heading(level: 2 | 3 | 4, content: Content): Html {
  if (level === 2) return html`<h2 class="kern-title">${content}</h2>`;
  if (level === 3) return html`<h3 class="kern-title">${content}</h3>`;
  return html`<h4 class="kern-title">${content}</h4>`;
}

/** Cards side by side, as many as fit. */
export function cardGrid(...cards: readonly Html[]): Html {
  return html`<ul class="lw-cards">${cards.map((one) => html`<li>${one}</li>`)}</ul>`;
}
