import { isList, isObject, type Json, type Pointer, property } from './json.ts';

const longest = 400;

/** How a text is said to whoever reads it, by its place within the value. */
export type Sagen = (text: string, at: Pointer) => string;

/** A value as somebody reads it: of an object what people read first, then the rest. */
export function lesbar(value: Json | undefined, sage: Sagen = (text) => text): string {
  const text = gesagt(value, [], sage);
  return text.length > longest ? `${text.slice(0, longest)} …` : text;
}

const zuerst = ['label', 'title', 'text'];

function gesagt(value: Json | undefined, at: Pointer, sage: Sagen): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'boolean') return value ? 'ja' : 'nein';
  if (typeof value === 'string') return sage(value, at);
  if (isList(value))
    return value
      .map((each, index) => gesagt(each, [...at, index], sage))
      .filter(Boolean)
      .join('; ');
  if (!isObject(value)) return String(value);
  const said = (names: readonly string[]) =>
    names
      .map((name) => gesagt(property(value, name), [...at, name], sage))
      .filter(Boolean)
      .join(', ');
  const first = said(zuerst);
  const others = said(Object.keys(value).filter((name) => !zuerst.includes(name)));
  return first && others ? `${first} (${others})` : first || others;
}
