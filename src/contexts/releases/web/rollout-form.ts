import { html } from 'hono/html';
import type { FieldProblem, Refusal } from '#kernel';
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
import { nennungen, versteher } from '../domain/nennung.ts';
import type { Teilnehmer } from '../domain/ringe.ts';
import type { Dienststand } from '../use-cases/read-fassungen.ts';
import { type VerstandenerRing, verstandenPart, wahlPart } from './kommunen-wahl.ts';
import { mostWaves, type Typed } from './rollout-typed.ts';

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
  const verstehe = versteher(teilnehmer);
  const ringe = typed.ringe.map((ring) => ({ ...ring, verstanden: verstehe(nennungen(ring.kommunen)) }));
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
    ${wahlPart(ringe, teilnehmer, state)}
    ${ringe.map((ring, index) => ringPart(ring, index, problems))}
    ${buttonRow(
      more ? button('Weitere Welle', { kind: 'secondary', name: 'aktion', value: 'welle' }) : '',
      button('Nennungen prüfen', { kind: 'secondary', name: 'aktion', value: 'pruefen' }),
    )}
    ${inputField({ name: 'alleAb', label: 'Alle übrigen ab', type: 'date', value: typed.alleAb, error: errorOf(problems, 'alleAb') })}
    ${buttonRow(button('Vorschau zeigen'), linkButton('Abbrechen', `/fassungen/${stand.dienst}`, { kind: 'tertiary' }))}`,
  );
}

function ringPart(ring: VerstandenerRing, index: number, problems: readonly FieldProblem[]) {
  const { field, name, kommunen, ab, verstanden } = ring;
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
    })}${verstandenPart(verstanden)}${inputField({
      name: `${field}Ab`,
      label: 'Ab',
      type: 'date',
      optional,
      value: ab,
      error: errorOf(problems, `${field}Ab`),
    })}`,
  );
}
