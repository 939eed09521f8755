import { checkboxGroup, errorOf, type Html, inputField, selectField, textareaField } from '#ui';
import type { Json } from '../domain/json.ts';
import type { Setting } from '../settings/setting.ts';
import { wertLabel } from '../settings/wert-labels.ts';
import { jaNein, jaNeinWert } from './ja-nein-feld.ts';

import { hinweisVon } from './setting-hinweis.ts';
import { type Feld, werteVon, type Zeigen } from './settings-feld.ts';

type Einfach = Exclude<Setting, { art: 'fest' | 'liste' | 'eintraege' | 'gruppe' | 'entweder' }>;

/** A setting with a single field. */
export function einfach(setting: Einfach, wert: Json | undefined, feld: Feld, zeigen: Zeigen): Html {
  const { path: name, label, pflicht } = feld;
  const common = {
    name,
    label,
    hint: hinweisVon(setting),
    error: errorOf(zeigen.problems, name),
    optional: !pflicht || setting.nullbar,
  };
  const placeholder = pflicht ? 'Bitte wählen' : 'Vorgabe';
  switch (setting.art) {
    case 'text':
      return setting.lang || setting.ausdruck
        ? textareaField({ ...common, value: textVon(wert), rows: setting.ausdruck ? 2 : 3 })
        : inputField({ ...common, value: textVon(wert) });
    case 'zahl':
      return inputField({
        ...common,
        value: textVon(wert).replace('.', ','),
        inputmode: 'decimal',
        width: 'medium',
      });
    case 'janein':
      return selectField({ ...common, options: jaNein, value: jaNeinWert(wert), placeholder });
    case 'wahl':
      return selectField({
        ...common,
        options: auswahlVon(setting.werte),
        value: textVon(wert),
        placeholder,
      });
    case 'auswahl':
      return checkboxGroup({
        ...common,
        options: auswahlVon(setting.werte),
        values: werteVon(wert).map(String),
      });
    case 'zeilen': {
      const value = werteVon(wert).map(textVon).join('\n');
      return textareaField({ ...common, label: `${label} (je Zeile eine Angabe)`, value, rows: 4 });
    }
    case 'roh': {
      const value = wert === undefined ? '' : JSON.stringify(wert, null, 2);
      return textareaField({ ...common, label: `${label} (JSON)`, value, rows: 3 });
    }
  }
}

function auswahlVon(werte: readonly string[]) {
  return werte.map((value) => ({ value, label: wertLabel(value) }));
}

function textVon(wert: Json | undefined): string {
  if (wert === undefined || wert === null) return '';
  return typeof wert === 'object' ? JSON.stringify(wert) : String(wert);
}
