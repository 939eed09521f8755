import { html } from 'hono/html';
import {
  button,
  errorOf,
  fileField,
  form,
  formatInstant,
  type Html,
  inputField,
  problemsOf,
  section,
  selectField,
  table,
  textareaField,
  textLink,
} from '#ui';
import type { Dienstdokument } from '../domain/dienstdokument.ts';
import { dienstHref } from './parts.ts';
import type { FormState } from './pflege-forms.ts';

export function dokumentForm({ request, reason, dienst }: FormState) {
  const problems = request.path.endsWith('/dokumente') ? problemsOf(reason) : [];
  return form(
    {
      action: `${dienstHref(dienst)}/dokumente`,
      csrfToken: request.csrfToken,
      multipart: true,
      label: 'Dokument hinzufügen',
    },
    html`${inputField({
      name: 'titel',
      label: 'Was ist es?',
      hint: 'Zum Beispiel Leistungsbeschreibung, Muster der Rahmenvereinbarung, Prüfbericht.',
      maxLength: 200,
      value: request.form.get('titel'),
      error: errorOf(problems, 'titel'),
    })}${fileField({
      name: 'datei',
      label: 'Datei',
      hint: 'PDF, PNG oder JPEG, höchstens 10 MB. Alle können sie lesen.',
      accept: 'application/pdf,image/png,image/jpeg',
      error: errorOf(problems, 'datei'),
    })}${button('Dokument hinzufügen', { kind: 'secondary' })}`,
  );
}

/** Takes a document back, and what was taken back before. */
export function ruecknahmeSection(state: FormState, dokumente: readonly Dienstdokument[]): Html | '' {
  if (dokumente.length === 0) return '';
  const [current, gone] = [
    dokumente.filter(({ ruecknahme }) => ruecknahme === null),
    dokumente.filter(({ ruecknahme }) => ruecknahme !== null),
  ];
  return section(
    'Dokument zurücknehmen',
    html`${current.length === 0 ? '' : ruecknahmeForm(state, current)}${gone.length === 0 ? '' : goneTable(gone)}`,
    {
      id: 'ruecknahme',
      lead: 'Danach steht es nicht mehr beim Angebot. Wer bestellt hat, solange es galt, liest es weiter bei seiner Bestellung. Ein neues laden Sie darüber hoch.',
    },
  );
}

function ruecknahmeForm({ request, reason, dienst }: FormState, current: readonly Dienstdokument[]): Html {
  const here = request.path.endsWith('/ruecknahme');
  const problems = here ? problemsOf(reason) : [];
  return form(
    {
      action: `${dienstHref(dienst)}/dokumente/ruecknahme`,
      csrfToken: request.csrfToken,
      label: 'Dokument zurücknehmen',
    },
    html`${selectField({
      name: 'dokument',
      label: 'Welches Dokument?',
      placeholder: 'Bitte wählen',
      options: current.map(({ id, titel, hochgeladenAm }) => ({
        value: id,
        label: `${titel}, hochgeladen ${formatInstant(hochgeladenAm)}`,
      })),
      value: here ? request.form.get('dokument') : '',
      error: errorOf(problems, 'dokument'),
    })}${textareaField({
      name: 'grund',
      label: 'Warum nehmen Sie es zurück?',
      hint: 'Das liest, wer das Dokument noch sucht.',
      rows: 2,
      maxLength: 500,
      value: here ? (request.form.get('grund') ?? '') : '',
      error: errorOf(problems, 'grund'),
    })}${button('Dokument zurücknehmen', { kind: 'secondary' })}`,
  );
}

function goneTable(gone: readonly Dienstdokument[]): Html {
  return table({
    caption: 'Zurückgenommen',
    small: true,
    columns: [{ label: 'Dokument', width: 'wide' }, { label: 'Wann' }, { label: 'Warum', width: 'wide' }],
    rows: gone.map(({ dienst, id, titel, ruecknahme }) => [
      textLink(`${dienstHref(dienst)}/dokumente/${id}`, titel),
      ruecknahme ? formatInstant(ruecknahme.am) : '',
      ruecknahme?.grund ?? '',
    ]),
  });
}
