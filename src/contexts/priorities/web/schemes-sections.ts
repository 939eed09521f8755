import { html } from 'hono/html';
import { formatLocalDate } from '#kernel';
import {
  button,
  buttonRow,
  emptyState,
  form,
  formatInstant,
  linkButton,
  section,
  selectField,
  table,
  textLink,
} from '#ui';
import type { Beschluss, Schemafassung } from '../domain/beschluss.ts';
import { paths } from './paths.ts';

export function decidedSection(beschluesse: readonly Beschluss[]) {
  return section(
    'Beschlossen',
    table({
      caption: 'Beschlossene Schemata',
      captionHidden: true,
      columns: [
        { label: 'Beschluss' },
        { label: 'Wer' },
        { label: 'Wann' },
        { label: 'Stichtag der Werte' },
        { label: 'Warum', width: 'wide' },
      ],
      rows: beschluesse.map(({ nummer, titel, gremium, beschlossenAm, stichtag, grund }, index) => [
        html`${textLink(paths.beschluss(nummer), `${nummer}. ${titel}`)}${index === 0 ? ' (gilt)' : ''}`,
        gremium,
        formatInstant(beschlossenAm),
        formatLocalDate(stichtag),
        grund,
      ]),
      empty: emptyState({
        title: 'Noch nichts beschlossen',
        body: 'Bis dahin rechnet die Rangfolge mit den üblichen Gewichten.',
      }),
    }),
  );
}

export function draftSection(schemata: readonly Schemafassung[], beschluesse: readonly Beschluss[]) {
  const decided = new Set(beschluesse.map(({ schemaId, fassung }) => `${schemaId} ${fassung}`));
  return section(
    'Schemata',
    table({
      caption: 'Schemata',
      captionHidden: true,
      columns: [
        { label: 'Schema', width: 'wide' },
        { label: 'Fassung', numeric: true },
        { label: 'Gespeichert' },
        { label: 'Zustand' },
      ],
      rows: schemata.map(({ id, titel, fassung, gespeichertAm }) => [
        textLink(paths.schema(id), titel),
        String(fassung),
        formatInstant(gespeichertAm),
        decided.has(`${id} ${fassung}`) ? 'beschlossen' : 'Entwurf',
      ]),
      empty: emptyState({
        title: 'Noch kein Schema',
        body: 'Probieren Sie in der Rangfolge Gewichte aus und speichern Sie sie unter einem Namen.',
        action: linkButton('Neues Schema', neu, { kind: 'secondary' }),
      }),
    }),
  );
}

/** Chooses two schemes to compare. */
export function compareSection(schemata: readonly Schemafassung[], a = '', b = '') {
  if (schemata.length < 2) return '';
  const options = schemata.map(({ id, titel }) => ({ value: id, label: titel }));
  return section(
    'Zwei Schemata vergleichen',
    form(
      { action: paths.schemavergleich, method: 'get', label: 'Schemata wählen' },
      html`${selectField({ name: 'a', label: 'Vorher', options, value: a || options[1]?.value, placeholder: null })}${selectField({ name: 'b', label: 'Nachher', options, value: b || options[0]?.value, placeholder: null })}${buttonRow(button('Vergleichen', { kind: 'secondary' }))}`,
    ),
    { lead: 'Wer steigt, wer fällt, und um wie viele Plätze.' },
  );
}

export const neu = `${paths.schemata}/neu`;
