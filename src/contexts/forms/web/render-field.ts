import { html } from 'hono/html';
import type { FieldProblem } from '#kernel';
import { alert, descriptionList, externalLink, type Html } from '#ui';
import type { FieldModel, InfoModel, SectionModel, SummaryModel } from '../domain/evaluate/field-model.ts';
import { renderGroup } from './render-group.ts';
import { renderHelp } from './render-help.ts';
import { renderInput } from './render-input.ts';
import { renderText } from './render-text.ts';
import type { WebWords } from './words.ts';

export interface FieldRendering {
  readonly problems: readonly FieldProblem[];
  /** The row or group that has the focus when the page opens. */
  readonly focus: string | null;
  readonly words: WebWords;
}

/** One part of a page; a section or group with all its parts. */
export function renderField(model: FieldModel, rendering: FieldRendering): Html {
  switch (model.kind) {
    case 'group':
      return renderGroup(model, rendering, renderField);
    case 'section':
      return renderSection(model, rendering);
    case 'info':
      return renderInfo(model);
    case 'summary':
      return renderSummaryPart(model);
    case 'calculated':
      return html`<div data-lw-part="${model.name}">${descriptionList([[model.label, html`<output data-lw-value="${model.name}">${model.value}</output>`]])}</div>`;
    case 'input':
      return html`<div data-lw-part="${model.name}">${renderInput(model, rendering)}${renderHelp(model, rendering.words)}</div>`;
  }
}

function renderSection(model: SectionModel, rendering: FieldRendering): Html {
  const parts = model.fields.map((field) => renderField(field, rendering));
  const hint = model.hint ? html`<p class="kern-hint">${model.hint}</p>` : '';
  const head =
    model.level === 1
      ? html`<h2 class="kern-heading-medium" id="abschnitt-${model.name}">${model.label}</h2>`
      : html`<h3 class="kern-heading-small" id="abschnitt-${model.name}">${model.label}</h3>`;
  return html`<div class="lw-stack" role="group" aria-labelledby="abschnitt-${model.name}" data-lw-part="${model.name}">${head}${hint}${renderHelp(model, rendering.words)}${parts}</div>`;
}

function renderInfo(model: InfoModel): Html {
  const link = model.link
    ? html`<p class="kern-body">${externalLink(model.link.href, model.link.label)}</p>`
    : '';
  const body = html`${model.text ? renderText(model.text) : ''}${link}`;
  if (model.style !== 'text')
    return html`<div data-lw-part="${model.name}">${alert({ kind: model.style, title: model.label, body })}</div>`;
  return html`<div class="lw-stack" data-lw-part="${model.name}"><h2 class="kern-heading-small">${model.label}</h2>${body}</div>`;
}

function renderSummaryPart(model: SummaryModel): Html {
  const parts = model.sections.flatMap(({ title, rows, parts: inner }) => [
    { title, rows },
    ...inner.map((part) => ({ title: `${title}: ${part.title}`, rows: part.rows })),
  ]);
  const filled = parts.filter(({ rows }) => rows.length > 0);
  return html`<div class="lw-stack" data-lw-part="${model.name}"><h2 class="kern-heading-small">${model.label}</h2>${model.hint ? html`<p class="kern-hint">${model.hint}</p>` : ''}${filled.map(
    ({ title, rows }) =>
      html`<h3 class="kern-label kern-label--large">${title}</h3>${descriptionList(rows.map(({ question, answer }) => [question, answer] as const))}`,
  )}</div>`;
}
