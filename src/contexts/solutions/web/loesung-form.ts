import { html } from 'hono/html';
import { addedFields, type Feld, fieldForm } from '#fields';
import { evidenceGrades, evidenceLabel, type FieldProblem, type LocalDate } from '#kernel';
import {
  button,
  buttonRow,
  errorOf,
  errorSummary,
  fieldset,
  form,
  type Html,
  inputField,
  linkButton,
  selectField,
  textareaField,
} from '#ui';
import { efaKriterien, efaUrteile } from '../domain/efa-kriterien.ts';
import { loesungsarten, loesungsstatus, niveaus } from '../domain/loesung.ts';
import { artLabel, kriteriumLabel, niveauLabel, statusLabel, urteilLabel } from '../messages.ts';
import { leistungField } from '../use-cases/read-leistungen.ts';
import { paths } from '../views/paths.ts';
import type { LeistungName } from './leistung-names.ts';
import { rowsOfForm } from './read-form.ts';
import { type WordedFields, wordedFields } from './worded-fields.ts';

/** Where a form of a Lösung goes, and what it carries unseen. */
export interface LoesungFormOptions {
  readonly action: string;
  readonly csrfToken: string;
  readonly hidden: Readonly<Record<string, string>>;
  /** Whether it may stay a draft. */
  readonly mayStayDraft: boolean;
  readonly submit: string;
  /** What a Leistung is called, where its number is known. */
  readonly leistungName: LeistungName;
  /** In the words that hold here, own ones with them. */
  readonly felder: readonly Feld[];
  readonly today: LocalDate;
}

type Field = (
  name: string,
  label: string,
) => { name: string; label: string; value: string; error: string | null };

/** The form of a Lösung: everything that the register keeps, required only what it cannot do without. */
export function loesungForm(
  values: URLSearchParams,
  problems: readonly FieldProblem[],
  { action, csrfToken, hidden, mayStayDraft, submit, leistungName, felder, today }: LoesungFormOptions,
): Html {
  const field: Field = (name, label) => ({
    name,
    label,
    value: values.get(name) ?? '',
    error: errorOf(problems, name),
  });
  const worded = wordedFields(felder, values, problems);
  return html`${errorSummary(problems)}${form(
    { action, csrfToken, hidden: { ...hidden, zeilen: String(rowsOfForm(values)) } },
    html`${fieldset('Die Lösung', basics(worded))}${fieldset('Preis', prices(worded))}
      ${fieldset('Technik und Voraussetzungen', technics(worded), { hint: 'In den Listen: ein Eintrag je Zeile.' })}
      ${fieldset('EfA-Mindestanforderungen', efaFields(field), { hint: 'Was niemand geprüft hat, bleibt „keine Angabe“ und zählt nicht als nicht erfüllt.' })}
      ${fieldset('Enthaltene Leistungen', leistungFields(values, field, leistungName))}
      ${ownFields({ felder, today }, values, problems)}${fieldset('Herkunft', origin(worded, field))}
      ${buttonRow(
        button(submit, { name: 'aktion', value: 'senden' }),
        mayStayDraft
          ? button('Als Entwurf speichern', { kind: 'secondary', name: 'aktion', value: 'entwurf' })
          : '',
        linkButton('Abbrechen', paths.register, { kind: 'tertiary' }),
      )}`,
  )}`;
}

function options<Value extends string>(values: readonly Value[], labels: Readonly<Record<Value, string>>) {
  return values.map((value) => ({ value, label: labels[value] }));
}

function basics({ input, area, select }: WordedFields): Html {
  return html`
    ${input('name', { maxLength: 200, width: 'full' })}
    ${select('art', { options: options(loesungsarten, artLabel) })}
    ${select('status', { options: options(loesungsstatus, statusLabel) })}
    ${input('verfuegbarAb', { type: 'date' })}${input('endetAm', { type: 'date' })}
    ${input('anbieter', { maxLength: 200, width: 'full' })}
    ${input('hersteller', { maxLength: 200, width: 'full' })}
    ${input('url', { type: 'url', width: 'full' })}${area('hinweis', { rows: 3, maxLength: 1000 })}`;
}

