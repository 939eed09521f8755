import { html } from 'hono/html';
import type { Html } from '#ui';

/** Content in another language than the page around it says so, for screen readers. */
export function inLanguage(language: string, content: Html): Html {
  return language === 'de' ? content : html`<div lang="${language}">${content}</div>`;
}
