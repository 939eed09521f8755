import { html } from 'hono/html';
import type { FieldProblem } from '#kernel';
import {
  accordion,
  button,
  buttonRow,
  checkboxField,
  checkboxGroup,
  errorOf,
  fieldset,
  type Html,
  inputField,
  selectField,
  textareaField,
} from '#ui';
import { isList, isObject, type Json, property } from '../domain/json.ts';
import { zuLang } from '../settings/from-schema.ts';
import { selten, settingLabel, wertLabel } from '../settings/labels.ts';
import { jaOderAusdruck, zeichen } from '../settings/read-form.ts';
import { type Setting, type Teil, zweigVon } from '../settings/setting.ts';

/** What a form of settings shows beside the values. */
export interface Zeigen {
  readonly problems: readonly FieldProblem[];
  /** The list that gets one more empty row. */
  readonly mehr: string | null;
}

/** Names of buttons that only show the form anew. */
export const nurZeigen = { mehr: '_mehr', zweig: '_zeigen' } as const;

/** The settings of one object; what is rarely needed stands in a part that opens. */
export function settingsFields(teile: readonly Teil[], wert: Json, zeigen: Zeigen): Html {
  const order = ['label', 'title', 'text', 'hint', 'lead', 'help', 'options', 'condition', 'required'];
  const rank = ({ name }: Teil) => (order.indexOf(name) === -1 ? order.length : order.indexOf(name));
  const sorted = teile.toSorted((a, b) => rank(a) - rank(b));
  const often = sorted.filter(({ name }) => !selten.has(name));
  const seldom = sorted.filter(({ name }) => selten.has(name));
  const open = seldom.some(
    ({ name }) =>
      property(wert, name) !== undefined || problemIn(zeigen, name) || zeigen.mehr?.startsWith(name) === true,
  );
  return html`<div class="lw-stack">${teileOf(often, wert, '', zeigen)}</div>${
    seldom.length === 0
      ? ''
      : accordion({
          title: 'Weitere Angaben',
          open,
          body: html`<div class="lw-stack">${teileOf(seldom, wert, '', zeigen)}</div>`,
        })
  }`;
}

function problemIn({ problems }: Zeigen, name: string): boolean {
  return problems.some(
    ({ field }) => field === name || field.startsWith(`${name}.`) || field.startsWith(`${name}[`),
  );
}

function teileOf(
  teile: readonly Teil[],
  wert: Json | undefined,
  prefix: string,
  zeigen: Zeigen,
): readonly Html[] {
  return teile
    .filter(({ setting }) => setting.art !== 'fest')
    .map(({ name, pflicht, setting }) => {
      const path = prefix === '' ? name : `${prefix}.${name}`;
      const feld = { path, label: settingLabel(name, prefix.split('.').at(-1)), pflicht };
      return settingField(setting, property(wert, name), feld, zeigen);
    });
}

interface Feld {
  readonly path: string;
  readonly label: string;
  readonly pflicht: boolean;
}

