import { html } from 'hono/html';
import { attributes, classes, type Html } from '../html.ts';
import { type FieldOptions, field, fieldAttributes } from './field.ts';

export interface FileFieldOptions extends FieldOptions {
  /** File types by extension or media type: `.csv,.xlsx`. */
  readonly accept?: string | undefined;
  readonly multiple?: boolean | undefined;
}

/** A file to upload; its form needs `multipart: true`. */
export function fileField(options: FileFieldOptions): Html {
  const attribute = attributes({
    ...fieldAttributes(options),
    class: classes('kern-form-input__input', options.error && 'kern-form-input__input--error'),
    type: 'file',
    accept: options.accept,
    multiple: options.multiple,
  });
  return field(options, html`<input${attribute}>`);
}
