import { html } from 'hono/html';
import type { FieldProblem } from '#kernel';
import { button, buttonRow, errorOf, fieldset, form, inputField, linkButton, textareaField } from '#ui';
import { wochentage, wochentagLabel } from '../domain/opening-hours.ts';
import type { TypedFields } from '../typed-input.ts';

/** A form as it was typed, with what is wrong in it. */
export interface FormState {
  readonly fields: TypedFields;
  readonly problems: readonly FieldProblem[];
  readonly csrfToken: string;
  readonly version: number;
}

interface FieldText {
  readonly label: string;
  readonly hint?: string;
  readonly optional?: boolean;
  readonly type?: 'text' | 'email' | 'tel' | 'date';
}

function line(state: FormState, name: string, text: FieldText) {
  return inputField({
    name,
    ...text,
    autocomplete: 'off',
    value: state.fields[name] ?? '',
    error: errorOf(state.problems, name),
  });
}

function area(state: FormState, name: string, text: Omit<FieldText, 'type'>, rows: number) {
  return textareaField({
    name,
    ...text,
    rows,
    value: state.fields[name] ?? '',
    error: errorOf(state.problems, name),
  });
}

/** The weekdays one by one, then the days that differ. */
function hoursFields(state: FormState) {
  const week = wochentage.map((tag) =>
    line(state, `zeiten-${tag}`, { label: wochentagLabel[tag], optional: true }),
  );
  const hint =
    'Ein Tag je Zeile, zum Beispiel „24.12.2026 geschlossen Heiligabend“ oder „31.12.2026 8:00–12:00 Silvester“.';
  return fieldset(
    'Öffnungszeiten',
    html`${week}${area(state, 'zeiten-ausnahmen', { label: 'Tage, an denen anderes gilt', hint, optional: true }, 4)}`,
    { hint: 'Zum Beispiel „8:00–12:00, 14:00–17:30“. Ein leeres Feld heißt: geschlossen.' },
  );
}

/** The form for the site of a Kommune. */
export function siteForm(state: FormState) {
  const day = 'Ohne Datum bleibt der Auftritt verborgen.';
  return form(
    {
      action: '/portal',
      csrfToken: state.csrfToken,
      hidden: { version: String(state.version) },
      label: 'Auftritt beschreiben',
    },
    html`${area(state, 'anschrift', { label: 'Anschrift des Rathauses' }, 3)}
      ${line(state, 'telefon', { label: 'Telefon', type: 'tel' })}
      ${line(state, 'email', { label: 'E-Mail', type: 'email', hint: 'Dorthin gehen auch Meldungen über Barrieren und Fehler.' })}
      ${hoursFields(state)}
      ${line(state, 'vertretung', { label: 'Vertreten durch', hint: 'Steht im Impressum, zum Beispiel „die Bürgermeisterin“.' })}
      ${line(state, 'datenschutzEmail', { label: 'E-Mail der oder des Datenschutzbeauftragten', type: 'email' })}
      ${line(state, 'barrierefreiheitGeprueftAm', { label: 'Barrierefreiheit zuletzt geprüft am', type: 'date', optional: true })}
      ${line(state, 'veroeffentlichtAb', { label: 'Öffentlich ab', type: 'date', optional: true, hint: day })}
      ${buttonRow(button('Speichern'), linkButton('Vorschau', '/portal/vorschau', { kind: 'secondary' }))}`,
  );
}

/** The form for an office. */
export function officeForm(state: FormState, action: string) {
  const hint =
    'LeiKa-Schlüssel oder Nummern wie L02950, eine je Zeile. Auf diesen Seiten steht dann dieses Amt.';
  return form(
    {
      action,
      csrfToken: state.csrfToken,
      hidden: { version: String(state.version) },
      label: 'Amt beschreiben',
    },
    html`${line(state, 'name', { label: 'Name des Amtes' })}
      ${line(state, 'telefon', { label: 'Telefon', type: 'tel' })}
      ${line(state, 'email', { label: 'E-Mail', type: 'email' })}
      ${area(state, 'anschrift', { label: 'Anschrift', optional: true, hint: 'Leer: wie das Rathaus.' }, 3)}
      ${hoursFields(state)}
      ${area(state, 'leistungen', { label: 'Leistungen dieses Amtes', hint, optional: true }, 6)}
      ${buttonRow(button('Speichern'), linkButton('Abbrechen', '/portal', { kind: 'secondary' }))}`,
  );
}
