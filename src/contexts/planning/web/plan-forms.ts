import { html } from 'hono/html';
import { formatQuartal, type LocalDate, type Refusal } from '#kernel';
import { formField } from '#platform';
import {
  alert,
  button,
  buttonRow,
  checkboxField,
  errorOf,
  form,
  type Html,
  inputField,
  refusalNotice,
  section,
  selectField,
  textareaField,
} from '#ui';
import { pruefe } from '../domain/pruefung.ts';
import type { FertigerPlan, Planuebersicht } from '../use-cases/read-plan.ts';

/** What the forms of a plan show again after a refusal. */
export interface Formularstand {
  readonly csrfToken: string;
  readonly form: URLSearchParams;
  readonly reason: Refusal | null;
  /** The address of the form that was sent. */
  readonly path: string;
  readonly today: LocalDate;
}

/** Moves one Massnahme of one Kommune; a refused move says what it would break and may be insisted on. */
export function moveForm(
  { plan, fassung }: FertigerPlan,
  { csrfToken, form: values, reason, path }: Formularstand,
): Html {
  const { problem } = plan;
  const mine = path.endsWith('/verschieben') ? reason : null;
  const breaks = mine?.code === 'PLANNING_MOVE_BREAKS';
  return section(
    'Von Hand verschieben',
    html`${breaks ? alert({ kind: 'warning', title: 'Das würde Regeln brechen', live: true, body: html`<ul class="kern-list kern-list--bullet">${(mine?.fields ?? []).map(({ message }) => html`<li>${message}</li>`)}</ul>` }) : refusalNotice(mine)}${form(
      {
        action: `/planung/plaene/${plan.id}/verschieben#verschieben`,
        csrfToken,
        label: 'Von Hand verschieben',
        hidden: { grundlage: String(fassung.fassung) },
      },
      html`${selectField({
        name: 'massnahme',
        label: 'Was',
        value: formField(values, 'massnahme'),
        options: problem.massnahmen.map(({ id, titel }) => ({ value: id, label: titel })),
        error: errorOf(mine?.fields, 'massnahme'),
      })}${selectField({
        name: 'kommune',
        label: 'Für wen',
        value: formField(values, 'kommune'),
        options: [
          ...problem.kommunen.map(({ ags, name }) => ({ value: ags, label: name })),
          { value: 'einmalig', label: 'der Teil, der einmal für alle getan wird' },
        ],
      })}${selectField({
        name: 'quartal',
        label: 'Wohin',
        value: formField(values, 'quartal'),
        options: [
          ...problem.quartale.map((quartal) => ({ value: quartal, label: formatQuartal(quartal) })),
          { value: 'ohne', label: 'aus dem Plan nehmen' },
        ],
        error: errorOf(mine?.fields, 'quartal'),
      })}${breaks ? checkboxField({ name: 'trotzdem', label: 'Trotzdem verschieben. Der Plan zeigt danach, was er bricht.' }) : ''}${buttonRow(
        button('Verschieben', { kind: 'secondary' }),
      )}`,
    )}`,
    {
      id: 'verschieben',
      lead: 'Leitwerk prüft, was das bricht, und sagt es vorher. Entscheiden dürfen Sie.',
    },
  );
}

/** Another plan beside this one. */
export function compareForm({ plan }: FertigerPlan, { plaene }: Planuebersicht): Html | '' {
  const others = plaene.filter(({ id, fassung }) => id !== plan.id && fassung !== null);
  if (others.length === 0) return '';
  return section(
    'Mit einem anderen Plan vergleichen',
    form(
      { action: `/planung/plaene/${plan.id}/vergleich`, method: 'get', label: 'Vergleichen' },
      html`${selectField({
        name: 'mit',
        label: 'Anderer Plan',
        placeholder: null,
        options: others.map(({ id, nummer, titel }) => ({ value: id, label: `Plan ${nummer}: ${titel}` })),
      })}${buttonRow(button('Nebeneinander ansehen', { kind: 'secondary' }))}`,
    ),
    { id: 'vergleichen' },
  );
}

/** Keeps who decided this Fassung, when and why. */
export function decideForm(
  { plan, fassung }: FertigerPlan,
  { csrfToken, form: values, reason, today, path }: Formularstand,
): Html {
  const mine = path.endsWith('/beschliessen') ? reason : null;
  const broken = pruefe(plan.problem, fassung.zuteilung).length;
  const error = (name: string) => errorOf(mine?.fields, name);
  return section(
    'Beschluss festhalten',
    html`${refusalNotice(mine)}${broken > 0 ? alert({ kind: 'warning', title: `Dieser Plan bricht ${broken === 1 ? 'eine Regel' : `${broken} Regeln`}. Der Beschluss hält das fest.` }) : ''}${form(
      {
        action: `/planung/plaene/${plan.id}/beschliessen#beschluss`,
        csrfToken,
        label: 'Beschluss festhalten',
        hidden: { grundlage: String(fassung.fassung) },
      },
      html`${inputField({
        name: 'wer',
        label: 'Wer hat beschlossen',
        hint: 'Das Gremium, zum Beispiel die Arbeitsgruppe.',
        value: formField(values, 'wer'),
        maxLength: 200,
        error: error('wer'),
      })}${inputField({
        name: 'am',
        label: 'Am',
        type: 'date',
        value: values.get('am') ?? today,
        error: error('am'),
      })}${textareaField({
        name: 'grund',
        label: 'Warum dieser Plan',
        value: formField(values, 'grund'),
        rows: 3,
        error: error('grund'),
      })}${buttonRow(button('Beschluss festhalten'))}`,
    )}`,
    {
      id: 'beschluss',
      lead: `Danach sieht jede Kommune unter „Nächste Schritte“ ihre Ziele aus Fassung ${fassung.fassung}. Beschließt eine Sitzung der Arbeitsgruppe, schlagen Sie dort einen Beschluss vor, der „plan:${plan.titel}“ betrifft; wird er angenommen, gilt der Plan.`,
    },
  );
}
