import { html } from 'hono/html';
import { accordion } from '../accordion.ts';
import { alert } from '../alert.ts';
import { formatNumber } from '../format.ts';
import { button, buttonRow, linkButton } from '../forms/button.ts';
import { type FormOptions, form } from '../forms/form.ts';
import type { Content, Html } from '../html.ts';
import { messages } from '../messages.ts';
import { statTiles } from '../stat-tiles.ts';
import { table } from '../table.ts';

/** One value that an import changes. */
export interface ImportChange {
  readonly entry: Content;
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

export interface ImportPreviewOptions {
  readonly added: { readonly count: number; readonly sample: readonly Content[] };
  readonly changed: { readonly count: number; readonly sample: readonly ImportChange[] };
  readonly removed: { readonly count: number; readonly sample: readonly Content[] };
  readonly unchanged: number;
  readonly form: FormOptions;
  readonly cancelHref: string;
  /** What the person must know before: warnings, what happens with removed entries. */
  readonly notice?: Content;
}

/** What an import would change, before anything is changed, and the form that confirms it. */
export function importPreview(options: ImportPreviewOptions): Html {
  const { importPreview: text } = messages;
  const changes = options.added.count + options.changed.count + options.removed.count;
  return html`<div class="lw-stack">
${statTiles([
  { label: text.added, value: formatNumber(options.added.count) },
  { label: text.changed, value: formatNumber(options.changed.count) },
  { label: text.removed, value: formatNumber(options.removed.count) },
  { label: text.unchanged, value: formatNumber(options.unchanged) },
])}
${options.notice ? alert({ kind: 'warning', title: 'Bitte beachten', body: options.notice }) : ''}
<div>${entries(text.added, options.added)}${changed(options)}${entries(text.removed, options.removed)}</div>
${
  changes === 0
    ? html`<p class="kern-body">${text.nothing}</p>`
    : form(
        options.form,
        buttonRow(button(text.confirm), linkButton(text.cancel, options.cancelHref, { kind: 'tertiary' })),
      )
}</div>`;
}

function entries(
  title: string,
  group: { readonly count: number; readonly sample: readonly Content[] },
): Html | '' {
  if (group.count === 0) return '';
  return accordion({
    title: `${title}: ${formatNumber(group.count)}`,
    body: html`<ul class="kern-list kern-list--bullet">${group.sample.map((entry) => html`<li>${entry}</li>`)}</ul>${more(group.count - group.sample.length)}`,
  });
}

function changed(options: ImportPreviewOptions): Html | '' {
  const { importPreview: text } = messages;
  if (options.changed.count === 0) return '';
  const preview = table({
    caption: text.changed,
    captionHidden: true,
    small: true,
    columns: [{ label: text.entry }, { label: text.field }, { label: text.before }, { label: text.after }],
    rows: options.changed.sample.map((change) => [
      change.entry,
      change.field,
      html`<del>${change.before || '–'}</del>`,
      html`<ins>${change.after || '–'}</ins>`,
    ]),
  });
  return accordion({
    title: `${text.changed}: ${formatNumber(options.changed.count)}`,
    body: html`${preview}${more(options.changed.count - options.changed.sample.length)}`,
    open: true,
  });
}

function more(count: number): Html | '' {
  return count > 0 ? html`<p class="kern-body kern-body--muted">und ${formatNumber(count)} weitere</p>` : '';
}
