import { ok, type Result } from '#kernel';
import { type PageAnswer, type PageRoute, refusal } from '#platform';
import { type ListDefinition, listDownload, readListQuery } from '#ui';
import type { CostsDeps } from '../costs-deps.ts';
import { guthabenOf, kontostand } from '../domain/kontostand.ts';
import { euroNumber } from '../euro.ts';
import type { Reader } from '../use-cases/actors.ts';
import { eigenerAnteil } from '../use-cases/anteile.ts';
import { rechnungsansicht } from '../use-cases/rechnungsbild.ts';
import { type Seite, seiteFor, sheetJson } from '../use-cases/seite.ts';
import { readerRoute } from './answers.ts';

/** A bill as files: the sheet for machines, the shares as tables. A Kommune gets its own share only. */
export function fileRoutes(deps: CostsDeps): readonly PageRoute[] {
  const bill = '/abrechnungen/:id';
  return [
    {
      capability: 'costs.bill.sheet',
      method: 'GET',
      path: `${bill}/blatt`,
      access: 'signed-in',
      handle: async (request) => {
        const stand = await seiteFor(deps, request);
        return stand.ok ? sheetOf(stand.value) : refusal(stand.refusal);
      },
    },
    ...(['csv', 'xlsx'] as const).map((format) =>
      readerRoute(deps, 'costs.bill', `${bill}/anteile.${format}`, (reader, { params }) =>
        sharesOf(deps, reader, params.id ?? '', format),
      ),
    ),
  ];
}

function nameOf(stand: Seite): string {
  if (stand.art === 'kommune') return stand.anteil.rechnungsnummer.replace('/', '-');
  const { nummer, dienst, jahr } = stand.stand.kopf;
  return nummer ?? `entwurf-${dienst}-${jahr}`;
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
  readonly zurueckgezahlt: number;
  readonly guthaben: number;
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
    {
      key: 'zurueckgezahlt',
      label: 'Zurückgezahlt in Euro',
      kind: 'number',
      value: ({ zurueckgezahlt }) => zurueckgezahlt,
    },
    { key: 'guthaben', label: 'Guthaben in Euro', kind: 'number', value: ({ guthaben }) => guthaben },
  ],
};

async function sharesOf(
  deps: CostsDeps,
  reader: Reader,
  id: string,
  format: 'csv' | 'xlsx',
): Promise<PageAnswer> {
  const found = await sharesFor(deps, reader, id);
  if (!found.ok) return refusal(found.refusal);
  const { zeilen, source, name } = found.value;
  const { query } = readListQuery(definition, new URLSearchParams());
  return listDownload(definition, zeilen, query, format, {
    fileName: `anteile-${name}`,
    notes: {
      ...{ title: 'Anteile', source, state: deps.clock.today(), demo: deps.demo },
      createdAt: deps.clock.now(),
    },
  });
}

interface Anteile {
  readonly zeilen: readonly Zeile[];
  readonly source: string;
  readonly name: string;
}

async function sharesFor(deps: CostsDeps, reader: Reader, id: string): Promise<Result<Anteile>> {
  if (reader.art === 'kommune') {
    const own = await eigenerAnteil(deps, reader.payer, id);
    if (!own.ok) return own;
    const { zahler, name, rechnungsnummer: nummer, bruttoCent, blatt, haus } = own.value;
    const amounts = { netto: blatt.netto / 100, steuer: blatt.steuer / 100, brutto: euroNumber(bruttoCent) };
    const paid = {
      bezahlt: euroNumber(own.value.bezahltCent),
      zurueckgezahlt: euroNumber(own.value.zurueckgezahltCent),
      guthaben: euroNumber(kontostand(own.value).guthabenCent),
    };
    const zeilen = [{ zahler, name, nummer, ...amounts, ...paid }];
    return ok({ zeilen, source: haus, name: nummer.replace('/', '-') });
  }
  const found = await rechnungsansicht(deps, reader.manager, id);
  if (!found.ok) return found;
  const { nummer, dienst, jahr } = found.value.kopf;
  const zeilen = found.value.zeilen.map((one) => ({
    ...{ zahler: one.zahler, name: one.name, nummer: one.rechnungsnummer ?? '' },
    ...{ netto: euroNumber(one.netto), steuer: euroNumber(one.steuer) },
    ...{ brutto: euroNumber(one.brutto), bezahlt: euroNumber(one.bezahlt) },
    zurueckgezahlt: euroNumber(one.zurueckgezahlt),
    guthaben: euroNumber(guthabenOf(found.value.kopf, one)),
  }));
  return ok({ zeilen, source: reader.manager.anbieter.name, name: nummer ?? `entwurf-${dienst}-${jahr}` });
}
