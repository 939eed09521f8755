import { html } from 'hono/html';
import { checkboxGroup, fieldset, type Html, inputField, radioGroup, selectField } from '#ui';
import type { InputModel } from '../domain/evaluate/field-model.ts';
import type { Choice } from '../domain/fields/choice-fields.ts';
import type { Json } from '../domain/json.ts';
import { limits } from '../domain/limits.ts';
import type { CommonOptions } from './common-options.ts';
import type { WebWords } from './words.ts';

type ChoiceDefinition = Extract<
  InputModel['definition'],
  { type: 'choice' | 'multichoice' | 'country' | 'nationality' }
>;

/** Choices as radios, a select, checkboxes, or a field in which long lists are searched by typing. */
export function renderChoices(
  model: InputModel,
  definition: ChoiceDefinition,
  common: CommonOptions,
  words: WebWords,
): Html {
  if (definition.type === 'nationality') return severalSearched(model, common, words);
  if (definition.type === 'multichoice')
    return model.choices.length > mostBoxes && canBeTyped(definition)
      ? severalSearched(model, common, words)
      : checkboxGroup({ ...common, options: optionsOf(model.choices), values: textsOf(model.answer) });
  const display = definition.type === 'country' ? 'search' : (definition.display ?? 'radio');
  const value = typeof model.answer === 'string' ? model.answer : null;
  if (display === 'search' || (model.choices.length > limits.entriesOffered && canBeTyped(definition)))
    return searched(model, common, words, value);
  const options = optionsOf(model.choices);
  return display === 'select' || model.choices.length > mostBoxes
    ? selectField({ ...common, options, value })
    : radioGroup({ ...common, options, value });
}

/** Rows of a Kommune's table are not known to whoever reads what was sent, so their labels cannot be typed. */
function canBeTyped(definition: ChoiceDefinition): boolean {
  return !('options' in definition) || !('from' in definition.options);
}

/** More boxes than this nobody reads through. */
const mostBoxes = 30;

function optionsOf(choices: readonly Choice[]): { value: string; label: string; hint?: string }[] {
  return choices.map(({ value, label, hint }) => (hint === null ? { value, label } : { value, label, hint }));
}

/**
 * One of many, by typing: the browser offers what fits from a list, the server reads the label; where it is none, it
 * shows what resembles it as radios, so that a list of thousands is searched without script.
 */
function searched(model: InputModel, common: CommonOptions, words: WebWords, value: string | null): Html {
  if (model.near.length > 0 && common.error !== null)
    return radioGroup({ ...common, hint: words.nearLegend, options: optionsOf(model.near), value });
  const shown = model.choices.find((choice) => choice.value === value)?.label ?? value ?? '';
  const hint = common.hint ?? words.searchHint;
  return html`${inputField({ ...common, hint, value: shown, list: listId(model), spellcheck: false })}${offered(model)}`;
}

function severalSearched(model: InputModel, common: CommonOptions, words: WebWords): Html {
  const given = textsOf(model.answer);
  const labelOf = (value: string): string =>
    model.choices.find((choice) => choice.value === value)?.label ?? value;
  const lines = [...given, ''].map((value, index) =>
    inputField({
      name: model.name,
      id: index === 0 ? undefined : `${listId(model)}-${index}`,
      label: words.entry(index + 1),
      hint: index === 0 ? words.searchHint : null,
      optional: common.optional || index > 0,
      error: index === 0 ? common.error : null,
      value: value === '' ? '' : labelOf(value),
      list: listId(model),
      spellcheck: false,
    }),
  );
  const further = given.length === 0 ? [...lines, secondLine(model, words)] : lines;
  return html`${fieldset(common.label, html`${further}`, { hint: common.hint ?? undefined })}${offered(model)}`;
}

function secondLine(model: InputModel, words: WebWords): Html {
  const id = `${listId(model)}-1`;
  return inputField({
    name: model.name,
    id,
    label: words.entry(2),
    optional: true,
    list: listId(model),
  });
}

function listId({ name }: InputModel): string {
  return `liste-${name.replaceAll('.', '-')}`;
}

function offered(model: InputModel): Html | '' {
  if (model.choices.length > limits.entriesOffered) return '';
  return html`<datalist id="${listId(model)}">${model.choices.map(({ label }) => html`<option value="${label}"></option>`)}</datalist>`;
}

function textsOf(answer: Json | undefined): string[] {
  return Array.isArray(answer) ? answer.filter((item) => typeof item === 'string') : [];
}