function settingField(setting: Setting, wert: Json | undefined, feld: Feld, zeigen: Zeigen): Html {
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

function werteVon(wert: Json | undefined): readonly Json[] {
  return isList(wert) ? wert : [];
}

type Einfach = Exclude<Setting, { art: 'fest' | 'liste' | 'eintraege' | 'gruppe' | 'entweder' }>;

/** A setting with a single field. */
function einfach(setting: Einfach, wert: Json | undefined, feld: Feld, zeigen: Zeigen): Html {
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

function jaNeinWert(wert: Json | undefined): 'ja' | 'nein' | null {
  if (typeof wert !== 'boolean') return null;
  return wert ? 'ja' : 'nein';
}

const jaNein = [
  { value: 'ja', label: 'Ja' },
  { value: 'nein', label: 'Nein' },
];

/** The schema's own words; where they only repeat what expressions and texts are, shorter ones. */
function hinweisVon(setting: Setting): string | undefined {
  const text = setting.hinweis ?? '';
  if (text.startsWith('Text; Ausdrücke')) return undefined;
  if (setting.art === 'text' && setting.ausdruck)
    return text.startsWith('Ausdruck der Formularsprache')
      ? "Ausdruck, zum Beispiel: anzahl > 2 and art = 'holz'"
      : `${text}. Ausdruck, zum Beispiel: anzahl > 2`;
  return text || undefined;
}

function textVon(wert: Json | undefined): string {
  if (wert === undefined || wert === null) return '';
  return typeof wert === 'object' ? JSON.stringify(wert) : String(wert);
}

function lang(wert: Json | undefined, { label }: Feld): Html {
  const count = Array.isArray(wert) ? wert.length : 0;
  return html`<p class="kern-body"><strong>${label}:</strong> ${count} Einträge. So lange Listen ändern Sie in der Datei, unter „Dateien“.</p>`;
}

function gruppe(
  teile: readonly Teil[],
  wert: Json | undefined,
  feld: Feld,
  zeigen: Zeigen,
  hint: string | undefined,
): Html {
  const body = html`<div class="lw-stack">${teileOf(teile, wert, feld.path, zeigen)}</div>`;
  if (feld.pflicht) return fieldset(feld.label, body, { hint });
  const open = wert !== undefined || problemIn(zeigen, feld.path);
  return accordion({
    title: `${feld.label} (freiwillig)`,
    open,
    body: hint ? html`<p class="kern-hint">${hint}</p>${body}` : body,
  });
}

function liste(
  teil: Setting,
  werte: readonly Json[],
  feld: Feld,
  zeigen: Zeigen,
  hint: string | undefined,
): Html {
  const { path, label, pflicht } = feld;
  const blanks = zeigen.mehr === path || (pflicht && werte.length === 0) ? 1 : 0;
  const rows = [...werte, ...Array.from({ length: blanks }, () => undefined)];
  const items = rows.map((wert, index) =>
    zeile(
      teil,
      wert,
      { path: `${path}[${index}]`, label, index, many: rows.length > 1 && wert !== undefined },
      zeigen,
    ),
  );
  return rahmen(feld, hint, html`${error(zeigen, path)}${items}`, rows.length);
}

interface Zeile {
  readonly path: string;
  readonly label: string;
  readonly index: number;
  readonly many: boolean;
}

function zeile(
  teil: Setting,
  wert: Json | undefined,
  { path, label, index, many }: Zeile,
  zeigen: Zeigen,
): Html {
  const inner =
    teil.art === 'gruppe'
      ? teileOf(teil.teile, wert, path, zeigen)
      : settingField(teil, wert, { path, label, pflicht: true }, zeigen);
  return fieldset(
    wert === undefined ? `${label}: neuer Eintrag` : `${label}: Eintrag ${index + 1}`,
    html`${inner}${verwaltung(path, index, wert !== undefined, many)}`,
  );
}

function verwaltung(path: string, index: number, there: boolean, many: boolean): Html {
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

function rahmen({ path, label, pflicht }: Feld, hint: string | undefined, body: Html, count: number): Html {
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

function error({ problems }: Zeigen, path: string): Html {
  const message = errorOf(problems, path);
  return message
    ? html`<p class="kern-error" id="${`feld-${path.replaceAll(/[^A-Za-z0-9_-]+/g, '-')}`}"><span class="kern-body">${message}</span></p>`
    : html``;
}

function eintraege(
  teil: Setting,
  wert: Json | undefined,
  feld: Feld,
  zeigen: Zeigen,
  hint: string | undefined,
): Html {
  const { path, label } = feld;
  const named = isObject(wert) ? Object.entries(wert) : [];
  const blank: readonly (readonly [string, undefined])[] =
    zeigen.mehr === path || (feld.pflicht && named.length === 0) ? [['', undefined]] : [];
  const rows: readonly (readonly [string, Json | undefined])[] = [...named, ...blank];
  const shown = {
    ...zeigen,
    problems: zeigen.problems.map((problem) => ({
      ...problem,
      field: nachNummer(
        problem.field,
        path,
        named.map(([name]) => name),
      ),
    })),
  };
  const items = rows.map(([name, each], index) => {
    const at = `${path}[${index}]`;
    const inner =
      teil.art === 'gruppe'
        ? teileOf(teil.teile, each, at, shown)
        : settingField(teil, each, { path: at, label, pflicht: true }, shown);
    return fieldset(
      name === '' ? `${label}: neuer Eintrag` : `${label}: ${name}`,
      html`${inputField({ name: at + zeichen.name, label: 'Name in Ausdrücken', value: name, hint: 'Kleinbuchstabe, dann Buchstaben und Ziffern', optional: name === '' })}${inner}${verwaltung(at, index, name !== '', false)}`,
    );
  });
  return rahmen(feld, hint, html`${items}`, rows.length);
}

/** Problems name an entry, the form numbers it. */
function nachNummer(field: string, path: string, names: readonly string[]): string {
  const index = names.findIndex(
    (name) => field === `${path}.${name}` || field.startsWith(`${path}.${name}.`),
  );
  return index < 0 ? field : `${path}[${index}]${field.slice(path.length + 1 + (names[index]?.length ?? 0))}`;
}

function entweder(
  setting: Extract<Setting, { art: 'entweder' }>,
  wert: Json | undefined,
  feld: Feld,
  zeigen: Zeigen,
): Html {
  const { path, label, pflicht } = feld;
  if (jaOderAusdruck(setting.zweige)) return jaNeinWenn(setting, wert, feld, zeigen);
  const chosen = wert === undefined && !pflicht ? undefined : zweigVon(setting.zweige, wert);
  const choice = selectField({
    name: path + zeichen.zweig,
    label: `${label}: Art`,
    hint: hinweisVon(setting),
    options: setting.zweige.map(({ name }) => ({ value: name, label: wertLabel(name) })),
    value: chosen?.name ?? null,
    placeholder: pflicht ? null : 'Keine',
    optional: !pflicht,
  });
  const show = button('Art übernehmen', {
    kind: 'tertiary',
    small: true,
    name: nurZeigen.zweig,
    value: path,
  });
  const inner =
    chosen && chosen.setting.art === 'gruppe'
      ? html`<div class="lw-stack">${teileOf(chosen.setting.teile, wert, path, zeigen)}</div>`
      : chosen
        ? settingField(chosen.setting, wert, { path, label, pflicht: true }, zeigen)
        : '';
  return html`<div class="lw-stack">${choice}${buttonRow(show)}${inner}</div>`;
}

function jaNeinWenn(setting: Setting, wert: Json | undefined, { path, label }: Feld, zeigen: Zeigen): Html {
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
