import { html } from 'hono/html';
import type { FieldProblem } from '#kernel';
import {
  checkboxField,
  checkboxGroup,
  errorOf,
  fieldset,
  type Html,
  inputField,
  radioGroup,
  selectField,
  textareaField,
} from '#ui';
import type { InputDefinition } from '../domain/compile/form.ts';
import type { InputModel } from '../domain/evaluate/field-model.ts';
import { formatCents, formatThousandths } from '../domain/expression/format-value.ts';
import { type AddressPart, addressParts } from '../domain/fields/address-field.ts';
import { isJsonObject, type Json, ownValue } from '../domain/json.ts';
import type { CommonOptions } from './common-options.ts';
import { messages } from './messages.ts';
import { renderFiles } from './render-files.ts';

/** The control for one field, with its answer as it was typed and what is wrong with it. */
export function renderInput(model: InputModel, problems: readonly FieldProblem[]): Html {
  const common = commonOf(model, problems);
  const { definition } = model;
  switch (definition.type) {
    case 'multiline':
      return textareaField({
        ...common,
        value: textOf(model.answer),
        maxLength: definition.maxLength ?? 2_000,
      });
    case 'choice':
      return renderChoice(model, definition.display ?? 'radio', common);
    case 'multichoice':
      return checkboxGroup({ ...common, options: optionsOf(model), values: textsOf(model.answer) });
    case 'yesno':
      return radioGroup({ ...common, options: yesNo, value: yesNoValue(model.answer), horizontal: true });
    case 'declaration':
      return checkboxField({ ...common, checked: model.answer === true });
    case 'address':
      return renderAddress(model, problems);
    case 'file':
      return renderFiles(model, definition, common);
    default:
      return inputField({ ...common, ...lineOf(definition, model.answer) });
  }
}

function commonOf(model: InputModel, problems: readonly FieldProblem[]): CommonOptions {
  const { name, label, hint, required } = model;
  return { name, label: labelOf(model, label), hint, error: errorOf(problems, name), optional: !required };
}

function labelOf({ definition }: InputModel, label: string): string {
  if (definition.type === 'money') return `${label} (${messages.euro})`;
  if (definition.type === 'number' && definition.unit)
    return `${label} (${messages.inUnit(definition.unit)})`;
  return label;
}

const yesNo = [
  { value: 'ja', label: messages.yes },
  { value: 'nein', label: messages.no },
];

function yesNoValue(answer: Json | undefined): string | null {
  return typeof answer === 'boolean' ? (answer ? 'ja' : 'nein') : null;
}

function optionsOf(model: InputModel): { value: string; label: string; hint?: string }[] {
  return model.choices.map(({ value, label, hint }) =>
    hint === null ? { value, label } : { value, label, hint },
  );
}

function textsOf(answer: Json | undefined): string[] {
  return Array.isArray(answer) ? answer.filter((item) => typeof item === 'string') : [];
}

function textOf(answer: Json | undefined): string {
  if (typeof answer === 'string') return answer;
  return typeof answer === 'number' ? formatThousandths(Math.round(answer * 1000)).replaceAll('.', '') : '';
}

function renderChoice(model: InputModel, display: 'radio' | 'select', common: CommonOptions): Html {
  const value = typeof model.answer === 'string' ? model.answer : null;
  const options = optionsOf(model);
  return display === 'select'
    ? selectField({ ...common, options, value })
    : radioGroup({ ...common, options, value });
}

type LineOptions = Omit<Parameters<typeof inputField>[0], keyof CommonOptions>;

/** How a one-line field looks and what a browser may fill in. */
function lineOf(definition: InputDefinition, answer: Json | undefined): LineOptions {
  const value = textOf(answer);
  switch (definition.type) {
    case 'text': {
      const width = (definition.maxLength ?? 200) <= 20 ? 'medium' : 'full';
      const inputmode = definition.characters === 'digits' ? 'numeric' : undefined;
      return { value, autocomplete: definition.autocomplete, inputmode, width };
    }
    case 'email':
      return { type: 'email', value };
    case 'phone':
      return { type: 'tel', value, autocomplete: 'tel' };
    case 'date':
      // What is no day would vanish from a browser's date field; as text it can be mended.
      return {
        type: value === '' || /^\d{4}-\d{2}-\d{2}$/.test(value) ? 'date' : 'text',
        value,
        autocomplete: definition.autocomplete,
        width: 'medium',
      };
    case 'number':
      return { value, inputmode: (definition.decimals ?? 0) > 0 ? 'decimal' : 'numeric', width: 'narrow' };
    case 'money':
      return {
        value: typeof answer === 'number' ? formatCents(answer).replace(' €', '') : value,
        inputmode: 'decimal',
        width: 'narrow',
      };
    default:
      return { value, spellcheck: false, width: 'medium' };
  }
}

const addressLines: Readonly<Record<AddressPart, LineOptions>> = {
  street: { autocomplete: 'address-line1' },
  number: { width: 'narrow' },
  plz: { autocomplete: 'postal-code', inputmode: 'numeric', maxLength: 5, width: 'narrow' },
  city: { autocomplete: 'address-level2' },
};

function renderAddress(model: InputModel, problems: readonly FieldProblem[]): Html {
  const whole = isJsonObject(model.answer) ? model.answer : undefined;
  const lines = addressParts.map((part) => {
    const name = `${model.name}.${part}`;
    const error = errorOf(problems, name) ?? (part === 'street' ? errorOf(problems, model.name) : null);
    const value = textOf(ownValue(whole, part));
    return inputField({
      name,
      label: messages.address[part],
      error,
      optional: !model.required,
      value,
      ...addressLines[part],
    });
  });
  return fieldset(model.label, html`${lines}`, { hint: model.hint });
}
