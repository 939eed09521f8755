import { html } from 'hono/html';
import type { FieldProblem } from '#kernel';
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
import type { Reifegradmodelle } from '../domain/apply-reifegrad.ts';
import { istBeendet } from '../domain/fachbereich.ts';
import { nichtErforderlich, type Reifegradmodell } from '../domain/reifegrad.ts';
import { fallzahlArten, levels11, levels20, nachweisArten, type StandAenderung } from '../domain/stand.ts';
import type { Konflikt } from '../domain/unterschied.ts';
import { zustaende } from '../domain/zustand.ts';
import type { LoesungName } from '../doors-deps.ts';
import { fallzahlArtLabel, feldLabel, nachweisArtLabel, zustandLabel } from '../messages.ts';
import type { Zelle } from '../use-cases/read-cell.ts';
import { feldText } from '../views/feld-text.ts';

/** What stands in the form: the values that hold, or those that were typed. */
export interface FormState {
  readonly werte: StandAenderung;
  /** The fassung on which the change rests. */
  readonly grundlage: number;
  readonly problems: readonly FieldProblem[];
  readonly konflikt: Konflikt | null;
  readonly csrfToken: string;
  /** What was typed, as it was typed; it stands in the form again even where it is no value. */
  readonly roh: URLSearchParams | null;
  readonly modelle: Reifegradmodelle;
}

type Typeable =
  | 'grund'
  | 'geplantFuer'
  | 'umgesetztAm'
  | 'abgeschaltetAm'
  | 'fallzahl'
  | 'fallzahlJahr'
  | 'bemerkung';

function typed({ roh, werte }: FormState, name: Typeable): string | number | null {
  return roh?.get(name) ?? werte[name] ?? null;
}

/** The form of a cell. Every field may stay empty but the Zustand. */
export function cellForm(zelle: Zelle, state: FormState): Html {
  const { konflikt, csrfToken, grundlage } = state;
  const hidden = {
    grundlage: String(grundlage),
    ...(konflikt ? { zusammenfuehren: 'ja' } : {}),
  };
  return form(
    { action: `/stand/${zelle.ort.id}`, csrfToken, hidden, label: 'Angabe zum Umsetzungsstand' },
    html`${konflikt ? conflictChoices(zelle, konflikt) : ''}${standFields(state)}${reifegradFields(state)}
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

function text(state: FormState, name: 'grund' | 'bemerkung'): string {
  return String(typed(state, name) ?? '');
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

function whoFields({ fachbereiche, nachRegel, personen, date }: Zelle, { werte, problems }: FormState): Html {
  const people = (current: string | null | undefined) =>
    personen
      .filter(({ id, entfernt }) => !entfernt || id === current)
      .map(({ id, name, entfernt }) => ({ value: id, label: entfernt ? `${name} (nicht mehr da)` : name }));
  const person = (name: 'zustaendig' | 'vertretung', label: string) =>
    selectField({
      name,
      label,
      optional: true,
      placeholder: 'niemand',
      options: people(werte[name]),
      value: werte[name] ?? '',
      error: errorOf(problems, name),
    });
  const open = fachbereiche.fachbereiche.filter((each) => !istBeendet(each, date));
  return fieldset(
    'Wer kümmert sich?',
    html`${selectField({
      name: 'fachbereichId',
      label: 'Fachbereich',
      optional: true,
      placeholder: nachRegel ? `nach Zuordnung: ${nachRegel.fachbereich.name}` : 'keiner',
      options: open.map(({ id, name }) => ({ value: id, label: name })),
      value: werte.fachbereichId ?? '',
      error: errorOf(problems, 'fachbereichId'),
    })}${person('zustaendig', 'Zuständig')}${person('vertretung', 'Vertretung')}${selectField({
      name: 'prioritaet',
      label: 'Priorität',
      optional: true,
      placeholder: 'keine',
      options: [
        { value: '1', label: '1 (hoch)' },
        { value: '2', label: '2 (mittel)' },
        { value: '3', label: '3 (niedrig)' },
      ],
      value: werte.prioritaet?.toString() ?? '',
      error: errorOf(problems, 'prioritaet'),
    })}`,
  );
}

function caseFields(state: FormState): Html {
  const { werte, problems } = state;
  return fieldset(
    'Fallzahl',
    html`<div class="lw-inline-form">${inputField({
      name: 'fallzahl',
      label: 'Fälle im Jahr',
      inputmode: 'numeric',
      width: 'narrow',
      optional: true,
      value: typed(state, 'fallzahl'),
      error: errorOf(problems, 'fallzahl'),
    })}${inputField({
      name: 'fallzahlJahr',
      label: 'Jahr',
      inputmode: 'numeric',
      width: 'narrow',
      optional: true,
      value: typed(state, 'fallzahlJahr'),
      error: errorOf(problems, 'fallzahlJahr'),
    })}${selectField({
      name: 'fallzahlArt',
      label: 'Gezählt oder geschätzt?',
      optional: true,
      options: fallzahlArten.map((art) => ({ value: art, label: fallzahlArtLabel[art] })),
      value: werte.fallzahlArt ?? '',
      error: errorOf(problems, 'fallzahlArt'),
    })}</div>`,
  );
}

function solutionOptions(loesungen: readonly LoesungName[], current: string | null) {
  const known = loesungen.map(({ id, name }) => ({ value: id, label: name }));
  const lost = current !== null && !loesungen.some(({ id }) => id === current);
  return lost ? [...known, { value: current, label: `${current} (nicht im Register)` }] : known;
}

function evidenceFields(zelle: Zelle, state: FormState): Html {
  const { werte, problems, roh } = state;
  const { nachweis } = werte;
  return fieldset(
    'Lösung, Nachweis, Bemerkung',
    html`${selectField({
      name: 'loesungId',
      label: 'Lösung',
      optional: true,
      placeholder: 'keine',
      options: solutionOptions(zelle.loesungen, werte.loesungId ?? null),
      value: werte.loesungId ?? '',
      error: errorOf(problems, 'loesungId'),
    })}${selectField({
      name: 'nachweisArt',
      label: 'Art des Nachweises',
      optional: true,
      placeholder: 'keiner',
      options: nachweisArten
        .filter((art) => art !== 'datei')
        .map((art) => ({ value: art, label: nachweisArtLabel[art] })),
      value: roh?.get('nachweisArt') ?? nachweis?.art ?? '',
      error: errorOf(problems, 'nachweis'),
      id: 'feld-nachweis',
    })}${inputField({
      name: 'nachweisLink',
      label: 'Link',
      hint: 'Zum Beispiel die Seite des Onlinedienstes. Wir sehen regelmäßig nach, ob sie antwortet.',
      optional: true,
      maxLength: 2000,
      spellcheck: false,
      value: roh?.get('nachweisLink') ?? nachweis?.link,
    })}${inputField({
      name: 'nachweisText',
      label: 'Was zeigt der Nachweis?',
      optional: true,
      maxLength: 2000,
      value: roh?.get('nachweisText') ?? nachweis?.text,
    })}${textareaField({
      name: 'bemerkung',
      label: 'Bemerkung',
      optional: true,
      rows: 3,
      maxLength: 2000,
      value: text(state, 'bemerkung'),
      error: errorOf(problems, 'bemerkung'),
    })}`,
  );
}
