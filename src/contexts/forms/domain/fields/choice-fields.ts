import { booleanType } from '../expression/types.ts';
import type { Env } from '../expression/value.ts';
import type { Json } from '../json.ts';
import { limits } from '../limits.ts';
import type { Messages } from '../words/messages.ts';
import { type Behaviour, type Check, invalid, valid } from './behaviour.ts';

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly hint: string | null;
}

/** The choices of one field: fixed ones, entries of a code list, or rows of a parameter table. */
export interface Choices {
  /** All values, where they are known before any Kommune fills its parameters. */
  readonly values: readonly string[] | undefined;
  readonly allows: (value: string, env: Env) => boolean;
  readonly visible: (env: Env) => readonly Choice[];
  readonly labelOf: (value: string, env: Env) => string;
  /** The value that a typed text names exactly; null where it names none. */
  readonly named: (text: string) => string | null;
  /** The choices whose label contains the words of a typed text, few and best first. */
  readonly like: (text: string, env: Env) => readonly Choice[];
}

/** One of several. A text that names a choice by its label counts as that choice, so that lists can be searched by typing. */
export function choiceField(words: Messages, choices: Choices): Behaviour {
  return {
    type: { kind: 'text', values: choices.values },
    read: (input) => {
      const text = short(input.one());
      return text === undefined ? undefined : (choices.named(text) ?? text);
    },
    check: (answer, env) => {
      if (typeof answer === 'string' && choices.allows(answer, env)) return valid(answer);
      const near = typeof answer === 'string' ? choices.like(answer, env).slice(0, 5) : [];
      const labels = near.map(({ label }) => `„${label}“`).join(', ');
      return invalid(labels === '' ? words.option : words.choiceNearby(labels));
    },
    show: (answer, env) => (typeof answer === 'string' ? choices.labelOf(answer, env) : ''),
  };
}

/** How many choices may be taken. */
export interface Count {
  readonly minCount?: number | undefined;
  readonly maxCount?: number | undefined;
}

export function multichoiceField(words: Messages, choices: Choices, count: Count): Behaviour {
  const { minCount = 0, maxCount = limits.optionsOfField } = count;
  const check = (answer: Json, env: Env): Check => {
    if (!isTexts(answer) || answer.length > limits.optionsOfField) return invalid(words.option);
    const chosen = [...new Set(answer)];
    if (!chosen.every((value) => choices.allows(value, env))) return invalid(words.option);
    if (chosen.length < minCount) return invalid(words.minChosen(minCount));
    return chosen.length > maxCount ? invalid(words.maxChosen(maxCount)) : valid(chosen);
  };
  return {
    type: { kind: 'texts', values: choices.values },
    read: (input) => {
      const sent = input.all().slice(0, limits.optionsOfField);
      const chosen = sent.map((value) => value.trim().slice(0, 200)).filter((value) => value !== '');
      return chosen.length > 0
        ? [...new Set(chosen.map((value) => choices.named(value) ?? value))]
        : undefined;
    },
    check,
    show: (answer, env) =>
      isTexts(answer) ? answer.map((value) => choices.labelOf(value, env)).join(', ') : '',
  };
}

function isTexts(answer: Json): answer is readonly string[] {
  return Array.isArray(answer) && answer.every((item) => typeof item === 'string');
}

function short(text: string | undefined): string | undefined {
  const trimmed = text?.trim();
  return trimmed === undefined || trimmed === '' ? undefined : trimmed.slice(0, 200);
}

export function yesnoField(words: Messages): Behaviour {
  return {
    type: booleanType,
    read: (input) => {
      const text = short(input.one());
      return text === 'ja' ? true : text === 'nein' ? false : text;
    },
    check: (answer) => (typeof answer === 'boolean' ? valid(answer) : invalid(words.option)),
    show: (answer) => (typeof answer !== 'boolean' ? '' : answer ? words.yes : words.no),
  };
}

/** A declaration or a consent is given or not; „not“ is no answer. */
export function declarationField(
  words: Messages,
  said: { readonly given: string; readonly notGiven: string },
): Behaviour {
  return {
    type: booleanType,
    read: (input) => (input.one() === 'ja' ? true : undefined),
    check: (answer) =>
      answer === true ? valid(true) : answer === false ? valid(undefined) : invalid(words.wrongShape),
    show: (answer) => (answer === true ? said.given : said.notGiven),
  };
}
