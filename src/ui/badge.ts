import { html } from 'hono/html';
import type { Html } from './html.ts';
import { type IconName, icon } from './icon.ts';

export type BadgeKind = 'info' | 'success' | 'warning' | 'danger' | 'neutral' | 'strong';

const defaultIcon: Readonly<Record<BadgeKind, IconName | null>> = {
  info: 'info',
  success: 'success',
  warning: 'warning',
  danger: 'danger',
  neutral: null,
  strong: null,
};

/** A short state with icon and word; `iconName: null` leaves the icon out. */
export function badge(kind: BadgeKind, label: string, iconName: IconName | null = defaultIcon[kind]): Html {
  return html`<span class="kern-badge kern-badge--small kern-badge--${kind} lw-badge">${iconName ? icon(iconName) : ''}<span class="kern-label kern-label--small">${label}</span></span>`;
}
