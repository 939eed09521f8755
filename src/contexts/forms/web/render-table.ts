import { html } from 'hono/html';
import { button, type Html } from '#ui';
import type { GroupModel, InputModel } from '../domain/evaluate/field-model.ts';
import { actionField, actionValue } from '../domain/evaluate/page-action.ts';
import type { FieldRendering } from './field-rendering.ts';
import { anchorOf } from './focus-address.ts';
import { renderInput } from './render-input.ts';

type Row = GroupModel['rows'][number];

/** Rows as a table: the row's name leads, each cell repeats the name of its column for narrow pages and screen readers. */
export function renderTable(model: GroupModel, rendering: FieldRendering): Html {
  const columns = (model.rows[0]?.fields ?? []).map(({ label }) => label);
  const rows = model.rows.map((row, index) => renderRow(model, row, index, rendering));
  return html`<div class="lw-cells-wrap"><table class="lw-cells"><thead><tr><td></td>${columns.map((label) => html`<th scope="col">${label}</th>`)}${model.canRemove ? html`<td></td>` : ''}</tr></thead><tbody>${rows}</tbody></table></div>`;
}

/** Whether all rows have the same questions, so that they fit under each other. */
export function fitsTable({ rows }: GroupModel): boolean {
  const shape = (row: Row | undefined): string =>
    (row?.fields ?? []).map(({ name }) => name.split('.').at(-1)).join(' ');
  const first = shape(rows[0]);
  return rows.every((row) => shape(row) === first && row.fields.every(({ kind }) => kind === 'input'));
}

function renderRow(model: GroupModel, row: Row, index: number, rendering: FieldRendering): Html {
  const cells = row.fields.filter((field): field is InputModel => field.kind === 'input');
  const remove = button(rendering.words.remove(row.title), {
    kind: 'tertiary',
    small: true,
    icon: 'delete',
    name: actionField,
    value: actionValue({ kind: 'remove', group: model.name, row: index }),
  });
  const name = `${model.name}.${index}`;
  const place = html`id="${anchorOf(name)}" tabindex="-1"${rendering.focus === name ? html` autofocus` : ''}`;
  return html`<tr><th scope="row" ${place}>${row.title}<input type="hidden" name="${name}.key" value="${row.key}"></th>${cells.map(
    (cell) => html`<td><div data-lw-part="${cell.name}">${renderInput(cell, rendering)}</div></td>`,
  )}${model.canRemove ? html`<td>${remove}</td>` : ''}</tr>`;
}
