import { html } from 'hono/html';
import type { Refusal } from '#kernel';
import { formField } from '#platform';
import {
  button,
  buttonRow,
  checkboxGroup,
  errorOf,
  fieldset,
  form,
  type Html,
  inputField,
  problemsOf,
  radioGroup,
  textareaField,
} from '#ui';
import { type Meldung, type MeldungEingabe, partsOf } from '../domain/meldung.ts';
import { nennung, nennungen } from '../domain/nennung.ts';

const fields = [
  'art',
  'titel',
  'text',
  'vonTag',
  'vonZeit',
  'bisTag',
  'bisZeit',
  'sichtbarAb',
  'dienste',
  'kommunen',
] as const;

/** An announcement as it is typed, field by field. */
export type Typed = Readonly<Record<(typeof fields)[number], string>>;

export function typedIn(values: URLSearchParams): Typed {
  const typed = Object.fromEntries(fields.map((name) => [name, formField(values, name)])) as Typed;
  return { ...typed, dienste: values.getAll('dienste').join(',') };
}

export function inputOf({ dienste, kommunen, ...rest }: Typed): MeldungEingabe {
  return { ...rest, dienste: dienste.split(','), kommunen: nennungen(kommunen) };
}

/** What stands in the form before anybody typed. */
export function startingWith(meldung: Meldung | null, namen?: ReadonlyMap<string, string>): Typed {
  if (meldung === null) return typedIn(new URLSearchParams({ art: 'wartung' }));
  const [vonTag, vonZeit] = partsOf(meldung.von);
  const [bisTag, bisZeit] = partsOf(meldung.bis);
  return {
    ...{ art: meldung.art, titel: meldung.titel, text: meldung.text, vonTag, vonZeit, bisTag, bisZeit },
    sichtbarAb: meldung.sichtbarAb.slice(0, 10),
    dienste: meldung.dienste.join(','),
    kommunen: meldung.kommunen.map((ags) => nennung({ ags, name: namen?.get(ags) ?? '' })).join('\n'),
  };
}

interface FormOptions {
  readonly action: string;
  readonly csrfToken: string;
  readonly typed: Typed;
  readonly reason: Refusal | null;
  readonly hidden: Readonly<Record<string, string>>;
  /** What the provider may name. */
  readonly dienste: readonly { readonly id: string; readonly titel: string }[];
}

/** The form for an announcement. */
export function meldungForm({ action, csrfToken, typed, reason, hidden, dienste }: FormOptions): Html {
  const error = (name: keyof Typed) => errorOf(problemsOf(reason), name);
  const line = (
    name: keyof Typed,
    label: string,
    more: { readonly type?: 'date'; readonly hint?: string; readonly optional?: boolean } = {},
  ) => inputField({ name, label, ...more, value: typed[name], autocomplete: 'off', error: error(name) });
  return form(
    { action, csrfToken, hidden, label: 'Meldung' },
    html`${radioGroup({
      name: 'art',
      label: 'Art',
      value: typed.art,
      options: [
        { value: 'wartung', label: 'Wartung: Der Onlinedienst ist zeitweise nicht erreichbar' },
        { value: 'ankuendigung', label: 'Ankündigung' },
      ],
    })}
    ${line('titel', 'Was ist?', { hint: 'Zum Beispiel „Wartung von Hund anmelden“.' })}
    ${textareaField({ name: 'text', label: 'Mehr dazu', optional: true, rows: 3, value: typed.text, error: error('text') })}
    ${fieldset('Beginn', html`${line('vonTag', 'Tag', { type: 'date' })}${line('vonZeit', 'Uhrzeit', { hint: 'Zum Beispiel 22:00.' })}`)}
    ${fieldset('Ende', html`${line('bisTag', 'Tag', { type: 'date' })}${line('bisZeit', 'Uhrzeit')}`)}
    ${line('sichtbarAb', 'Auf den Portalen ab', { type: 'date', optional: true, hint: 'Leer: sofort.' })}
    ${checkboxGroup({
      name: 'dienste',
      label: 'Onlinedienste',
      hint: 'Nichts gewählt: alle, die Sie anbieten.',
      options: dienste.map(({ id, titel }) => ({ value: id, label: titel })),
      values: typed.dienste.split(','),
      error: error('dienste'),
    })}
    ${textareaField({
      name: 'kommunen',
      label: 'Kommunen',
      optional: true,
      rows: 2,
      hint: 'Namen oder Schlüssel, auch aus einer Tabelle eingefügt. Leer: alle, die einen davon nutzen.',
      value: typed.kommunen,
      error: error('kommunen'),
    })}
    ${buttonRow(button('Meldung speichern'))}`,
  );
}
