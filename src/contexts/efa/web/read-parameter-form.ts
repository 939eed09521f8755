import type { ParameterDefinition } from '../domain/onlinedienst.ts';

/** What a form sends for the parameters, by their names: texts as typed, tables as rows in their places. */
export function readParameterForm(
  definitions: readonly ParameterDefinition[],
  form: URLSearchParams,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    definitions.map((definition) => [
      definition.id,
      definition.kind === 'table' ? readRows(definition, form) : (form.get(definition.id) ?? ''),
    ]),
  );
}

/** Rows keep their place, so that a problem is shown where it was typed; gaps are empty rows. */
function readRows({ id, columns }: ParameterDefinition, form: URLSearchParams) {
  const rows: Record<string, string>[] = [];
  for (const [name, value] of form) {
    const [table, place, column, more] = name.split('.');
    if (table !== id || more !== undefined || !/^\d{1,3}$/.test(place ?? '')) continue;
    if (!columns.some((each) => each.id === column)) continue;
    const index = Number(place);
    while (rows.length <= index) rows.push({});
    rows[index] = { ...rows[index], [column ?? '']: value };
  }
  return rows;
}
