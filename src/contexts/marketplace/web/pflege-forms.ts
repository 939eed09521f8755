import { html } from 'hono/html';
import { type FieldProblem, parseLocalDate, type Refusal } from '#kernel';
import { formField, type PageRequest } from '#platform';
import { button, checkboxField, errorOf, fieldset, form, inputField, problemsOf, selectField } from '#ui';
import type { Dienstinhalt } from '../domain/angaben.ts';
import { type Kriterienurteile, kriterien, mindestkriterien } from '../domain/mindestkriterien.ts';
import { dienstHref } from './parts.ts';

export interface FormState {
  readonly request: PageRequest;
  readonly reason: Refusal | null;
  readonly dienst: string;
}

/** What was typed and refused stands again; else what is stored. */
export function shownValue({ request }: FormState, part: string, name: string, stored: string): string {
  return request.path.endsWith(part) ? (request.form.get(name) ?? '') : stored;
}

const gueteLabel = {
  verfuegbarkeit: 'Verfügbarkeit',
  support: 'Support',
  reaktion: 'Reaktionszeit',
  wartung: 'Wartung',
} as const;

export function angabenForm(state: FormState, grundlage: number, stored: Dienstinhalt) {
  const problems = state.request.path.endsWith('/angaben') ? problemsOf(state.reason) : [];
  const field = (name: string, value: string) => ({
    name,
    value: shownValue(state, '/angaben', name, value),
    error: errorOf(problems, name),
    optional: true,
    maxLength: 500,
  });
  return form(
    {
      action: `${dienstHref(state.dienst)}/angaben`,
      csrfToken: state.request.csrfToken,
      hidden: { grundlage: String(grundlage) },
      label: 'Angaben',
    },
    html`${inputField({ ...field('betreiber', stored.betreiber), label: 'Wer betreibt ihn?', hint: 'Leer, wenn Ihr Haus ihn selbst betreibt.' })}${inputField({ ...field('kontakt', stored.kontakt), label: 'Kontakt für Kommunen', hint: 'Ein Funktionspostfach.' })}${fieldset(
      'Leistungsgüte',
      html`${Object.entries(gueteLabel).map(([key, label]) =>
        inputField({
          ...field(key, Object.entries(stored.leistungsgute).find(([name]) => name === key)?.[1] ?? ''),
          label,
        }),
      )}`,
    )}${fieldset(
      'EfA-Mindestkriterien',
      html`${kriterien.map((each) => kriteriumFields(state, each, stored.kriterien, problems))}`,
      {
        hint: 'Kein Urteil ohne Beleg: eine Fundstelle, ein Dokument, ein Prüfbericht.',
      },
    )}${checkboxField({
      name: 'rahmenNoetig',
      label: 'Bestellen setzt eine Rahmenvereinbarung mit Ihrem Haus voraus.',
      optional: true,
      checked: shownValue(state, '/angaben', 'rahmenNoetig', stored.rahmenNoetig ? 'ja' : '') === 'ja',
    })}${inputField({ ...field('eingestelltZum', stored.eingestelltZum ?? ''), label: 'Letzter Tag des Angebots', type: 'date', hint: 'Leer, solange kein Ende feststeht.' })}${button('Angaben speichern', { kind: 'secondary' })}`,
  );
}

function kriteriumFields(
  state: FormState,
  each: (typeof kriterien)[number],
  stored: Kriterienurteile,
  problems: readonly FieldProblem[],
) {
  const urteil = stored[each];
  const label = mindestkriterien[each].label;
  const [name, beleg] = [`k-${each}`, `b-${each}`];
  return html`${selectField({
    name,
    label,
    optional: true,
    placeholder: 'nicht beurteilt',
    options: [
      { value: 'ja', label: 'erfüllt' },
      { value: 'nein', label: 'nicht erfüllt' },
    ],
    value: shownValue(state, '/angaben', name, urteil ? (urteil.erfuellt ? 'ja' : 'nein') : ''),
  })}${inputField({
    name: beleg,
    label: `Beleg: ${label}`,
    optional: true,
    maxLength: 500,
    value: shownValue(state, '/angaben', beleg, urteil?.beleg ?? ''),
    error: errorOf(problems, beleg),
  })}`;
}

/** Reads the details; a judgement without evidence is refused. */
export function readAngabenForm(typed: URLSearchParams): {
  readonly inhalt: Dienstinhalt;
  readonly problems: readonly FieldProblem[];
} {
  const problems: FieldProblem[] = [];
  const text = (name: string) => formField(typed, name).slice(0, 500);
  const judged = kriterien.flatMap((each) => {
    const urteil = text(`k-${each}`);
    const beleg = text(`b-${each}`);
    if (urteil !== '' && beleg.length < 3)
      problems.push({
        field: `b-${each}`,
        message: `Bitte nennen Sie den Beleg zu „${mindestkriterien[each].label}“.`,
      });
    return urteil === '' ? [] : [[each, { erfuellt: urteil === 'ja', beleg }] as const];
  });
  const ende = text('eingestelltZum');
  const day = ende === '' ? null : parseLocalDate(ende);
  if (day?.ok === false) problems.push({ field: 'eingestelltZum', message: day.refusal.message });
  return {
    problems,
    inhalt: {
      betreiber: text('betreiber').slice(0, 200),
      kontakt: text('kontakt').slice(0, 300),
      leistungsgute: {
        verfuegbarkeit: text('verfuegbarkeit'),
        support: text('support'),
        reaktion: text('reaktion'),
        wartung: text('wartung'),
      },
      kriterien: Object.fromEntries(judged),
      rahmenNoetig: typed.get('rahmenNoetig') === 'ja',
      eingestelltZum: day?.ok ? day.value : null,
    },
  };
}
