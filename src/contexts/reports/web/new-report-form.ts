import { html } from 'hono/html';
import type { Refusal } from '#kernel';
import type { PageContent, PageRequest } from '#platform';
import {
  button,
  checkboxGroup,
  errorOf,
  form,
  inputField,
  problemsOf,
  refusalNotice,
  section,
  textareaField,
} from '#ui';
import { abschnittKeys, abschnittTitel } from '../domain/abschnitt.ts';
import type { ReportsDeps } from '../reports-deps.ts';
import type { Berichtende } from '../use-cases/people.ts';

/** The page on which a new report is begun. */
export function newReportContent(
  { clock }: ReportsDeps,
  { form: sent, csrfToken }: PageRequest,
  { reader }: Berichtende,
  reason: Refusal | null,
): PageContent {
  const problems = problemsOf(reason);
  const typed = sent.size > 0;
  const heute = clock.today();
  return {
    title: 'Neuer Sachstandsbericht',
    preline: 'Berichte',
    lead: 'Die Zahlen werden jetzt gezogen und ändern sich in diesem Bericht nicht mehr. Alle Texte können Sie danach noch ergänzen.',
    breadcrumb: [{ label: 'Berichte', href: '/berichte' }],
    main: html`${refusalNotice(reason)}${section(
      'Was soll im Bericht stehen?',
      form(
        { action: '/berichte/neu', csrfToken, label: 'Bericht anlegen' },
        html`${inputField({
          name: 'titel',
          label: 'Titel',
          value: typed
            ? sent.get('titel')
            : `Sachstandsbericht zur Umsetzung des OZG, ${reader.kommune.name}`,
          maxLength: 200,
          error: errorOf(problems, 'titel'),
        })}${inputField({
          name: 'stichtag',
          label: 'Stichtag',
          type: 'date',
          hint: 'Was bis zu diesem Tag galt, zählt.',
          value: typed ? sent.get('stichtag') : heute,
          max: heute,
          error: errorOf(problems, 'stichtag'),
        })}${checkboxGroup({
          name: 'abschnitte',
          label: 'Abschnitte',
          options: abschnittKeys.map((key) => ({ value: key, label: abschnittTitel[key] })),
          values: typed ? sent.getAll('abschnitte') : [...abschnittKeys],
          error: errorOf(problems, 'abschnitte'),
        })}${textareaField({
          name: 'einleitung',
          label: 'Einleitung',
          hint: 'Ihre eigenen Worte, zum Beispiel Anlass und Beschluss. Eine Leerzeile beginnt einen neuen Absatz.',
          value: sent.get('einleitung'),
          maxLength: 5000,
          optional: true,
          error: errorOf(problems, 'einleitung'),
        })}${button('Bericht anlegen')}`,
      ),
    )}`,
  };
}
