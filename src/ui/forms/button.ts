import { html } from 'hono/html';
import { attributes, classes, type Html } from '../html.ts';
import { type IconName, icon } from '../icon.ts';

export interface ButtonOptions {
  readonly kind?: 'primary' | 'secondary' | 'tertiary' | undefined;
  readonly icon?: IconName | undefined;
  /** Form data of the button that was pressed. */
  readonly name?: string | undefined;
  readonly value?: string | undefined;
  /** The form it belongs to, where it stands outside. */
  readonly form?: string | undefined;
  readonly small?: boolean | undefined;
  /** Sends to another address than the form does. */
  readonly formAction?: string | undefined;
  /** The key that presses it together with the browser's own keys; the page says so in words. */
  readonly accessKey?: string | undefined;
}

function look(options: ButtonOptions): string | undefined {
  return classes('kern-btn', `kern-btn--${options.kind ?? 'primary'}`, options.small && 'kern-btn--x-small');
}

function face(label: string, options: ButtonOptions): Html {
  return html`${options.icon ? icon(options.icon) : ''}<span class="kern-label">${label}</span>`;
}

/** A button that sends its form. One primary button to a page. */
export function button(label: string, options: ButtonOptions = {}): Html {
  const attribute = attributes({
    class: look(options),
    type: 'submit',
    name: options.name,
    value: options.value,
    form: options.form,
    formaction: options.formAction,
    accesskey: options.accessKey,
  });
  return html`<button${attribute}>${face(label, options)}</button>`;
}

/** A link that looks like a button: for going on, never for changing something. */
export function linkButton(label: string, href: string, options: ButtonOptions = {}): Html {
  return html`<a${attributes({ class: look(options), href, accesskey: options.accessKey })}>${face(label, options)}</a>`;
}

/** Buttons side by side, wrapping where there is no room. */
export function buttonRow(...buttons: readonly (Html | '')[]): Html {
  return html`<div class="kern-btn-wrapper lw-buttons">${[...buttons]}</div>`;
}
