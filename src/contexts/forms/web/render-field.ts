import { html } from 'hono/html';
import { alert, descriptionList, externalLink, type Html } from '#ui';
import type { FieldModel, InfoModel, SectionModel, SummaryModel } from '../domain/evaluate/field-model.ts';
import type { FieldRendering } from './field-rendering.ts';
import { renderGroup } from './render-group.ts';
import { renderHelp } from './render-help.ts';
import { renderInput } from './render-input.ts';
import { renderText } from './render-text.ts';

/** One part of a page; a section or group with all its parts. What is not shown yet is there for the script, sent by nobody. */
export function renderField(model: FieldModel, rendering: FieldRendering): Html {
  const part = renderPart(model, rendering);
  const name = model.name;
  return model.dormant
    ? html`<fieldset class="lw-part" data-lw-part="${name}" hidden disabled>${part}</fieldset>`
    : html`<div class="lw-part" data-lw-part="${name}">${part}</div>`;
}

function renderPart(model: FieldModel, rendering: FieldRendering): Html {
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
      return descriptionList([
        [model.label, html`<output data-lw-value="${model.name}">${model.value}</output>`],
      ]);
    case 'input':
      return html`${renderInput(model, rendering)}${renderHelp(model, rendering.words)}`;
  }
}

function renderSection(model: SectionModel, rendering: FieldRendering): Html {
  const parts = model.fields.map((field) => renderField(field, rendering));
  const hint = model.hint ? html`<p class="kern-hint">${model.hint}</p>` : '';
  const head =
    model.level === 1
      ? html`<h2 class="kern-heading-medium" id="abschnitt-${model.name}">${model.label}</h2>`
      : html`<h3 class="kern-heading-small" id="abschnitt-${model.name}">${model.label}</h3>`;
  return html`<div class="lw-stack" role="group" aria-labelledby="abschnitt-${model.name}">${head}${hint}${renderHelp(model, rendering.words)}${parts}</div>`;
}

function renderInfo(model: InfoModel): Html {
  const link = model.link
    ? html`<p class="kern-body">${externalLink(model.link.href, model.link.label)}</p>`
    : '';
  const body = html`${model.text ? renderText(model.text) : ''}${link}`;
  if (model.style !== 'text') return alert({ kind: model.style, title: model.label, body });
  return html`<div class="lw-stack"><h2 class="kern-heading-small">${model.label}</h2>${body}</div>`;
}

function renderSummaryPart(model: SummaryModel): Html {
  const parts = model.sections.flatMap(({ title, rows, parts: inner }) => [
    { title, rows },
    ...inner.map((part) => ({ title: `${title}: ${part.title}`, rows: part.rows })),
  ]);
  const filled = parts.filter(({ rows }) => rows.length > 0);
  return html`<div class="lw-stack"><h2 class="kern-heading-medium">${model.label}</h2>${model.hint ? html`<p class="kern-hint">${model.hint}</p>` : ''}${filled.map(
    ({ title, rows }) =>
      html`<h3 class="kern-heading-small">${title}</h3>${descriptionList(rows.map(({ question, answer }) => [question, answer] as const))}`,
  )}</div>`;
}
