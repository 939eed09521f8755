import { isList, isObject, type Json } from './json.ts';

const longest = 400;

/** A value as somebody reads it: of an object what people read first, then the rest. */
export function lesbar(value: Json | undefined): string {
  const text = gesagt(value);
  return text.length > longest ? `${text.slice(0, longest)} …` : text;
}

function gesagt(value: Json | undefined): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'boolean') return value ? 'ja' : 'nein';
  if (isList(value)) return value.map(gesagt).filter(Boolean).join('; ');
  if (!isObject(value)) return String(value);
  const { label, title, text, ...rest } = value;
  const first = [label, title, text].map(gesagt).filter(Boolean).join(', ');
  const others = Object.values(rest)
    .map((each) => gesagt(each))
    .filter(Boolean)
    .join(', ');
  return first && others ? `${first} (${others})` : first || others;
}
