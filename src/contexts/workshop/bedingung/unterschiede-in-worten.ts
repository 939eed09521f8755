import { isList, isObject, type Json, type Pointer, placeOf } from '../domain/json.ts';
import { type Dokumente, type Unterschied, unterschiede } from '../domain/unterschied.ts';
import { type Saetze, saetzeVon } from './saetze.ts';

/** What differs between two states, its conditions as sentences. */
export function unterschiedeInWorten(before: Dokumente, after: Dokumente): readonly Unterschied[] {
  return unterschiede(mitSaetzen(before), mitSaetzen(after)).map((each) => ({
    ...each,
    angaben: each.angaben.map(({ name, vorher, nachher }) => {
      const [old, now] = [satzAus(vorher), satzAus(nachher)];
      // Two conditions that are said alike differ in how they are written.
      return old === now
        ? { name, vorher: beides(vorher), nachher: beides(nachher) }
        : { name, vorher: old, nachher: now };
    }),
  }));
}

// Nobody types these; between them stands the expression that a sentence says.
const [anfang, ende] = ['\u{E000}', '\u{E001}'];
const geschrieben = /\u{E000}([^\u{E001}]*)\u{E001}?/gu;

function satzAus(text: string): string {
  return text.replaceAll(geschrieben, '');
}

function beides(text: string): string {
  return text.replaceAll(geschrieben, ' [$1]');
}

function mitSaetzen(dokumente: Dokumente): Dokumente {
  const satz = saetzeVon(dokumente);
  return {
    ...dokumente,
    dienst: ersetzt(dokumente.dienst, [], satz),
    formular: ersetzt(dokumente.formular, [], satz),
  };
}

function ersetzt(value: Json, at: Pointer, satz: Saetze): Json {
  if (typeof value === 'string') {
    const said = satz(placeOf(at), value);
    return said === null ? value : `${said}${anfang}${value}${ende}`;
  }
  if (isList(value)) return value.map((each, index) => ersetzt(each, [...at, index], satz));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, ersetzt(each, [...at, name], satz)]),
  );
}
