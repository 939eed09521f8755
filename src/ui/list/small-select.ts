import { html } from 'hono/html';
import { attributes, type Html } from '../html.ts';

/** A select of the list's form that sends by itself where scripts run. */
export function smallSelect(
  id: string,
  name: string,
  label: string,
  choices: readonly { readonly value: string; readonly label: string; readonly selected: boolean }[],
): Html {
  return html`<div class="kern-form-input lw-small-select"><label class="kern-label kern-label--small" for="${id}">${label}</label><div class="kern-form-input__select-wrapper"><select class="kern-form-input__select" id="${id}" name="${name}" data-sends>${choices.map(
    (choice) =>
      html`<option${attributes({ value: choice.value, selected: choice.selected })}>${choice.label}</option>`,
  )}</select></div></div>`;
}
