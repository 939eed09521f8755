import { html } from 'hono/html';
import type { FieldProblem } from '#kernel';
import {
  button,
  buttonRow,
  descriptionList,
  errorOf,
  fieldset,
  form,
  inputField,
  radioGroup,
  section,
  selectField,
  textareaField,
} from '#ui';
import type { ParameterDefinition } from '../domain/onlinedienst.ts';
import { parameterTopic } from '../domain/standard-parameters.ts';
import { fieldText, readableText, rowsIn } from '../views/parameter-text.ts';

/** What the form shows: values as stored or as typed, what is wrong, and how many empty rows each table offers. */
export interface ParameterFormState {
  readonly dienst: string;
  readonly version: number;
  readonly values: Readonly<Record<string, unknown>>;
  readonly giltAb: string;
  readonly problems: readonly FieldProblem[];
  /** The table for which somebody asked for more rows. */
  readonly moreRowsFor: string | null;
  readonly csrfToken: string;
  /** Where a value comes from that the Kommune did not state itself, and whether it may say otherwise. */
  readonly herkunft: ReadonlyMap<string, { readonly satz: string; readonly fest: boolean }>;
  /** The Kommune's Zustellpunkte, to choose from. */
  readonly zustellpunkte: readonly { readonly value: string; readonly label: string }[];
}

const headings = {
  dienst: 'Werte für diesen Onlinedienst',
  zustellpunkt: 'Wohin die Anträge gehen',
  stelle: 'Zuständige Stelle',
  datenschutz: 'Datenschutz',
} as const;

/** The form in which a Kommune fills in its values; works without script. */
export function parameterForm(definitions: readonly ParameterDefinition[], state: ParameterFormState) {
  const parts = (['dienst', 'zustellpunkt', 'stelle', 'datenschutz'] as const).map((topic) => {
    const own = definitions.filter((each) => parameterTopic(each) === topic);
    return own.length === 0
      ? ''
      : fieldset(headings[topic], html`${own.map((each) => parameterField(each, state))}`);
  });
  const { dienst, csrfToken, version, giltAb, problems } = state;
  const day = inputField({
    name: 'giltAb',
    label: 'Gilt ab',
    type: 'date',
    value: giltAb,
    error: errorOf(problems, 'giltAb'),
    hint: 'Für Anträge, die ab diesem Tag eingehen. Frühere Anträge behalten ihre Werte.',
  });
  // Enter in a field presses the first button of its form: that must be the one that saves.
  const save = (kind: 'primary' | 'secondary') =>
    buttonRow(button('Parameter speichern', { kind, name: 'aktion', value: 'speichern' }));
  return section(
    'Parameter',
    form(
      {
        action: `/anbindungen/${dienst}/parameter`,
        csrfToken,
        hidden: { version: String(version) },
        label: 'Parameter',
      },
      html`${save('secondary')}${parts}${day}${save('primary')}`,
    ),
    {
      lead: 'Sie können auch speichern, wenn noch etwas fehlt. Die Prüfung vor dem Start nennt, was noch gebraucht wird.',
    },
  );
}

function parameterField(definition: ParameterDefinition, state: ParameterFormState) {
  const { id, label, kind, hint } = definition;
  const herkunft = state.herkunft.get(id);
  if (herkunft?.fest)
    return descriptionList([
      [label, html`${readableText(definition, state.values[id])}<br>${herkunft.satz}`],
    ]);
  const told = herkunft
    ? { ...definition, hint: [hint, herkunft.satz].filter(Boolean).join(' ') }
    : definition;
  if (kind === 'table') return tableField(told, state);
  return scalarField(told, id, state.values[id], state);
}

function scalarField(
  definition: ParameterDefinition,
  name: string,
  value: unknown,
  { problems, zustellpunkte }: Pick<ParameterFormState, 'problems' | 'zustellpunkte'>,
) {
  const options = {
    name,
    label: definition.label,
    hint: hintOf(definition),
    error: errorOf(problems, name),
    optional: !definition.required,
  };
  const text = fieldText(definition, value);
  switch (definition.kind) {
    case 'zustellpunkt':
      return selectField({ ...options, value: text, options: zustellpunkte });
    case 'boolean':
      return radioGroup({
        ...options,
        value: text,
        horizontal: true,
        options: [
          { value: 'ja', label: 'Ja' },
          { value: 'nein', label: 'Nein' },
        ],
      });
    case 'multiline':
    case 'texts':
      return textareaField({ ...options, value: text, rows: 3 });
    case 'money':
      return inputField({
        ...options,
        label: `${definition.label} (Euro)`,
        value: text,
        inputmode: 'decimal',
        width: 'medium',
      });
    case 'integer':
    case 'decimal':
      return inputField({ ...options, value: text, inputmode: 'decimal', width: 'medium' });
    case 'date':
      return inputField({ ...options, value: text, type: 'date' });
    case 'email':
      return inputField({ ...options, value: text, type: 'email', autocomplete: 'off' });
    case 'phone':
      return inputField({ ...options, value: text, type: 'tel', autocomplete: 'off' });
    case 'url':
      return inputField({ ...options, value: text, type: 'url' });
    default:
      return inputField({ ...options, value: text });
  }
}

function hintOf({ hint, norm, filledBy, kind }: ParameterDefinition): string {
  const parts = [
    hint,
    norm ? `Nach ${norm}.` : null,
    kind === 'texts' ? 'Ein Eintrag je Zeile.' : null,
    filledBy === 'IT-Dienstleister' ? 'Diesen Wert nennt Ihnen der IT-Dienstleister.' : null,
  ];
  return parts.filter(Boolean).join(' ');
}

const emptyRows = { first: 3, usual: 1, more: 5 } as const;

/** One set of fields per row, then empty ones to fill; a row whose fields are emptied goes away. */
function tableField(definition: ParameterDefinition, state: ParameterFormState) {
  const { id, label, columns, maxRows } = definition;
  const filled = rowsIn(state.values[id]);
  const asked = state.moreRowsFor === id ? emptyRows.more : emptyRows.usual;
  const begins = filled.length === 0 && state.moreRowsFor !== id && definition.required;
  const empty = begins ? emptyRows.first : asked;
  const rows = [...filled, ...Array.from({ length: empty }, () => ({}))].slice(
    0,
    Math.max(maxRows, filled.length),
  );
  const error = errorOf(state.problems, id);
  const fields = rows.map((row: Readonly<Record<string, unknown>>, index) =>
    fieldset(
      `${label}: Zeile ${index + 1}`,
      html`<div class="lw-inline-form">${columns.map((column) =>
        scalarField({ ...column, hint: null }, `${id}.${index}.${column.id}`, row[column.id], state),
      )}</div>`,
      { error: state.problems.some(({ field }) => field.startsWith(`${id}.${index}.`)) },
    ),
  );
  return html`<div id="feld-${id}" tabindex="-1">${error ? html`<p class="kern-error"><span class="kern-body">${error}</span></p>` : ''}
    <p class="kern-body kern-body--muted">${[hintOf(definition), 'Leere Zeilen werden weggelassen. Um eine Zeile zu löschen, leeren Sie ihre Felder.'].filter(Boolean).join(' ')}</p>
    ${fields}${button(`Weitere Zeilen: ${label}`, { kind: 'tertiary', small: true, name: 'aktion', value: `zeilen:${id}` })}</div>`;
}
