import { html } from 'hono/html';
import type { Html } from '#ui';

/** Without `allow-scripts` the browser runs none: so it looks without script. */
export function rahmen(src: string, wide: boolean, script: boolean): Html {
  const sandbox = `allow-forms allow-same-origin${script ? ' allow-scripts' : ''}`;
  return html`<iframe class="lw-werkstatt-rahmen ${wide ? 'lw-werkstatt-rahmen--breit' : ''}" title="Vorschau des Formulars" src="${src}" sandbox="${sandbox}"></iframe>`;
}
