import { html } from 'hono/html';
import { accordion, button, buttonRow, checkboxField, fieldset, type Html, inputField } from '#ui';
import { zeichen } from '../settings/zeichen.ts';
import { type Feld, nurZeigen } from './settings-feld.ts';

export function verwaltung(path: string, index: number, there: boolean, many: boolean): Html {
  if (!there) return html``;
  return html`<div class="lw-werkstatt-zeile">${
    many
      ? inputField({
          name: path + zeichen.platz,
          label: 'Platz',
          value: index + 1,
          inputmode: 'numeric',
          width: 'narrow',
          optional: true,
        })
      : ''
  }${checkboxField({ name: path + zeichen.weg, label: 'Diesen Eintrag entfernen', optional: true })}</div>`;
}

export function rahmen(
  { path, label, pflicht }: Feld,
  hint: string | undefined,
  body: Html,
  count: number,
): Html {
  const more = buttonRow(
    button('Weiteren Eintrag anlegen', { kind: 'secondary', small: true, name: nurZeigen.mehr, value: path }),
  );
  const whole = html`<input type="hidden" name="${path + zeichen.anzahl}" value="${count}">${body}${more}`;
  const content = html`<div class="lw-stack">${whole}</div>`;
  if (pflicht || count > 0) return fieldset(label, content, { hint });
  return accordion({
    title: `${label} (freiwillig)`,
    open: false,
    body: hint ? html`<p class="kern-hint">${hint}</p>${content}` : content,
  });
}
