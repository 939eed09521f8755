import { html } from 'hono/html';
import { attributes, type Content, classes, type Html, idFrom } from '../html.ts';
import { icon } from '../icon.ts';
import { messages } from '../messages.ts';

/** What every form field has. */
export interface FieldOptions {
  readonly name: string;
  readonly label: string;
  readonly hint?: Content;
  /** What is wrong and how to mend it. */
  readonly error?: string | null | undefined;
  /** Fields are required unless they say otherwise; an optional one is marked in its label. */
  readonly optional?: boolean | undefined;
  /** Defaults to the name; the error summary links to it. */
  readonly id?: string | undefined;
  readonly disabled?: boolean | undefined;
}

/** The id under which a field stands, so that the error summary finds it. */
export function fieldId(options: Pick<FieldOptions, 'name' | 'id'>): string {
  return options.id ?? idFrom('feld', options.name);
}

/** Attributes that tie a control to its hint and error. */
export function fieldAttributes(
  options: FieldOptions,
): Readonly<Record<string, string | boolean | undefined>> {
  const id = fieldId(options);
  return {
    id,
    name: options.name,
    'aria-describedby': describedBy(options),
    'aria-invalid': options.error ? 'true' : undefined,
    required: !options.optional,
    disabled: options.disabled,
  };
}

/** Ids of hint and error, in reading order, or `undefined`. */
export function describedBy(options: FieldOptions): string | undefined {
  const id = fieldId(options);
  return classes(Boolean(options.hint) && `${id}-hinweis`, options.error && `${id}-fehler`);
}

/** Label, hint, control and error in KERN's order. */
export function field(options: FieldOptions, control: Html): Html {
  const id = fieldId(options);
  return html`<div${attributes({ class: classes('kern-form-input', options.error && 'kern-form-input--error') })}>
<label class="kern-label" for="${id}">${options.label}${optionalMark(options)}</label>
${fieldHint(options)}${control}${fieldError(options)}
</div>`;
}

export function optionalMark(options: FieldOptions): Html | '' {
  return options.optional ? html` <span class="kern-label__optional">(${messages.form.optional})</span>` : '';
}

export function fieldHint(options: FieldOptions): Html | '' {
  return options.hint
    ? html`<div class="kern-hint" id="${fieldId(options)}-hinweis">${options.hint}</div>`
    : '';
}

export function fieldError(options: FieldOptions): Html | '' {
  if (!options.error) return '';
  return html`<p class="kern-error" id="${fieldId(options)}-fehler">${icon('danger')}<span class="kern-body">${options.error}</span></p>`;
}
