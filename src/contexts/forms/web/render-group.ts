import { html } from 'hono/html';
import { button, type Html } from '#ui';
import type { FieldModel, GroupModel } from '../domain/evaluate/field-model.ts';
import { actionField, actionValue } from '../domain/evaluate/page-action.ts';
import type { FieldRendering } from './field-rendering.ts';
import { anchorOf } from './focus-address.ts';
import { renderHelp } from './render-help.ts';
import { fitsTable, renderTable } from './render-table.ts';

type RenderField = (model: FieldModel, rendering: FieldRendering) => Html;

/** A row of a group is a fieldset; buttons add and remove rows by sending the page, so no script is needed. */
export function renderGroup(model: GroupModel, rendering: FieldRendering, renderField: RenderField): Html {
  const { problems, focus, words } = rendering;
  const own = problems.find(({ field }) => field === model.name);
  const add = button(words.add(model.item), {
    kind: 'secondary',
    icon: 'add',
    name: actionField,
    value: actionValue({ kind: 'add', group: model.name }),
  });
  const rows =
    model.display === 'table' && fitsTable(model)
      ? renderTable(model, rendering)
      : html`${model.rows.map((_, index) => renderRow(model, index, rendering, renderField))}`;
  const heading = html`id="${anchorOf(model.name)}" tabindex="-1"${focus === model.name ? html` autofocus` : ''}`;
  return html`<div class="lw-stack" role="group" aria-labelledby="${anchorOf(model.name)}">
${model.depth === 0 ? html`<h2 class="kern-heading-medium" ${heading}>${model.label}</h2>` : html`<h3 class="kern-heading-small" ${heading}>${model.label}</h3>`}
${model.hint ? html`<p class="kern-hint">${model.hint}</p>` : ''}${renderHelp(model, words)}
${own ? html`<p class="kern-error"><span class="kern-body">${own.message}</span></p>` : ''}
<input type="hidden" name="${model.name}.n" value="${model.rows.length}">
${rows}
${model.canAdd ? html`<div>${add}</div>` : ''}
</div>`;
}

function renderRow(
  model: GroupModel,
  index: number,
  rendering: FieldRendering,
  renderField: RenderField,
): Html | '' {
  const row = model.rows[index];
  if (!row) return '';
  const name = `${model.name}.${index}`;
  // A row of which nothing is asked goes along, so that those after it keep their numbers.
  if (row.fields.length === 0 && !model.canRemove)
    return html`<input type="hidden" name="${name}.key" value="${row.key}">`;
  const remove = button(rendering.words.remove(row.title), {
    kind: 'tertiary',
    icon: 'delete',
    name: actionField,
    value: actionValue({ kind: 'remove', group: model.name, row: index }),
  });
  return html`<fieldset class="kern-fieldset"><legend class="kern-label kern-label--large" id="${anchorOf(name)}" tabindex="-1"${rendering.focus === name ? html` autofocus` : ''}>${row.title}</legend>
<input type="hidden" name="${name}.key" value="${row.key}">
<div class="kern-fieldset__body lw-stack">${row.fields.map((field) => renderField(field, rendering))}${model.canRemove ? html`<div>${remove}</div>` : ''}</div></fieldset>`;
}
