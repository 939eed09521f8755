import { html } from 'hono/html';
import type { FieldProblem } from '#kernel';
import { errorOf, fieldset, type Html, inputField, selectField } from '#ui';
import type { InputModel } from '../domain/evaluate/field-model.ts';
import { countryChoices } from '../domain/fields/countries.ts';
import { usualNameParts } from '../domain/fields/name-field.ts';
import { isJsonObject, ownValue } from '../domain/json.ts';
import { dayLine, type LineOptions, textOf } from './render-line.ts';
import type { WebWords } from './words.ts';

/** One line of an answer that consists of several. */
interface PartLine {
  readonly part: string;
  readonly label: string;
  readonly hint?: string | null;
  readonly optional?: boolean;
  readonly line: LineOptions;
}

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

function linesOf(model: InputModel, words: WebWords): readonly PartLine[] | null {
  const { definition } = model;
  const value = (part: string): string =>
    isJsonObject(model.answer) ? textOf(ownValue(model.answer, part)) : '';
  switch (definition.type) {
    case 'address':
      return addressLines(model, value, words);
    case 'name':
      return (definition.parts ?? usualNameParts).map((part) => ({
        part,
        label: words.name[part],
        optional: part === 'title' || part === 'birth',
        line: {
          value: value(part),
          autocomplete: nameTokens[part],
          width: part === 'title' ? 'medium' : 'full',
        },
      }));
    case 'partialDate':
      return partialLines(textOf(model.answer), definition.known ?? 'year', words);
    case 'datetime':
      return [
        { part: 'day', label: words.datetime.day, line: dayLine(value('day')) },
        {
          part: 'time',
          label: words.datetime.time,
          hint: words.timeHint,
          line: { value: value('time'), width: 'narrow' },
        },
      ];
    case 'period': {
      const open = definition.open === true;
      const to = { part: 'to', label: words.period.to, optional: open, line: dayLine(value('to')) };
      return [
        { part: 'from', label: words.period.from, line: dayLine(value('from')) },
        open ? { ...to, hint: words.openEnd } : to,
      ];
    }
    case 'location':
      return [
        {
          part: 'point',
          label: words.location.point,
          hint: words.pointHint,
          line: { value: value('point'), width: 'medium', spellcheck: false },
        },
        {
          part: 'text',
          label: words.location.text,
          hint: words.textHint,
          line: { value: value('text') },
        },
      ];
    default:
      return null;
  }
}

const nameTokens = {
  title: 'honorific-prefix',
  given: 'given-name',
  family: 'family-name',
  birth: 'off',
} as const;

function addressLines(
  model: InputModel,
  value: (part: string) => string,
  words: WebWords,
): readonly PartLine[] {
  const { address } = words;
  const cities = model.cities.length > 1 ? words.citiesHint(model.cities.slice(0, 8).join(', ')) : null;
  return [
    {
      part: 'street',
      label: address.street,
      line: { value: value('street'), autocomplete: 'address-line1' },
    },
    { part: 'number', label: address.number, line: { value: value('number'), width: 'narrow' } },
    {
      part: 'plz',
      label: address.plz,
      line: withCountry(model)
        ? { value: value('plz'), autocomplete: 'postal-code', width: 'narrow' }
        : {
            value: value('plz'),
            autocomplete: 'postal-code',
            inputmode: 'numeric',
            maxLength: 5,
            width: 'narrow',
          },
    },
    {
      part: 'city',
      label: address.city,
      hint: cities,
      line: { value: value('city'), autocomplete: 'address-level2' },
    },
  ];
}

function withCountry({ definition }: InputModel): boolean {
  return definition.type === 'address' && definition.country === true;
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

/** Day, month and year; as many of them as must be known are not optional. */
function partialLines(text: string, known: 'month' | 'year', words: WebWords): readonly PartLine[] {
  const [year = '', month = '', day = ''] = text.split('-');
  const number = (value: string): string => (/^0*$/.test(value) ? '' : value);
  const narrow = { inputmode: 'numeric', width: 'narrow' } as const;
  return [
    {
      part: 'day',
      label: words.partial.day,
      optional: true,
      line: { ...narrow, value: number(day), maxLength: 2 },
    },
    {
      part: 'month',
      label: words.partial.month,
      optional: known === 'year',
      line: { ...narrow, value: number(month), maxLength: 2 },
    },
    { part: 'year', label: words.partial.year, line: { ...narrow, value: number(year), maxLength: 4 } },
  ];
}
