import { html } from 'hono/html';
import type { Refusal } from '#kernel';
import type { PageRequest } from '#platform';
import {
  button,
  checkboxField,
  checkboxGroup,
  errorOf,
  form,
  type Html,
  inputField,
  problemsOf,
  section,
  textareaField,
} from '#ui';
import { abschnittKeys, abschnittTitel } from '../domain/abschnitt.ts';
import type { ReportsDeps } from '../reports-deps.ts';
import type { Bericht } from '../use-cases/read-reports.ts';

/** The form that writes a new version; what was typed stays when it was refused. */
export function reviseForm(
  { clock }: ReportsDeps,
  { id, gezeigt }: Bericht,
  { form: sent, csrfToken, path }: PageRequest,
  reason: Refusal | null,
): Html {
  const typed = path.endsWith('/fassung');
  const problems = typed ? problemsOf(reason) : [];
  const value = (name: string, saved: string) => (typed ? sent.get(name) : saved);
  const saved = new Map(gezeigt.abschnitte.map(({ key, anmerkung }) => [key, anmerkung]));
  const chosen = typed ? sent.getAll('abschnitte') : [...saved.keys()];
  const remarks = abschnittKeys
    .filter((key) => chosen.includes(key))
    .map((key) =>
      textareaField({
        name: `anmerkung-${key}`,
        label: `Anmerkung zu „${abschnittTitel[key]}“`,
        value: value(`anmerkung-${key}`, saved.get(key) ?? ''),
        rows: 3,
        maxLength: 3000,
        optional: true,
        error: errorOf(problems, `anmerkung-${key}`),
      }),
    );
  return section(
    'Bericht bearbeiten',
    form(
      {
        action: `/berichte/${id}/fassung`,
        csrfToken,
        label: 'Bericht bearbeiten',
        hidden: { grundlage: typed ? (sent.get('grundlage') ?? '') : String(gezeigt.fassung) },
      },
      html`${inputField({ name: 'titel', label: 'Titel', value: value('titel', gezeigt.titel), maxLength: 200, error: errorOf(problems, 'titel') })}${textareaField(
        {
          name: 'einleitung',
          label: 'Einleitung',
          value: value('einleitung', gezeigt.einleitung),
          maxLength: 5000,
          optional: true,
          error: errorOf(problems, 'einleitung'),
        },
      )}${checkboxGroup({
        name: 'abschnitte',
        label: 'Abschnitte',
        options: abschnittKeys.map((key) => ({ value: key, label: abschnittTitel[key] })),
        values: chosen,
        error: errorOf(problems, 'abschnitte'),
      })}${remarks}${checkboxField({
        name: 'neu',
        label: 'Zahlen neu ziehen',
        hint: 'Sonst bleiben die Zahlen dieser Fassung.',
        checked: typed && sent.get('neu') === 'ja',
        optional: true,
      })}${inputField({
        name: 'stichtag',
        label: 'Stichtag der neuen Zahlen',
        type: 'date',
        value: value('stichtag', clock.today()),
        optional: true,
        error: errorOf(problems, 'stichtag'),
      })}${button('Neue Fassung speichern', { kind: 'secondary' })}`,
    ),
    { id: 'bearbeiten', lead: 'Jedes Speichern macht eine neue Fassung; die alten bleiben lesbar.' },
  );
}
