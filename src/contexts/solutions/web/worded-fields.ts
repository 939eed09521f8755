import { html } from 'hono/html';
import { type Feld, fieldHelp, fieldTexts } from '#fields';
import type { FieldProblem } from '#kernel';
import { errorOf, type Html, inputField, selectField, textareaField } from '#ui';

/** What a control needs beside name, words, value and error. */
type Rest<Options> = Omit<Options, 'name' | 'label' | 'value' | 'error' | 'optional' | 'hint'>;

/** Makes controls of declared fields in the words that hold here, each with its longer help. */
export interface WordedFields {
  readonly input: (key: string, rest?: Rest<Parameters<typeof inputField>[0]>) => Html;
  readonly area: (key: string, rest?: Rest<Parameters<typeof textareaField>[0]>) => Html;
  readonly select: (key: string, rest: Rest<Parameters<typeof selectField>[0]>) => Html;
}

/** The controls of a form with what was typed into it and what is wrong. */
export function wordedFields(
  felder: readonly Feld[],
  values: URLSearchParams,
  problems: readonly FieldProblem[],
): WordedFields {
  const base = (key: string) => ({
    name: key,
    ...fieldTexts(fieldNamed(felder, key)),
    value: values.get(key) ?? '',
    error: errorOf(problems, key),
  });
  const helped = (key: string, control: Html): Html => {
    const help = fieldHelp(fieldNamed(felder, key));
    return help === '' ? control : html`<div class="lw-stack">${control}${help}</div>`;
  };
  return {
    input: (key, rest = {}) => helped(key, inputField({ ...rest, ...base(key) })),
    area: (key, rest = {}) => helped(key, textareaField({ ...rest, ...base(key) })),
    select: (key, rest) => helped(key, selectField({ ...rest, ...base(key) })),
  };
}

function fieldNamed(felder: readonly Feld[], key: string): Feld {
  const feld = felder.find((each) => each.key === key);
  if (!feld) throw new Error(`No field ${key} is declared for a Lösung.`);
  return feld;
}
