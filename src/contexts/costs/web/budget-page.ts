import { html } from 'hono/html';
import { type PageAnswer, type PageRequest, type PageRoute, page, refusal } from '#platform';
import {
  buttonRow,
  emptyState,
  type ListDefinition,
  linkButton,
  listDownload,
  readListQuery,
  section,
} from '#ui';
import { budgetPdf } from '../bill-pdf.ts';
import type { CostsDeps } from '../costs-deps.ts';
import { euroNumber } from '../euro.ts';
import type { Payer } from '../use-cases/actors.ts';
import { budgetFor, frageOf, type Kommunalbudget } from '../use-cases/budget.ts';
import { kosten, payerRoute } from './answers.ts';
import { address, one, question, sums } from './budget-parts.ts';

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
