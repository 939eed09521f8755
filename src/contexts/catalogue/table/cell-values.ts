import { ok, type Result, refuse } from '#kernel';
import { type LeikaKey, parseLeikaKey } from '#standards/leika';
import type { Leistungstyp, Rechtsgrundlage } from '../domain/catalogue.ts';

function wrong<T>(message: string): Result<T> {
  return refuse({ kind: 'invalid', code: 'CATALOGUE_CELL', message });
}

/** A key, or null for an empty cell. */
export function leikaCell(text: string): Result<LeikaKey | null> {
  if (text === '' || /^(kein|ohne|nicht im leika|-|–)/i.test(text)) return ok(null);
  if (/^\d[.,]\d+e\+?\d+$/i.test(text))
    return wrong(
      `Excel hat aus dem Schlüssel die Zahl ${text} gemacht und Ziffern verloren. Bitte die Spalte als Text formatieren und den Schlüssel neu eintragen.`,
    );
  const key = parseLeikaKey(text);
  return key.ok ? key : wrong(key.refusal.message);
}

/** The number of an OZG-Leistung, or null for an empty cell. */
export function ozgCell(text: string): Result<number | null> {
  if (text === '') return ok(null);
  const number = /^(?:OZG[-\s]?)?(\d{5})(?:\.0)?$/i.exec(text)?.[1];
  return number
    ? ok(Number(number))
    : wrong(`„${text}“ ist keine OZG-Nummer. Sie hat fünf Ziffern, zum Beispiel 10513.`);
}

/** The code of a Typisierung as the catalogue writes it, or null for an empty cell. */
export function typCell(text: string, codes: ReadonlySet<string>): Result<string | null> {
  if (text === '') return ok(null);
  const bare = text.replace(/^typ\s*/i, '');
  const spaced = bare.split(/[\s,;|]+/).join(', ');
  const found = [bare, spaced, bare.replace(/^2\s*[/,]\s*3$/, '2/3')].find((code) => codes.has(code));
  return found
    ? ok(found)
    : wrong(`„${text}“ ist keine Typisierung. Bekannt sind: ${[...codes].join(' · ')}.`);
}

export function leistungstypCell(text: string): Result<Leistungstyp | null> {
  const folded = text.toLowerCase();
  if (folded === '') return ok(null);
  const found = (['lo', 'lov', 'lovd'] as const).find((typ) => typ === folded);
  return found ? ok(found) : wrong(`„${text}“ ist keine Art. Erlaubt sind lo, lov und lovd.`);
}

const yes = new Set(['1', 'ja', 'x', 'wahr', 'true']);
const no = new Set(['0', 'nein', 'falsch', 'false']);

export function flagCell(text: string): Result<boolean | null> {
  const folded = text.toLowerCase();
  if (folded === '') return ok(null);
  if (yes.has(folded)) return ok(true);
  return no.has(folded) ? ok(false) : wrong(`„${text}“ ist weder ja noch nein.`);
}

export function numberCell(text: string): Result<string | undefined> {
  if (text === '') return ok(undefined);
  const id = text.toUpperCase();
  return /^L\d{5}$/.test(id)
    ? ok(id)
    : wrong(`„${text}“ ist keine Nummer von Leitwerk (L und fünf Ziffern).`);
}

/** Entries of a list: on lines of their own, behind bars, behind semicolons, or else behind commas. */
export function gesetzeCell(text: string): readonly string[] {
  const signs = [/\s*[\n|]\s*/, /;\s+/, /,\s+/];
  const sign = signs.find((one) => one.test(text)) ?? /,\s+/;
  return text
    .split(sign)
    .map((one) => one.trim())
    .filter(Boolean);
}

/** „§ 35 KrWG [https://…], § 23 NachwV [https://…]“; what has no address comes without one. */
export function rechtsgrundlagenCell(text: string): readonly Rechtsgrundlage[] {
  const entries = [...text.matchAll(/(.*?) \[((?:https?:\/\/|www\.)[^\s]*?)\](?:, |\s*[\n|]\s*|$)/g)];
  const rest = entries.reduce((left, [whole]) => left.replace(whole, ''), text).trim();
  return [
    ...entries.map(([, label = '', url = '']) => ({
      text: label.trim(),
      url: url.startsWith('www.') ? `http://${url}` : url,
    })),
    ...rest
      .split(/\s*[\n|]\s*/)
      .filter(Boolean)
      .map((one) => ({ text: one, url: null })),
  ];
}

/** Our numbers or keys, behind commas, bars, blanks or on lines. */
export function vorgaengerCell(text: string): readonly string[] {
  return text
    .split(/[\n|,;]+/)
    .map((one) => one.replaceAll(/\s/g, '').toUpperCase())
    .filter(Boolean);
}
