import { html } from 'hono/html';
import { attributes, classes, type Html } from '../html.ts';
import { type FieldOptions, fieldAttributes, fieldError, fieldHint, fieldId } from './field.ts';

export interface CheckboxFieldOptions extends FieldOptions {
  readonly value?: string | undefined;
  readonly checked?: boolean | undefined;
}

/** A single yes or no; unchecked, the form data does not hold the name. */
export function checkboxField(options: CheckboxFieldOptions): Html {
  const attribute = attributes({
    ...fieldAttributes(options),
    class: classes('kern-form-check__checkbox', options.error && 'kern-form-check__checkbox--error'),
    type: 'checkbox',
    value: options.value ?? 'ja',
    checked: options.checked,
  });
  return html`<div class="lw-field">${fieldHint(options)}<div${attributes({ class: classes('kern-form-check', options.error && 'kern-form-check--error') })}><input${attribute}><label class="kern-label" for="${fieldId(options)}">${options.label}</label>${fieldError(options)}</div></div>`;
}
