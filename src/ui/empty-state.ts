import { html } from 'hono/html';
import type { Content, Html } from './html.ts';
import { type IconName, icon } from './icon.ts';

export interface EmptyStateOptions {
  readonly title: string;
  /** What stands here later, and how it gets here. */
  readonly body: Content;
  readonly action?: Html | undefined;
  readonly icon?: IconName | undefined;
}

/** Shown where nothing is yet: it teaches instead of only saying „nichts“. */
export function emptyState(options: EmptyStateOptions): Html {
  return html`<div class="lw-empty">${icon(options.icon ?? 'info', 'kern-icon--large')}<div class="lw-empty__text"><p class="kern-title">${options.title}</p><div class="kern-body">${options.body}</div>${options.action ? html`<div class="lw-empty__action">${options.action}</div>` : ''}</div></div>`;
}
