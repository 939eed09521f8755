import { html } from 'hono/html';
import { attributes, classes, type Html } from '../html.ts';
import { type FieldOptions, field, fieldAttributes } from './field.ts';

export interface TextareaFieldOptions extends FieldOptions {
  readonly value?: string | null | undefined;
  readonly rows?: number | undefined;
  readonly maxLength?: number | undefined;
}

/** A field for several lines. */
export function textareaField(options: TextareaFieldOptions): Html {
  const attribute = attributes({
    ...fieldAttributes(options),
    class: classes('kern-form-input__input', 'lw-textarea', options.error && 'kern-form-input__input--error'),
    rows: options.rows ?? 5,
    maxlength: options.maxLength,
  });
  return field(options, html`<textarea${attribute}>${options.value ?? ''}</textarea>`);
}
