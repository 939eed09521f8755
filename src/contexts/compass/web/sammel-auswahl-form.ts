import { html } from 'hono/html';
import type { Refusal } from '#kernel';
import type { PageContent, PageRequest } from '#platform';
import {
  button,
  buttonRow,
  checkboxGroup,
  errorOf,
  form,
  formatNumber,
  type Html,
  inputField,
  problemsOf,
  refusalNotice,
  section,
  selectField,
  textareaField,
} from '#ui';
import { keineAngabeWort } from '../domain/parse-wunsch.ts';
import { prioritaeten } from '../domain/stand.ts';
import { zustaende } from '../domain/zustand.ts';
import { feldLabel, zustandLabel } from '../messages.ts';
import type { Namen } from '../views/feld-text.ts';
import { backToStand, sammelAddress } from './sammel-address.ts';
import { type SammelFeld, sammelFelder } from './sammel-auswahl-input.ts';

/** The form that asks what shall hold for all chosen Leistungen. */
export function sammelFormPage(
  namen: Namen,
  ids: readonly string[],
  request: PageRequest,
  reason: Refusal | null,
): PageContent {
  const count = ids.length === 1 ? '1 Leistung' : `${formatNumber(ids.length)} Leistungen`;
  return {
    title: `${count} gemeinsam ändern`,
    preline: 'Umsetzungsstand',
    lead: 'Ausgefüllte Felder werden bei allen gesetzt, alle anderen bleiben. Danach sehen Sie für jede Leistung, was sich ändern würde.',
    breadcrumb: [{ label: 'Umsetzungsstand', href: '/stand' }],
    main: html`${refusalNotice(reason)}${form(
      {
        action: `${sammelAddress}/vorschau`,
        csrfToken: request.csrfToken,
        hidden: { leistungen: ids.join(' ') },
        label: 'Was soll gelten?',
      },
      html`${section('Was soll gelten?', html`${fields(namen, request.form, reason)}`)}${buttonRow(button('Vorschau zeigen'), backToStand)}`,
    )}`,
  };
}

function fields(namen: Namen, given: URLSearchParams, reason: Refusal | null): readonly Html[] {
  const common = (name: SammelFeld) => ({
    name,
    label: labelOf(namen, name),
    optional: true,
    value: given.get(name) ?? '',
    error: errorOf(problemsOf(reason), name),
  });
  const select = (name: SammelFeld, options: readonly { readonly value: string; readonly label: string }[]) =>
    selectField({ ...common(name), options, placeholder: 'nicht ändern' });
  const named = (list: readonly { readonly id: string; readonly name: string }[]) =>
    list.map(({ id, name }) => ({ value: id, label: name }));
  const people = named(namen.personen.filter(({ entfernt }) => !entfernt));
  return [
    select('zustand', [
      ...zustaende.map((value) => ({ value, label: zustandLabel[value] })),
      { value: keineAngabeWort, label: 'keine Angabe (Angaben zurücknehmen)' },
    ]),
    inputField({ ...common('grund'), maxLength: 500, hint: 'nötig bei „nicht anwendbar“' }),
    ...(['geplantFuer', 'umgesetztAm', 'abgeschaltetAm'] as const).map((name) =>
      inputField({ ...common(name), type: 'date' }),
    ),
    select(
      'prioritaet',
      prioritaeten.map((each) => ({ value: String(each), label: String(each) })),
    ),
    select('zustaendig', people),
    select('vertretung', people),
    select('fachbereichId', named(namen.fachbereiche.fachbereiche)),
    select('loesungId', named(namen.loesungen)),
    textareaField({ ...common('bemerkung'), maxLength: 2000, rows: 3 }),
    checkboxGroup({
      name: 'leeren',
      label: 'Diese Felder leeren',
      optional: true,
      values: given.getAll('leeren'),
      options: sammelFelder
        .filter((feld) => feld !== 'zustand')
        .map((feld) => ({ value: feld, label: labelOf(namen, feld) })),
    }),
  ];
}

/** The label of a field as it is worded here. */
function labelOf({ felder }: Namen, name: SammelFeld): string {
  return felder.find(({ key }) => key === name)?.label ?? capital(feldLabel[name]);
}

const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);
