import type { inputField } from '#ui';
import type { InputDefinition } from '../domain/compile/form.ts';
import { formatCents, formatThousandths } from '../domain/expression/format-value.ts';
import type { Json } from '../domain/json.ts';
import type { CommonOptions } from './common-options.ts';

export type LineOptions = Omit<Parameters<typeof inputField>[0], keyof CommonOptions>;

/** An answer as it stands in a control. */
export function textOf(answer: Json | undefined): string {
  if (typeof answer === 'string') return answer;
  return typeof answer === 'number' ? formatThousandths(Math.round(answer * 1000)).replaceAll('.', '') : '';
}

/** A day's control; what is no day would vanish from a browser's date field, as text it can be mended. */
export function dayLine(value: string): LineOptions {
  return {
    type: value === '' || /^\d{4}-\d{2}-\d{2}$/.test(value) ? 'date' : 'text',
    value,
    width: 'medium',
  };
}

type Line = Pick<LineOptions, 'type' | 'inputmode' | 'autocomplete' | 'width' | 'spellcheck' | 'maxLength'>;

const lines: Readonly<Partial<Record<InputDefinition['type'], Line>>> = {
  email: { type: 'email' },
  url: { type: 'text', spellcheck: false, autocomplete: 'url' },
  phone: { type: 'tel', autocomplete: 'tel' },
  time: { inputmode: 'text', width: 'narrow' },
  year: { inputmode: 'numeric', width: 'narrow', maxLength: 4 },
  plz: { inputmode: 'numeric', width: 'narrow', autocomplete: 'postal-code', maxLength: 5 },
  ags: { inputmode: 'numeric', width: 'medium' },
  taxId: { inputmode: 'numeric', width: 'medium' },
};

/** How a one-line field looks and what a browser may fill in. */
export function lineOf(definition: InputDefinition, answer: Json | undefined): LineOptions {
  const value = textOf(answer);
  switch (definition.type) {
    case 'text': {
      const width = (definition.maxLength ?? 200) <= 20 ? 'medium' : 'full';
      const inputmode = definition.characters === 'digits' ? 'numeric' : undefined;
      return { value, autocomplete: definition.autocomplete, inputmode, width };
    }
    case 'date':
      return { ...dayLine(value), autocomplete: definition.autocomplete };
    case 'number':
      return { value, inputmode: (definition.decimals ?? 0) > 0 ? 'decimal' : 'numeric', width: 'narrow' };
    case 'money': {
      const shown = typeof answer === 'number' ? formatCents(answer).replace(' €', '') : value;
      return { value: shown, inputmode: 'decimal', width: 'narrow' };
    }
    default:
      return { value, ...(lines[definition.type] ?? { spellcheck: false, width: 'medium' }) };
  }
}
