import { leseBedingung } from '../bedingung/lese-bedingung.ts';
import type { Json } from '../domain/json.ts';
import { faktorVon } from './einheit.ts';
import type { Setting } from './setting.ts';

type Einfach = Exclude<Setting, { art: 'liste' | 'eintraege' | 'gruppe' | 'entweder' }>;

/** A value with a single field in the form. */
export function leseEinfach(
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
      return setting.ausdruck ? leseAusdruck(sent, path, old, pflicht) : leseText(text, pflicht);
    case 'wahl':
      return leseText(text, pflicht);
    case 'zahl':
      return mitFaktor(leseZahl(text, pflicht), faktorVon(path));
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

function leseAusdruck(
  sent: URLSearchParams,
  path: string,
  old: Json | undefined,
  pflicht: boolean,
): Json | undefined {
  const read = leseBedingung(sent, path, old);
  return read === '' && !pflicht ? undefined : read;
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

/** Whole units of the format, as bytes and cents are. */
function mitFaktor(wert: Json | undefined, faktor: number): Json | undefined {
  return typeof wert === 'number' && faktor > 1 ? Math.round(wert * faktor) : wert;
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
