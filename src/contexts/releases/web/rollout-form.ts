import { html } from 'hono/html';
import type { Refusal } from '#kernel';
import type { PageRequest } from '#platform';
import {
  button,
  buttonRow,
  errorOf,
  fieldset,
  form,
  inputField,
  linkButton,
  problemsOf,
  selectField,
  textareaField,
} from '#ui';
import type { Teilnehmer } from '../domain/ringe.ts';
import type { Dienststand } from '../use-cases/read-fassungen.ts';
import { verstandenPart, wahlPart } from './kommunen-wahl.ts';
import { mostWaves, type Typed, type TypedRing } from './rollout-typed.ts';

/** What the form stands on: what was typed, who may be in a ring, and what was searched for. */
export interface RingFormState {
  readonly typed: Typed;
  readonly teilnehmer: readonly Teilnehmer[];
  readonly suche: string | null;
  readonly ziel: string;
  readonly reason: Refusal | null;
}

/** The rings of a rollout: Kommunen typed, pasted or searched for, up to eight waves. */
export function ringForm(stand: Dienststand, request: PageRequest, state: RingFormState) {
  const { typed, teilnehmer, reason } = state;
  const problems = problemsOf(reason);
  const open = stand.fassungen.filter(({ angebot }) => !angebot.zurueckgezogen);
  const more = typed.ringe.length <= mostWaves;
  return form(
    {
      action: `/fassungen/${stand.dienst}/ausrollen/vorschau`,
      csrfToken: request.csrfToken,
      label: 'Ausrollung planen',
    },
    html`${selectField({
      name: 'fassung',
      label: 'Fassung',
      placeholder: null,
      value: typed.fassung,
      options: open.map(({ angebot: { fassung } }) => ({ value: fassung, label: `Fassung ${fassung}` })),
      error: errorOf(problems, 'fassung'),
    })}
    ${wahlPart(typed, teilnehmer, state)}
    ${typed.ringe.map((ring, index) => ringPart(ring, index, state))}
    ${buttonRow(
      more ? button('Weitere Welle', { kind: 'secondary', name: 'aktion', value: 'welle' }) : '',
      button('Nennungen prüfen', { kind: 'secondary', name: 'aktion', value: 'pruefen' }),
    )}
    ${inputField({ name: 'alleAb', label: 'Alle übrigen ab', type: 'date', value: typed.alleAb, error: errorOf(problems, 'alleAb') })}
    ${buttonRow(button('Vorschau zeigen'), linkButton('Abbrechen', `/fassungen/${stand.dienst}`, { kind: 'tertiary' }))}`,
  );
}

function ringPart(ring: TypedRing, index: number, { teilnehmer, reason }: RingFormState) {
  const problems = problemsOf(reason);
  const { field, name, kommunen, ab } = ring;
  const optional = index > 0;
  return fieldset(
    name,
    html`${textareaField({
      name: field,
      label: 'Kommunen',
      hint: `Namen oder Schlüssel, auch aus einer Tabelle eingefügt.${index === 0 ? ' Sie bekommen die Fassung zuerst.' : ''}`,
      optional,
      rows: 3,
      value: kommunen,
      error: errorOf(problems, field),
    })}${verstandenPart(ring, teilnehmer)}${inputField({
      name: `${field}Ab`,
      label: 'Ab',
      type: 'date',
      optional,
      value: ab,
      error: errorOf(problems, `${field}Ab`),
    })}`,
  );
}
