import type { SimpleField } from '../definition/field-schema.ts';
import { formatCents, formatThousandths } from '../expression/format-value.ts';
import { decimalType, integerType, moneyType } from '../expression/types.ts';
import type { Json } from '../json.ts';
import type { Messages } from '../words/messages.ts';
import { type Behaviour, type Check, invalid, valid } from './behaviour.ts';
import { cleanText, textOf } from './text-input.ts';

/** Thousandths of a German number (`1.234,5`, `1234.5`), or what is wrong. */
export function readThousandths(text: string): number | null {
  const compact = text.replaceAll(/\s/g, '');
  const german = /^(-?)(\d{1,9}|\d{1,3}(?:\.\d{3}){1,2})(?:,(\d{1,3}))?$/.exec(compact);
  const plain = /^(-?)(\d{1,9})(?:\.(\d{1,2}))?$/.exec(compact);
  const match = german ?? plain;
  if (!match) return null;
  const [, sign = '', whole = '0', fraction = ''] = match;
  const size = Number(whole.replaceAll('.', '')) * 1000 + Number(fraction.padEnd(3, '0'));
  return sign && size > 0 ? -size : size;
}

type NumberField = Extract<SimpleField, { type: 'number' }>;

/** A number; kept as JSON number, computed as an integer or in thousandths. */
export function numberField(words: Messages, field: NumberField): Behaviour {
  const places = field.decimals ?? 0;
  const step = 10 ** (3 - places);
  const unit = field.unit ? ` ${field.unit}` : '';
  const bound = (value: number): string => `${formatThousandths(Math.round(value * 1000))}${unit}`;
  const check = (answer: Json): Check => {
    if (typeof answer !== 'number') return invalid(words.number);
    const size = Math.round(answer * 1000);
    if (!Number.isSafeInteger(size) || Math.abs(answer) >= 1e10) return invalid(words.number);
    if (size / 1000 !== answer || size % step !== 0) return invalid(words.decimals(places));
    const { min = answer, max = answer } = field;
    if (answer < min) return invalid(words.min(bound(min)));
    if (answer > max) return invalid(words.max(bound(max)));
    return valid(places === 0 ? answer : size);
  };
  return {
    type: places === 0 ? integerType : decimalType,
    read: (input) => {
      const text = cleanText(input.one());
      const size = text ? readThousandths(text) : null;
      return size === null ? text : size / 1000;
    },
    check,
    show: (answer) => (typeof answer === 'number' ? bound(answer) : (textOf(answer) ?? '')),
  };
}

type MoneyField = Extract<SimpleField, { type: 'money' }>;

/** An amount; kept and computed in cents. */
export function moneyField(words: Messages, field: MoneyField): Behaviour {
  const check = (answer: Json): Check => {
    if (typeof answer !== 'number' || !Number.isSafeInteger(answer)) return invalid(words.money);
    const { minCents = 0, maxCents } = field;
    if (answer < minCents) return invalid(words.min(formatCents(minCents)));
    if (maxCents !== undefined && answer > maxCents) return invalid(words.max(formatCents(maxCents)));
    return valid(answer);
  };
  return {
    type: moneyType,
    read: (input) => {
      const text = cleanText(input.one()?.replace(/(€|EUR)\s*$/i, ''));
      const size = text ? readThousandths(text) : null;
      return size === null || size % 10 !== 0 ? text : size / 10;
    },
    check,
    show: (answer) => (typeof answer === 'number' ? formatCents(answer) : (textOf(answer) ?? '')),
  };
}
