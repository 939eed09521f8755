import { isObject, type Json, listAt, property } from '../domain/json.ts';
import { zuLang } from './from-schema.ts';
import type { Setting, Teil, Zweig } from './setting.ts';

/** Suffixes of form fields that say something about a value and are none. */
export const zeichen = {
  zweig: '~zweig',
  name: '~name',
  platz: '~platz',
  anzahl: '~n',
  weg: '~weg',
} as const;

/** The object after a form: what the form asked for is set or taken away, everything else stays. */
export function gelesen(teile: readonly Teil[], sent: URLSearchParams, old: Json, prefix = ''): Json {
  const next: Record<string, Json> = isObject(old) ? { ...old } : {};
  for (const { name, pflicht, setting } of teile) {
    const path = prefix === '' ? name : `${prefix}.${name}`;
    const before = property(old, name);
    if (zuLang(before)) continue;
    const value = leseWert(setting, sent, path, before, pflicht);
    if (value === undefined) delete next[name];
    else next[name] = value;
  }
  return next;
}

/** Reads one value; `undefined` where nothing was said. */
export function leseWert(
  setting: Setting,
  sent: URLSearchParams,
  path: string,
  old: Json | undefined,
  pflicht: boolean,
): Json | undefined {
  switch (setting.art) {
    case 'liste':
      return leseListe(setting.teil, sent, path, old, pflicht);
    case 'eintraege':
      return leseEintraege(setting.teil, sent, path, old);
    case 'gruppe': {
      const value = gelesen(setting.teile, sent, isObject(old) ? old : {}, path);
      return pflicht || !leer(setting, value) ? value : undefined;
    }
    case 'entweder':
      return leseZweig(setting.zweige, sent, path, old, pflicht);
    default:
      return leseEinfach(setting, sent, path, old, pflicht);
  }
}

type Einfach = Exclude<Setting, { art: 'liste' | 'eintraege' | 'gruppe' | 'entweder' }>;

/** A value with a single field in the form. */
function leseEinfach(
  setting: Einfach,
  sent: URLSearchParams,
  path: string,
  old: Json | undefined,
  pflicht: boolean,
): Json | undefined {
  const text = sent.get(path) ?? '';
  if (setting.nullbar && text.trim() === '') return pflicht ? null : undefined;
  switch (setting.art) {
    case 'fest':
      return setting.wert;
    case 'text':
    case 'wahl':
      return leseText(text, pflicht);
    case 'zahl':
      return leseZahl(text, pflicht);
    case 'janein':
      return text === 'ja' ? true : text === 'nein' ? false : undefined;
    case 'zeilen':
      return leseZeilen(setting.teil, text, pflicht);
    case 'auswahl':
      return leseAuswahl(setting.werte, sent.getAll(path), pflicht);
    case 'roh':
      return leseRoh(text, old);
  }
}

function leseAuswahl(werte: readonly string[], sent: readonly string[], pflicht: boolean): Json | undefined {
  const chosen = werte.filter((wert) => sent.includes(wert));
  return chosen.length > 0 || pflicht ? chosen : undefined;
}

function leseZweig(
  zweige: readonly Zweig[],
  sent: URLSearchParams,
  path: string,
  old: Json | undefined,
  pflicht: boolean,
): Json | undefined {
  const chosen = sent.get(path + zeichen.zweig) ?? '';
  if (jaOderAusdruck(zweige)) return leseJaOderAusdruck(chosen, sent, path);
  const zweig = zweige.find(({ name }) => name === chosen);
  if (!zweig) return pflicht && chosen === '' ? old : undefined;
  // Parts of another branch must not stay behind.
  return mitAltem(zweig.setting, leseWert(zweig.setting, sent, path, undefined, true), old);
}

/** `true`, `false` or a condition: one choice for all three. */
export function jaOderAusdruck(zweige: readonly Zweig[]): boolean {
  return zweige.length === 2 && zweige.every(({ name }) => name === 'janein' || name === 'ausdruck');
}

function leseJaOderAusdruck(chosen: string, sent: URLSearchParams, path: string): Json | undefined {
  if (chosen === 'ja') return true;
  if (chosen === 'nein') return false;
  return chosen === 'ausdruck' ? (sent.get(path) ?? '').trim() : undefined;
}

