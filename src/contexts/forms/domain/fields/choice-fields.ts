import { booleanType } from '../expression/types.ts';
import type { Env } from '../expression/value.ts';
import type { Json } from '../json.ts';
import { limits } from '../limits.ts';
import { messages } from '../messages.ts';
import { type Behaviour, type Check, invalid, valid } from './behaviour.ts';

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly hint: string | null;
}

/** The choices of one field: fixed ones, or rows of a parameter table. */
export interface Choices {
  /** All values, where they are known before any Kommune fills its parameters. */
  readonly values: readonly string[] | undefined;
  readonly allows: (value: string, env: Env) => boolean;
  readonly visible: (env: Env) => readonly Choice[];
  readonly labelOf: (value: string, env: Env) => string;
}

export function choiceField(choices: Choices): Behaviour {
  return {
    type: { kind: 'text', values: choices.values },
    read: (input) => short(input.one()),
    check: (answer, env) =>
      typeof answer === 'string' && choices.allows(answer, env) ? valid(answer) : invalid(messages.option),
    show: (answer, env) => (typeof answer === 'string' ? choices.labelOf(answer, env) : ''),
  };
}

export function multichoiceField(choices: Choices): Behaviour {
  const check = (answer: Json, env: Env): Check => {
    if (!isTexts(answer) || answer.length > limits.optionsOfField) return invalid(messages.option);
    const chosen = [...new Set(answer)];
    return chosen.every((value) => choices.allows(value, env)) ? valid(chosen) : invalid(messages.option);
  };
  return {
    type: { kind: 'texts', values: choices.values },
    read: (input) => {
      const chosen = [...new Set(input.all().slice(0, limits.optionsOfField))].map((value) =>
        value.slice(0, 200),
      );
      return chosen.length > 0 ? chosen : undefined;
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
  return text === undefined || text === '' ? undefined : text.slice(0, 200);
}

export function yesnoField(): Behaviour {
  return {
    type: booleanType,
    read: (input) => {
      const text = short(input.one());
      return text === 'ja' ? true : text === 'nein' ? false : text;
    },
    check: (answer) => (typeof answer === 'boolean' ? valid(answer) : invalid(messages.option)),
    show: (answer) => (typeof answer !== 'boolean' ? '' : answer ? messages.yes : messages.no),
  };
}

/** A declaration is given or not; „not“ is no answer. */
export function declarationField(): Behaviour {
  return {
    type: booleanType,
    read: (input) => (input.one() === 'ja' ? true : undefined),
    check: (answer) =>
      answer === true ? valid(true) : answer === false ? valid(undefined) : invalid(messages.wrongShape),
    show: (answer) => (answer === true ? messages.confirmed : messages.notConfirmed),
  };
}
