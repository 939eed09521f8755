import { html } from 'hono/html';
import { errorOf, type Html, selectField, textareaField } from '#ui';
import { offeneBedingung } from '../bedingung/offene-bedingung.ts';
import type { Json } from '../domain/json.ts';
import type { Setting } from '../settings/setting.ts';
import { zeichen } from '../settings/zeichen.ts';
import { bedingungFeld } from './bedingung/bedingung-feld.ts';
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

/** Yes, no, or a condition below. */
export function jaNeinWenn(setting: Setting, wert: Json | undefined, feld: Feld, zeigen: Zeigen): Html {
  const { path, label } = feld;
  const bedingung = typeof wert === 'string' || offeneBedingung(wert) ? wert : undefined;
  const value = bedingung === undefined ? jaNeinWert(wert) : 'ausdruck';
  const choice = selectField({
    name: path + zeichen.zweig,
    label,
    hint: hinweisVon(setting),
    options: [...jaNein, { value: 'ausdruck', label: 'Nur, wenn die Bedingung darunter gilt' }],
    value,
    placeholder: 'Ohne Angabe',
    optional: true,
  });
  const sichten = zeigen.sichten(path);
  const own = { path, label: `${label}: Bedingung`, pflicht: false };
  return html`<div class="lw-stack">${choice}${
    sichten
      ? bedingungFeld(bedingung, own, zeigen, sichten)
      : textareaField({
          ...own,
          name: path,
          value: String(bedingung ?? ''),
          rows: 2,
          optional: true,
          error: errorOf(zeigen.problems, path),
        })
  }</div>`;
}
