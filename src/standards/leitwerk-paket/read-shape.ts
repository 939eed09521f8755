import { ok, type Result, refuse } from '#kernel';
import { isObject, type Json, type JsonObject } from './json.ts';
import type { Unterschrift } from './paketschluessel.ts';
import { broken } from './refusals.ts';

/** Refuses an object that lacks a name or has one too many. */
export function onlyNames(
  object: Json | undefined,
  names: readonly string[],
  place: string,
): Result<JsonObject> {
  if (!isObject(object)) return refuse(broken(place, 'Hier gehört ein Objekt hin.'));
  const missing = names.find((name) => !Object.hasOwn(object, name));
  if (missing !== undefined) return refuse(broken(place, `„${missing}“ fehlt.`));
  const further = Object.keys(object).find((name) => !names.includes(name));
  return further === undefined
    ? ok(object)
    : refuse(broken(place, `„${further.slice(0, 60)}“ gibt es hier nicht.`));
}

/** The signature of a package; `null` in the file where there is none. */
export function readUnterschrift(json: Json | undefined, place: string): Result<Unterschrift | null> {
  if (json === null) return ok(null);
  const read = onlyNames(json, ['protected', 'signature'], place);
  if (!read.ok) return read;
  const { protected: header, signature } = read.value;
  if (
    typeof header !== 'string' ||
    typeof signature !== 'string' ||
    header.length > 2_000 ||
    signature.length > 200
  )
    return refuse(broken(place, 'Hier gehören zwei kurze Texte hin.'));
  return ok({ protected: header, signature });
}

/** What every format says of a service: its name, version and title. */
export function readKopf(
  json: JsonObject,
  place: string,
): Result<{ readonly dienst: string; readonly version: number; readonly titel: string }> {
  const { dienst, version, titel } = json;
  if (typeof dienst !== 'string' || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(dienst) || dienst.length > 60)
    return refuse(broken(`${place}.dienst`, 'Hier gehört der Kurzname des Dienstes hin.'));
  if (typeof version !== 'number' || !Number.isSafeInteger(version) || version < 1)
    return refuse(broken(`${place}.version`, 'Hier gehört eine ganze Zahl ab 1 hin.'));
  if (typeof titel !== 'string' || titel.length === 0 || titel.length > 5_000)
    return refuse(broken(`${place}.titel`, 'Hier gehört der Titel hin.'));
  return ok({ dienst, version, titel });
}
