import { ok, parseLocalDate, type Result, refuse } from '#kernel';
import type { ParameterDefinition, ParameterKind } from './onlinedienst.ts';

/** A value that stands in one field. */
export type ScalarValue = string | number | boolean | readonly string[];

type Parse = (raw: unknown, definition: ParameterDefinition) => Result<ScalarValue, string>;

/** Nothing was entered: neither text nor value. */
export function isBlank(raw: unknown): boolean {
  if (Array.isArray(raw)) return raw.length === 0;
  return raw === null || raw === undefined || (typeof raw === 'string' && raw.trim() === '');
}

/** Reads a value that came as text from a form or as JSON; null where it is blank. The refusal says how to write it. */
export function parseScalar(
  definition: ParameterDefinition,
  raw: unknown,
): Result<ScalarValue | null, string> {
  if (isBlank(raw)) return ok(null);
  return parseOf[definition.kind](typeof raw === 'string' ? raw.trim() : raw, definition);
}

const parseText: Parse = (raw, { max }) => {
  if (typeof raw !== 'string') return refuse('Erwartet wird ein Text.');
  const longest = max ?? 2000;
  return raw.length <= longest ? ok(raw) : refuse(`Bitte höchstens ${longest} Zeichen.`);
};

function matching(shape: RegExp, example: string): Parse {
  return (raw, definition) => {
    const text = parseText(raw, definition);
    return !text.ok || shape.test(String(text.value)) ? text : refuse(`Bitte so angeben: ${example}.`);
  };
}

const euros = /^(\d{1,3}(?:\.\d{3})+|\d{1,12})(?:,(\d{2}))?\s*(?:€|Euro|EUR)?$/;

const parseMoney: Parse = (raw, { min, max }) => {
  const cents = typeof raw === 'number' ? raw : centsOf(String(raw));
  if (cents === null || !Number.isSafeInteger(cents) || cents < 0)
    return refuse('Bitte einen Betrag in Euro angeben, zum Beispiel 90,00.');
  return inRange(cents, min, max, (value) => `${(value / 100).toFixed(2).replace('.', ',')} Euro`);
};

function centsOf(text: string): number | null {
  const [, whole, cents] = euros.exec(text) ?? [];
  return whole === undefined ? null : Number(whole.replaceAll('.', '')) * 100 + Number(cents ?? 0);
}

const parseInteger: Parse = (raw, { min, max }) => {
  const value = typeof raw === 'string' && /^-?\d{1,15}$/.test(raw) ? Number(raw) : raw;
  if (typeof value !== 'number' || !Number.isSafeInteger(value))
    return refuse('Bitte eine ganze Zahl angeben, zum Beispiel 2.');
  return inRange(value, min, max, String);
};

const parseDecimal: Parse = (raw, { min, max }) => {
  const value =
    typeof raw === 'string' && /^-?\d{1,12}(?:,\d{1,3})?$/.test(raw) ? Number(raw.replace(',', '.')) : raw;
  if (typeof value !== 'number' || !Number.isFinite(value))
    return refuse('Bitte eine Zahl angeben, zum Beispiel 2,5.');
  return inRange(value, min, max, (bound) => String(bound).replace('.', ','));
};

function inRange(
  value: number,
  min: number | null,
  max: number | null,
  show: (bound: number) => string,
): Result<number, string> {
  if (min !== null && value < min) return refuse(`Bitte mindestens ${show(min)} angeben.`);
  return max !== null && value > max ? refuse(`Bitte höchstens ${show(max)} angeben.`) : ok(value);
}

const parseDate: Parse = (raw) => {
  const parsed = parseLocalDate(typeof raw === 'string' ? raw : '');
  return parsed.ok ? parsed : refuse(parsed.refusal.message);
};

const parseYesNo: Parse = (raw) => {
  if (typeof raw === 'boolean') return ok(raw);
  return raw === 'ja' || raw === 'nein' ? ok(raw === 'ja') : refuse('Bitte „ja“ oder „nein“ wählen.');
};

const mostTexts = 2000;

const parseTexts: Parse = (raw, definition) => {
  const lines: readonly unknown[] =
    typeof raw === 'string' ? raw.split(/\r?\n/) : Array.isArray(raw) ? raw : [raw];
  if (lines.length > mostTexts) return refuse(`Höchstens ${mostTexts} Einträge sind möglich.`);
  const texts: string[] = [];
  for (const line of lines) {
    if (isBlank(line)) continue;
    const text = parseText(typeof line === 'string' ? line.trim() : line, { ...definition, max: 200 });
    if (!text.ok) return text;
    texts.push(String(text.value));
  }
  return ok(texts);
};

const parseOf: Readonly<Record<ParameterKind, Parse>> = {
  text: parseText,
  multiline: parseText,
  email: matching(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, 'steueramt@lemgo.example'),
  phone: matching(/^[+0][\d\s/()-]{4,30}$/, '05261 213-0'),
  url: matching(/^https:\/\/[^\s"<>/]+\.[^\s"<>]+$/, 'https://www.lemgo.example/satzung'),
  integer: parseInteger,
  decimal: parseDecimal,
  money: parseMoney,
  boolean: parseYesNo,
  date: parseDate,
  texts: parseTexts,
  zustellpunkt: (raw) =>
    typeof raw === 'string' && /^[0-9a-f-]{36}$/.test(raw)
      ? ok(raw)
      : refuse('Bitte wählen Sie einen Zustellpunkt.'),
  table: () => refuse('Erwartet wird eine Liste von Zeilen.'),
};
