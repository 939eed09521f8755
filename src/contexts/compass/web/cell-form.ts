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
import { feldLabel, zustandLabel } from '../messages.ts';
import type { Zelle } from '../use-cases/read-cell.ts';
import { feldText } from '../views/feld-text.ts';
import { caseFields, evidenceFields, whoFields } from './cell-form-details.ts';
import { type FormState, text, typed } from './cell-form-state.ts';

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
      ${whoFields(zelle, state)}${caseFields(state)}${evidenceFields(zelle, state)}
      ${button('Speichern')}`,
  );
}

function conflictChoices(zelle: Zelle, { strittig, inzwischen, meine }: Konflikt): Html {
  return fieldset(
    'Was soll gelten?',
    strittig.map((feld) =>
      radioGroup({
        name: `gilt.${feld}`,
        label: feldLabel[feld],
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
    html`${selectField({
      name: 'zustand',
      label: 'Zustand',
      options: zustaende.map((zustand) => ({ value: zustand, label: zustandLabel[zustand] })),
      value: werte.zustand ?? '',
      error: errorOf(problems, 'zustand'),
    })}${textareaField({
      name: 'grund',
      label: 'Grund',
      hint: 'Nötig bei „nicht anwendbar“.',
      optional: true,
      rows: 2,
      maxLength: 500,
      value: text(state, 'grund'),
      error: errorOf(problems, 'grund'),
    })}<div class="lw-inline-form">${dateField(state, 'geplantFuer', 'Geplant für')}${dateField(state, 'umgesetztAm', 'Umgesetzt am')}${dateField(state, 'abgeschaltetAm', 'Abgeschaltet am')}</div>`,
    { hint: 'Ein geplanter Tag ist ein Plan. Verstreicht er, ändert sich der Zustand nicht von selbst.' },
  );
}

function dateField(
  state: FormState,
  name: 'geplantFuer' | 'umgesetztAm' | 'abgeschaltetAm',
  label: string,
): Html {
  const error = errorOf(state.problems, name);
  return inputField({ name, label, type: 'date', optional: true, value: typed(state, name), error });
}

function reifegradFields({ werte, problems, modelle }: FormState): Html {
  const level = (name: 'reifegrad11' | 'reifegrad20', label: string, levels: readonly number[]) =>
    selectField({
      name,
      label,
      optional: true,
      placeholder: 'keine Angabe',
      options: levels.map((each) => ({ value: String(each), label: `Stufe ${each}` })),
      value: werte[name]?.toString() ?? '',
      error: errorOf(problems, name),
    });
  return fieldset(
    'Reifegrad',
    html`${level('reifegrad11', 'Reifegrad 1.1 (0 bis 4)', levels11)}${criteria('kriterien11', modelle.modell11, werte)}
      ${level('reifegrad20', 'Reifegrad 2.0 (0 bis 7)', levels20)}${criteria('kriterien20', modelle.modell20, werte)}`,
    {
      hint: 'Beantworten Sie alle Kriterien, entscheidet das niedrigste. Sonst gilt die Stufe, die Sie wählen.',
    },
  );
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
