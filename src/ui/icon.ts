import { html } from 'hono/html';
import type { Html } from './html.ts';

/** The icons of KERN that we use. */
export type IconName =
  | 'account-circle'
  | 'add'
  | 'arrow-back'
  | 'arrow-down'
  | 'arrow-forward'
  | 'arrow-up'
  | 'calendar-today'
  | 'check'
  | 'checklist'
  | 'chevron-left'
  | 'chevron-right'
  | 'close'
  | 'danger'
  | 'delete'
  | 'download'
  | 'edit'
  | 'help'
  | 'home'
  | 'info'
  | 'logout'
  | 'mail'
  | 'open-in-new'
  | 'question-mark'
  | 'search'
  | 'success'
  | 'warning';

/** A decorative icon; the meaning must stand beside it as text. */
export function icon(name: IconName, extraClass = ''): Html {
  return html`<span class="kern-icon kern-icon--${name} ${extraClass}" aria-hidden="true"></span>`;
}