function prices({ input, area }: WordedFields): Html {
  const euro = { inputmode: 'decimal', width: 'medium' } as const;
  return html`${area('preisText', { rows: 2, maxLength: 1000 })}${input('preisEinmalig', euro)}${input('preisJaehrlich', euro)}`;
}

function technics({ area, select }: WordedFields): Html {
  const list = { rows: 3 } as const;
  const level = { placeholder: 'keine Angabe', options: options(niveaus, niveauLabel) } as const;
  return html`
    ${area('schnittstellen', list)}${area('fachverfahren', list)}
    ${area('voraussetzungen', { rows: 3, maxLength: 1000 })}${select('vertrauensniveau', level)}
    ${area('zahlverfahren', list)}${area('portale', list)}`;
}

function efaFields(field: Field): Html {
  return html`${efaKriterien.map((each) =>
    selectField({
      ...field(`efa-${each}`, kriteriumLabel[each]),
      optional: true,
      placeholder: 'keine Angabe',
      options: options(efaUrteile, urteilLabel),
    }),
  )}`;
}

function leistungFields(values: URLSearchParams, field: Field, nameOf: LeistungName): Html {
  const rows = Array.from({ length: rowsOfForm(values) }, (_, index) =>
    leistungRow(index, field, nameOf(values.get(leistungField(index)) ?? '')),
  );
  return html`<p>Je Leistung Nummer (L…), LeiKa-Schlüssel oder genauer Name; leere Zeilen zählen nicht.</p>${rows}
    ${button('Weitere Zeilen', { kind: 'tertiary', name: 'aktion', value: 'zeilen' })}`;
}

function levels(highest: number) {
  return Array.from({ length: highest + 1 }, (_, level) => ({ value: String(level), label: String(level) }));
}

function leistungRow(index: number, field: Field, name: string | null): Html {
  const part = (name: string) => leistungField(index, name);
  const open = { optional: true, placeholder: 'keine Angabe' } as const;
  return fieldset(
    name === null ? `Leistung ${index + 1}` : `Leistung ${index + 1}: ${name}`,
    html`<div class="lw-inline-form">
      ${inputField({ ...field(leistungField(index), 'Leistung'), optional: true, maxLength: 300 })}
      ${selectField({ ...field(part('leistungStatus'), 'Status'), ...open, placeholder: 'verfügbar', options: options(loesungsstatus, statusLabel) })}
      ${selectField({ ...field(part('reifegrad11'), 'Reifegrad 1.1'), ...open, options: levels(4) })}
      ${selectField({ ...field(part('reifegrad20'), 'Reifegrad 2.0'), ...open, options: levels(7) })}
      ${inputField({ ...field(part('kommentar'), 'Kommentar'), optional: true, maxLength: 500 })}</div>`,
  );
}

function origin({ input, select }: WordedFields, field: Field): Html {
  return html`
    ${input('quelle', { maxLength: 200, width: 'full' })}
    ${input('quelleUrl', { type: 'url', width: 'full' })}${input('quelleStand', { type: 'date' })}
    ${select('evidenz', { options: options(evidenceGrades, evidenceLabel) })}
    ${inputField({ ...field('giltAb', 'Gilt im Register ab'), type: 'date', optional: true, hint: 'Ohne Angabe: ab heute' })}
    ${textareaField({ ...field('begruendung', 'Nachricht an die Moderation'), optional: true, rows: 3, maxLength: 1000 })}`;
}

/** The fields that the IT-Dienstleister added; nothing where there are none. */
function ownFields(
  { felder, today }: Pick<LoesungFormOptions, 'felder' | 'today'>,
  values: URLSearchParams,
  problems: readonly FieldProblem[],
): Html | '' {
  const added = addedFields(felder);
  if (added.length === 0) return '';
  const werte = Object.fromEntries(added.map(({ key }) => [key, values.get(`feld.${key}`) ?? '']));
  return fieldset('Weitere Angaben', fieldForm(added, { werte, day: today, problems }));
}
