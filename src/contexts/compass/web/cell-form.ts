import { html } from 'hono/html';
import {
  accordion,
  button,
  errorOf,
  fieldset,
  form,
  type Html,
  inputField,
  radioGroup,
  selectField,
  textareaField,
} from '#ui';
import { nichtErforderlich, type Reifegradmodell } from '../domain/reifegrad.ts';
import { levels11, levels20, type StandAenderung } from '../domain/stand.ts';
import type { Konflikt } from '../domain/unterschied.ts';
import { zustaende } from '../domain/zustand.ts';
import { zustandLabel } from '../messages.ts';
import type { Zelle } from '../use-cases/read-cell.ts';
import { feldName, feldText } from '../views/feld-text.ts';
import { caseFields, evidenceFields, whoFields } from './cell-form-details.ts';
import { ownFields } from './cell-form-own.ts';
import { formPart } from './cell-form-part.ts';
import { type FormState, helped, text, typed, worded } from './cell-form-state.ts';

/** The form of a cell. Every field may stay empty but the Zustand. */
export function cellForm(zelle: Zelle, state: FormState): Html {
  const { konflikt, csrfToken, grundlage } = state;
  const hidden = {
    grundlage: String(grundlage),
    ...(konflikt ? { zusammenfuehren: 'ja' } : {}),
  };
  return form(
    { action: `/stand/${zelle.ort.id}`, csrfToken, hidden, label: 'Angabe zum Umsetzungsstand' },
    html`${konflikt && konflikt.strittig.length > 0 ? conflictChoices(zelle, konflikt) : ''}${standFields(state)}${reifegradFields(state)}
      ${whoFields(zelle, state)}${caseFields(state)}${evidenceFields(zelle, state)}${ownFields(state)}
      ${button('Speichern')}`,
  );
}

function conflictChoices(zelle: Zelle, { strittig, inzwischen, meine }: Konflikt): Html {
  return fieldset(
    'Was soll gelten?',
    strittig.map((feld) =>
      radioGroup({
        name: `gilt.${feld}`,
        label: feldName(zelle, feld),
        value: 'meine',
        options: [
          { value: 'meine', label: `Ihre Angabe: ${feldText(zelle, feld, meine[feld])}` },
          {
            value: 'inzwischen',
            label: `Inzwischen gespeichert: ${feldText(zelle, feld, inzwischen[feld])}`,
          },
        ],
      }),
    ),
    {
      hint: 'Ihre Eingaben stehen unten noch im Formular. Wählen Sie hier für jedes strittige Feld, welche Angabe gilt.',
    },
  );
}

function standFields(state: FormState): Html {
  const { werte, problems } = state;
  return fieldset(
    'Zustand und Tage',
    html`${helped(
      state,
      'zustand',
      selectField({
        name: 'zustand',
        ...worded(state, 'zustand'),
        options: zustaende.map((zustand) => ({ value: zustand, label: zustandLabel[zustand] })),
        value: werte.zustand ?? '',
        error: errorOf(problems, 'zustand'),
      }),
    )}${helped(
      state,
      'grund',
      textareaField({
        name: 'grund',
        ...worded(state, 'grund'),
        rows: 2,
        maxLength: 500,
        value: text(state, 'grund'),
        error: errorOf(problems, 'grund'),
      }),
    )}<div class="lw-inline-form">${dateField(state, 'geplantFuer')}${dateField(state, 'umgesetztAm')}${dateField(state, 'abgeschaltetAm')}</div>`,
    { hint: 'Ein geplanter Tag ist ein Plan. Verstreicht er, ändert sich der Zustand nicht von selbst.' },
  );
}

function dateField(state: FormState, name: 'geplantFuer' | 'umgesetztAm' | 'abgeschaltetAm'): Html {
  const error = errorOf(state.problems, name);
  const control = inputField({
    name,
    ...worded(state, name),
    type: 'date',
    value: typed(state, name),
    error,
  });
  return helped(state, name, control);
}

function reifegradFields(state: FormState): Html {
  const { werte, problems, modelle } = state;
  const level = (name: 'reifegrad11' | 'reifegrad20', levels: readonly number[]) =>
    helped(
      state,
      name,
      selectField({
        name,
        ...worded(state, name),
        placeholder: 'keine Angabe',
        options: levels.map((each) => ({ value: String(each), label: `Stufe ${each}` })),
        value: werte[name]?.toString() ?? '',
        error: errorOf(problems, name),
      }),
    );
  return formPart(state, {
    title: 'Reifegrad',
    hint: 'Beantworten Sie alle Kriterien, entscheidet das niedrigste. Sonst gilt die Stufe, die Sie wählen.',
    felder: ['reifegrad11', 'kriterien11', 'reifegrad20', 'kriterien20'],
    body: html`${level('reifegrad11', levels11)}${criteria('kriterien11', modelle.modell11, werte)}
      ${level('reifegrad20', levels20)}${criteria('kriterien20', modelle.modell20, werte)}`,
  });
}

function criteria(
  field: 'kriterien11' | 'kriterien20',
  { name, kriterien }: Reifegradmodell,
  werte: StandAenderung,
): Html {
  const answers = werte[field] ?? {};
  const given = kriterien.filter(({ key }) => answers[key] !== undefined).length;
  return accordion({
    title: `Kriterien ${name}: ${given} von ${kriterien.length} beantwortet`,
    body: html`${kriterien.map(({ key, name: label, stufen, fallsErforderlich }) =>
      selectField({
        name: `${field}.${key}`,
        label,
        optional: true,
        placeholder: 'nicht beantwortet',
        options: [
          ...stufen.map(({ stufe, text }) => ({ value: String(stufe), label: text })),
          ...(fallsErforderlich
            ? [{ value: String(nichtErforderlich), label: 'Braucht diese Leistung nicht.' }]
            : []),
        ],
        value: answers[key]?.toString() ?? '',
      }),
    )}`,
  });
}
