import { isObject, type Json, type JsonObject, without } from './json.ts';
import type { Paketdokumente } from './paketinhalt.ts';

type Teile = Readonly<Record<string, JsonObject>>;

const lists = 'codelisten/';
const words = 'texte/';

/** The names that a part of format 2 can have; nothing else, so no name leads anywhere. */
const known =
  /^(?:(?:dienst|formular|leistungstexte|regeln|testfaelle)|codelisten\/[a-z][A-Za-z0-9]{0,39}|texte\/[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,2})\.json$/;

export function isTeilName(name: string): boolean {
  return known.test(name);
}

/**
 * Cuts the documents of an Onlinedienst into the parts of format 2: each code list, each language, the rules and the
 * texts for themselves, so that two packages can be compared part by part. What leads to a file of the author's own
 * machine (`$schema`) stays behind.
 */
export function splitDokumente({ dienst, formular, testfaelle }: Paketdokumente): Teile {
  const { codeLists, translations, rules } = formular;
  return {
    'dienst.json': without(dienst, '$schema', 'texts'),
    'leistungstexte.json': objectOf(dienst.texts),
    'formular.json': without(formular, '$schema', 'codeLists', 'translations', 'rules'),
    ...named(lists, codeLists),
    ...named(words, translations),
    ...(rules === undefined ? {} : { 'regeln.json': { rules } }),
    'testfaelle.json': without(testfaelle, '$schema'),
  };
}

/** The documents again, as they were before `splitDokumente`, without `$schema`. */
export function joinTeile(teile: Teile): Paketdokumente {
  const [codeLists, translations] = [under(lists, teile), under(words, teile)];
  const rules = teile['regeln.json']?.rules;
  return {
    dienst: { ...teile['dienst.json'], texts: teile['leistungstexte.json'] ?? {} },
    formular: {
      ...teile['formular.json'],
      ...(codeLists ? { codeLists } : {}),
      ...(translations ? { translations } : {}),
      ...(rules === undefined ? {} : { rules }),
    },
    testfaelle: teile['testfaelle.json'] ?? {},
  };
}

function named(folder: string, parts: Json | undefined): Teile {
  return Object.fromEntries(
    Object.entries(objectOf(parts)).map(([name, part]) => [`${folder}${name}.json`, objectOf(part)]),
  );
}

function under(folder: string, teile: Teile): JsonObject | null {
  const found = Object.entries(teile).filter(([name]) => name.startsWith(folder));
  if (found.length === 0) return null;
  return Object.fromEntries(found.map(([name, part]) => [name.slice(folder.length, -'.json'.length), part]));
}

function objectOf(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {};
}
