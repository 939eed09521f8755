import { alleElemente, type Element, elementeOf, type Weg } from './elemente.ts';
import { isList, isObject, type Json, sameJson, textAt } from './json.ts';
import { lesbar } from './lesbar.ts';

/** What differs at one place of two versions. */
export interface Unterschied {
  /** The page or part, or the property of the service that it is about. */
  readonly ort: string;
  readonly weg: Weg | null;
  readonly art: 'neu' | 'entfernt' | 'geaendert' | 'verschoben';
  readonly angaben: readonly { readonly name: string; readonly vorher: string; readonly nachher: string }[];
}

/** The documents of a service. */
export interface Dokumente {
  readonly dienst: Json;
  readonly formular: Json;
  readonly testfaelle: Json;
}

const children = new Set(['pages', 'fields', 'columns', '$schema']);

/** What differs between two versions, element by element in the order of the newer one, what was removed last. */
export function unterschiede(before: Dokumente, after: Dokumente): readonly Unterschied[] {
  const [old, now] = [byWeg(before.formular), byWeg(after.formular)];
  const moved = verschobene(old, now);
  const changed = [...now.values()].flatMap((element) => elementDiff(old, element, moved));
  const removed = [...old.values()].filter(
    ({ weg }) => !now.has(weg.join('/')) && !moved.has(weg.at(-1) ?? ''),
  );
  return [
    ...documentDiff('Onlinedienst', before.dienst, after.dienst),
    ...documentDiff('Formular', before.formular, after.formular),
    ...changed,
    ...removed.map(({ titel, weg }) => ({
      ort: titel,
      weg: null,
      art: 'entfernt' as const,
      angaben: [{ name: 'Platz', vorher: weg.join(' › '), nachher: '' }],
    })),
    ...documentDiff('Testfälle', before.testfaelle, after.testfaelle),
  ];
}

function byWeg(formular: Json): ReadonlyMap<string, Element> {
  return new Map(alleElemente(elementeOf(formular)).map((each) => [each.weg.join('/'), each]));
}

/** Parts that stand elsewhere under the id that they had: by their id, the way that they had. */
function verschobene(
  old: ReadonlyMap<string, Element>,
  now: ReadonlyMap<string, Element>,
): ReadonlyMap<string, Element> {
  const gone = [...old.values()].filter(({ weg }) => weg.length > 1 && !now.has(weg.join('/')));
  const came = new Set(
    [...now.values()].filter(({ weg }) => !old.has(weg.join('/'))).map(({ weg }) => weg.at(-1) ?? ''),
  );
  return new Map(
    gone.filter(({ weg }) => came.has(weg.at(-1) ?? '')).map((each) => [each.weg.at(-1) ?? '', each]),
  );
}

function elementDiff(
  old: ReadonlyMap<string, Element>,
  element: Element,
  moved: ReadonlyMap<string, Element>,
): readonly Unterschied[] {
  const { weg, titel: ort } = element;
  const same = old.get(weg.join('/'));
  const from = same ? undefined : moved.get(weg.at(-1) ?? '');
  const before = same ?? from;
  if (!before) return [{ ort, weg, art: 'neu', angaben: angabenOf({}, element.wert) }];
  const place = from ? [{ name: 'Platz', vorher: from.weg.join(' › '), nachher: weg.join(' › ') }] : [];
  const order =
    same && same.pointer.at(-1) !== element.pointer.at(-1) && place.length === 0 ? reihe(same, element) : [];
  const angaben = [...place, ...order, ...angabenOf(before.wert, element.wert)];
  if (angaben.length === 0) return [];
  const onlyPlace = angaben.every(({ name }) => name === 'Platz' || name === 'Reihenfolge');
  return [{ ort, weg, art: onlyPlace ? 'verschoben' : 'geaendert', angaben }];
}

function reihe(before: Element, after: Element) {
  const [vorher, nachher] = [before, after].map(({ pointer }) => `Platz ${Number(pointer.at(-1)) + 1}`);
  return [{ name: 'Reihenfolge', vorher: vorher ?? '', nachher: nachher ?? '' }];
}

function documentDiff(ort: string, before: Json, after: Json): readonly Unterschied[] {
  const angaben = angabenOf(before, after);
  return angaben.length === 0 ? [] : [{ ort, weg: null, art: 'geaendert', angaben }];
}

/** The properties in which two values differ, each as somebody reads it. */
function angabenOf(before: Json, after: Json): Unterschied['angaben'] {
  const [old, now] = [isObject(before) ? before : {}, isObject(after) ? after : {}];
  return [...new Set([...Object.keys(now), ...Object.keys(old)])]
    .filter((name) => !children.has(name) && !sameJson(old[name], now[name]))
    .flatMap((name) => tiefer(name, old[name], now[name], 0));
}

const deepest = 3;

/** Objects are compared property by property, so that one changed text is one line. */
function tiefer(
  name: string,
  before: Json | undefined,
  after: Json | undefined,
  depth: number,
): Unterschied['angaben'] {
  if (depth < deepest && isObject(before) && isObject(after))
    return [...new Set([...Object.keys(after), ...Object.keys(before)])]
      .filter((key) => !sameJson(before[key], after[key]))
      .flatMap((key) => tiefer(`${name}.${key}`, before[key], after[key], depth + 1));
  if (depth < deepest && isList(before) && isList(after)) {
    const byKey = nachSchluessel(name, before, after, depth);
    if (byKey !== null) return byKey;
    if (before.length === after.length)
      return after.flatMap((each, index) =>
        sameJson(before[index], each) ? [] : tiefer(`${name}[${index + 1}]`, before[index], each, depth + 1),
      );
  }
  return [{ name, vorher: lesbar(before), nachher: lesbar(after) }];
}

/** Entries that carry a key are compared with those of the same key, so that one more entry is one line; `null` where some carry none. */
function nachSchluessel(
  name: string,
  before: readonly Json[],
  after: readonly Json[],
  depth: number,
): Unterschied['angaben'] | null {
  const [old, now] = [before.map(schluessel), after.map(schluessel)];
  const distinct = [old, now].every((keys) => new Set(keys).size === keys.length);
  if ([...old, ...now].includes('') || !distinct || old.length + now.length === 0) return null;
  const changed = after.flatMap((each, index) => {
    const known = before[old.indexOf(now[index] ?? '')];
    return sameJson(known, each) ? [] : tiefer(`${name}[${index + 1}]`, known, each, depth + 1);
  });
  const gone = before.flatMap((each, index) =>
    now.includes(old[index] ?? '')
      ? []
      : [{ name: `${name}[${index + 1}]`, vorher: lesbar(each), nachher: '' }],
  );
  const order =
    changed.length + gone.length === 0 ? [{ name, vorher: old.join(', '), nachher: now.join(', ') }] : [];
  return [...changed, ...gone, ...order];
}

function schluessel(each: Json): string {
  return textAt(each, 'id') || textAt(each, 'value') || textAt(each, 'leika');
}
