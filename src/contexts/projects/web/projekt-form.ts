import { html } from 'hono/html';
import {
  button,
  buttonRow,
  checkboxGroup,
  errorOf,
  fieldset,
  form,
  inputField,
  linkButton,
  selectField,
} from '#ui';
import { abschlussArten } from '../domain/phase.ts';
import { efaTypen, groessenklassen } from '../domain/projekt.ts';
import { feldLabel } from '../felder/feldnamen.ts';
import { efaTypLabel, groessenklasseLabel, projektphaseLabel } from '../messages.ts';
import { area, base, date, type FormOptions, text } from './form-fields.ts';
import { phases } from './phasen-form.ts';

/** Where the form carries the fields as they were read. */
export const gelesenPrefix = 'gelesen.';

/** All fields of a project. */
export function projektForm(options: FormOptions) {
  const { action, csrfToken, cancelHref, grundlage, gelesen } = options;
  const read = Object.fromEntries(
    Object.entries(gelesen).map(([name, value]) => [`${gelesenPrefix}${name}`, value]),
  );
  return form(
    {
      action,
      csrfToken,
      label: 'Alle Angaben',
      hidden: { ...(grundlage === null ? {} : { grundlage: String(grundlage) }), ...read },
    },
    html`${what(options)}${team(options)}${phases(options)}${ending(options)}${funding(options)}${internal(options)}
    ${buttonRow(button('Speichern'), linkButton('Abbrechen', cancelHref, { kind: 'tertiary' }))}`,
  );
}

const eachLine = 'Ein Eintrag je Zeile.';

function what(options: FormOptions) {
  const { catalogue } = options;
  return fieldset(
    'Was ist das Projekt?',
    html`${inputField({ ...base(options, 'titel'), maxLength: 200 })}${area(options, 'kurz')}${selectField({
      ...base(options, 'themenfeld'),
      optional: true,
      placeholder: 'keine Angabe',
      options: catalogue.themenfelder.map(({ name }) => ({ value: name, label: name })),
    })}${selectField({
      ...base(options, 'efaTyp'),
      optional: true,
      placeholder: 'keine Angabe',
      options: efaTypen.map((typ) => ({ value: efaTypLabel[typ], label: efaTypLabel[typ] })),
    })}${area(options, 'leistungen', 'Eine Leistung je Zeile: Nummer (L02950), LeiKa-Schlüssel oder genauer Name.', 4)}${area(
      options,
      'loesungen',
      'Kennungen der Lösungen, die das Projekt bringt, eine je Zeile.',
    )}${klassen(options)}${area(options, 'portale', eachLine)}`,
  );
}

function klassen({ felder, problems }: FormOptions) {
  return checkboxGroup({
    name: 'groessenklassen',
    label: feldLabel.groessenklassen ?? '',
    hint: 'Ohne Haken heißt: keine Angabe.',
    error: errorOf(problems, 'groessenklassen'),
    options: groessenklassen
      .map((klasse) => groessenklasseLabel[klasse])
      .map((label) => ({ value: label, label })),
    values: (felder.groessenklassen ?? '').split('\n'),
  });
}

function team(options: FormOptions) {
  return fieldset(
    'Wer macht mit?',
    html`${inputField({ ...base(options, 'federfuehrung', 'Die Organisation, die leitet. Keine Personen.'), maxLength: 200 })}${text(
      options,
      'postfach',
      'Ein Funktionspostfach wie ozg@example.de. Alle können es lesen.',
    )}${area(options, 'kernteamFach', `Organisationen, die fachlich mitarbeiten und das zugesichert haben. ${eachLine}`)}${area(
      options,
      'kernteamIt',
      `Organisationen, die technisch mitarbeiten und das zugesichert haben. ${eachLine}`,
    )}`,
  );
}

function ending(options: FormOptions) {
  return fieldset(
    'Abschluss',
    html`${selectField({
      ...base(options, 'abschluss'),
      optional: true,
      placeholder: 'nicht beendet',
      options: abschlussArten.map((art) => ({
        value: projektphaseLabel[art],
        label: projektphaseLabel[art],
      })),
    })}${date(options, 'abschlussAm')}${text(options, 'abschlussGrund')}`,
  );
}

function funding(options: FormOptions) {
  return fieldset(
    'Förderung und Unterlagen',
    html`${text(options, 'foerderprogramm')}${date(options, 'foerderVon')}${date(options, 'foerderBis')}${date(options, 'antragsfrist')}${area(
      options,
      'dokumente',
      'Je Zeile: Titel | https://adresse',
    )}${area(options, 'notiz')}`,
  );
}

function internal(options: FormOptions) {
  return fieldset(
    'Nur für Ihr Haus',
    html`${text(options, 'kontakt')}${text(options, 'quote', 'In Prozent, zum Beispiel 80 oder 66,67.')}${text(
      options,
      'betrag',
      'In Euro, zum Beispiel 125.000,00.',
    )}${date(options, 'nachweisFrist')}${date(options, 'nachweisAm')}${area(options, 'internNotiz')}`,
    { hint: 'Diesen Teil liest niemand außerhalb Ihres Hauses.' },
  );
}
