import { type FieldProblem, ok, parseLocalDate, type Result, refuse } from '#kernel';
import type {
  ColumnDefinition,
  ParameterDefinition,
  ParameterDefinitions,
} from '../definition/parameter-schema.ts';
import type { ParameterValues, TableRow, Value } from '../expression/value.ts';
import { isJsonObject, ownValue } from '../json.ts';
import { limits } from '../limits.ts';

type Scalar = ColumnDefinition['type'] | 'url';

type Reading = { readonly value: Value } | { readonly problem: string };

const readers: Readonly<Record<Scalar, (json: unknown) => Reading>> = {
  text: (json) =>
    isShortText(json) ? { value: json } : { problem: 'Hier gehört ein Text hin (höchstens 5.000 Zeichen).' },
  url: (json) =>
    isShortText(json) && /^https:\/\/[^\s"<>]+$/.test(json)
      ? { value: json }
      : { problem: 'Hier gehört eine Adresse hin, die mit https:// beginnt.' },
  integer: (json) =>
    Number.isSafeInteger(json) && typeof json === 'number'
      ? { value: json }
      : { problem: 'Hier gehört eine ganze Zahl hin.' },
  decimal: (json) => decimal(json),
  money: (json) =>
    Number.isSafeInteger(json) && typeof json === 'number' && json >= 0
      ? { value: json }
      : { problem: 'Hier gehört ein Betrag in Cent hin: eine ganze Zahl ab 0.' },
  boolean: (json) =>
    typeof json === 'boolean' ? { value: json } : { problem: 'Hier gehört ja (true) oder nein (false) hin.' },
  date: (json) =>
    typeof json === 'string' && parseLocalDate(json).ok
      ? { value: json }
      : { problem: 'Hier gehört ein Tag der Form JJJJ-MM-TT hin.' },
  texts: (json) =>
    Array.isArray(json) && json.length <= limits.parameterRows && json.every(isShortText)
      ? { value: json }
      : { problem: 'Hier gehört eine Liste von Texten hin.' },
};

function isShortText(json: unknown): json is string {
  return typeof json === 'string' && json.trim() !== '' && json.length <= 5_000;
}

function decimal(json: unknown): Reading {
  const size = typeof json === 'number' ? Math.round(json * 1000) : Number.NaN;
  if (Number.isSafeInteger(size) && size / 1000 === json) return { value: size };
  return { problem: 'Hier gehört eine Zahl mit höchstens drei Nachkommastellen hin.' };
}

/**
 * Reads the values that a Kommune gave for an Onlinedienst. Refuses with every place that is missing or wrong, such as
 * `hundesteuer[2].betrag` (`FORM_PARAMETERS_INVALID`).
 */
export function parseParameters(definitions: ParameterDefinitions, json: unknown): Result<ParameterValues> {
  const problems: FieldProblem[] = [];
  const single: Record<string, Value> = Object.create(null);
  const tables: Record<string, readonly TableRow[]> = Object.create(null);
  const given = isJsonObject(json) ? json : undefined;
  if (!given) problems.push({ field: '(Anfang)', message: 'Die Werte müssen ein JSON-Objekt sein.' });
  for (const [name, definition] of Object.entries(definitions)) {
    const value = ownValue(given, name);
    if (definition.type === 'table') tables[name] = readTable(name, definition, value ?? null, problems);
    else single[name] = readSingle(name, definition, value ?? null, problems);
  }
  for (const name of Object.keys(given ?? {})) {
    if (!Object.hasOwn(definitions, name))
      problems.push({ field: name, message: 'Diesen Wert kennt der Onlinedienst nicht.' });
  }
  if (problems.length === 0) return ok({ single, tables });
  const message = `${problems.length === 1 ? 'Ein Wert fehlt oder stimmt' : `${problems.length} Werte fehlen oder stimmen`} noch nicht, zuerst „${problems[0]?.field}“: ${problems[0]?.message}`;
  return refuse({
    kind: 'invalid',
    code: 'FORM_PARAMETERS_INVALID',
    message,
    fields: problems.slice(0, 200),
  });
}

type Single = Exclude<ParameterDefinition, { type: 'table' }>;

function readSingle(place: string, definition: Single, json: unknown, problems: FieldProblem[]): Value {
  const value = scalar(place, definition.type, definition.optional ?? false, json, problems);
  if (definition.type === 'integer' && typeof value === 'number') {
    const { min = value, max = value } = definition;
    if (value < min) problems.push({ field: place, message: `Der Wert muss mindestens ${min} sein.` });
    if (value > max) problems.push({ field: place, message: `Der Wert darf höchstens ${max} sein.` });
  }
  return value;
}

function scalar(
  place: string,
  type: Scalar,
  optional: boolean,
  json: unknown,
  problems: FieldProblem[],
): Value {
  if (json === null || json === undefined) {
    if (!optional) problems.push({ field: place, message: 'Dieser Wert fehlt.' });
    return undefined;
  }
  const read = readers[type](json);
  if ('value' in read) return read.value;
  problems.push({ field: place, message: read.problem });
  return undefined;
}

type Table = Extract<ParameterDefinition, { type: 'table' }>;

function readTable(name: string, table: Table, json: unknown, problems: FieldProblem[]): readonly TableRow[] {
  const rows: readonly unknown[] = Array.isArray(json) ? json : [];
  if (!Array.isArray(json) && !(json === null && table.optional)) {
    problems.push({
      field: name,
      message: json === null ? 'Diese Tabelle fehlt.' : 'Hier gehört eine Liste von Zeilen hin.',
    });
    return [];
  }
  const least = table.minRows ?? (table.optional ? 0 : 1);
  const most = table.maxRows ?? limits.parameterRows;
  if (rows.length < least)
    problems.push({ field: name, message: `Die Tabelle braucht mindestens ${least} Zeilen.` });
  if (rows.length > most)
    problems.push({ field: name, message: `Die Tabelle hat höchstens ${most} Zeilen.` });
  return rows.slice(0, most).map((row, index) => readRow(`${name}[${index}]`, table, row, problems));
}

function readRow(place: string, table: Table, json: unknown, problems: FieldProblem[]): TableRow {
  const row: Record<string, Value> = Object.create(null);
  if (!isJsonObject(json)) {
    problems.push({ field: place, message: 'Hier gehört eine Zeile mit ihren Spalten hin.' });
    return row;
  }
  for (const [column, { type, optional = false }] of Object.entries(table.columns)) {
    row[column] = scalar(`${place}.${column}`, type, optional, ownValue(json, column) ?? null, problems);
  }
  for (const column of Object.keys(json)) {
    if (!Object.hasOwn(table.columns, column))
      problems.push({ field: `${place}.${column}`, message: 'Diese Spalte gibt es nicht.' });
  }
  return row;
}
