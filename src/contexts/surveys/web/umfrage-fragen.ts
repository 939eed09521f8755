import { html } from 'hono/html';
import type { Catalogue } from '#catalogue';
import type { LocalDate, Refusal } from '#kernel';
import { checkboxGroup, errorOf, fieldset, inputField, problemsOf, selectField } from '#ui';
import { type Frage, frageArten, type Umfrageinhalt, zusatzfragen } from '../domain/umfrage.ts';
import { frageArtLabel, zusatzLabel } from '../messages.ts';
import { frageZeilen } from './read-form.ts';

export function fragen({ inhalt, reason }: UmfrageFormOptions) {
  return fieldset(
    'Was zu jeder Leistung gefragt wird',
    html`${checkboxGroup({
      name: 'zusatz',
      label: 'Außer dem Bedarf',
      options: zusatzfragen.map((value) => ({ value, label: zusatzLabel[value] })),
      values: inhalt.zusatz,
      error: errorOf(problemsOf(reason), 'fragen'),
    })}${Array.from({ length: frageZeilen }, (_, at) => frageZeile(inhalt.fragen[at], at))}`,
    { hint: 'Eigene Fragen lassen sich leer lassen. Antworten zur Auswahl trennen Sie durch Strichpunkt.' },
  );
}

function frageZeile(frage: Frage | undefined, at: number) {
  const number = at + 1;
  return html`<div class="lw-field-grid"><input type="hidden" name="frageId${at}" value="${frage?.id ?? ''}">${inputField(
    {
      name: `frage${at}`,
      label: `Eigene Frage ${number}`,
      value: frage?.text ?? '',
      optional: true,
      maxLength: 200,
    },
  )}${selectField({
    name: `frageArt${at}`,
    label: `Art der Antwort ${number}`,
    options: frageArten.map((value) => ({ value, label: frageArtLabel[value] })),
    value: frage?.art ?? 'text',
    placeholder: null,
    optional: true,
  })}${inputField({
    name: `frageOptionen${at}`,
    label: `Antworten zur Auswahl ${number}`,
    value: frage?.optionen.join('; ') ?? '',
    optional: true,
  })}</div>`;
}

/** What the form of a survey shows. */
export interface UmfrageFormOptions {
  readonly action: string;
  readonly cancelHref: string;
  readonly csrfToken: string;
  readonly catalogue: Catalogue;
  readonly inhalt: Umfrageinhalt;
  readonly frist: LocalDate | null;
  readonly nachfrist: LocalDate | null;
  readonly grundlage: number;
  readonly reason: Refusal | null;
}
