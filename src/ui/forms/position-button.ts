import { html } from 'hono/html';
import { attributes, type Html } from '../html.ts';

/**
 * A button that fills a field of its form with the position of the browser, „52.028, 8.899“, and sends the form. It shows only
 * where the script `position` runs and the browser can tell; the field does without.
 */
export function positionButton(field: string): Html {
  const attribute = attributes({
    class: 'kern-btn kern-btn--tertiary',
    type: 'button',
    hidden: true,
    'data-position': field,
  });
  return html`<div class="lw-position"><button${attribute}><span class="kern-label">Meinen Standort verwenden</span></button><p class="kern-body kern-body--small" role="status"></p></div>`;
}
