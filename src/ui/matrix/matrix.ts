import { html } from 'hono/html';
import { csrfField } from '../forms/form.ts';
import { attributes, type Content, type Html, idFrom } from '../html.ts';
import { icon } from '../icon.ts';
import { textLink } from '../link.ts';
import { messages } from '../messages.ts';
import { type MatrixColumn, type MatrixRow, rowNames } from './definition.ts';
import { matrixCell, suggestions } from './matrix-cell.ts';

export interface MatrixOptions {
  /** Names the matrix in ids, so that a script finds it again in the answer. */
  readonly id: string;
  readonly caption: string;
  /** What a row is: „Leistung“. */
  readonly rowLabel: string;
  readonly columns: readonly MatrixColumn[];
  readonly rows: readonly MatrixRow[];
  /** Where the form is sent; answers a page with the matrix again, or a redirect to one. */
  readonly action: string;
  readonly csrfToken?: string | undefined;
  /** Values that go along unseen, such as page and filters. */
  readonly hidden?: Readonly<Record<string, string>> | undefined;
  /** Stands above the rows: the error summary, or what was saved. */
  readonly notice?: Content;
  /** Said when the answer of saving arrives: „12 Angaben gespeichert.“ */
  readonly status?: string | undefined;
  /** Links to further rows. */
  readonly pages?: Content;
}

/**
 * Many values at once: one row a thing, one column a field. A plain form that saves all rows of the page; a page that
 * shows it names the script `matrix`, which adds arrow keys, undo, paste of a block and saving in place.
 */
export function matrix(options: MatrixOptions): Html {
  const { matrix: text } = messages;
  const attribute = attributes({
    class: 'lw-matrix',
    id: options.id,
    method: 'post',
    action: options.action,
    novalidate: true,
    'aria-label': options.caption,
    'data-matrix': true,
    'data-texts': JSON.stringify(text.script),
  });
  return html`<form${attribute}>${csrfField(options.csrfToken)}${Object.entries(options.hidden ?? {}).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  )}
${options.notice ?? ''}
<details class="lw-figure__table lw-matrix__help" hidden><summary>${text.keys}</summary><ul class="kern-list kern-list--bullet">${text.keyList.map((line) => html`<li>${line}</li>`)}</ul></details>
<div class="lw-matrix__scroll" role="region" aria-label="${options.caption}" tabindex="0">${sheet(options)}</div>
${options.columns.map((column) => suggestions(options.id, column))}
<div class="lw-matrix__bar"><button class="kern-btn kern-btn--primary" type="submit"><span class="kern-label">${text.save}</span></button><button class="kern-btn kern-btn--secondary" type="button" data-matrix-undo hidden><span class="kern-label">${text.undo}</span></button><p class="lw-matrix__status kern-body" role="status" data-matrix-status>${options.status ?? ''}</p></div>
${options.pages ?? ''}</form>`;
}

function sheet({ id, caption, rowLabel, columns, rows }: MatrixOptions): Html {
  return html`<table class="lw-matrix__table" role="table"><caption class="kern-sr-only">${caption}</caption>
<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">${rowLabel}</th>${columns.map(
    (column) =>
      html`<th scope="col" role="columnheader">${column.label}${column.required ? html`<span class="lw-matrix__must"> (${messages.matrix.required})</span>` : ''}${column.hint ? html`<span class="lw-matrix__hint">${column.hint}</span>` : ''}</th>`,
  )}</tr></thead>
<tbody role="rowgroup">${rows.map((row) => [matrixRow(id, columns, row), conflictRow(columns, row)])}</tbody></table>`;
}

function matrixRow(id: string, columns: readonly MatrixColumn[], row: MatrixRow): Html {
  const basis = new URLSearchParams({ fassung: String(row.fassung), ...basisValues(columns, row) });
  const name = row.href ? textLink(row.href, row.label) : row.label;
  return html`<tr class="lw-matrix__row" role="row" data-row="${row.key}"><th scope="row" role="rowheader">${name}${row.note ? html`<span class="lw-matrix__hint">${row.note}</span>` : ''}${row.readOnly ? html`<span class="lw-matrix__hint">${row.readOnly}</span>` : ''}<input type="hidden" name="${rowNames.basis}:${row.key}" value="${basis.toString()}"></th>${columns.map((column) => matrixCell(id, row.readOnly ? { ...column, readOnly: true } : column, row))}</tr>`;
}

function basisValues(columns: readonly MatrixColumn[], row: MatrixRow): Record<string, string> {
  return Object.fromEntries(columns.map(({ key }) => [`w.${key}`, row.values[key] ?? '']));
}

function conflictRow(columns: readonly MatrixColumn[], row: MatrixRow): Html | '' {
  if (!row.conflict) return '';
  const { matrix: text } = messages;
  const name = `${rowNames.decision}:${row.key}`;
  const choice = (value: string, label: string): Html => {
    const id = idFrom('feld', rowNames.decision, row.key, value);
    return html`<div class="lw-matrix__choice"><input class="lw-check" type="radio" id="${id}" name="${name}" value="${value}"><label for="${id}">${label}</label></div>`;
  };
  return html`<tr class="lw-matrix__conflict" role="row"><td role="cell" colspan="${columns.length + 1}"><fieldset id="${idFrom('feld', rowNames.conflict, row.key)}" tabindex="-1"><legend>${icon('warning')}<span>${text.conflict(row.label, row.conflict.by, row.conflict.at)}</span></legend>
<ul class="kern-list kern-list--bullet">${differences(columns, row)}</ul><input type="hidden" name="${rowNames.conflict}:${row.key}" value="ja">${choice('meine', text.mine)}${choice('andere', text.theirs)}</fieldset></td></tr>`;
}

function differences(columns: readonly MatrixColumn[], row: MatrixRow): readonly Html[] {
  return columns.flatMap((column) => {
    const [theirs, mine] = [row.values[column.key] ?? '', row.typed?.[column.key]];
    if (mine === undefined || mine === theirs) return [];
    const shown = (value: string) =>
      column.options?.find((option) => option.value === value)?.label || value || messages.matrix.empty;
    return [html`<li>${column.label}: ${messages.matrix.both(shown(theirs), shown(mine))}</li>`];
  });
}
