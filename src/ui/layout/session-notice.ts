import { html } from 'hono/html';
import { formatTime } from '../format.ts';
import { csrfField } from '../forms/form.ts';
import type { Html } from '../html.ts';
import { messages } from '../messages.ts';
import type { SessionWarning } from './page.ts';

/**
 * Says when the session ends, with a button that prolongs it. A script hides it until two minutes before and then
 * raises it as a warning; without script the line stands above the footer.
 */
export function sessionNotice(warning: SessionWarning): Html {
  const { frame } = messages;
  return html`<section class="lw-session" aria-labelledby="sitzung" data-session-ends="${warning.expiresAt.toISOString()}" data-session-lost="${frame.sessionLost}">
<div class="lw-container lw-session__inner">
<h2 class="lw-session__title kern-title" id="sitzung">${frame.sessionTitle}</h2>
<p class="kern-body" data-session-text>${frame.sessionEnds} <time datetime="${warning.expiresAt.toISOString()}">${formatTime(warning.expiresAt)}</time>.<span class="lw-session__detail"> ${frame.sessionDetail}</span></p>
<form method="post" action="${warning.extendAction}">${csrfField(warning.csrfToken)}<button class="kern-btn kern-btn--secondary" type="submit"><span class="kern-label">${frame.sessionExtend}</span></button></form>
</div></section>`;
}
