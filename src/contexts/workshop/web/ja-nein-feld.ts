import { html } from 'hono/html';
import { errorOf, type Html, selectField, textareaField } from '#ui';
import type { Json } from '../domain/json.ts';
import type { Setting } from '../settings/setting.ts';
import { zeichen } from '../settings/zeichen.ts';
import { hinweisVon } from './setting-hinweis.ts';
import type { Feld, Zeigen } from './settings-feld.ts';

export function jaNeinWert(wert: Json | undefined): 'ja' | 'nein' | null {
  if (typeof wert !== 'boolean') return null;
  return wert ? 'ja' : 'nein';
}

export const jaNein = [
  { value: 'ja', label: 'Ja' },
  { value: 'nein', label: 'Nein' },
];

export function jaNeinWenn(
  setting: Setting,
  wert: Json | undefined,
  { path, label }: Feld,
  zeigen: Zeigen,
): Html {
  const value = typeof wert === 'string' ? 'ausdruck' : jaNeinWert(wert);
  return html`<div class="lw-stack">${selectField({
    name: path + zeichen.zweig,
    label,
    hint: hinweisVon(setting),
    options: [...jaNein, { value: 'ausdruck', label: 'Nur, wenn die Bedingung darunter gilt' }],
    value,
    placeholder: 'Vorgabe',
    optional: true,
  })}${textareaField({ name: path, label: `${label}: Bedingung`, value: typeof wert === 'string' ? wert : '', rows: 2, optional: true, error: errorOf(zeigen.problems, path) })}</div>`;
}
