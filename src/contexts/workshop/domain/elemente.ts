import { isList, isObject, type Json, listAt, type Pointer, textAt, valueAt } from './json.ts';

/** A page or a part of a page, by the ids on the way to it: `['person', 'hunde', 'chip']`. */
export type Weg = readonly string[];

/** What a part of a form may hold. */
const inside = ['fields', 'columns'] as const;

/** A page or part of the tree, with everything below it. */
export interface Element {
  readonly weg: Weg;
  readonly pointer: Pointer;
  /** `page` or the type of the field. */
  readonly art: string;
  readonly titel: string;
  readonly wert: Json;
  readonly kinder: readonly Element[];
  /** Whether parts can be put inside. */
  readonly behaelter: boolean;
}

/** All pages of a form as a tree. */
export function elementeOf(formular: Json): readonly Element[] {
  return listAt(formular, 'pages').map((page, index) => elementOf(page, [], ['pages', index], 'page'));
}

function elementOf(wert: Json, above: Weg, pointer: Pointer, art: string): Element {
  const id = textAt(wert, 'id');
  const weg = [...above, id];
  const key = inside.find((name) => isList(valueAt(wert, [name])));
  const kinder = (key === undefined ? [] : listAt(wert, key)).map((kind, index) =>
    elementOf(kind, weg, [...pointer, key ?? '', index], textAt(kind, 'type')),
  );
  const titel = textAt(wert, 'title') || textAt(wert, 'label') || id;
  return { weg, pointer, art, titel, wert, kinder, behaelter: key !== undefined };
}

/** All elements, each before its parts. */
export function alleElemente(elemente: readonly Element[]): readonly Element[] {
  return elemente.flatMap((each) => [each, ...alleElemente(each.kinder)]);
}

/** The element that a way leads to; ids that stand twice lead to the first. */
export function elementAm(formular: Json, weg: Weg): Element | null {
  let found: Element | null = null;
  let level = elementeOf(formular);
  for (const id of weg) {
    found = level.find((each) => each.weg.at(-1) === id) ?? null;
    if (found === null) return null;
    level = found.kinder;
  }
  return found;
}

/** The innermost element around a place such as `pages[2].fields[1].condition`. */
export function elementUm(formular: Json, place: string): Element | null {
  const starts = alleElemente(elementeOf(formular)).filter(({ pointer }) => {
    const own = placeText(pointer);
    return place === own || place.startsWith(`${own}.`) || place.startsWith(`${own}[`);
  });
  return starts.at(-1) ?? null;
}

function placeText(pointer: Pointer): string {
  return pointer.reduce<string>(
    (text, part) => (typeof part === 'number' ? `${text}[${part}]` : `${text}${text ? '.' : ''}${part}`),
    '',
  );
}

/** Every id of the form, so that a new one differs. */
export function alleIds(formular: Json): ReadonlySet<string> {
  const ids = new Set<string>();
  const collect = (value: Json): void => {
    if (isList(value)) for (const each of value) collect(each);
    if (!isObject(value)) return;
    if (typeof value.id === 'string') ids.add(value.id);
    for (const each of Object.values(value)) if (each !== undefined) collect(each);
  };
  collect(formular);
  return ids;
}

/** The id itself, or with the first number that makes it new. */
export function freieId(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted;
  for (let number = 2; ; number += 1) {
    const next = `${wanted.slice(0, 36)}${number}`;
    if (!taken.has(next)) return next;
  }
}
