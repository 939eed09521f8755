import { html } from 'hono/html';
import type { Content, Html } from './html.ts';

export interface NarrowPartOptions {
  readonly label: string;
  /** How much of it is chosen; said beside the label where it is something. */
  readonly chosen: number;
  readonly body: Content;
}

/**
 * The part of a form that narrows what is shown. Wide screens show it open; on narrow ones it opens by a click, for else the
 * result would begin on the third screen.
 */
export function narrowPart({ label, chosen, body }: NarrowPartOptions): Html {
  return html`<details class="lw-narrow"><summary class="lw-filter__summary lw-narrow__summary"><span>${label}</span>${chosenCount(chosen)}</summary><div class="lw-narrow__body">${body}</div></details>`;
}

/** How many values are chosen; nothing where none is. */
export function chosenCount(chosen: number): Html | '' {
  return chosen === 0
    ? ''
    : html`<span class="lw-count">${chosen}<span class="kern-sr-only"> gewählt</span></span>`;
}
