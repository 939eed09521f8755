/** A value of a JSON document. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

export interface JsonObject {
  readonly [key: string]: Json;
}

/** Where something stands in a document: `['pages', 2, 'fields', 0]`. */
export type Pointer = readonly (string | number)[];

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** A property of an object; names that every object inherits are nobody's. */
export function property(value: Json | undefined, name: string): Json | undefined {
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

/** A property as text, empty where it is none. */
export function textAt(value: Json | undefined, name: string): string {
  const found = property(value, name);
  return typeof found === 'string' ? found : '';
}

/** A property as a list, empty where it is none. */
export function listAt(value: Json | undefined, name: string): readonly Json[] {
  const found = property(value, name);
  return isList(found) ? found : [];
}

/** What stands at a place, or `undefined`. */
export function valueAt(value: Json | undefined, pointer: Pointer): Json | undefined {
  let current = value;
  for (const part of pointer) {
    if (typeof part === 'number') current = isList(current) ? current[part] : undefined;
    else current = property(current, part);
  }
  return current;
}

/** The document with another value at a place; what does not lead there is left as it is. */
export function withValue(value: Json, pointer: Pointer, change: (old: Json | undefined) => Json): Json {
  const [first, ...rest] = pointer;
  if (first === undefined) return change(value);
  if (typeof first === 'number') {
    if (!isList(value)) return value;
    return value.map((each, index) => (index === first ? withValue(each, rest, change) : each));
  }
  if (!isObject(value)) return value;
  const old = property(value, first);
  const next = rest.length === 0 ? change(old) : old === undefined ? undefined : withValue(old, rest, change);
  return next === undefined ? value : { ...value, [first]: next };
}

/** The same content, whatever the order of the properties. */
export function sameJson(one: Json | undefined, other: Json | undefined): boolean {
  if (one === other) return true;
  if (isList(one) && isList(other))
    return one.length === other.length && one.every((each, index) => sameJson(each, other[index]));
  if (!isObject(one) || !isObject(other)) return false;
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => Object.hasOwn(other, name) && sameJson(one[name], other[name]))
  );
}

/** A value of unknown shape as JSON; what JSON cannot say is refused by `JSON.stringify` before. */
export function jsonOf(value: unknown): Json {
  const text = JSON.stringify(value);
  return text === undefined ? null : (JSON.parse(text) as Json);
}

/** `pages[2].fields[1].condition` of a pointer. */
export function placeOf(pointer: Pointer): string {
  let place = '';
  for (const part of pointer) place += typeof part === 'number' ? `[${part}]` : `${place ? '.' : ''}${part}`;
  return place;
}
