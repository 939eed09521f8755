import type { SimpleField } from '../definition/field-schema.ts';
import { textType } from '../expression/types.ts';
import type { Json } from '../json.ts';
import type { Messages } from '../words/messages.ts';
import { type Behaviour, type Check, invalid, valid } from './behaviour.ts';
import { cleanText, textOf, textProblem } from './text-input.ts';

type TextField = Extract<SimpleField, { type: 'text' }>;

/** A kind of field whose answer is a text; `normal` gives the clean form or what is wrong. */
export function textual(
  words: Messages,
  max: number,
  normal: (text: string) => { readonly text: string } | { readonly problem: string },
): Behaviour {
  const check = (answer: Json): Check => {
    const text = textOf(answer);
    if (text === null) return invalid(words.wrongShape);
    const problem = textProblem(words, text, max);
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
  digits: /^\d+$/,
  letters: /^[\p{L}\p{M}' -]+$/u,
} as const;

export function textField(
  words: Messages,
  field: Pick<TextField, 'minLength' | 'maxLength' | 'characters'>,
  pattern: ((text: string) => boolean) | null,
): Behaviour {
  const { minLength = 1, maxLength = 200, characters = 'any' } = field;
  const rule = characterRules[characters];
  // Numbers are written in groups; the groups are no part of them.
  const plainOf = (text: string): string =>
    characters === 'digits' ? text.replaceAll(/[\s./-]/g, '') : text;
  return textual(words, characters === 'digits' ? maxLength * 2 : maxLength, (text) => {
    const plain = plainOf(text);
    if (rule && !rule.test(plain)) return { problem: characters === 'digits' ? words.digits : words.letters };
    if (plain.includes('\n')) return { problem: words.controlCharacters };
    const problem = lengthProblem(words, plain.length, minLength, maxLength);
    if (problem) return { problem };
    return pattern === null || pattern(plain) ? { text: plain } : { problem: words.pattern };
  });
}

function lengthProblem(words: Messages, length: number, min: number, max: number): string | null {
  if (length >= min && length <= max) return null;
  if (min === max) return words.exactLength(min);
  return length < min ? words.tooShort(min) : words.tooLong(max);
}

export function multilineField(
  words: Messages,
  field: Extract<SimpleField, { type: 'multiline' }>,
): Behaviour {
  return textual(words, field.maxLength ?? 2_000, (text) => ({ text }));
}

// No more than browsers ask for, plus a dot in the domain; the mail itself proves the rest.
const email = /^[^\s@"(),:;<>[\]\\]{1,64}@[a-z0-9äöüß](?:[a-z0-9äöüß.-]{0,240})\.[a-zäöü]{2,24}$/i;

export function emailField(words: Messages): Behaviour {
  return textual(words, 254, (text) =>
    email.test(text) && !text.includes('..') ? { text } : { problem: words.email },
  );
}

export function phoneField(words: Messages): Behaviour {
  return textual(words, 40, (text) => {
    const digits = text.replaceAll(/[\s()/.-]/g, '');
    return /^\+?\d{4,18}$/.test(digits) ? { text } : { problem: words.phone };
  });
}
