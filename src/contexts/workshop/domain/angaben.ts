import { isList, isObject, type Json, type Pointer, property, sameJson, textAt } from './json.ts';

/** A value on one side of a difference. */
export interface Stelle {
  readonly wert: Json | undefined;
  /** Where it stands in service or form; `null` for what stands in neither. */
  readonly at: Pointer | null;
}

/** A property in which two values differ. */
export interface Angabe<Seite> {
  readonly name: string;
  readonly vorher: Seite;
  readonly nachher: Seite;
}

const children = new Set(['pages', 'fields', 'columns', '$schema']);

export function stelle(wert?: Json, at: Pointer | null = null): Stelle {
  return { wert, at };
}

/** What stands in a value under a name or number. */
function darin({ wert, at }: Stelle, part: string | number): Stelle {
  const inner = typeof part === 'number' ? (isList(wert) ? wert[part] : undefined) : property(wert, part);
  return { wert: inner, at: at && [...at, part] };
}

/** The properties in which two values differ. */
export function angabenOf(before: Stelle, after: Stelle): readonly Angabe<Stelle>[] {
  return namenIn(before, after)
    .filter((name) => !children.has(name))
    .flatMap((name) => tiefer(name, darin(before, name), darin(after, name), 0));
}

function namenIn(before: Stelle, after: Stelle): readonly string[] {
  return [...new Set([after, before].flatMap(({ wert }) => (isObject(wert) ? Object.keys(wert) : [])))];
}

const deepest = 3;

/** Objects are compared property by property, so that one changed text is one line. */
function tiefer(name: string, before: Stelle, after: Stelle, depth: number): readonly Angabe<Stelle>[] {
  const [old, now] = [before.wert, after.wert];
  if (sameJson(old, now)) return [];
  if (depth < deepest && isObject(old) && isObject(now))
    return namenIn(before, after).flatMap((key) =>
      tiefer(`${name}.${key}`, darin(before, key), darin(after, key), depth + 1),
    );
  if (depth < deepest && isList(old) && isList(now)) {
    const byKey = nachSchluessel(name, before, after, depth);
    if (byKey !== null) return byKey;
    if (old.length === now.length)
      return now.flatMap((_, index) =>
        tiefer(`${name}[${index + 1}]`, darin(before, index), darin(after, index), depth + 1),
      );
  }
  return [{ name, vorher: before, nachher: after }];
}

/** Entries that carry a key are compared with those of the same key, so that one more entry is one line; `null` where some carry none. */
function nachSchluessel(
  name: string,
  before: Stelle,
  after: Stelle,
  depth: number,
): readonly Angabe<Stelle>[] | null {
  const [old, now] = [schluesselIn(before), schluesselIn(after)];
  const distinct = [old, now].every((keys) => new Set(keys).size === keys.length);
  if ([...old, ...now].includes('') || !distinct || old.length + now.length === 0) return null;
  const changed = now.flatMap((key, index) =>
    tiefer(`${name}[${index + 1}]`, darin(before, old.indexOf(key)), darin(after, index), depth + 1),
  );
  const gone = old.flatMap((key, index) =>
    now.includes(key)
      ? []
      : [{ name: `${name}[${index + 1}]`, vorher: darin(before, index), nachher: stelle() }],
  );
  const order =
    changed.length + gone.length === 0
      ? [{ name, vorher: stelle(old.join(', ')), nachher: stelle(now.join(', ')) }]
      : [];
  return [...changed, ...gone, ...order];
}

function schluesselIn({ wert }: Stelle): readonly string[] {
  return isList(wert) ? wert.map(schluessel) : [];
}

function schluessel(each: Json): string {
  return textAt(each, 'id') || textAt(each, 'value') || textAt(each, 'leika');
}
