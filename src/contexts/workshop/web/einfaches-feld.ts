import { checkboxGroup, errorOf, type Html, inputField, selectField, textareaField } from '#ui';
import type { Json } from '../domain/json.ts';
import { inEinheit } from '../settings/einheit.ts';
import type { Setting } from '../settings/setting.ts';
import { wertLabel } from '../settings/wert-labels.ts';
import { bedingungFeld } from './bedingung/bedingung-feld.ts';
import { jaNein, jaNeinWert } from './ja-nein-feld.ts';
import { bedingungHinweis, hinweisVon } from './setting-hinweis.ts';
import { type Feld, werteVon, type Zeigen } from './settings-feld.ts';

type Einfach = Exclude<Setting, { art: 'fest' | 'liste' | 'eintraege' | 'gruppe' | 'entweder' }>;

/** A setting with a single field. */
export function einfach(setting: Einfach, wert: Json | undefined, feld: Feld, zeigen: Zeigen): Html {
  const { path: name, label, pflicht } = feld;
  const common = gemeinsam(setting, feld, zeigen);
  const placeholder = pflicht ? 'Bitte wählen' : 'Ohne Angabe';
  switch (setting.art) {
    case 'text':
      return text(setting, wert, feld, zeigen);
    case 'zahl':
      return inputField({
        ...common,
        value: typeof wert === 'number' ? inEinheit(name, wert) : textVon(wert).replace('.', ','),
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

function gemeinsam(setting: Einfach, { path: name, label, pflicht }: Feld, { problems }: Zeigen) {
  const optional = !pflicht || setting.nullbar;
  return { name, label, hint: hinweisVon(setting), error: errorOf(problems, name), optional };
}

function text(
  setting: Extract<Einfach, { art: 'text' }>,
  wert: Json | undefined,
  feld: Feld,
  zeigen: Zeigen,
): Html {
  const sichten = setting.ausdruck ? zeigen.sichten(feld.path) : null;
  if (sichten) return bedingungFeld(wert, feld, zeigen, sichten, bedingungHinweis(setting));
  const common = { ...gemeinsam(setting, feld, zeigen), value: textVon(wert) };
  return setting.lang || setting.ausdruck
    ? textareaField({ ...common, rows: setting.ausdruck ? 2 : 3 })
    : inputField(common);
}

function auswahlVon(werte: readonly string[]) {
  return werte.map((value) => ({ value, label: wertLabel(value) }));
}

function textVon(wert: Json | undefined): string {
  if (wert === undefined || wert === null) return '';
  return typeof wert === 'object' ? JSON.stringify(wert) : String(wert);
}
