import { html } from 'hono/html';
import { button, checkboxField, form, type Html, selectField } from '#ui';
import type { Tabelle, TabellenWahl } from '../domain/sammel.ts';
import { spaltenLabel, tabellenSpalten } from '../domain/tabellen-spalten.ts';
import { sammelAddress } from './sammel-address.ts';

/** Which column of the table means what, as guessed or chosen before; with a value of each column. */
export function spaltenForm(
  id: string,
  tabelle: Tabelle,
  { spalten, leeren }: TabellenWahl,
  csrfToken: string,
): Html {
  const options = tabelle.kopf.map((label, column) => ({
    value: String(column),
    label: tabelle.beispiele[column] ? `${label} (zum Beispiel „${tabelle.beispiele[column]}“)` : label,
  }));
  const own = Object.keys(spalten).filter((key) => key.startsWith('feld.'));
  const fields = [...tabellenSpalten.map(({ key }) => key), ...own].map((key) =>
    selectField({
      name: `spalte.${key}`,
      label: spaltenLabel(key),
      options,
      value: spalten[key] === undefined ? '' : String(spalten[key]),
      placeholder: 'steht nicht in der Tabelle',
      optional: true,
    }),
  );
  return form(
    { action: `${sammelAddress}/${id}/spalten`, csrfToken, label: 'Spalten zuordnen' },
    html`<p class="kern-body">${tabelle.notes.join(' ')} Eine der ersten drei Spalten nennt die Leistung.</p>${fields}${checkboxField(
      {
        name: 'leeren',
        label: 'Leere Zellen nehmen einen Wert weg. Sonst bleibt, was gilt.',
        checked: leeren,
        optional: true,
      },
    )}${button('Mit diesen Spalten prüfen', { kind: 'secondary' })}`,
  );
}

/** The choice of columns that a form sends. */
export function spaltenIn(given: URLSearchParams): Readonly<Record<string, number>> {
  return Object.fromEntries(
    [...given].flatMap(([name, value]) =>
      name.startsWith('spalte.') && /^\d{1,3}$/.test(value)
        ? [[name.slice('spalte.'.length), Number(value)]]
        : [],
    ),
  );
}
