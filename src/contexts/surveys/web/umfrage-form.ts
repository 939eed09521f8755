import { html } from 'hono/html';
import {
  button,
  buttonRow,
  checkboxField,
  checkboxGroup,
  errorOf,
  fieldset,
  form,
  inputField,
  linkButton,
  problemsOf,
  refusalNotice,
  textareaField,
} from '#ui';
import { fragen, type UmfrageFormOptions } from './umfrage-fragen.ts';

/** The form of a draft: what is asked, of whom, until when. */
export function umfrageForm(options: UmfrageFormOptions) {
  const { action, cancelHref, csrfToken, grundlage, reason } = options;
  return html`${refusalNotice(reason)}${form(
    { action, csrfToken, hidden: { grundlage: String(grundlage) } },
    html`${worum(options)}${umfang(options)}${fragen(options)}${wann(options)}${buttonRow(
      button('Entwurf speichern'),
      linkButton('Abbrechen', cancelHref, { kind: 'tertiary' }),
    )}`,
  )}`;
}

function worum({ inhalt, reason }: UmfrageFormOptions) {
  const problems = problemsOf(reason);
  return fieldset(
    'Worum es geht',
    html`${inputField({ name: 'titel', label: 'Titel', value: inhalt.titel, maxLength: 200, error: errorOf(problems, 'titel') })}${textareaField(
      {
        name: 'beschreibung',
        label: 'Was die Kommunen wissen sollten',
        value: inhalt.beschreibung,
        rows: 4,
        optional: true,
        error: errorOf(problems, 'beschreibung'),
      },
    )}`,
  );
}

function umfang({ catalogue, inhalt, reason }: UmfrageFormOptions) {
  const problems = problemsOf(reason);
  const { themenfelder, fokus, liste, nurPflichten, nurLuecken } = inhalt.umfang;
  const text = (name: string, label: string, value: readonly string[], hint: string) =>
    textareaField({
      name,
      label,
      hint,
      rows: 3,
      optional: true,
      value: value.join(' '),
      error: errorOf(problems, name),
    });
  return fieldset(
    'Wonach gefragt wird',
    html`${checkboxGroup({
      name: 'themenfelder',
      label: 'Themenfelder',
      options: catalogue.themenfelder.map(({ id, name }) => ({ value: String(id), label: name })),
      values: themenfelder.map(String),
      error: errorOf(problems, 'themenfelder'),
    })}${text('fokus', 'Leistungen im Blick', fokus, 'Nummern wie L02950. Sie stehen vorn und werden auch im Zehn-Minuten-Modus gefragt.')}${text(
      'liste',
      'Weitere Leistungen',
      liste,
      'Nummern wie L02950, getrennt durch Leerzeichen. Ohne Themenfeld und ohne Leistung gilt der ganze Katalog.',
    )}${checkboxField({
      name: 'nurPflichten',
      label: 'Jede Kommune nur nach dem fragen, was sie selbst schuldet',
      checked: nurPflichten,
      optional: true,
    })}${checkboxField({
      name: 'nurLuecken',
      label: 'Was schon online ist, weglassen (bei Kommunen, die ihren Stand teilen)',
      checked: nurLuecken,
      optional: true,
    })}`,
  );
}

function wann({ inhalt, frist, nachfrist, reason }: UmfrageFormOptions) {
  const problems = problemsOf(reason);
  return fieldset(
    'Bis wann, und wie viele',
    html`<div class="lw-field-grid">${inputField({
      name: 'frist',
      label: 'Frist',
      type: 'date',
      hint: 'Der letzte Tag für Antworten.',
      value: frist,
      optional: true,
      error: errorOf(problems, 'frist'),
    })}${inputField({
      name: 'nachfrist',
      label: 'Nachfrist',
      type: 'date',
      hint: 'Bis dahin gelten Antworten als verspätet.',
      value: nachfrist,
      optional: true,
      error: errorOf(problems, 'nachfrist'),
    })}${inputField({
      name: 'quorum',
      label: 'Quorum',
      hint: 'So viele Kommunen sollen mindestens antworten; 0: gleichgültig.',
      inputmode: 'numeric',
      value: inhalt.quorum,
      width: 'narrow',
      optional: true,
      error: errorOf(problems, 'quorum'),
    })}${inputField({
      name: 'erinnerungen',
      label: 'Erinnern',
      hint: 'Tage vor der Frist, zum Beispiel 7, 1.',
      value: inhalt.erinnerungen.join(', '),
      width: 'medium',
      optional: true,
      error: errorOf(problems, 'erinnerungen'),
    })}</div>`,
  );
}
