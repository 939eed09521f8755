import type { ExprType } from '../expression/types.ts';
import type { Env, Places, Value } from '../expression/value.ts';
import type { Json } from '../json.ts';
import type { FileAnswer } from './file-answer.ts';

/** What a form sent for one field; names are relative to the field. */
export interface FieldInput {
  readonly one: (part?: string) => string | undefined;
  readonly all: () => readonly string[];
  readonly files: readonly FileAnswer[];
  /** What was answered before, for fields that a form does not send again (files). */
  readonly stored: Json | undefined;
  readonly removedFile: string | null;
  readonly places: Places | null;
}

/** An answer that was read: its value in expressions, or what is wrong with it. */
export type Check =
  | { readonly ok: true; readonly value: Value; readonly parts?: readonly Value[] }
  | { readonly ok: false; readonly message: string; readonly part?: string };

/** What a kind of field does, bound to one field when the form is compiled. All of it is total. */
export interface Behaviour {
  readonly type: ExprType;
  /** Values of their own below the field: `adresse.plz`. */
  readonly parts?: Readonly<Record<string, ExprType>>;
  /** What a form sent, as the answer to keep: the clean value where there is one, else the text as typed. */
  readonly read: (input: FieldInput) => Json | undefined;
  readonly check: (answer: Json, env: Env) => Check;
  /** The answer in words, for the check page and the document. */
  readonly show: (answer: Json, env: Env) => string;
}

export function valid(value: Value): Check {
  return { ok: true, value };
}

export function invalid(message: string, part?: string): Check {
  return part === undefined ? { ok: false, message } : { ok: false, message, part };
}
