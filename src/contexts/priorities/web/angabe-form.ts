import { html } from 'hono/html';
import { type FieldProblem, formatLocalDate, type LocalDate } from '#kernel';
import {
  accordion,
  button,
  buttonRow,
  errorOf,
  form,
  inputField,
  radioGroup,
  section,
  selectField,
} from '#ui';
import type { Angabe } from '../domain/angabe.ts';
import { kriterien } from '../domain/kriterium.ts';
import type { Bewertet } from '../domain/rangfolge.ts';
import { kriteriumText } from '../messages.ts';

interface AngabeForm {
  readonly action: string;
  readonly csrfToken: string;
  readonly leistung: Bewertet;
  readonly angaben: readonly Angabe[];
  readonly typed: URLSearchParams;
  readonly problems: readonly FieldProblem[];
  readonly today: LocalDate;
}

/** The form with which the provider's people state a value, for this Leistung or for its whole OZG-Leistung. */
export function angabeForm({ action, csrfToken, leistung, angaben, typed, problems, today }: AngabeForm) {
  const stated = Object.fromEntries(
    angaben.map(({ bezugId, kriterium, fassung }) => [`fassung-${bezugId}-${kriterium}`, String(fassung)]),
  );
  const stateable = kriterien.filter((kriterium) => kriterium !== 'bedarf');
  const scales = stateable.map(
    (kriterium) => html`<li>${kriteriumText[kriterium].label}: ${kriteriumText[kriterium].eingabe}</li>`,
  );
  return section(
    'Einen Wert angeben',
    html`${accordion({ title: 'Die Skalen', body: html`<ul class="kern-list kern-list--bullet">${scales}</ul>` })}${form(
      { action, csrfToken, hidden: stated, label: 'Wert angeben' },
      html`${selectField({
        name: 'kriterium',
        label: 'Kriterium',
        options: stateable.map((value) => ({ value, label: kriteriumText[value].label })),
        value: typed.get('kriterium'),
        error: errorOf(problems, 'kriterium'),
      })}${inputField({
        name: 'wert',
        label: 'Wert',
        width: 'medium',
        optional: true,
        maxLength: 40,
        hint: 'Nach der Skala des Kriteriums. Leer nimmt eine frühere Angabe zurück.',
        value: typed.get('wert'),
        error: errorOf(problems, 'wert'),
      })}${inputField({
        name: 'quelle',
        label: 'Quelle',
        hint: 'Wer es sagt oder wo es steht: ein Haus, ein Dokument, eine Seite. Keine Person.',
        maxLength: 300,
        value: typed.get('quelle'),
        error: errorOf(problems, 'quelle'),
      })}${inputField({
        name: 'stand',
        label: 'Stand',
        type: 'date',
        value: typed.get('stand') ?? today,
        error: errorOf(problems, 'stand'),
      })}${bezugChoice(leistung, typed, problems)}${buttonRow(button('Angabe speichern'))}`,
    )}`,
    { lead: `Frühere Angaben bleiben im Verlauf. Heute ist der ${formatLocalDate(today)}.` },
  );
}

function bezugChoice(
  { id, ozgId, ozgName }: Bewertet,
  typed: URLSearchParams,
  problems: readonly FieldProblem[],
) {
  if (ozgId === null) return html`<input type="hidden" name="bezug" value="${id}">`;
  return radioGroup({
    name: 'bezug',
    label: 'Gilt für',
    options: [
      { value: id, label: 'nur diese Leistung' },
      {
        value: String(ozgId),
        label: `alle Leistungen der OZG-Leistung „${ozgName ?? ozgId}“ ohne eigene Angabe`,
      },
    ],
    value: typed.get('bezug') ?? id,
    error: errorOf(problems, 'bezug'),
  });
}
