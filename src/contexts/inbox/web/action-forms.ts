import { html } from 'hono/html';
import type { FieldProblem } from '#kernel';
import { accordion, button, errorOf, form, radioGroup, section, selectField, textareaField } from '#ui';
import { ergebnisse } from '../domain/eintrag.ts';
import { moeglicheAktionen } from '../domain/zustand.ts';
import { aktionLabel, ergebnisLabel } from '../messages.ts';
import type { Colleague, ForwardTarget } from '../ports.ts';
import type { EingangDetail } from '../use-cases/read.ts';

/** The actions of the office that stand on the page of a case, in this order. */
export const pageActions = [
  'uebernehmen',
  'rueckfragen',
  'notieren',
  'entscheiden',
  'abgeben',
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

/** What can be done with the case now, one form each. */
export function actionsPart(detail: EingangDetail, context: FormContext) {
  const possible = moeglicheAktionen(detail.eingang.zustand);
  const shown = pageActions.filter(
    (aktion) => possible.includes(aktion) && isOffered(aktion, detail, context),
  );
  if (shown.length === 0) return '';
  return section(
    'Bearbeiten',
    html`${shown.map((aktion) =>
      aktion === 'uebernehmen'
        ? actionForm(detail, context, aktion)
        : accordion({
            title: aktionLabel[aktion],
            body: actionForm(detail, context, aktion),
            open: context.refused === aktion,
            id: aktion,
          }),
    )}`,
  );
}

/** Whether an action makes sense for this person: nobody takes over what they have, or picks from an empty list. */
function isOffered(
  aktion: PageAction,
  { eingang: { zustand, bearbeiter } }: EingangDetail,
  { mitglied, colleagues, targets }: FormContext,
): boolean {
  if (aktion === 'uebernehmen')
    return mitglied === null || mitglied !== bearbeiter || zustand === 'antwort-da';
  if (aktion === 'abgeben') return colleagues.some(({ id }) => id !== mitglied);
  return aktion !== 'weiterleiten' || targets.length > 0;
}

function actionForm({ eingang }: EingangDetail, context: FormContext, aktion: PageAction) {
  return form(
    {
      action: `/eingang/${eingang.nummer}/${aktion}`,
      csrfToken: context.csrfToken,
      hidden: { version: String(eingang.version) },
      label: aktionLabel[aktion],
    },
    html`${fieldsOf(context, aktion)}${button(aktionLabel[aktion], { kind: aktion === 'uebernehmen' ? 'primary' : 'secondary' })}`,
  );
}

const texts: Readonly<Partial<Record<PageAction, { label: string; hint: string; optional?: true }>>> = {
  rueckfragen: {
    label: 'Ihre Frage',
    hint: 'Die antragstellende Person liest sie auf ihrer Statusseite und kann dort antworten.',
  },
  notieren: { label: 'Notiz', hint: 'Nur Ihre Behörde liest sie.' },
  entscheiden: {
    label: 'Begründung oder Hinweis',
    hint: 'Bleibt in Ihrer Behörde. Die antragstellende Person erfährt, dass entschieden ist; der Bescheid kommt per Post.',
    optional: true,
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

function fieldsOf(context: FormContext, aktion: PageAction) {
  const text = texts[aktion];
  const typed = context.refused === aktion ? context.typed : new URLSearchParams();
  const errorIn = (name: string) => errorOf(context.problems, `${aktion}-${name}`);
  return html`${choiceOf(context, aktion, typed, errorIn)}${
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
  if (aktion === 'abgeben')
    return selectField({
      ...common('mitglied'),
      label: 'An wen geben Sie den Vorgang ab?',
      options: colleagues
        .filter(({ id }) => id !== mitglied)
        .map(({ id, name }) => ({ value: id, label: name })),
    });
  if (aktion !== 'weiterleiten') return '';
  return selectField({
    ...common('ziel'),
    label: 'Zuständige Stelle',
    options: targets.map(({ zustellpunkt, label }) => ({ value: zustellpunkt, label })),
  });
}
