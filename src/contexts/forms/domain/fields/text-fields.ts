import type { SimpleField } from '../definition/field-schema.ts';
import { textType } from '../expression/types.ts';
import type { Json } from '../json.ts';
import { messages } from '../messages.ts';
import { type Behaviour, type Check, invalid, valid } from './behaviour.ts';
import { cleanText, textOf, textProblem } from './text-input.ts';

type TextField = Extract<SimpleField, { type: 'text' }>;

/** A kind of field whose answer is a text; `normal` gives the clean form or what is wrong. */
export function textual(
  max: number,
  normal: (text: string) => { readonly text: string } | { readonly problem: string },
): Behaviour {
  const check = (answer: Json): Check => {
    const text = textOf(answer);
    if (text === null) return invalid(messages.wrongShape);
    const problem = textProblem(text, max);
    if (problem) return invalid(problem);
    const result = normal(text);
    return 'problem' in result ? invalid(result.problem) : valid(result.text);
  };
  return {
    type: textType,
    read: (input) => {
      const text = cleanText(input.one());
      const checked = text ? check(text) : null;
      return checked?.ok && typeof checked.value === 'string' ? checked.value : text;
    },
    check,
    show: (answer) => textOf(answer) ?? '',
  };
}

const characterRules = {
  any: null,
  digits: { pattern: /^\d+$/, message: messages.digits },
  letters: { pattern: /^[\p{L}\p{M}' -]+$/u, message: messages.letters },
} as const;

export function textField(field: TextField): Behaviour {
  const { minLength = 1, maxLength = 200, characters = 'any' } = field;
  const rule = characterRules[characters];
  // Numbers are written in groups; the groups are no part of them.
  const plainOf = (text: string): string =>
    characters === 'digits' ? text.replaceAll(/[\s./-]/g, '') : text;
  return textual(characters === 'digits' ? maxLength * 2 : maxLength, (text) => {
    const plain = plainOf(text);
    if (rule && !rule.pattern.test(plain)) return { problem: rule.message };
    if (plain.includes('\n')) return { problem: messages.controlCharacters };
    const problem = lengthProblem(plain.length, minLength, maxLength);
    return problem ? { problem } : { text: plain };
  });
}

function lengthProblem(length: number, min: number, max: number): string | null {
  if (length >= min && length <= max) return null;
  if (min === max) return messages.exactLength(min);
  return length < min ? messages.tooShort(min) : messages.tooLong(max);
}

export function multilineField(field: Extract<SimpleField, { type: 'multiline' }>): Behaviour {
  return textual(field.maxLength ?? 2_000, (text) => ({ text }));
}

// No more than browsers ask for, plus a dot in the domain; the mail itself proves the rest.
const email = /^[^\s@"(),:;<>[\]\\]{1,64}@[a-z0-9äöüß](?:[a-z0-9äöüß.-]{0,240})\.[a-zäöü]{2,24}$/i;

export function emailField(): Behaviour {
  return textual(254, (text) =>
    email.test(text) && !text.includes('..') ? { text } : { problem: messages.email },
  );
}

export function phoneField(): Behaviour {
  return textual(40, (text) => {
    const digits = text.replaceAll(/[\s()/.-]/g, '');
    return /^\+?\d{4,18}$/.test(digits) ? { text } : { problem: messages.phone };
  });
}
