import { type Angabe, angabenOf, type Stelle, stelle } from './angaben.ts';
import { alleElemente, type Element, elementeOf, type Weg } from './elemente.ts';
import type { Json } from './json.ts';
import { lesbar } from './lesbar.ts';

/** What differs at one place of two versions. */
export interface Unterschied<Seite = string> {
  /** The page or part, or the property of the service that it is about. */
  readonly ort: string;
  readonly weg: Weg | null;
  readonly art: 'neu' | 'entfernt' | 'geaendert' | 'verschoben';
  readonly angaben: readonly Angabe<Seite>[];
}

/** The documents of a service. */
export interface Dokumente {
  readonly dienst: Json;
  readonly formular: Json;
  readonly testfaelle: Json;
}

/** What differs between two versions, element by element in the order of the newer one, what was removed last. */
export function unterschiede(before: Dokumente, after: Dokumente): readonly Unterschied[] {
  return abweichungen(before, after).map(({ angaben, ...each }) => ({
    ...each,
    angaben: angaben.map(({ name, vorher, nachher }) => ({
      name,
      vorher: lesbar(vorher.wert),
      nachher: lesbar(nachher.wert),
    })),
  }));
}

type Abweichung = Unterschied<Stelle>;

/** The same with the values as they stand in both versions. */
export function abweichungen(before: Dokumente, after: Dokumente): readonly Abweichung[] {
  const [old, now] = [byWeg(before.formular), byWeg(after.formular)];
  const moved = verschobene(old, now);
  const changed = [...now.values()].flatMap((element) => elementDiff(old, element, moved));
  const removed = [...old.values()].filter(
    ({ weg }) => !now.has(weg.join('/')) && !moved.has(weg.at(-1) ?? ''),
  );
  return [
    ...documentDiff('Onlinedienst', stelle(before.dienst, []), stelle(after.dienst, [])),
    ...documentDiff('Formular', stelle(before.formular, []), stelle(after.formular, [])),
    ...changed,
    ...removed.map(({ titel, weg }) => ({
      ort: titel,
      weg: null,
      art: 'entfernt' as const,
      angaben: [{ name: 'Platz', vorher: stelle(weg.join(' › ')), nachher: stelle() }],
    })),
    ...documentDiff('Testfälle', stelle(before.testfaelle), stelle(after.testfaelle)),
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
): readonly Abweichung[] {
  const { weg, titel: ort } = element;
  const same = old.get(weg.join('/'));
  const from = same ? undefined : moved.get(weg.at(-1) ?? '');
  const before = same ?? from;
  const own = stelle(element.wert, element.pointer);
  if (!before) return [{ ort, weg, art: 'neu', angaben: angabenOf(stelle({}), own) }];
  const place = from
    ? [{ name: 'Platz', vorher: stelle(from.weg.join(' › ')), nachher: stelle(weg.join(' › ')) }]
    : [];
  const order =
    same && same.pointer.at(-1) !== element.pointer.at(-1) && place.length === 0 ? reihe(same, element) : [];
  const angaben = [...place, ...order, ...angabenOf(stelle(before.wert, before.pointer), own)];
  if (angaben.length === 0) return [];
  const onlyPlace = angaben.every(({ name }) => name === 'Platz' || name === 'Reihenfolge');
  return [{ ort, weg, art: onlyPlace ? 'verschoben' : 'geaendert', angaben }];
}

function reihe(before: Element, after: Element): readonly Angabe<Stelle>[] {
  const platz = ({ pointer }: Element) => stelle(`Platz ${Number(pointer.at(-1)) + 1}`);
  return [{ name: 'Reihenfolge', vorher: platz(before), nachher: platz(after) }];
}

function documentDiff(ort: string, before: Stelle, after: Stelle): readonly Abweichung[] {
  const angaben = angabenOf(before, after);
  return angaben.length === 0 ? [] : [{ ort, weg: null, art: 'geaendert', angaben }];
}
