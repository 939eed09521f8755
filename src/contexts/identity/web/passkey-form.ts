import { html } from 'hono/html';
import { button, form, inputField } from '#ui';

interface PasskeyForm {
  /** `get` asks for a passkey, `create` makes one. */
  readonly mode: 'get' | 'create';
  readonly action: string;
  readonly csrfToken: string;
  readonly options: object;
  readonly label: string;
  readonly hidden?: Readonly<Record<string, string>>;
}

/** A form that the script passkey.js shows where the browser has passkeys; without script it stays out of the way. */
export function passkeyForm(options: PasskeyForm) {
  const hidden = { ...options.hidden, antwort: '' };
  return html`<div hidden data-passkey="${options.mode}" data-passkey-options="${JSON.stringify(options.options)}">${form(
    { action: options.action, csrfToken: options.csrfToken, hidden, label: options.label },
    html`${options.mode === 'create' ? inputField({ name: 'bezeichnung', label: 'Name des Passkeys', hint: 'Zum Beispiel „Diensthandy“. Daran erkennen Sie ihn in der Liste.', maxLength: 60 }) : ''}
    ${button(options.label, { kind: 'secondary' })}<p class="kern-body" role="status" data-passkey-status></p>`,
  )}</div>`;
}
