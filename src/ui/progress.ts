import { html } from 'hono/html';
import { attributes, type Html } from './html.ts';

export interface ProgressOptions {
  readonly label: string;
  readonly value: number;
  readonly max: number;
  /** How far it is, in words: „1.200 von 5.249 Zeilen gelesen“. */
  readonly text: string;
  /** Answers `{value, max, text, done}` as JSON; with it a script keeps the bar up to date. */
  readonly pollUrl?: string | undefined;
  /** Where the script goes once the job is done; defaults to the page itself. */
  readonly doneUrl?: string | undefined;
}

/** How far a job is. Pages that show it set `refreshSeconds`, so that they also move without script. */
export function progress(options: ProgressOptions): Html {
  return html`<div${attributes({ class: 'kern-progress lw-progress', 'data-progress-url': options.pollUrl, 'data-progress-done': options.doneUrl })}>
<label class="kern-label" for="fortschritt">${options.label}</label>
<progress id="fortschritt"${attributes({ value: options.value, max: options.max })}></progress>
<p class="kern-body" role="status" data-progress-text>${options.text}</p></div>`;
}
