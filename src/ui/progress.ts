import { html } from 'hono/html';
import { button } from './forms/button.ts';
import { csrfField } from './forms/form.ts';
import { attributes, type Html } from './html.ts';
import { messages } from './messages.ts';

export interface ProgressOptions {
  readonly label: string;
  readonly value: number;
  readonly max: number;
  /** How far it is, in words: „1.200 von 5.249 Zeilen gelesen“. */
  readonly text: string;
  /** Further numbers, such as rows read so far by kind; the answer of `pollUrl` may renew them under the same names. */
  readonly facts?: Readonly<Record<string, string>> | undefined;
  /** Answers `{value, max, text, done, facts}` as JSON; with it a script keeps the bar up to date. */
  readonly pollUrl?: string | undefined;
  /** Where the script goes once the job is done; defaults to the page itself. */
  readonly doneUrl?: string | undefined;
  /** The form action that ends the job early. */
  readonly cancel?:
    | {
        readonly action: string;
        readonly csrfToken?: string | undefined;
        /** What becomes of what is done already; by itself that nothing is taken over. */
        readonly hint?: string | undefined;
      }
    | undefined;
}

/** How far a job is. Pages that show it set `refreshSeconds`, so that they also move without script. */
export function progress(options: ProgressOptions): Html {
  const { cancel, facts = {} } = options;
  return html`<div${attributes({ class: 'kern-progress lw-progress', 'data-progress-url': options.pollUrl, 'data-progress-done': options.doneUrl })}>
<label class="kern-label" for="fortschritt">${options.label}</label>
<progress id="fortschritt"${attributes({ value: options.value, max: options.max })}></progress>
<p class="kern-body" role="status" data-progress-text>${options.text}</p>${
    Object.keys(facts).length > 0
      ? html`<dl class="lw-progress__facts">${Object.entries(facts).map(([name, value]) => html`<div><dt>${name}</dt><dd data-progress-fact="${name}">${value}</dd></div>`)}</dl>`
      : ''
  }${
    cancel
      ? html`<form method="post" action="${cancel.action}">${csrfField(cancel.csrfToken)}${button(messages.progress.cancel, { kind: 'secondary' })}<p class="kern-body kern-body--small kern-body--muted">${cancel.hint ?? messages.progress.cancelHint}</p></form>`
      : ''
  }</div>`;
}
