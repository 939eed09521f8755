import { html } from 'hono/html';
import { attributes, classes, type Html, idFrom } from '../html.ts';
import { icon } from '../icon.ts';
import { cellName, type MatrixColumn, type MatrixRow } from './definition.ts';

/** One cell of a matrix: its control, named by column and row, and what is wrong with it. */
export function matrixCell(matrixId: string, column: MatrixColumn, row: MatrixRow): Html {
  const problem = row.problems?.[column.key];
  const id = idFrom('feld', cellName(column.key, row.key));
  const error = problem
    ? html`<p class="lw-matrix__error" id="${id}-fehler">${icon('danger', 'kern-icon--small')}<span>${problem}</span></p>`
    : '';
  return html`<td class="${classes('lw-matrix__cell', column.width && `lw-matrix__cell--${column.width}`)}" role="cell" data-label="${column.label}">${control(matrixId, column, row, id)}${error}</td>`;
}

function control(matrixId: string, column: MatrixColumn, row: MatrixRow, id: string): Html {
  const saved = row.values[column.key] ?? '';
  const value = row.typed?.[column.key] ?? saved;
  const common = {
    class: 'lw-matrix__control',
    id,
    name: cellName(column.key, row.key),
    'aria-label': `${column.label}: ${row.label}`,
    'aria-invalid': row.problems?.[column.key] ? 'true' : undefined,
    'aria-describedby': row.problems?.[column.key] ? `${id}-fehler` : undefined,
    'data-cell': column.kind,
    'data-saved': value === saved ? undefined : saved,
  };
  if (column.kind === 'select') return select(column, value, common);
  const own = {
    ...common,
    value,
    readonly: column.readOnly,
    maxlength: column.maxLength,
    autocomplete: 'off',
  };
  if (column.kind === 'date')
    return html`<input${attributes({ ...own, type: 'date', min: '1900-01-01', max: '2100-12-31' })}>`;
  const inputmode = column.kind === 'number' ? (column.decimals === true ? 'decimal' : 'numeric') : undefined;
  const list =
    column.kind === 'text' && column.options ? idFrom(matrixId, column.key, 'vorschlag') : undefined;
  return html`<input${attributes({ ...own, type: 'text', inputmode, list })}>`;
}

function select(
  column: MatrixColumn,
  value: string,
  common: Readonly<Record<string, string | undefined>>,
): Html {
  const options = column.options ?? [];
  const known = options.some((option) => option.value === value);
  // A value that is no longer offered stays visible, so that saving the row does not lose it unseen.
  const stray = known || value === '' ? [] : [{ value, label: value }];
  const all = [
    ...(column.required && value !== '' ? [] : [{ value: '', label: column.none ?? '–' }]),
    ...stray,
    ...options,
  ];
  return html`<select${attributes({ ...common, disabled: column.readOnly })}>${all.map(
    (option) =>
      html`<option${attributes({ value: option.value, selected: option.value === value })}>${option.label}</option>`,
  )}</select>`;
}

/** The suggestions of a text column, once for all its cells. */
export function suggestions(matrixId: string, column: MatrixColumn): Html | '' {
  if (column.kind !== 'text' || !column.options) return '';
  return html`<datalist id="${idFrom(matrixId, column.key, 'vorschlag')}">${column.options.map(
    (option) => html`<option${attributes({ value: option.value })}>${option.label}</option>`,
  )}</datalist>`;
}
