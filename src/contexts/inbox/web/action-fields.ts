import { html } from 'hono/html';
import type { FieldProblem } from '#kernel';
import { errorOf, radioGroup, selectField, textareaField } from '#ui';
import { ergebnisse } from '../domain/eintrag.ts';
import { ergebnisLabel } from '../messages.ts';
import type { Colleague, ForwardTarget } from '../ports.ts';
import type { EingangDetail } from '../use-cases/read.ts';
import { askedFields } from './asked-part.ts';

/** The actions of the office that stand on the page of a case, in this order. */
export const pageActions = [
  'uebernehmen',
  'rueckfragen',
  'nachfordern',
  'nachforderung-zuruecknehmen',
  'notieren',
  'entscheiden',
  'abgeben',
  'zuleiten',
  'weiterleiten',
  'abschliessen',
] as const;
export type PageAction = (typeof pageActions)[number];

/** What the forms need besides the case: choices, and what was typed and refused. */
export interface FormContext {
  readonly csrfToken: string;
  readonly colleagues: readonly Colleague[];
  readonly targets: readonly ForwardTarget[];
  readonly mitglied: string | null;
  readonly refused: PageAction | null;
  readonly typed: URLSearchParams;
  readonly problems: readonly FieldProblem[];
}

const texts: Readonly<Partial<Record<PageAction, { label: string; hint: string; optional?: true }>>> = {
  rueckfragen: {
    label: 'Ihre Frage',
    hint: 'Die antragstellende Person liest sie auf ihrer Statusseite und kann dort antworten.',
  },
  nachfordern: {
    label: 'Warum brauchen Sie das?',
    hint: 'In einfachen Worten. Die antragstellende Person liest es.',
  },
  notieren: { label: 'Notiz', hint: 'Nur Ihre Behörde liest sie.' },
  entscheiden: {
    label: 'Begründung oder Hinweis',
    hint: 'Bleibt in Ihrer Behörde. Die antragstellende Person erfährt, dass entschieden ist; der Bescheid kommt per Post.',
    optional: true,
  },
  zuleiten: {
    label: 'Grund',
    hint: 'Nur Ihre Behörde liest ihn. Antworten, Anlagen, Notizen und Verlauf bleiben beim Vorgang. Die antragstellende Person erfährt, welche Stelle jetzt zuständig ist. Sie selbst sehen den Vorgang danach nur, wenn Sie auch für diese Stelle arbeiten.',
  },
  weiterleiten: {
    label: 'Nachricht an die andere Stelle',
    hint: 'Geht verschlüsselt mit. Fragen, Antworten und berichtigte Kontaktdaten gehen ebenfalls mit, Notizen nicht.',
  },
  abschliessen: {
    label: 'Grund',
    hint: 'Die antragstellende Person liest ihn. Sagen Sie auch, wohin sie sich wenden kann.',
  },
};

/** The fields of an action's form, with what was typed and refused. */
export function fieldsOf(detail: EingangDetail, context: FormContext, aktion: PageAction) {
  const text = texts[aktion];
  const typed = context.refused === aktion ? context.typed : new URLSearchParams();
  const errorIn = (name: string) => errorOf(context.problems, `${aktion}-${name}`);
  return html`${choiceOf(detail, context, aktion, typed, errorIn)}${
    text
      ? textareaField({
          ...text,
          name: 'text',
          id: `feld-${aktion}-text`,
          value: typed.get('text'),
          rows: 4,
          maxLength: 5000,
          error: errorIn('text'),
        })
      : ''
  }`;
}

function choiceOf(
  { otherOffices, inhalt }: EingangDetail,
  { colleagues, targets, mitglied }: FormContext,
  aktion: PageAction,
  typed: URLSearchParams,
  errorIn: (name: string) => string | null,
) {
  const common = (name: string) => ({
    name,
    id: `feld-${aktion}-${name}`,
    value: typed.get(name),
    error: errorIn(name),
  });
  if (aktion === 'entscheiden')
    return radioGroup({
      ...common('ergebnis'),
      label: 'Entscheidung',
      options: ergebnisse.map((value) => ({ value, label: ergebnisLabel[value] })),
    });
  if (aktion === 'nachfordern') return askedFields(inhalt, typed, errorIn);
  if (aktion === 'abgeben')
    return selectField({
      ...common('mitglied'),
      label: 'An wen geben Sie den Vorgang ab?',
      options: colleagues
        .filter(({ id }) => id !== mitglied)
        .map(({ id, name }) => ({ value: id, label: name })),
    });
  if (aktion === 'zuleiten')
    return selectField({
      ...common('ziel'),
      label: 'Welche Stelle bekommt den Vorgang?',
      options: otherOffices.map(({ id, name }) => ({ value: id, label: name })),
    });
  if (aktion !== 'weiterleiten') return '';
  return selectField({
    ...common('ziel'),
    label: 'Zuständige Stelle',
    options: targets.map(({ zustellpunkt, label }) => ({ value: zustellpunkt, label })),
  });
}
