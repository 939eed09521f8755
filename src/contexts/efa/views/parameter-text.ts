import { formatLocalDate, parseLocalDate } from '#kernel';
import type { ParameterDefinition, ParameterRow } from '../domain/onlinedienst.ts';

/** A value as it stands in a form field: what somebody typed stays as it is, what was stored is written out. */
export function fieldText({ kind }: ParameterDefinition, value: unknown): string {
  if (value === null || value === undefined) return '';
  if (kind === 'money' && typeof value === 'number') return (value / 100).toFixed(2).replace('.', ',');
  if (typeof value === 'number') return String(value).replace('.', ',');
  if (typeof value === 'boolean') return value ? 'ja' : 'nein';
  return Array.isArray(value) ? value.join('\n') : String(value);
}

/** A value as people read it. */
export function readableText(definition: ParameterDefinition, value: unknown): string {
  if (value === null || value === undefined) return 'ohne Angabe';
  if (definition.kind === 'table')
    return rowsIn(value)
      .map((row) => rowText(definition, row))
      .join('; ');
  const text = fieldText(definition, value);
  if (definition.kind === 'money') return `${text} Euro`;
  const day = definition.kind === 'date' ? parseLocalDate(text) : null;
  return day?.ok ? formatLocalDate(day.value) : text.replaceAll('\n', ', ');
}

function rowText({ columns }: ParameterDefinition, row: ParameterRow): string {
  return columns.map((column) => readableText(column, row[column.id])).join(', ');
}

/** The rows of a table's value; none where it is something else. */
export function rowsIn(value: unknown): readonly ParameterRow[] {
  return Array.isArray(value) ? value.filter((row) => typeof row === 'object' && row !== null) : [];
}
