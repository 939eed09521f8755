import { type Result, refuse } from '#kernel';
import { type PageAnswer, type PageRequest, type PageRoute, refusal } from '#platform';
import { type ListDefinition, listDownload, readListQuery } from '#ui';
import { abrechnungPdf, anteilPdf } from '../bill-pdf.ts';
import type { CostsDeps } from '../costs-deps.ts';
import { blattOf } from '../domain/blatt.ts';
import { billUnknown } from '../errors.ts';
import { euroNumber } from '../euro.ts';
import { managerOf, payerOf } from '../use-cases/actors.ts';
import { type Abrechnungsstand, abrechnungsstand, eigenerAnteil } from '../use-cases/anteile.ts';

type Stand =
  | { readonly art: 'haus'; readonly haus: string; readonly stand: Abrechnungsstand }
  | { readonly art: 'kommune'; readonly anteil: EigenerAnteil };

type EigenerAnteil = Extract<Awaited<ReturnType<typeof eigenerAnteil>>, { readonly ok: true }>['value'];

/** A bill as files: PDF, the sheet for machines, the shares as tables. A Kommune gets its own share only. */
export function fileRoutes(deps: CostsDeps): readonly PageRoute[] {
  const route = (
    capability: string,
    path: string,
    make: (stand: Stand) => Promise<PageAnswer>,
  ): PageRoute => ({
    capability,
    method: 'GET',
    path: `/abrechnungen/:id/${path}`,
    access: 'signed-in',
    handle: async (request) => {
      const stand = await standFor(deps, request);
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

/** The bill that somebody may see, from the side from which it is seen. */
export async function standFor(
  deps: CostsDeps,
  { principal, params }: Pick<PageRequest, 'principal' | 'params'>,
): Promise<Result<Stand>> {
  const id = params.id ?? '';
  const manager = await managerOf(deps, principal);
  if (manager.ok) {
    const stand = await abrechnungsstand(deps, manager.value, id);
    const haus = manager.value.anbieter.name;
    return stand.ok ? { ok: true, value: { art: 'haus', haus, stand: stand.value } } : stand;
  }
  const payer = await payerOf(deps, principal);
  if (!payer.ok) return principal === null ? refuse(billUnknown) : payer;
  const anteil = await eigenerAnteil(deps, payer.value, id);
  return anteil.ok ? { ok: true, value: { art: 'kommune', anteil: anteil.value } } : anteil;
}

function nameOf(stand: Stand): string {
  if (stand.art === 'kommune') return stand.anteil.rechnungsnummer.replace('/', '-');
  const { nummer, dienst, jahr } = stand.stand.kopf;
  return nummer ?? `entwurf-${dienst}-${jahr}`;
}

async function pdfOf({ clock }: CostsDeps, stand: Stand): Promise<PageAnswer> {
  const made =
    stand.art === 'haus'
      ? await abrechnungPdf(stand.stand, stand.haus, clock.now())
      : await anteilPdf(stand.anteil, stand.anteil.gestelltAm);
  return {
    kind: 'download',
    fileName: `abrechnung-${nameOf(stand)}.pdf`,
    contentType: 'application/pdf',
    body: new Uint8Array(made),
  };
}

/** The sheet of the whole bill for its house; what a Kommune may know of it for a Kommune. */
export function sheetJson(stand: Stand): unknown {
  return stand.art === 'haus' ? blattOf(stand.stand.abrechnung) : stand.anteil.blatt;
}

function sheetOf(stand: Stand): PageAnswer {
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

async function sharesOf(deps: CostsDeps, stand: Stand, format: 'csv' | 'xlsx'): Promise<PageAnswer> {
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

function rowsOf(stand: Stand): readonly Zeile[] {
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
