import { html } from 'hono/html';
import { attributes, classes, type Html } from '../html.ts';
import { describedBy, type FieldOptions, fieldError, fieldHint, fieldId, optionalMark } from './field.ts';
import type { Option } from './select-field.ts';

export interface RadioGroupOptions extends FieldOptions {
  readonly options: readonly Option[];
  readonly value?: string | null | undefined;
  readonly horizontal?: boolean | undefined;
}

export interface CheckboxGroupOptions extends FieldOptions {
  readonly options: readonly Option[];
  readonly values?: readonly string[] | undefined;
  readonly horizontal?: boolean | undefined;
}

/** Exactly one of a few. */
export function radioGroup(options: RadioGroupOptions): Html {
  return choiceGroup(
    options,
    'radio',
    options.value === null || options.value === undefined ? [] : [options.value],
  );
}

/** Any number of a few. */
export function checkboxGroup(options: CheckboxGroupOptions): Html {
  return choiceGroup({ optional: true, ...options }, 'checkbox', options.values ?? []);
}

function choiceGroup(
  options: RadioGroupOptions | CheckboxGroupOptions,
  kind: 'radio' | 'checkbox',
  chosen: readonly string[],
): Html {
  const attribute = attributes({
    class: classes('kern-fieldset', options.error && 'kern-fieldset--error'),
    id: `${fieldId(options)}-gruppe`,
    'aria-describedby': describedBy(options),
    role: kind === 'radio' ? 'radiogroup' : undefined,
    'aria-invalid': options.error && kind === 'radio' ? 'true' : undefined,
  });
  return html`<fieldset${attribute}>
<legend class="kern-label">${options.label}${kind === 'radio' ? optionalMark(options) : ''}</legend>
${fieldHint(options)}
<div${attributes({ class: classes('kern-fieldset__body', options.horizontal && 'kern-fieldset__body--horizontal') })}>
${options.options.map((option, index) => choice(options, kind, option, index, chosen.includes(option.value)))}
</div>
${fieldError(options)}
</fieldset>`;
}

function choice(
  options: FieldOptions,
  kind: 'radio' | 'checkbox',
  option: Option,
  index: number,
  checked: boolean,
): Html {
  // The first choice carries the field's own id, so that a link in the error summary lands on it.
  const id = index === 0 ? fieldId(options) : `${fieldId(options)}-${index + 1}`;
  const attribute = attributes({
    class: classes(`kern-form-check__${kind}`, options.error && `kern-form-check__${kind}--error`),
    type: kind,
    id,
    name: options.name,
    value: option.value,
    checked,
    disabled: options.disabled,
    required: kind === 'radio' && !options.optional,
    'aria-describedby': option.hint ? `${id}-hinweis-wahl` : undefined,
  });
  return html`<div class="kern-form-check"><input${attribute}><label class="kern-label" for="${id}">${option.label}</label>${
    option.hint
      ? html`<p class="kern-body kern-body--small kern-body--muted lw-choice-hint" id="${id}-hinweis-wahl">${option.hint}</p>`
      : ''
  }</div>`;
}
