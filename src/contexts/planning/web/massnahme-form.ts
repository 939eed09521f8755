import { html } from 'hono/html';
import type { Refusal } from '#kernel';
import type { PageContent, PageRequest } from '#platform';
import {
  button,
  buttonRow,
  checkboxField,
  errorOf,
  form,
  inputField,
  linkButton,
  refusalNotice,
  selectField,
  textareaField,
} from '#ui';
import type { Massnahme } from '../domain/massnahme.ts';
import { type Felder, feldLabel } from '../felder/massnahme-felder.ts';
import type { Bestand } from '../use-cases/grundlage.ts';
import { planung } from './answers.ts';

/** What the form of a Massnahme shows. */
export interface Formular {
  readonly massnahme: Massnahme | null;
  readonly typed: Felder;
  readonly reason: Refusal | null;
  readonly bestand: Bestand;
}

export const address = '/planung/massnahmen';

/** The form of one Massnahme. */
export function massnahmeContent(request: PageRequest, formular: Formular): PageContent {
  const { massnahme, typed, reason, bestand } = formular;
  const here = massnahme ? `${address}/${massnahme.id}` : `${address}/neu`;
  const base = (name: string) => ({
    name,
    label: feldLabel[name] ?? name,
    value: typed[name] ?? '',
    error: errorOf(reason?.fields, name),
  });
  const grundlage = reason ? (request.form.get('grundlage') ?? '0') : String(massnahme?.fassung ?? 0);
  return {
    title: massnahme ? massnahme.inhalt.titel : 'Maßnahme anlegen',
    preline: 'Maßnahme',
    breadcrumb: [planung, { label: 'Maßnahmen', href: address }],
    main: html`${refusalNotice(reason)}${form(
      { action: here, csrfToken: request.csrfToken, label: 'Maßnahme', hidden: { grundlage } },
      html`${inputField({ ...base('titel'), maxLength: 200 })}${inputField({
        ...base('leistung'),
        hint: 'Nummer im Katalog, zum Beispiel L02950.',
        optional: true,
        width: 'medium',
      })}${selectField({
        ...base('vorlage'),
        options: bestand.vorlagen
          .filter(({ beendet, id }) => !beendet || id === typed.vorlage)
          .map(({ id, name }) => ({ value: id, label: name })),
      })}${textareaField({
        ...base('kommunen'),
        hint: 'Schlüssel (AGS) und, wenn gewünscht, ab welchem Quartal: 05766044 2027-Q1. Durch Komma oder Zeile getrennt.',
        rows: 6,
      })}${inputField({
        ...base('gewicht'),
        hint: '1 bis 100: So viel zählt ein Quartal Verspätung für eine Kommune.',
        type: 'number',
        min: 1,
        max: 100,
        width: 'narrow',
      })}${textareaField({ ...base('begruendung'), optional: true, rows: 2 })}${inputField({
        ...base('verfuegbarAb'),
        hint: 'Ohne Angabe gilt, was das Umsetzungsprojekt der Leistung plant.',
        type: 'date',
        optional: true,
      })}${inputField({ ...base('frist'), type: 'date', optional: true })}${inputField({
        ...base('nach'),
        hint: 'Kennungen der Maßnahmen, die ein Quartal vorher da sein müssen, durch Komma getrennt.',
        optional: true,
      })}${checkboxField({
        name: 'beendet',
        label: 'Erledigt oder aufgegeben: nicht mehr planen',
        checked: typed.beendet === 'ja',
      })}${buttonRow(button('Speichern'), linkButton('Abbrechen', address, { kind: 'tertiary' }))}`,
    )}`,
  };
}
