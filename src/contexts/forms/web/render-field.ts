import { html } from 'hono/html';
import type { FieldProblem } from '#kernel';
import { alert, button, descriptionList, externalLink, type Html } from '#ui';
import type { FieldModel, GroupModel, InfoModel, RowFieldModel } from '../domain/evaluate/field-model.ts';
import { actionField, actionValue } from '../domain/evaluate/page-action.ts';
import { messages } from './messages.ts';
import { renderInput } from './render-input.ts';
import { renderText } from './render-text.ts';

export interface FieldRendering {
  readonly problems: readonly FieldProblem[];
  /** The row or group that has the focus when the page opens. */
  readonly focus: string | null;
}

/** One field of a page; a group with all its rows. */
export function renderField(model: FieldModel, rendering: FieldRendering): Html {
  return model.kind === 'group' ? renderGroup(model, rendering) : renderRowField(model, rendering.problems);
}

function renderRowField(model: RowFieldModel, problems: readonly FieldProblem[]): Html {
  if (model.kind === 'info') return renderInfo(model);
  if (model.kind === 'calculated') return descriptionList([[model.label, model.value]]);
  return renderInput(model, problems);
}

function renderInfo(model: InfoModel): Html {
  const link = model.link
    ? html`<p class="kern-body">${externalLink(model.link.href, model.link.label)}</p>`
    : '';
  const body = html`${model.text ? renderText(model.text) : ''}${link}`;
  if (model.style !== 'text') return alert({ kind: model.style, title: model.label, body });
  return html`<div class="lw-stack"><h2 class="kern-heading-small">${model.label}</h2>${body}</div>`;
}

/** A row of a group is a fieldset; buttons add and remove rows by sending the page, so no script is needed. */
function renderGroup(model: GroupModel, { problems, focus }: FieldRendering): Html {
  const own = problems.find(({ field }) => field === model.name);
  const add = button(messages.add(model.item), {
    kind: 'secondary',
    icon: 'add',
    name: actionField,
    value: actionValue({ kind: 'add', group: model.name }),
  });
  return html`<div class="lw-stack" role="group" aria-labelledby="feld-${model.name}">
<h2 class="kern-heading-small" id="feld-${model.name}" tabindex="-1"${focus === model.name ? html` autofocus` : ''}>${model.label}</h2>
${model.hint ? html`<p class="kern-hint">${model.hint}</p>` : ''}
${own ? html`<p class="kern-error"><span class="kern-body">${own.message}</span></p>` : ''}
<input type="hidden" name="${model.name}.n" value="${model.rows.length}">
${model.rows.map((_, index) => renderRow(model, index, problems, focus))}
${model.canAdd ? html`<div>${add}</div>` : ''}
</div>`;
}

function renderRow(
  model: GroupModel,
  index: number,
  problems: readonly FieldProblem[],
  focus: string | null,
): Html | '' {
  const row = model.rows[index];
  if (!row) return '';
  const name = `${model.name}.${index}`;
  const remove = button(messages.remove(row.title), {
    kind: 'tertiary',
    icon: 'delete',
    name: actionField,
    value: actionValue({ kind: 'remove', group: model.name, row: index }),
  });
  return html`<fieldset class="kern-fieldset"><legend class="kern-label kern-label--large" tabindex="-1"${focus === name ? html` autofocus` : ''}>${row.title}</legend>
<input type="hidden" name="${name}.key" value="${row.key}">
<div class="kern-fieldset__body lw-stack">${row.fields.map((field) => renderRowField(field, problems))}${model.canRemove ? html`<div>${remove}</div>` : ''}</div></fieldset>`;
}
