import type { ExprType } from '../expression/types.ts';
import { textType } from '../expression/types.ts';
import type { Env } from '../expression/value.ts';
import { isJsonObject, type Json, ownValue } from '../json.ts';
import type { Messages } from '../words/messages.ts';
import { type Behaviour, type Check, type FieldInput, invalid } from './behaviour.ts';
import { cleanText } from './text-input.ts';

/** One line of an answer that consists of several. */
export interface Part {
  readonly name: string;
  /** What is wrong with its text, or null. */
  readonly problem: (text: string, all: (name: string) => string, env: Env) => string | null;
}

export interface PartedField {
  readonly parts: readonly Part[];
  /** The answer in one line. */
  readonly line: (part: (name: string) => string) => string;
  /** What is added to a sent answer, such as the place of a postcode. */
  readonly completed?: (parts: Record<string, string>, input: FieldInput) => void;
}

/** A kind of field whose answer is an object of texts: a name, an address. */
export function partedField(words: Messages, { parts, line, completed }: PartedField): Behaviour {
  const check = (answer: Json, env: Env): Check => {
    if (!isJsonObject(answer)) return invalid(words.wrongShape);
    const all = (name: string): string => partOf(answer, name);
    const values: string[] = [];
    for (const { name, problem } of parts) {
      const text = all(name);
      const wrong = problem(text, all, env);
      if (wrong !== null) return invalid(wrong, name);
      values.push(text);
    }
    return { ok: true, value: line(all), parts: values.map((text) => (text === '' ? undefined : text)) };
  };
  const types: Record<string, ExprType> = Object.fromEntries(parts.map(({ name }) => [name, textType]));
  return {
    type: textType,
    parts: types,
    read: (input) => {
      const read: Record<string, string> = {};
      for (const { name } of parts) {
        const text = cleanText(input.one(name));
        if (text) read[name] = text;
      }
      if (Object.keys(read).length === 0) return undefined;
      completed?.(read, input);
      return read;
    },
    check,
    show: (answer) => line((name) => partOf(answer, name)),
  };
}

function partOf(answer: Json, part: string): string {
  const value = isJsonObject(answer) ? ownValue(answer, part) : undefined;
  return typeof value === 'string' ? value : '';
}
