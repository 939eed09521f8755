import { html } from 'hono/html';
import { attributes, classes, type Html } from '../html.ts';
import { type FieldOptions, field, fieldAttributes } from './field.ts';

export interface InputFieldOptions extends FieldOptions {
  readonly type?: 'text' | 'email' | 'password' | 'search' | 'tel' | 'url' | 'number' | 'date' | undefined;
  readonly value?: string | number | null | undefined;
  /** The token of the HTML standard: `username`, `current-password`, `one-time-code` … */
  readonly autocomplete?: string | undefined;
  readonly inputmode?: 'numeric' | 'decimal' | 'text' | undefined;
  readonly maxLength?: number | undefined;
  readonly min?: string | number | undefined;
  readonly max?: string | number | undefined;
  readonly readOnly?: boolean | undefined;
  readonly spellcheck?: boolean | undefined;
  /** The id of a `datalist` whose entries are offered while somebody types. */
  readonly list?: string | undefined;
  /** Narrow fields fit what is typed into them. */
  readonly width?: 'narrow' | 'medium' | 'full' | undefined;
}

type InputType = NonNullable<InputFieldOptions['type']>;

/** What a kind of field has unless it says otherwise. */
const defaults: Readonly<Partial<Record<InputType, Partial<InputFieldOptions>>>> = {
  email: { autocomplete: 'email', spellcheck: false },
  password: { autocomplete: 'current-password' },
  date: { width: 'medium', min: '1900-01-01', max: '2100-12-31' },
};

/** A one-line field. A `date` sends `YYYY-MM-DD`; the value of a `password` is never sent back to the page. */
export function inputField(given: InputFieldOptions): Html {
  const type = given.type ?? 'text';
  const options = { ...defaults[type], ...given };
  const control = html`<input${attributes({
    ...fieldAttributes(options),
    class: classes(
      'kern-form-input__input',
      options.error && 'kern-form-input__input--error',
      options.width && options.width !== 'full' && `lw-input--${options.width}`,
    ),
    type,
    value: type === 'password' ? null : options.value,
    autocomplete: options.autocomplete,
    inputmode: options.inputmode,
    maxlength: options.maxLength,
    min: options.min,
    max: options.max,
    readonly: options.readOnly,
    list: options.list,
    spellcheck: options.spellcheck === false ? 'false' : undefined,
  })}>`;
  return field(options, control);
}
