import { html } from 'hono/html';
import type { FieldProblem } from '#kernel';
import { accordion, button, buttonRow, errorOf, form, inputField, linkButton, textareaField } from '#ui';
import { type Beschreibung, textmodule } from '../domain/beschreibung.ts';
import type { TextInhalt, TextInput } from '../domain/eigener-text.ts';

/** What the form shows, and what it was made from. */
export interface TextFormState {
  readonly action: string;
  readonly previewHref: string;
  readonly csrfToken: string;
  readonly version: number;
  readonly input: TextInput;
  readonly problems: readonly FieldProblem[];
  readonly darueber: readonly Beschreibung[];
}

/** The sections that most texts have; the others open on demand. */
const usual = ['24', '05', '09', '08', '98', '95', '97', '11', '07'];

/** The form of a text. Each section says what stands there without an own one. */
export function textForm(state: TextFormState) {
  const others = textmodule.filter(({ modul }) => !usual.includes(modul));
  const opened = others.some(
    ({ modul }) => (state.input.abschnitte[modul] ?? '') !== '' || errorOf(state.problems, fieldOf(modul)),
  );
  return form(
    {
      action: state.action,
      csrfToken: state.csrfToken,
      hidden: { version: String(state.version) },
      label: 'Text schreiben',
    },
    html`${inputField({
      name: 'name',
      label: 'Überschrift',
      value: state.input.name,
      error: errorOf(state.problems, 'name'),
      autocomplete: 'off',
    })}${textmodule.filter(({ modul }) => usual.includes(modul)).map((each) => sectionField(state, each))}
    ${accordion({
      title: 'Weitere Abschnitte',
      open: opened,
      body: html`<div class="lw-stack">${others.map((each) => sectionField(state, each))}</div>`,
    })}
    ${textareaField({
      name: 'suchbegriffe',
      label: 'Suchbegriffe',
      hint: 'Wörter, unter denen Menschen bei Ihnen danach suchen, mit Komma getrennt.',
      optional: true,
      rows: 2,
      value: state.input.suchbegriffe,
      error: errorOf(state.problems, 'suchbegriffe'),
    })}${inputField({
      name: 'pruefenBis',
      label: 'Durchsicht bis',
      type: 'date',
      hint: 'An diesem Tag steht der Text in Ihrer Liste zur Durchsicht. Ohne Angabe in einem Jahr.',
      optional: true,
      value: state.input.pruefenBis,
      error: errorOf(state.problems, 'pruefenBis'),
    })}${buttonRow(button('Entwurf speichern'), linkButton('Vorschau', state.previewHref, { kind: 'secondary' }))}`,
  );
}

function sectionField(
  state: TextFormState,
  { modul, label }: { readonly modul: string; readonly label: string },
) {
  const above = state.darueber.find((each) => each.abschnitte.some((abschnitt) => abschnitt.modul === modul));
  const text = above?.abschnitte.find((abschnitt) => abschnitt.modul === modul)?.inhalt ?? '';
  const short = text.length > 160 ? `${text.slice(0, 160)} …` : text;
  const hint = above ? `Ohne eigenen Text steht hier, was ${above.redaktion} sagt: „${short}“` : undefined;
  return textareaField({
    name: fieldOf(modul),
    label,
    ...(hint ? { hint } : {}),
    optional: true,
    rows: modul === '24' ? 2 : 5,
    value: state.input.abschnitte[modul] ?? '',
    error: errorOf(state.problems, fieldOf(modul)),
  });
}

function fieldOf(modul: string): string {
  return `abschnitte.${modul}`;
}

/** A text as it was typed into the form. */
export function inputFrom(values: URLSearchParams): TextInput {
  const prefix = 'abschnitte.';
  const abschnitte = [...values]
    .filter(([name]) => name.startsWith(prefix))
    .map(([name, value]) => [name.slice(prefix.length), value] as const);
  return {
    name: values.get('name') ?? '',
    abschnitte: Object.fromEntries(abschnitte),
    suchbegriffe: values.get('suchbegriffe') ?? '',
    pruefenBis: values.get('pruefenBis') ?? '',
  };
}

/** A text as the form shows it; typed again it gives the same. */
export function inputOf(inhalt: TextInhalt | null, name: string): TextInput {
  return {
    name: inhalt?.name ?? name,
    abschnitte: Object.fromEntries(
      (inhalt?.abschnitte ?? []).map(({ modul, inhalt: text }) => [modul, text]),
    ),
    suchbegriffe: (inhalt?.suchbegriffe ?? []).join(', '),
    pruefenBis: inhalt?.pruefenBis ?? '',
  };
}
