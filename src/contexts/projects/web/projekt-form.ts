import { html } from 'hono/html';
import { button, buttonRow, checkboxGroup, fieldset, form, linkButton, selectField } from '#ui';
import { abschlussArten } from '../domain/phase.ts';
import { efaTypen, groessenklassen } from '../domain/projekt.ts';
import { efaTypLabel, groessenklasseLabel, projektphaseLabel } from '../messages.ts';
import { area, base, date, type FormOptions, helped, ownFields, text } from './form-fields.ts';
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
    html`${what(options)}${team(options)}${phases(options)}${ending(options)}${funding(options)}${ownFields(options)}${internal(options)}
    ${buttonRow(button('Speichern'), linkButton('Abbrechen', cancelHref, { kind: 'tertiary' }))}`,
  );
}

function what(options: FormOptions) {
  const { catalogue } = options;
  const choice = (name: string, labels: readonly string[]) =>
    helped(
      options,
      name,
      selectField({
        ...base(options, name),
        placeholder: 'keine Angabe',
        options: labels.map((label) => ({ value: label, label })),
      }),
    );
  return fieldset(
    'Was ist das Projekt?',
    html`${text(options, 'titel')}${area(options, 'kurz')}${choice(
      'themenfeld',
      catalogue.themenfelder.map(({ name }) => name),
    )}${choice(
      'efaTyp',
      efaTypen.map((typ) => efaTypLabel[typ]),
    )}${area(options, 'leistungen', 4)}${area(options, 'loesungen')}${klassen(options)}${area(options, 'portale')}`,
  );
}

function klassen(options: FormOptions) {
  const group = checkboxGroup({
    ...base(options, 'groessenklassen'),
    options: groessenklassen
      .map((klasse) => groessenklasseLabel[klasse])
      .map((label) => ({ value: label, label })),
    values: (options.felder.groessenklassen ?? '').split('\n'),
  });
  return helped(options, 'groessenklassen', group);
}

function team(options: FormOptions) {
  return fieldset(
    'Wer macht mit?',
    html`${text(options, 'federfuehrung')}${text(options, 'postfach')}${area(options, 'kernteamFach')}${area(options, 'kernteamIt')}`,
  );
}

function ending(options: FormOptions) {
  return fieldset(
    'Abschluss',
    html`${selectField({
      ...base(options, 'abschluss'),
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
    html`${text(options, 'foerderprogramm')}${date(options, 'foerderVon')}${date(options, 'foerderBis')}${date(options, 'antragsfrist')}${area(options, 'dokumente')}${area(options, 'notiz')}`,
  );
}

function internal(options: FormOptions) {
  return fieldset(
    'Nur für Ihr Haus',
    html`${text(options, 'kontakt')}${text(options, 'quote')}${text(options, 'betrag')}${date(options, 'nachweisFrist')}${date(options, 'nachweisAm')}${area(options, 'internNotiz')}`,
    { hint: 'Diesen Teil liest niemand außerhalb Ihres Hauses.' },
  );
}
