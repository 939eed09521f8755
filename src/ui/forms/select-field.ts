import { html } from 'hono/html';
import { attributes, classes, type Html } from '../html.ts';
import { messages } from '../messages.ts';
import { type FieldOptions, field, fieldAttributes } from './field.ts';

/** One choice of a select, a radio group or a filter. */
export interface Option {
  readonly value: string;
  readonly label: string;
  readonly hint?: string | undefined;
  /** The heading under which a select shows it; those of one heading stand together. */
  readonly group?: string | undefined;
}

export interface SelectFieldOptions extends FieldOptions {
  readonly options: readonly Option[];
  readonly value?: string | null | undefined;
  /** The first entry, chosen while nothing else is; `null` leaves it out. */
  readonly placeholder?: string | null | undefined;
}

/** One of many, closed until opened. Up to seven choices read better as a radio group. */
export function selectField(options: SelectFieldOptions): Html {
  const attribute = attributes({
    ...fieldAttributes(options),
    class: classes('kern-form-input__select', options.error && 'kern-form-input__select--error'),
  });
  const placeholder = options.placeholder === undefined ? messages.form.choose : options.placeholder;
  return field(
    options,
    html`<div class="kern-form-input__select-wrapper"><select${attribute}>${
      placeholder === null ? '' : html`<option value="">${placeholder}</option>`
    }${grouped(options.options, options.value)}</select></div>`,
  );
}

/** The options in their order, those of one heading under it. */
function grouped(options: readonly Option[], value: string | null | undefined): readonly Html[] {
  return [...Map.groupBy(options, ({ group }) => group)].map(([heading, members]) => {
    const tags = members.map((option) => optionTag(option, option.value === value));
    return heading === undefined
      ? html`${tags}`
      : html`<optgroup${attributes({ label: heading })}>${tags}</optgroup>`;
  });
}

function optionTag(option: Option, selected: boolean): Html {
  return html`<option${attributes({ value: option.value, selected })}>${option.label}</option>`;
}
