import { html } from 'hono/html';
import type { Refusal } from '#kernel';
import type { PageContent, PageRequest } from '#platform';
import {
  button,
  buttonRow,
  checkboxField,
  errorOf,
  fieldset,
  form,
  inputField,
  linkButton,
  refusalNotice,
  selectField,
  textareaField,
} from '#ui';
import type { Vorlage } from '../domain/vorlage.ts';
import { planung } from './answers.ts';
import { vorlagenPath } from './paths.ts';
import { rowsOf, type Typed } from './vorlage-form-input.ts';

export function formContent(
  request: PageRequest,
  vorlage: Vorlage | null,
  typed: Typed,
  reason: Refusal | null,
): PageContent {
  const base = (name: string) => ({
    name,
    value: typed.get(name) ?? '',
    error: errorOf(reason?.fields, name),
  });
  return {
    title: vorlage ? vorlage.name : 'Vorlage anlegen',
    preline: 'Aufwandsvorlage',
    breadcrumb: [planung, { label: 'Aufwandsvorlagen', href: vorlagenPath }],
    main: html`${refusalNotice(reason)}${form(
      {
        action: vorlage ? `${vorlagenPath}/${vorlage.id}` : `${vorlagenPath}/neu`,
        csrfToken: request.csrfToken,
        label: 'Aufwandsvorlage',
        hidden: {
          grundlage: reason ? (request.form.get('grundlage') ?? '0') : String(vorlage?.fassung ?? 0),
        },
      },
      html`${inputField({ ...base('name'), label: 'Art der Maßnahme', maxLength: 120 })}${rowsOf(typed).map(
        (index) =>
          fieldset(
            `Aufwand ${index + 1}`,
            html`<div class="lw-months">${selectField({
              ...base(`seite-${index}`),
              label: 'Wer',
              placeholder: null,
              options: [
                { value: 'dienstleister', label: 'IT-Dienstleister' },
                { value: 'kommune', label: 'Fachbereich der Kommune' },
              ],
            })}${inputField({ ...base(`faehigkeit-${index}`), label: 'Fähigkeit', optional: index > 0, maxLength: 80 })}${inputField(
              { ...base(`einmalig-${index}`), label: 'Tage einmalig', optional: true, inputmode: 'decimal' },
            )}${inputField({ ...base(`je-${index}`), label: 'Tage je Kommune', optional: true, inputmode: 'decimal' })}</div>`,
          ),
      )}${textareaField({
        ...base('vorbereitung'),
        label: 'Was die Kommune vorher tut',
        hint: 'Ein Schritt je Zeile. Die Kommune liest das unter „Nächste Schritte“.',
        rows: 5,
        optional: true,
      })}${checkboxField({
        name: 'beendet',
        label: 'Für neue Maßnahmen nicht mehr verwenden',
        checked: typed.get('beendet') === 'ja',
      })}${buttonRow(button('Speichern'), linkButton('Abbrechen', vorlagenPath, { kind: 'tertiary' }))}`,
    )}`,
  };
}
