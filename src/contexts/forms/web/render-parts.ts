import { html } from 'hono/html';
import type { FieldProblem } from '#kernel';
import { errorOf, fieldset, type Html, inputField, selectField } from '#ui';
import type { InputModel } from '../domain/evaluate/field-model.ts';
import { countryChoices } from '../domain/fields/countries.ts';
import { usualNameParts } from '../domain/fields/name-field.ts';
import { isJsonObject, ownValue } from '../domain/json.ts';
import { linesOf, withCountry } from './part-lines.ts';
import { textOf } from './render-line.ts';
import type { WebWords } from './words.ts';

/** An answer of several lines in one fieldset: address, name, period and the like; null for other kinds. */
export function renderParts(
  model: InputModel,
  problems: readonly FieldProblem[],
  words: WebWords,
): Html | null {
  const lines = linesOf(model, words);
  if (lines === null) return null;
  const controls = lines.map(({ part, label, hint, optional, line }, index) => {
    const name = `${model.name}.${part}`;
    const error = errorOf(problems, name) ?? (index === 0 ? errorOf(problems, model.name) : null);
    return inputField({ name, label, hint, error, optional: optional === true || !model.required, ...line });
  });
  const origin = model.origin === null ? '' : html` ${words.origin(model.origin)}`;
  const hint = hintOf(model, words);
  const both = hint || origin ? html`${hint}${origin}` : undefined;
  const country = withCountry(model) ? countrySelect(model, problems, words) : '';
  const locate = model.definition.type === 'location' ? locateButton(model, words) : '';
  const body = inLine.has(model.definition.type) ? html`<div class="lw-line">${controls}</div>` : controls;
  return fieldset(model.label, html`${body}${country}${locate}`, { hint: both });
}

/** A button that fills in the position of the browser; it shows only where the script runs and the browser can tell. */
function locateButton({ name }: InputModel, words: WebWords): Html {
  return html`<div class="lw-position"><button type="button" class="kern-btn kern-btn--tertiary" hidden data-lw-locate="${name}.point" data-waiting="${words.locating}" data-failed="${words.locateFailed}"><span class="kern-label">${words.locate}</span></button><p class="kern-body kern-body--small" role="status"></p></div>`;
}

/** Short parts that read as one stand side by side where there is room. */
const inLine: ReadonlySet<string> = new Set(['partialDate', 'datetime', 'period']);

function hintOf(model: InputModel, words: WebWords): string {
  const own = model.hint ?? '';
  if (model.definition.type === 'partialDate') return `${own} ${words.partialHint}`.trim();
  return model.definition.type === 'location' ? `${own} ${words.locationHint}`.trim() : own;
}

/** The name of the first control of an answer that has several; null for other kinds. */
export function firstPart(definition: InputModel['definition']): string | null {
  switch (definition.type) {
    case 'address':
      return 'street';
    case 'name':
      return (definition.parts ?? usualNameParts)[0] ?? null;
    case 'datetime':
      return 'day';
    case 'partialDate':
      return 'day';
    case 'period':
      return 'from';
    case 'location':
      return 'point';
    default:
      return null;
  }
}

function countrySelect(model: InputModel, problems: readonly FieldProblem[], words: WebWords): Html {
  const name = `${model.name}.country`;
  const given = isJsonObject(model.answer) ? textOf(ownValue(model.answer, 'country')) : '';
  return selectField({
    name,
    label: words.address.country,
    error: errorOf(problems, name),
    optional: !model.required,
    options: germanNames,
    value: given === '' ? 'DE' : given,
    placeholder: null,
  });
}

const noEnv = {
  values: [],
  groups: [],
  parameters: { single: {}, tables: {} },
  places: null,
  today: '',
  rows: [],
  entry: undefined,
};
const germanNames = countryChoices('de')
  .visible(noEnv)
  .map(({ value, label }) => ({ value, label }));
