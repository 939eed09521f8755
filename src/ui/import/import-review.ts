import { html } from 'hono/html';
import { alert } from '../alert.ts';
import { type BadgeKind, badge } from '../badge.ts';
import { formatNumber } from '../format.ts';
import { button, buttonRow, linkButton } from '../forms/button.ts';
import { checkboxField } from '../forms/checkbox-field.ts';
import { type FormOptions, form } from '../forms/form.ts';
import type { Content, Html } from '../html.ts';
import type { IconName } from '../icon.ts';
import { textLink } from '../link.ts';
import { messages } from '../messages.ts';
import { pagination } from '../pagination.ts';
import { statTiles } from '../stat-tiles.ts';
import { table } from '../table.ts';
import { type ImportKind, type ImportRow, type ImportView, importViewAddress } from './import-row.ts';

export interface ImportReviewOptions {
  /** Of the whole file. */
  readonly counts: Readonly<Record<ImportKind, number>>;
  readonly view: ImportView;
  /** Address of the page, without parameters. */
  readonly action: string;
  /** The rows of the view; `importRowsOf` picks them. */
  readonly rows: readonly ImportRow[];
  readonly pages: number;
  /** What one row is: „Zeile“, „Zeilen“. */
  readonly noun?: readonly [one: string, many: string] | undefined;
  /** A file with the refused rows and what is wrong with each. */
  readonly problemsHref?: string | undefined;
  /** Takes the file over; where rows are refused it sends `nurgute=ja` from a box that the person ticks. */
  readonly form: FormOptions;
  readonly cancelHref: string;
  /** The box was not ticked. */
  readonly error?: string | undefined;
  readonly notice?: Content;
}

/** The name under which the form says that only the good rows are meant. */
export const goodOnlyField = 'nurgute';

const kinds: readonly ImportKind[] = ['added', 'changed', 'unchanged', 'removed', 'refused'];

/** What taking a file over would do, row by row and field by field, before anything is done. */
export function importReview(options: ImportReviewOptions): Html {
  const { counts } = options;
  const total = kinds.reduce((sum, kind) => sum + counts[kind], 0);
  return html`<div class="lw-stack">${tiles(options, total)}${refusedNotice(options)}
${options.notice ? alert({ kind: 'warning', title: 'Bitte beachten', body: options.notice }) : ''}
${rowsTable(options)}${pagination({
  page: options.view.page,
  pages: options.pages,
  href: (page) => importViewAddress(options.action, { ...options.view, page }),
})}${decision(options)}</div>`;
}

function tiles({ counts, action, view }: ImportReviewOptions, total: number): Html {
  const shown = kinds.filter((kind) => kind !== 'removed' || counts.removed > 0);
  const tile = (kind: ImportKind | null, label: string, count: number) => ({
    label: view.kind === kind ? `${label} (angezeigt)` : label,
    value: formatNumber(count),
    href: view.kind === kind ? undefined : `${importViewAddress(action, { kind, page: 1 })}#zeilen`,
  });
  return statTiles([
    tile(null, messages.importReview.all, total),
    ...shown.map((kind) => tile(kind, messages.importReview.kinds[kind], counts[kind])),
  ]);
}

function refusedNotice(options: ImportReviewOptions): Html | '' {
  const { importReview: text } = messages;
  if (options.counts.refused === 0) return '';
  const download = options.problemsHref ? html`<br>${textLink(options.problemsHref, text.download)}` : '';
  return alert({
    kind: 'warning',
    title: text.problemsTitle(countText(options.counts.refused, options), options.counts.refused === 1),
    body: html`${text.problemsBody}${download}`,
  });
}

const looks: Readonly<Record<ImportKind, readonly [BadgeKind, IconName | null]>> = {
  added: ['success', 'add'],
  changed: ['info', 'edit'],
  unchanged: ['neutral', null],
  removed: ['warning', 'delete'],
  refused: ['danger', 'danger'],
};

function rowsTable({ rows, view }: ImportReviewOptions): Html {
  const { importReview: text } = messages;
  const caption = view.kind === null ? text.all : text.kinds[view.kind];
  return html`<div id="zeilen">${table({
    caption,
    small: true,
    columns: [
      { label: text.entry, width: 'wide' },
      { label: text.line, numeric: true },
      { label: text.what, width: 'narrow' },
      { label: text.details, width: 'wide' },
    ],
    rows: rows.map((row) => [
      row.entry,
      row.line === null ? '–' : formatNumber(row.line),
      badge(looks[row.kind][0], text.kinds[row.kind], looks[row.kind][1]),
      details(row),
    ]),
    empty: html`<p class="kern-body">${text.none}</p>`,
  })}</div>`;
}

function details({ changes, problems }: ImportRow): Html {
  const { importReview: text } = messages;
  return html`${problems.length > 0 ? html`<ul class="lw-import__problems">${problems.map((problem) => html`<li>${problem}</li>`)}</ul>` : ''}${
    changes.length > 0
      ? html`<dl class="lw-import__changes">${changes.map(
          ({ field, before, after }) =>
            html`<div><dt>${field}</dt><dd>${before ? html`<del>${before}</del> <span aria-hidden="true">→</span><span class="kern-sr-only">${text.becomes}</span> ` : ''}<ins>${after || text.empty}</ins></dd></div>`,
        )}</dl>`
      : ''
  }${problems.length + changes.length === 0 ? '–' : ''}`;
}

function decision(options: ImportReviewOptions): Html {
  const { importReview: text } = messages;
  const { counts } = options;
  const good = counts.added + counts.changed + counts.removed;
  if (good === 0)
    return html`<p class="kern-body">${counts.refused > 0 ? text.allRefused : text.nothing}</p>${buttonRow(linkButton(text.cancel, options.cancelHref, { kind: 'tertiary' }))}`;
  const box =
    counts.refused > 0
      ? checkboxField({
          name: goodOnlyField,
          label: text.goodOnly(countText(good, options), formatNumber(counts.refused)),
          error: options.error,
        })
      : '';
  return form(options.form, [
    box,
    buttonRow(
      button(text.confirm(countText(good, options))),
      linkButton(text.cancel, options.cancelHref, { kind: 'tertiary' }),
    ),
  ]);
}

function countText(count: number, { noun = messages.list.rows }: ImportReviewOptions): string {
  return `${formatNumber(count)} ${count === 1 ? noun[0] : noun[1]}`;
}
