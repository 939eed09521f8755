import { html } from 'hono/html';
import type { Catalogue } from '#catalogue';
import { addedFields, type Feld, fieldForm, fieldHelp, fieldTexts } from '#fields';
import type { FieldProblem, LocalDate } from '#kernel';
import { errorOf, fieldset, type Html, inputField, textareaField } from '#ui';
import { eigenesPrefix, type Felder, feldLabel } from '../felder/feldnamen.ts';

/** What the form of a project shows. */
export interface FormOptions {
  readonly action: string;
  readonly cancelHref: string;
  readonly csrfToken: string;
  readonly felder: Felder;
  /** The fields as they were read, to be told apart from what the person typed. */
  readonly gelesen: Felder;
  readonly grundlage: number | null;
  readonly problems: readonly FieldProblem[];
  readonly catalogue: Catalogue;
  /** The fields as they are worded here, own ones with them. */
  readonly beschreibung: readonly Feld[];
  readonly today: LocalDate;
}

/** Name, label, hint, duty, value and error of a field; days of phases go by the words of the code. */
export function base({ felder, problems, beschreibung }: FormOptions, name: string) {
  const feld = beschreibung.find(({ key }) => key === name);
  return {
    name,
    ...(feld ? fieldTexts(feld) : { label: feldLabel[name] ?? name, hint: '', optional: true }),
    value: felder[name] ?? '',
    error: errorOf(problems, name),
  };
}

/** A control with the longer help of its field, where somebody wrote one. */
export function helped({ beschreibung }: FormOptions, name: string, control: Html): Html {
  const feld = beschreibung.find(({ key }) => key === name);
  const help = feld ? fieldHelp(feld) : '';
  return help === '' ? control : html`<div class="lw-stack">${control}${help}</div>`;
}

export function text(options: FormOptions, name: string) {
  return helped(options, name, inputField({ ...base(options, name), maxLength: 200 }));
}

export function area(options: FormOptions, name: string, rows = 3) {
  return helped(options, name, textareaField({ ...base(options, name), rows }));
}

export function date(options: FormOptions, name: string) {
  return helped(options, name, inputField({ ...base(options, name), type: 'date' }));
}

/** The fields that the house added; nothing where there are none. */
export function ownFields({ beschreibung, felder, today, problems }: FormOptions): Html | '' {
  const added = addedFields(beschreibung);
  if (added.length === 0) return '';
  const werte = Object.fromEntries(added.map(({ key }) => [key, felder[`${eigenesPrefix}${key}`] ?? '']));
  return fieldset('Weitere Angaben', fieldForm(added, { werte, day: today, problems }), {
    hint: 'Diese Angaben können alle lesen.',
  });
}
