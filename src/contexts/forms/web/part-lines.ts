import type { InputModel } from '../domain/evaluate/field-model.ts';
import { usualNameParts } from '../domain/fields/name-field.ts';
import { isJsonObject, ownValue } from '../domain/json.ts';
import { dayLine, type LineOptions, textOf } from './render-line.ts';
import type { WebWords } from './words.ts';

/** One line of an answer that consists of several. */
export interface PartLine {
  readonly part: string;
  readonly label: string;
  readonly hint?: string | null;
  readonly optional?: boolean;
  readonly line: LineOptions;
}

/** The lines of an answer that has several; null for other kinds. */
export function linesOf(model: InputModel, words: WebWords): readonly PartLine[] | null {
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

/** Whether an address asks for the country too. */
export function withCountry({ definition }: InputModel): boolean {
  return definition.type === 'address' && definition.country === true;
}
