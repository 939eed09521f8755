import { html } from 'hono/html';
import type { Html } from '#ui';

/** The form in a frame that can send its own forms, and leave itself only when somebody presses a button; without `skript=ja` its pages carry no script. */
export function rahmen(src: string, wide: boolean): Html {
  return html`<iframe class="lw-werkstatt-rahmen ${wide ? 'lw-werkstatt-rahmen--breit' : ''}" title="Vorschau des Formulars" src="${src}" sandbox="allow-forms allow-same-origin allow-scripts allow-top-navigation-by-user-activation"></iframe>`;
}
