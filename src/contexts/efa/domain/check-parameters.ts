import { type FieldProblem, ok, type Result, refuse } from '#kernel';
import type { ParameterDefinition, ParameterRow, ParameterValue, ParameterValues } from './onlinedienst.ts';
import { isBlank, parseScalar, type ScalarValue } from './parse-scalar.ts';

/** What came for the parameters of a service: typed values, and what cannot be read. */
export interface CheckedParameters {
  /** Values by parameter; null where the sender takes a value away. */
  readonly values: Readonly<Record<string, ParameterValue | null>>;
  readonly problems: readonly FieldProblem[];
}

/** Reads values that came as text from a form or as JSON. Every problem names its field and how to mend it. */
export function checkParameters(
  definitions: readonly ParameterDefinition[],
  raw: Readonly<Record<string, unknown>>,
): CheckedParameters {
  const values: Record<string, ParameterValue | null> = {};
  const problems: FieldProblem[] = unknownNames(definitions, raw).map((name) => ({
    field: name,
    message: `Die Angabe „${name.slice(0, 60)}“ gibt es bei diesem Onlinedienst nicht.`,
  }));
  for (const definition of definitions) {
    if (!Object.hasOwn(raw, definition.id)) continue;
    const given = raw[definition.id];
    const parsed = definition.kind === 'table' ? parseTable(definition, given) : parseOne(definition, given);
    if (parsed.ok) values[definition.id] = parsed.value;
    else problems.push(...parsed.refusal);
  }
  return { values, problems };
}

/** The required parameters without a value, each with the sentence that asks for it. */
export function missingParameters(
  definitions: readonly ParameterDefinition[],
  values: ParameterValues,
): readonly FieldProblem[] {
  return definitions
    .filter(({ id, required }) => required && values[id] === undefined)
    .map(({ id, label, kind }) => ({
      field: id,
      message: `„${label}“ fehlt noch. Bitte tragen Sie ${kind === 'table' ? 'mindestens eine Zeile' : 'es'} ein.`,
    }));
}

type Problems = readonly FieldProblem[];

function parseOne(definition: ParameterDefinition, raw: unknown): Result<ScalarValue | null, Problems> {
  const parsed = parseScalar(definition, raw);
  return parsed.ok
    ? parsed
    : refuse([{ field: definition.id, message: `„${definition.label}“: ${parsed.refusal}` }]);
}

function parseTable(
  definition: ParameterDefinition,
  raw: unknown,
): Result<readonly ParameterRow[] | null, Problems> {
  const { id, label, minRows, maxRows } = definition;
  const wrong = (message: string) => refuse([{ field: id, message: `„${label}“: ${message}` }]);
  if (isBlank(raw)) return ok(null);
  if (!Array.isArray(raw)) return wrong('Erwartet wird eine Liste von Zeilen.');
  const rows = raw.map((row: unknown, index) => ({ row, index })).filter(({ row }) => !isBlankRow(row));
  if (rows.length === 0) return ok(null);
  if (rows.length > maxRows) return wrong(`Höchstens ${maxRows} Zeilen sind möglich.`);
  if (rows.length < minRows) return wrong(`Bitte mindestens ${minRows} Zeilen eintragen.`);
  const read = rows.map(({ row, index }) => parseRow(definition, row, index));
  const problems = read.flatMap((each) => each.problems);
  return problems.length === 0 ? ok(read.map(({ values }) => values)) : refuse(problems);
}

function parseRow(definition: ParameterDefinition, row: unknown, index: number) {
  const values: Record<string, ScalarValue | null> = {};
  const problems: FieldProblem[] = [];
  const cells = isRecord(row) ? row : {};
  const where = `„${definition.label}“, Zeile ${index + 1}`;
  for (const column of definition.columns) {
    const field = `${definition.id}.${index}.${column.id}`;
    const parsed = parseScalar(column, cells[column.id]);
    if (!parsed.ok) problems.push({ field, message: `${where}, „${column.label}“: ${parsed.refusal}` });
    else if (parsed.value === null && column.required)
      problems.push({ field, message: `${where}: „${column.label}“ fehlt noch. Bitte tragen Sie es ein.` });
    else values[column.id] = parsed.value;
  }
  for (const name of unknownNames(definition.columns, cells))
    problems.push({
      field: `${definition.id}.${index}`,
      message: `${where}: Die Spalte „${name.slice(0, 60)}“ gibt es nicht.`,
    });
  return { values, problems };
}

function unknownNames(definitions: readonly ParameterDefinition[], raw: Readonly<Record<string, unknown>>) {
  return Object.keys(raw).filter((name) => !definitions.some(({ id }) => id === name));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isBlankRow(row: unknown): boolean {
  return isRecord(row) && Object.values(row).every(isBlank);
}
