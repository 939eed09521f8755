import { html } from 'hono/html';
import type { Html } from '../html.ts';
import type { Link } from '../link.ts';
import { messages } from '../messages.ts';

/** The foot of every page with the links that the law asks for. */
export function siteFooter(links: readonly Link[], demo: boolean): Html {
  return html`<footer class="lw-footer"><div class="lw-container lw-footer__inner">
<nav aria-label="${messages.frame.legal}"><ul class="lw-footer__links">${links.map(
    (link) =>
      html`<li><a class="kern-link kern-link--no-visited-state" href="${link.href}">${link.label}</a></li>`,
  )}</ul></nav>
${demo ? html`<p class="kern-body kern-body--small kern-body--muted">${messages.frame.demo}</p>` : ''}
</div></footer>`;
}
