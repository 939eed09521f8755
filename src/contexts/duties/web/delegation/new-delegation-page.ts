import { html } from 'hono/html';
import { evidenceGrades, evidenceLabel, type FieldProblem } from '#kernel';
import type { PageAnswer, PageRequest } from '#platform';
import {
  button,
  buttonRow,
  errorOf,
  errorSummary,
  fieldset,
  form,
  inputField,
  linkButton,
  radioGroup,
  selectField,
  textareaField,
} from '#ui';
import { state } from '../../delegation-actions.ts';
import { delegationsformen, delegationsformLabel } from '../../domain/delegation.ts';
import type { DutiesDeps } from '../../doors-deps.ts';
import type { DutiesWorld } from '../../duties-world.ts';
import { aufgabeName } from '../../use-cases/answer-delegations.ts';
import type { DelegationInput } from '../../use-cases/delegation-fields.ts';
import { paths } from './paths.ts';

const taskFields = ['aufgabe1', 'aufgabe2', 'aufgabe3'] as const;

/** The empty form on which a transfer is stated. */
export function newDelegation(deps: DutiesDeps, request: PageRequest): Promise<PageAnswer> {
  return showForm(deps, request, []);
}

/** Takes what somebody states; what is wrong is named, with both sides where two entries meet. */
export async function receiveDelegation(deps: DutiesDeps, request: PageRequest): Promise<PageAnswer> {
  const stated = await state(deps, request.principal, inputOf(request.form));
  if (stated.ok) return { kind: 'redirect', to: paths.statement(stated.value.id) };
  return stated.refusal.fields
    ? showForm(deps, request, stated.refusal.fields)
    : { kind: 'refusal', refusal: stated.refusal };
}

function inputOf(values: URLSearchParams): DelegationInput {
  const text = (name: string) => (values.get(name) ?? '').trim();
  return {
    form: text('form'),
    von: text('von'),
    nach: text('nach'),
    gebiet: text('gebiet')
      .split(',')
      .filter((each) => each.trim() !== ''),
    aufgabeIds: taskFields.map(text).filter((each) => each !== ''),
    norm: text('norm'),
    quelle: text('quelle'),
    quelleUrl: text('quelleUrl') || null,
    evidenz: text('evidenz'),
    gueltigVon: text('gueltigVon') || null,
    gueltigBis: text('gueltigBis') || null,
    note: text('note') || null,
  };
}

async function showForm(
  deps: DutiesDeps,
  request: PageRequest,
  problems: readonly FieldProblem[],
): Promise<PageAnswer> {
  const own = await deps.ownAgs(request.principal);
  const values = new URLSearchParams(request.form);
  if (!values.has('von') && own !== null) values.set('von', own);
  return {
    kind: 'page',
    status: problems.length > 0 ? 422 : 200,
    content: {
      title: 'Übertragung angeben',
      preline: 'Register der Übertragungen',
      breadcrumb: [{ label: 'Register der Übertragungen', href: paths.register }],
      lead: 'Wer hat welche Aufgabe von wem übernommen? Die Angabe gilt, sobald eine zweite Person sie bestätigt hat.',
      error: problems.length > 0,
      main: fields(await deps.world(), request.csrfToken, values, problems),
    },
  };
}

function fields(
  world: DutiesWorld,
  csrfToken: string,
  values: URLSearchParams,
  given: readonly FieldProblem[],
) {
  const problems = given.map((each) => (each.field === 'aufgabeIds' ? { ...each, field: 'aufgabe1' } : each));
  const field = (name: string) => ({ name, value: values.get(name) ?? '', error: errorOf(problems, name) });
  const forms = delegationsformen.map((value) => ({ value, label: delegationsformLabel[value] }));
  const grades = evidenceGrades.map((value) => ({ value, label: evidenceLabel[value] }));
  return html`${errorSummary(problems)}${form(
    { action: paths.create, csrfToken },
    html`
      ${radioGroup({ ...field('form'), label: 'Form', options: forms })}
      ${inputField({ ...field('von'), label: 'Wer gibt die Aufgabe ab?', hint: 'Name oder Schlüssel der Gemeinde oder des Kreises' })}
      ${inputField({ ...field('nach'), label: 'Wer übernimmt sie?', hint: 'Gemeinde oder Kreis; bei einem Zweckverband sein Name', maxLength: 200 })}
      ${inputField({ ...field('gebiet'), label: 'Nur für das Gebiet dieser Gemeinden', hint: 'Mit Komma getrennt; leer heißt: überall, wo die abgebende Stelle zuständig ist', optional: true, width: 'full' })}
      ${fieldset('Aufgaben', taskSelects(world, values, problems))}
      ${inputField({ ...field('gueltigVon'), type: 'date', label: 'Gilt ab', hint: 'Ohne Beginn zählt sie, als hätte sie immer gegolten; das wird als Hinweis geführt.', optional: true })}
      ${inputField({ ...field('gueltigBis'), type: 'date', label: 'Gilt bis einschließlich', optional: true })}
      ${inputField({ ...field('norm'), label: 'Norm', hint: 'Vereinbarung, Verbandssatzung oder Heranziehungssatzung mit ihrem Tag', maxLength: 500, width: 'full' })}
      ${inputField({ ...field('quelle'), label: 'Quelle', hint: 'Zum Beispiel das Amtsblatt mit Nummer und Seite', maxLength: 500, width: 'full' })}
      ${inputField({ ...field('quelleUrl'), type: 'url', label: 'Adresse der Quelle', optional: true, width: 'full' })}
      ${radioGroup({ ...field('evidenz'), label: 'Wie gut ist die Quelle?', options: grades })}
      ${textareaField({ ...field('note'), label: 'Anmerkung', optional: true, rows: 3, maxLength: 500 })}
      ${buttonRow(button('Angabe senden'), linkButton('Abbrechen', paths.register, { kind: 'secondary' }))}`,
  )}`;
}

function taskSelects(world: DutiesWorld, values: URLSearchParams, problems: readonly FieldProblem[]) {
  const ids = new Set(world.duties.facts.regelwerk.regeln.map(({ aufgabeId }) => aufgabeId));
  const options = [...ids]
    .map((value) => ({ value, label: aufgabeName(world, value) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, 'de'));
  return html`${taskFields.map((name, index) =>
    selectField({
      name,
      value: values.get(name),
      error: errorOf(problems, name),
      label: index === 0 ? 'Aufgabe' : 'Weitere Aufgabe',
      options,
      optional: index > 0,
    }),
  )}`;
}
