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
  /** Narrow fields fit what is typed into them. */
  readonly width?: 'narrow' | 'medium' | 'full' | undefined;
}

/** A one-line field. */
export function inputField(options: InputFieldOptions): Html {
  const control = html`<input${attributes({
    ...fieldAttributes(options),
    class: classes(
      'kern-form-input__input',
      options.error && 'kern-form-input__input--error',
      options.width && options.width !== 'full' && `lw-input--${options.width}`,
    ),
    type: options.type ?? 'text',
    value: options.value,
    autocomplete: options.autocomplete,
    inputmode: options.inputmode,
    maxlength: options.maxLength,
    min: options.min,
    max: options.max,
    readonly: options.readOnly,
    spellcheck: options.spellcheck === false ? 'false' : undefined,
  })}>`;
  return field(options, control);
}

/** An e-mail address, filled in by the browser where it knows it. */
export function emailField(options: InputFieldOptions): Html {
  return inputField({ autocomplete: 'email', spellcheck: false, ...options, type: 'email' });
}

/** A password; its value is never sent back to the page. */
export function passwordField(options: InputFieldOptions): Html {
  return inputField({ autocomplete: 'current-password', ...options, type: 'password', value: null });
}

/** A calendar day, `YYYY-MM-DD` in the form data. */
export function dateField(options: InputFieldOptions): Html {
  return inputField({ width: 'medium', min: '1900-01-01', max: '2100-12-31', ...options, type: 'date' });
}