/** Lists that were too long for the form stay as they were. */
function mitAltem(setting: Setting, value: Json | undefined, old: Json | undefined): Json | undefined {
  return (setting.art === 'liste' || setting.art === 'zeilen') && zuLang(old) ? old : value;
}

function leseText(typed: string, pflicht: boolean): Json | undefined {
  const text = typed.replaceAll('\r\n', '\n').trim();
  return text === '' && !pflicht ? undefined : text;
}

/** What is no number stays as it was typed, so that the schema complains at its place. */
function leseZahl(text: string, pflicht: boolean): Json | undefined {
  const typed = text.trim().replace(',', '.');
  if (typed === '') return pflicht ? '' : undefined;
  return /^-?\d{1,15}(\.\d{1,6})?$/.test(typed) ? Number(typed) : typed;
}

function leseZeilen(teil: Setting, text: string, pflicht: boolean): Json | undefined {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => (teil.art === 'zahl' ? (leseZahl(line, true) ?? line) : line));
  return lines.length > 0 || pflicht ? lines : undefined;
}

/** JSON that cannot be read leaves what was there; the page says so before it saves. */
function leseRoh(text: string, old: Json | undefined): Json | undefined {
  if (text.trim() === '') return undefined;
  try {
    return JSON.parse(text) as Json;
  } catch {
    return old;
  }
}

function leseListe(
  teil: Setting,
  sent: URLSearchParams,
  path: string,
  old: Json | undefined,
  pflicht: boolean,
): Json | undefined {
  if (zuLang(old)) return old;
  const rows = zeilenVon(sent, path).flatMap(({ index, platz }) => {
    const at = `${path}[${index}]`;
    const value = leseWert(teil, sent, at, listAt({ old: old ?? [] }, 'old')[index], true);
    return value === undefined || leer(teil, value) ? [] : [{ value, platz }];
  });
  const values = rows.toSorted((a, b) => a.platz - b.platz).map(({ value }) => value);
  return values.length > 0 || pflicht ? values : undefined;
}

/** The rows that were not taken away, each with the place that somebody gave it. */
function zeilenVon(sent: URLSearchParams, path: string) {
  const count = Math.min(200, Number(sent.get(path + zeichen.anzahl) ?? 0) || 0);
  return Array.from({ length: count }, (_, index) => index)
    .filter((index) => sent.get(`${path}[${index}]${zeichen.weg}`) === null)
    .map((index) => {
      const typed = Number((sent.get(`${path}[${index}]${zeichen.platz}`) ?? '').replace(',', '.'));
      return {
        index,
        platz: typed > 0 && typed !== index + 1 ? typed - (typed <= index ? 0.5 : -0.5) : index + 1,
      };
    });
}

function leseEintraege(
  teil: Setting,
  sent: URLSearchParams,
  path: string,
  old: Json | undefined,
): Json | undefined {
  const next: Record<string, Json> = {};
  const names = isObject(old) ? Object.keys(old) : [];
  for (const { index } of zeilenVon(sent, path)) {
    const at = `${path}[${index}]`;
    const name = (sent.get(at + zeichen.name) ?? '').trim();
    if (name === '' || name === '__proto__') continue;
    const value = leseWert(teil, sent, at, property(old, names[index] ?? ''), true);
    if (value !== undefined) next[name] = value;
  }
  return Object.keys(next).length > 0 || isObject(old) ? next : undefined;
}

/** Whether somebody left a part of a form empty. What the form itself says (fixed values, branches) does not count. */
function leer(setting: Setting, value: Json | undefined): boolean {
  if (value === undefined || value === null || value === '') return true;
  if (Array.isArray(value)) return value.length === 0;
  if (setting.art === 'gruppe' && isObject(value))
    return setting.teile.every((teil) => teil.setting.art === 'fest' || leer(teil.setting, value[teil.name]));
  if (setting.art === 'entweder') {
    const zweig = setting.zweige.find((each) => each.setting.art === 'gruppe' && isObject(value));
    return zweig ? leer(zweig.setting, value) : false;
  }
  if (isObject(value)) return Object.values(value).every((each) => each === '' || each === undefined);
  return false;
}
