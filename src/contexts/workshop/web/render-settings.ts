import { html } from 'hono/html';
import { accordion, type Html } from '#ui';
import { type Json, property } from '../domain/json.ts';
import { zuLang } from '../settings/from-schema.ts';
import { selten } from '../settings/selten.ts';
import type { Setting, Teil } from '../settings/setting.ts';
import { settingLabel } from '../settings/setting-labels.ts';
import { einfach } from './einfaches-feld.ts';
import { eintraege } from './eintraege-feld.ts';
import { entweder } from './entweder-feld.ts';
import { gruppe } from './gruppe-feld.ts';
import { liste } from './liste-feld.ts';
import { hinweisVon } from './setting-hinweis.ts';
import { type Feld, type Malen, problemIn, werteVon, type Zeigen } from './settings-feld.ts';

/** The settings of one object; what is rarely needed stands in a part that opens. */
export function settingsFields(teile: readonly Teil[], wert: Json, zeigen: Zeigen): Html {
  const malen: Malen = { ...zeigen, teileOf, settingField };
  const order = ['label', 'title', 'text', 'hint', 'lead', 'help', 'options', 'condition', 'required'];
  const rank = ({ name }: Teil) => (order.indexOf(name) === -1 ? order.length : order.indexOf(name));
  const sorted = teile.toSorted((a, b) => rank(a) - rank(b));
  const often = sorted.filter(({ name }) => !selten.has(name));
  const seldom = sorted.filter(({ name }) => selten.has(name));
  const open = seldom.some(
    ({ name }) =>
      property(wert, name) !== undefined || problemIn(zeigen, name) || zeigen.mehr?.startsWith(name) === true,
  );
  return html`<div class="lw-stack">${teileOf(often, wert, '', malen)}</div>${
    seldom.length === 0
      ? ''
      : accordion({
          title: 'Weitere Angaben',
          open,
          body: html`<div class="lw-stack">${teileOf(seldom, wert, '', malen)}</div>`,
        })
  }`;
}

function teileOf(
  teile: readonly Teil[],
  wert: Json | undefined,
  prefix: string,
  zeigen: Malen,
): readonly Html[] {
  return teile
    .filter(({ setting }) => setting.art !== 'fest')
    .map(({ name, pflicht, setting }) => {
      const path = prefix === '' ? name : `${prefix}.${name}`;
      const feld = { path, label: settingLabel(name, prefix.split('.').at(-1)), pflicht };
      return settingField(setting, property(wert, name), feld, zeigen);
    });
}

function settingField(setting: Setting, wert: Json | undefined, feld: Feld, zeigen: Malen): Html {
  if (zuLang(wert)) return lang(wert, feld);
  switch (setting.art) {
    case 'fest':
      return html``;
    case 'gruppe':
      return gruppe(setting.teile, wert, feld, zeigen, hinweisVon(setting));
    case 'liste':
      return liste(setting.teil, werteVon(wert), feld, zeigen, hinweisVon(setting));
    case 'eintraege':
      return eintraege(setting.teil, wert, feld, zeigen, hinweisVon(setting));
    case 'entweder':
      return entweder(setting, wert, feld, zeigen);
    default:
      return einfach(setting, wert, feld, zeigen);
  }
}

function lang(wert: Json | undefined, { label }: Feld): Html {
  const count = Array.isArray(wert) ? wert.length : 0;
  return html`<p class="kern-body"><strong>${label}:</strong> ${count} Einträge. So lange Listen ändern Sie in der Datei, unter „Dateien“.</p>`;
}
