import { html } from 'hono/html';
import type { FieldProblem } from '#kernel';
import { checkboxField, errorOf, type Html, inputField, radioGroup, textareaField } from '#ui';
import type { InputModel } from '../domain/evaluate/field-model.ts';
import type { Json } from '../domain/json.ts';
import type { CommonOptions } from './common-options.ts';
import { renderChoices } from './render-choices.ts';
import { renderFiles } from './render-files.ts';
import { lineOf, textOf } from './render-line.ts';
import { renderParts } from './render-parts.ts';
import type { WebWords } from './words.ts';

export interface InputRendering {
  readonly problems: readonly FieldProblem[];
  readonly words: WebWords;
}

/** The control for one field, with its answer as it was typed and what is wrong with it. */
export function renderInput(model: InputModel, { problems, words }: InputRendering): Html {
  const common = commonOf(model, problems, words);
  const { definition } = model;
  switch (definition.type) {
    case 'multiline':
      return textareaField({
        ...common,
        value: textOf(model.answer),
        maxLength: definition.maxLength ?? 2_000,
      });
    case 'choice':
    case 'multichoice':
    case 'country':
    case 'nationality':
      return renderChoices(model, definition, common, words);
    case 'yesno':
      return radioGroup({
        ...common,
        options: yesNo(words),
        value: yesNoValue(model.answer),
        horizontal: true,
      });
    case 'declaration':
      return checkboxField({ ...common, checked: model.answer === true });
    case 'consent':
      return renderConsent(model, common, words);
    case 'file':
      return renderFiles(model, definition, common, words);
    default:
      return (
        renderParts(model, problems, words) ??
        inputField({
          ...common,
          ...lineOf(definition, model.answer),
          hint: common.hint ?? lineHint(definition.type, words),
        })
      );
  }
}

function lineHint(type: string, words: WebWords): string | null {
  if (type === 'time') return words.timeHint;
  return type === 'taxId' ? words.taxIdHint : null;
}

function commonOf(model: InputModel, problems: readonly FieldProblem[], words: WebWords): CommonOptions {
  const { name, label, hint, required, origin } = model;
  const from = origin === null ? null : words.origin(origin);
  const shown = hint !== null && from !== null ? html`${hint}<br>${from}` : (hint ?? from);
  return {
    name,
    label: labelOf(model, label, words),
    hint: shown,
    error: errorOf(problems, name),
    optional: !required,
  };
}

function labelOf({ definition }: InputModel, label: string, words: WebWords): string {
  if (definition.type === 'money') return `${label} (${words.euro})`;
  if (definition.type === 'number' && definition.unit) return `${label} (${words.inUnit(definition.unit)})`;
  return label;
}

function yesNo(words: WebWords): { value: string; label: string }[] {
  return [
    { value: 'ja', label: words.yes },
    { value: 'nein', label: words.no },
  ];
}

function yesNoValue(answer: Json | undefined): string | null {
  return typeof answer === 'boolean' ? (answer ? 'ja' : 'nein') : null;
}

/** A consent says what for, that it is voluntary, and how it is withdrawn, before it can be given. */
function renderConsent(model: InputModel, common: CommonOptions, words: WebWords): Html {
  const { purpose = '', withdrawal = '' } = model.consent ?? {};
  const hint = html`${common.hint ? html`${common.hint}<br>` : ''}<strong>${words.purpose}:</strong> ${purpose}<br><strong>${words.withdrawal}:</strong> ${withdrawal}${model.required ? '' : html`<br>${words.voluntary}`}`;
  return checkboxField({ ...common, hint, checked: model.answer === true });
}
