import { html } from 'hono/html';
import { attributes, type Content, type Html } from './html.ts';
import { icon } from './icon.ts';

export type AlertKind = 'info' | 'success' | 'warning' | 'danger';

export interface AlertOptions {
  readonly kind: AlertKind;
  readonly title: string;
  readonly body?: Content;
  /** Announced by screen readers when it appears. */
  readonly live?: boolean | undefined;
}

/** A notice in its own box. The kind shows as colour and icon, so the title must say it too. */
export function alert(options: AlertOptions): Html {
  const role = options.live ? (options.kind === 'danger' ? 'alert' : 'status') : undefined;
  return html`<div${attributes({ class: `kern-alert kern-alert--${options.kind}`, role })}>
<div class="kern-alert__header">${icon(options.kind)}<p class="kern-title">${options.title}</p></div>
${options.body ? html`<div class="kern-alert__body"><div class="kern-body">${options.body}</div></div>` : ''}
</div>`;
}
