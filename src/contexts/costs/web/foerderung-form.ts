import { html } from 'hono/html';
import type { Refusal } from '#kernel';
import { formField, type PageContent, type PageRequest } from '#platform';
import {
  button,
  buttonRow,
  checkboxField,
  errorOf,
  form,
  inputField,
  linkButton,
  refusalNotice,
  textareaField,
} from '#ui';
import type { Foerderprogramm } from '../domain/foerderprogramm.ts';
import { foerderungPath, kosten } from './answers.ts';

/** What a kept programme shows in its form. */
export function typedOf(programm: Foerderprogramm): URLSearchParams {
  const { titel, geber, leistung, wer, gueltigVon, gueltigBis, antragsfrist, quelle, annahme } = programm;
  const dates = { gueltigVon, gueltigBis, antragsfrist };
  return new URLSearchParams({
    ...{ titel, geber, leistung, wer },
    ...Object.fromEntries(Object.entries(dates).map(([name, day]) => [name, day ?? ''])),
    quelle: quelle.title,
    adresse: quelle.url ?? '',
    annahme: annahme ? 'ja' : '',
  });
}

/** The form of a funding programme. */
export function programmForm(
  { csrfToken, form: sent }: PageRequest,
  programm: Foerderprogramm | null,
  typed: URLSearchParams,
  reason: Refusal | null,
): PageContent {
  const base = (name: string) => ({
    name,
    value: formField(typed, name),
    error: errorOf(reason?.fields, name),
  });
  const day = (name: string, label: string) =>
    inputField({ ...base(name), label, type: 'date', optional: true });
  return {
    title: programm?.titel ?? 'Förderprogramm eintragen',
    preline: 'Förderprogramm',
    breadcrumb: [kosten, { label: 'Förderprogramme', href: foerderungPath }],
    main: html`${refusalNotice(reason)}${form(
      {
        action: `${foerderungPath}/${programm?.id ?? 'neu'}`,
        csrfToken,
        label: 'Förderprogramm',
        hidden: { grundlage: reason ? (sent.get('grundlage') ?? '0') : String(programm?.fassung ?? 0) },
      },
      html`${inputField({ ...base('titel'), label: 'Name des Programms', maxLength: 200 })}${inputField({ ...base('geber'), label: 'Wer fördert', maxLength: 200 })}${textareaField({ ...base('leistung'), label: 'Was gefördert wird', rows: 3 })}${textareaField({ ...base('wer'), label: 'Wer die Förderung bekommen kann', rows: 2 })}${day('gueltigVon', 'Gilt ab')}${day('gueltigBis', 'Gilt bis')}${day('antragsfrist', 'Antragsfrist')}${inputField(
        {
          ...base('quelle'),
          label: 'Quelle',
          optional: true,
          maxLength: 300,
          hint: 'Beschluss, Richtlinie oder Seite, auf der das steht.',
        },
      )}${inputField({ ...base('adresse'), label: 'Adresse der Quelle', optional: true, type: 'url' })}${checkboxField(
        {
          name: 'annahme',
          label: 'Dafür gibt es keine Quelle. Es ist eine Annahme und wird so gezeigt.',
          checked: typed.get('annahme') === 'ja',
          optional: true,
        },
      )}${buttonRow(button('Speichern'), linkButton('Abbrechen', foerderungPath, { kind: 'tertiary' }))}`,
    )}`,
  };
}
