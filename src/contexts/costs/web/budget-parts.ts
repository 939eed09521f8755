import { html } from 'hono/html';
import { formatCents } from '#kernel';
import { formField } from '#platform';
import {
  accordion,
  button,
  buttonRow,
  checkboxGroup,
  form,
  type Html,
  inputField,
  section,
  stackedBars,
  table,
} from '#ui';
import { euroNumber } from '../euro.ts';
import type { Kommunalbudget } from '../use-cases/budget.ts';

export const address = '/kosten/budget';

export function sums({ posten, summen }: Kommunalbudget): Html {
  return section(
    'Zusammen',
    html`${table({
      caption: 'Je Jahr',
      captionHidden: true,
      columns: [
        { label: 'Jahr' },
        { label: 'Mindestens', numeric: true },
        { label: 'Erwartet', numeric: true },
        { label: 'Höchstens', numeric: true },
      ],
      rows: summen.map(({ jahr, summe }) => [
        String(jahr),
        formatCents(summe.niedrig),
        formatCents(summe.erwartet),
        formatCents(summe.hoch),
      ]),
    })}${stackedBars({
      id: 'budget',
      caption: 'Erwartete Kosten je Jahr, in Euro',
      description: 'Ein Balken je Jahr, ein Teil je Onlinedienst.',
      rowLabel: 'Jahr',
      parts: posten.map(({ titel }) => ({ label: titel })),
      rows: summen.map(({ jahr }) => ({
        label: String(jahr),
        values: posten.map(({ budget }) =>
          euroNumber(budget.jahre.find((each) => each.jahr === jahr)?.summe.erwartet ?? 0n),
        ),
      })),
    })}`,
  );
}

export function one({ titel, vorhanden, budget, hinweise }: Kommunalbudget['posten'][number]): Html {
  return section(
    vorhanden ? titel : `${titel} (käme dazu)`,
    html`${table({
      caption: titel,
      captionHidden: true,
      small: true,
      columns: [
        { label: 'Jahr' },
        { label: 'Laufend', numeric: true },
        { label: 'Einmalig', numeric: true },
        { label: 'Mindestens', numeric: true },
        { label: 'Erwartet', numeric: true },
        { label: 'Höchstens', numeric: true },
      ],
      rows: budget.jahre.map(({ jahr, laufend, einmalig, summe }) => [
        String(jahr),
        formatCents(laufend.erwartet),
        formatCents(einmalig.erwartet),
        formatCents(summe.niedrig),
        formatCents(summe.erwartet),
        formatCents(summe.hoch),
      ]),
    })}${accordion({
      title: 'Worauf das beruht',
      body: html`<ul class="kern-list kern-list--bullet">${[...hinweise, ...budget.annahmen].map((text) => html`<li>${text}</li>`)}</ul>`,
    })}`,
  );
}

export function question(query: URLSearchParams, { frage, weitere }: Kommunalbudget): Html {
  const percent = (name: 'niedrig' | 'erwartet' | 'hoch', label: string, otherwise: string) =>
    inputField({
      name,
      label,
      value: formField(query, name) || otherwise,
      inputmode: 'decimal',
      width: 'narrow',
    });
  return section(
    'Anders rechnen',
    form(
      { action: address, method: 'get', label: 'Anders rechnen' },
      html`${inputField({ name: 'ab', label: 'Ab dem Jahr', value: String(frage.abJahr), inputmode: 'numeric', width: 'narrow', maxLength: 4 })}${percent('niedrig', 'Preise steigen mindestens, in Prozent im Jahr', '0')}${percent('erwartet', 'Preise steigen voraussichtlich', '2')}${percent('hoch', 'Preise steigen höchstens', '4')}${
        weitere.length === 0
          ? ''
          : checkboxGroup({
              name: 'dienst',
              label: 'Onlinedienste dazunehmen',
              optional: true,
              options: weitere.map(({ dienst, titel }) => ({ value: dienst, label: titel })),
              values: frage.dazu,
            })
      }${buttonRow(button('Rechnen', { kind: 'secondary' }))}`,
    ),
    { lead: 'Wie sich Preise entwickeln, ist eine Annahme. Tragen Sie ein, womit Ihr Haus rechnet.' },
  );
}
