import { html } from 'hono/html';
import type { FieldProblem } from '#kernel';
import type { PageContent } from '#platform';
import {
  button,
  buttonRow,
  errorOf,
  errorSummary,
  fieldset,
  fileField,
  form,
  inputField,
  linkButton,
  radioGroup,
} from '#ui';

export const importAddress = '/katalog/einlesen';

export const breadcrumb = [
  { label: 'Katalog', href: '/katalog' },
  { label: 'Fassungen', href: '/katalog/fassungen' },
];

/** The form that takes tables of the catalogue, and where they come from. */
export function uploadPage(
  csrfToken: string,
  given: URLSearchParams = new URLSearchParams(),
  problems: readonly FieldProblem[] = [],
): PageContent {
  const field = (name: string, label: string, extra: object = {}) =>
    inputField({
      name,
      label,
      value: given.get(name) ?? '',
      error: errorOf(problems, name),
      maxLength: 500,
      ...extra,
    });
  const file = (name: string, label: string, hint: string) =>
    fileField({
      name,
      label,
      hint,
      accept: '.csv,.txt,.xlsx',
      optional: true,
      error: errorOf(problems, name),
    });
  return {
    title: 'Neue Fassung des Katalogs einlesen',
    lead: 'Aus Tabellen (CSV oder Excel), in jeder Reihenfolge der Spalten. Sie sehen erst, was sich ändern würde; übernommen wird, was Sie bestätigen.',
    error: problems.length > 0,
    breadcrumb,
    main: html`${errorSummary(problems)}${form(
      { action: importAddress, csrfToken, multipart: true, label: 'Tabellen hochladen' },
      html`${fieldset(
        'Tabellen',
        html`${file('leistungen', 'Leistungen', 'Eine Zeile je Leistung: Name, LeiKa-Schlüssel, OZG-Nummer, Typisierung …')}${file(
          'ozg',
          'OZG-Leistungen',
          'Nur, wenn sich auch diese geändert haben: OZG-Nummer, Name, Lage.',
        )}`,
      )}${fieldset(
        'Herkunft',
        html`${field('stand', 'Stand', { type: 'date', maxLength: undefined })}${field('quelle', 'Quelle')}${field(
          'quelleUrl',
          'Adresse der Quelle',
          { type: 'url', optional: true },
        )}${field('lizenz', 'Lizenz')}`,
      )}${radioGroup({
        name: 'umfang',
        label: 'Was ist mit Leistungen, die nicht in der Tabelle stehen?',
        value: given.get('umfang') ?? 'vollstaendig',
        error: errorOf(problems, 'umfang'),
        options: [
          { value: 'vollstaendig', label: 'Sie enden', hint: 'Die Tabelle ist der ganze Katalog.' },
          {
            value: 'teilliste',
            label: 'Sie bleiben',
            hint: 'Die Tabelle ergänzt oder berichtigt nur einen Teil.',
          },
        ],
      })}${buttonRow(button('Änderungen zeigen'), linkButton('Abbrechen', '/katalog/fassungen', { kind: 'tertiary' }))}`,
    )}`,
  };
}
