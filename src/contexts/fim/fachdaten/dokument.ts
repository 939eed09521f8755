import { isJsonObject } from '#forms';
import { ok, type Result, refuse } from '#kernel';
import { readXfall, type XfallElement } from '#standards/xfall';
import { fachdatenUnreadable } from '../errors.ts';
import { elementeFuer } from './element.ts';
import type { Fachdaten } from './fachdaten.ts';
import { elementName, type Strukturknoten } from './struktur.ts';

const format = 'leitwerk/fachdaten@1';

type Json = string | { readonly [name: string]: Json | readonly Json[] };

/** The same as JSON; what may repeat is always a list. */
export function alsJson({ wurzel, struktur }: Pick<Fachdaten, 'wurzel' | 'struktur'>): object {
  const { id, version, name } = struktur;
  return { format, schema: { id, version, name }, daten: jsonOf(wurzel.kinder, struktur.kinder) };
}

function jsonOf(elemente: readonly XfallElement[], knoten: readonly Strukturknoten[]): Json {
  const one = (element: XfallElement, { kinder }: Strukturknoten): Json =>
    kinder.length === 0 ? element.text : jsonOf(element.kinder, kinder);
  const names = new Set(knoten.map(elementName));
  return Object.fromEntries(
    [...names].flatMap((name) => {
      const same = knoten.filter((each) => elementName(each) === name);
      const all = same.flatMap((each) =>
        elementeFuer(each, knoten, elemente).map((element) => one(element, each)),
      );
      const [first] = all;
      if (first === undefined) return [];
      return [[name, same.length === 1 && same[0]?.max === 1 && all.length === 1 ? first : all] as const];
    }),
  );
}

const most = { characters: 5_000_000, depth: 40 };

/** Reads case data as XML or JSON; refuses what is neither, too large or too deep. */
export function liesDokument(text: string): Result<XfallElement> {
  if (text.length > most.characters) return refuse(fachdatenUnreadable('Das Dokument ist größer als 5 MB.'));
  return text.trimStart().startsWith('{') ? liesJson(text) : liesXml(text);
}

function liesXml(text: string): Result<XfallElement> {
  const read = readXfall(text);
  return read.ok ? ok(read.root) : refuse(fachdatenUnreadable(read.problem));
}

function liesJson(text: string): Result<XfallElement> {
  const json = parsed(text);
  if (
    !isJsonObject(json) ||
    json.format !== format ||
    !isJsonObject(json.schema) ||
    !isJsonObject(json.daten)
  )
    return refuse(fachdatenUnreadable(`Das ist kein JSON im Format ${format}.`));
  const { id, version } = json.schema;
  if (depthOf(json.daten) > most.depth) return refuse(fachdatenUnreadable('Das Dokument ist zu tief.'));
  return ok({ name: `${String(id)}V${String(version)}`, text: '', kinder: elementsOf(json.daten) });
}

function elementsOf(daten: Readonly<Record<string, unknown>>): readonly XfallElement[] {
  return Object.entries(daten).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map((one: unknown) =>
      isJsonObject(one)
        ? { name, text: '', kinder: elementsOf(one) }
        : { name, text: String(one), kinder: [] },
    ),
  );
}

function depthOf(value: unknown, depth = 0): number {
  if (depth > most.depth || typeof value !== 'object' || value === null) return depth;
  return Math.max(depth, ...Object.values(value).map((inner) => depthOf(inner, depth + 1)));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
