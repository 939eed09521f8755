import { html } from 'hono/html';
import { button, form, type Html, inputField, narrowPart, selectField } from '#ui';
import { standDefinition } from '../views/stand-list.ts';
import { type MatrixSheet, matrixAddress } from './matrix-sheet.ts';

const filterKeys = ['themenfeld', 'zustand', 'fachbereich'] as const;

/** Chooses by a plain GET form which Leistungen the table holds. */
export function matrixFilter({ umfang, result }: MatrixSheet): Html {
  const { query, options } = result;
  const selects = filterKeys.map((key) => {
    const filter = standDefinition.filters?.find((each) => each.key === key);
    return selectField({
      name: key,
      label: filter?.label ?? key,
      options: options[key] ?? [],
      value: query.filters[key]?.[0] ?? '',
      placeholder: 'alle',
      optional: true,
    });
  });
  return form(
    { action: matrixAddress, method: 'get', label: 'Leistungen auswählen' },
    narrowPart({
      label: 'Leistungen auswählen',
      chosen: filterKeys.filter((key) => (query.filters[key] ?? []).length > 0).length,
      body: html`<div class="lw-matrix__filter">${inputField({ name: 'suche', label: 'Suchen', type: 'search', value: query.search, optional: true })}${selects}${selectField(
        {
          name: 'umfang',
          label: 'Welche Leistungen?',
          options: [
            { value: 'pflichten', label: 'Pflichten und Angaben' },
            { value: 'meine', label: 'Meine Leistungen' },
          ],
          value: umfang,
          placeholder: null,
        },
      )}</div>${button('Anzeigen', { kind: 'secondary' })}`,
    }),
  );
}
