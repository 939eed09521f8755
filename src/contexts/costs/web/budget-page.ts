import { html } from 'hono/html';
import { formatCents } from '#kernel';
import { formField, type PageAnswer, type PageRequest, type PageRoute, page, refusal } from '#platform';
import {
  accordion,
  button,
  buttonRow,
  checkboxGroup,
  emptyState,
  form,
  type Html,
  inputField,
  type ListDefinition,
  linkButton,
  listDownload,
  readListQuery,
  section,
  stackedBars,
  table,
} from '#ui';
import { budgetPdf } from '../bill-pdf.ts';
import type { CostsDeps } from '../costs-deps.ts';
import { euroNumber } from '../euro.ts';
import type { Payer } from '../use-cases/actors.ts';
import { budgetFor, frageOf, type Kommunalbudget } from '../use-cases/budget.ts';
import { kosten, payerRoute } from './answers.ts';

const address = '/kosten/budget';

/** Five years of what Onlinedienste cost a Kommune, for its Kämmerei. */
export function budgetRoutes(deps: CostsDeps): readonly PageRoute[] {
  return (['', '.pdf', '.csv', '.xlsx'] as const).map((ending) =>
    payerRoute(deps, 'costs.budget', `${address}${ending}`, (who, request) =>
      answer(deps, who, request, ending),
    ),
  );
}

async function answer(
  deps: CostsDeps,
  who: Payer,
  { query }: PageRequest,
  ending: '' | '.pdf' | '.csv' | '.xlsx',
): Promise<PageAnswer> {
  const found = await budgetFor(deps, who, frageOf(query, deps.clock.today()));
  if (!found.ok) return refusal(found.refusal);
  if (ending === '') return show(who, query, found.value);
  const fileName = `budget-${who.kommune.ags}-${found.value.frage.abJahr}`;
  if (ending === '.pdf') {
    const made = await budgetPdf(found.value, who.kommune.name, deps.clock.now());
    return {
      kind: 'download',
      fileName: `${fileName}.pdf`,
      contentType: 'application/pdf',
      body: new Uint8Array(made),
    };
  }
  const asked = readListQuery(definition, new URLSearchParams()).query;
  return listDownload(definition, rowsOf(found.value), asked, ending === '.csv' ? 'csv' : 'xlsx', {
    fileName,
    notes: {
      title: 'Budget für Onlinedienste',
      source: 'Abrechnungen und Preisschilder; Preisentwicklung: Annahme',
      state: deps.clock.today(),
      demo: deps.demo,
      createdAt: deps.clock.now(),
    },
  });
}

interface Zeile {
  readonly titel: string;
  readonly jahr: number;
  readonly laufend: number;
  readonly einmalig: number;
  readonly niedrig: number;
  readonly erwartet: number;
  readonly hoch: number;
  readonly annahmen: string;
}

const definition: ListDefinition<Zeile> = {
  id: 'budget',
  defaultSort: { key: 'titel', descending: false },
  columns: [
    { key: 'titel', label: 'Onlinedienst', width: 'wide', value: ({ titel }) => titel },
    { key: 'jahr', label: 'Jahr', kind: 'number', value: ({ jahr }) => jahr },
    { key: 'laufend', label: 'Laufend, erwartet', kind: 'number', value: ({ laufend }) => laufend },
    { key: 'einmalig', label: 'Einmalig, erwartet', kind: 'number', value: ({ einmalig }) => einmalig },
    { key: 'niedrig', label: 'Summe mindestens', kind: 'number', value: ({ niedrig }) => niedrig },
    { key: 'erwartet', label: 'Summe erwartet', kind: 'number', value: ({ erwartet }) => erwartet },
    { key: 'hoch', label: 'Summe höchstens', kind: 'number', value: ({ hoch }) => hoch },
    { key: 'annahmen', label: 'Annahmen', width: 'wide', value: ({ annahmen }) => annahmen },
  ],
};

function rowsOf({ posten }: Kommunalbudget): readonly Zeile[] {
  return posten.flatMap(({ titel, budget, hinweise }) =>
    budget.jahre.map(({ jahr, laufend, einmalig, summe }) => ({
      ...{ titel, jahr },
      laufend: euroNumber(laufend.erwartet),
      einmalig: euroNumber(einmalig.erwartet),
      niedrig: euroNumber(summe.niedrig),
      erwartet: euroNumber(summe.erwartet),
      hoch: euroNumber(summe.hoch),
      annahmen: [...hinweise, ...budget.annahmen].join(' '),
    })),
  );
}

function show({ kommune }: Payer, query: URLSearchParams, budget: Kommunalbudget): PageAnswer {
  const { posten, frage } = budget;
  const last = frage.abJahr + frage.jahre - 1;
  const same = new URLSearchParams(query).toString();
  const file = (ending: string, label: string) =>
    linkButton(label, `${address}${ending}${same === '' ? '' : `?${same}`}`, { kind: 'tertiary' });
  return page({
    title: `Budget ${frage.abJahr} bis ${last}`,
    lead: `Was Onlinedienste ${kommune.name} in fünf Jahren kosten, mit Anbindung. Alle Beträge mit Umsatzsteuer.`,
    breadcrumb: [kosten],
    wide: true,
    main: html`${
      posten.length === 0
        ? emptyState({
            title: 'Noch nichts zu rechnen',
            body: 'Das Budget entsteht aus Abrechnungen und aus Onlinediensten, die Sie unten dazunehmen.',
          })
        : html`${sums(budget)}${posten.map(one)}${section('Zum Mitnehmen', buttonRow(file('.pdf', 'PDF'), file('.xlsx', 'Excel'), file('.csv', 'CSV')))}`
    }${question(query, budget)}`,
  });
}

function sums({ posten, summen }: Kommunalbudget): Html {
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

function one({ titel, vorhanden, budget, hinweise }: Kommunalbudget['posten'][number]): Html {
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

function question(query: URLSearchParams, { frage, weitere }: Kommunalbudget): Html {
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
