import { html } from 'hono/html';
import { attributes, type Content, type Html } from './html.ts';

export interface AccordionOptions {
  readonly title: string;
  readonly body: Content;
  readonly open?: boolean | undefined;
  readonly id?: string | undefined;
}

/** A part that opens; works without script. */
export function accordion(options: AccordionOptions): Html {
  return html`<details${attributes({ class: 'kern-accordion', open: options.open, id: options.id })}><summary class="kern-accordion__header"><span class="kern-title kern-title--small">${options.title}</span></summary><div class="kern-accordion__body">${options.body}</div></details>`;
}
