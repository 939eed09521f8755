import { html } from 'hono/html';
import { tableImport } from '#catalogue';
import { button, fieldset, form, type Html, selectField } from '#ui';
import type { ShownTable, TablesPreview } from './preview.ts';
import { importAddress } from './upload-page.ts';

const titles = { leistungen: 'Leistungen', ozg: 'OZG-Leistungen' } as const;

/** Which column means what, as guessed or chosen before; with the first value of each column. */
export function mappingForm(upload: string, csrfToken: string, { tables, refusal }: TablesPreview): Html {
  return form(
    { action: `${importAddress}/${upload}/spalten`, csrfToken, label: 'Spalten zuordnen' },
    html`${tables.map((one) => tableFields(one, refusal?.fields ?? []))}${button('Mit diesen Spalten prüfen', { kind: 'secondary' })}`,
  );
}

function tableFields(
  table: ShownTable,
  problems: readonly { readonly field: string; readonly message: string }[],
): Html {
  const options = table.labels.map((label, column) => ({
    value: String(column),
    label: table.samples[column] ? `${label} (zum Beispiel „${table.samples[column]}“)` : label,
  }));
  const needed = tableImport.needed[table.kind];
  const fields = Object.entries(tableImport.fields[table.kind]).map(([field, { label }]) => {
    const name = `${table.kind}.${field}`;
    const column = table.mapping[field];
    return selectField({
      name,
      label,
      options,
      value: column === undefined ? '' : String(column),
      placeholder: needed.includes(field) ? 'Bitte wählen' : 'steht nicht in der Tabelle',
      optional: !needed.includes(field),
      error: problems.find((problem) => problem.field === name)?.message,
    });
  });
  return fieldset(`${titles[table.kind]}: ${table.fileName}`, html`${fields}`, {
    hint: `${table.notes.join(' ')} Die Spalten stehen in Zeile ${table.line}, darunter ${table.rows} Zeilen.`,
  });
}

/** The mapping that a form sends: field by column. */
export function mappingFrom(form: URLSearchParams, kind: ShownTable['kind']): Record<string, number> {
  return Object.fromEntries(
    Object.keys(tableImport.fields[kind]).flatMap((field) => {
      const value = form.get(`${kind}.${field}`) ?? '';
      return /^\d{1,3}$/.test(value) ? [[field, Number(value)]] : [];
    }),
  );
}
