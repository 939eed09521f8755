import { html } from 'hono/html';
import type { Html } from './html.ts';
import { icon } from './icon.ts';
import type { Link } from './link.ts';
import { messages } from './messages.ts';

/** The way from the start page to this page. Without steps there is nothing to show. */
export function breadcrumb(way: readonly Link[], here: string, homeHref = '/'): Html | '' {
  if (way.length === 0) return '';
  const steps = [{ label: messages.frame.home, href: homeHref }, ...way];
  return html`<nav class="lw-breadcrumb lw-container" aria-label="${messages.frame.breadcrumb}"><ol class="lw-breadcrumb__list">${steps.map(
    (step) =>
      html`<li><a class="kern-link kern-link--small kern-link--no-visited-state" href="${step.href}">${step.label}</a>${icon('chevron-right', 'kern-icon--small')}</li>`,
  )}<li aria-current="page" class="kern-body kern-body--small">${here}</li></ol></nav>`;
}
