import { type PageAnswer, type PageRoute, refusal } from '#platform';
import { type ListDefinition, listDownload, readListQuery } from '#ui';
import type { CostsDeps } from '../costs-deps.ts';
import { euroNumber } from '../euro.ts';
import { pdfBytes, type Seite, seiteFor, sheetJson } from '../use-cases/seite.ts';

/** A bill as files: PDF, the sheet for machines, the shares as tables. A Kommune gets its own share only. */
export function fileRoutes(deps: CostsDeps): readonly PageRoute[] {
  const route = (
    capability: string,
    path: string,
    make: (stand: Seite) => Promise<PageAnswer>,
  ): PageRoute => ({
    capability,
    method: 'GET',
    path: `/abrechnungen/:id/${path}`,
    access: 'signed-in',
    handle: async (request) => {
      const stand = await seiteFor(deps, request);
      return stand.ok ? make(stand.value) : refusal(stand.refusal);
    },
  });
  return [
    route('costs.bill.pdf', 'pdf', (stand) => pdfOf(deps, stand)),
    route('costs.bill.sheet', 'blatt', async (stand) => sheetOf(stand)),
    route('costs.bill', 'anteile.csv', (stand) => sharesOf(deps, stand, 'csv')),
    route('costs.bill', 'anteile.xlsx', (stand) => sharesOf(deps, stand, 'xlsx')),
  ];
}

function nameOf(stand: Seite): string {
  if (stand.art === 'kommune') return stand.anteil.rechnungsnummer.replace('/', '-');
  const { nummer, dienst, jahr } = stand.stand.kopf;
  return nummer ?? `entwurf-${dienst}-${jahr}`;
}

async function pdfOf(deps: CostsDeps, stand: Seite): Promise<PageAnswer> {
  const made = await pdfBytes(deps, stand);
  return {
    kind: 'download',
    fileName: `abrechnung-${nameOf(stand)}.pdf`,
    contentType: 'application/pdf',
    body: new Uint8Array(made),
  };
}

function sheetOf(stand: Seite): PageAnswer {
  return {
    kind: 'download',
    fileName: `abrechnung-${nameOf(stand)}.json`,
    contentType: 'application/json',
    body: JSON.stringify(sheetJson(stand), null, 1),
  };
}

interface Zeile {
  readonly zahler: string;
  readonly name: string;
  readonly nummer: string;
  readonly netto: number;
  readonly steuer: number;
  readonly brutto: number;
  readonly bezahlt: number;
}

const definition: ListDefinition<Zeile> = {
  id: 'anteile',
  defaultSort: { key: 'name', descending: false },
  columns: [
    { key: 'name', label: 'Zahler', width: 'wide', value: ({ name }) => name },
    { key: 'kennung', label: 'Kennung', value: ({ zahler }) => zahler },
    { key: 'nummer', label: 'Rechnungsnummer', value: ({ nummer }) => nummer },
    { key: 'netto', label: 'Netto in Euro', kind: 'number', value: ({ netto }) => netto },
    { key: 'steuer', label: 'Umsatzsteuer in Euro', kind: 'number', value: ({ steuer }) => steuer },
    { key: 'brutto', label: 'Zu zahlen in Euro', kind: 'number', value: ({ brutto }) => brutto },
    { key: 'bezahlt', label: 'Bezahlt in Euro', kind: 'number', value: ({ bezahlt }) => bezahlt },
  ],
};

async function sharesOf(deps: CostsDeps, stand: Seite, format: 'csv' | 'xlsx'): Promise<PageAnswer> {
  const { query } = readListQuery(definition, new URLSearchParams());
  const source = stand.art === 'haus' ? stand.haus : stand.anteil.haus;
  return listDownload(definition, rowsOf(stand), query, format, {
    fileName: `anteile-${nameOf(stand)}`,
    notes: {
      title: 'Anteile',
      source,
      state: deps.clock.today(),
      demo: deps.demo,
      createdAt: deps.clock.now(),
    },
  });
}

function rowsOf(stand: Seite): readonly Zeile[] {
  if (stand.art === 'kommune') {
    const { zahler, name, rechnungsnummer, bruttoCent, bezahltCent, blatt } = stand.anteil;
    const amounts = { netto: blatt.netto / 100, steuer: blatt.steuer / 100, brutto: euroNumber(bruttoCent) };
    return [{ zahler, name, nummer: rechnungsnummer, ...amounts, bezahlt: euroNumber(bezahltCent) }];
  }
  const issued = new Map(stand.stand.anteile.map((one) => [one.zahler, one]));
  return stand.stand.abrechnung.zahlungen.map(({ kennung, name, netto, steuer, brutto }) => ({
    zahler: kennung,
    name,
    nummer: issued.get(kennung)?.rechnungsnummer ?? '',
    netto: euroNumber(netto),
    steuer: euroNumber(steuer),
    brutto: euroNumber(brutto),
    bezahlt: euroNumber(issued.get(kennung)?.bezahltCent ?? 0n),
  }));
}
