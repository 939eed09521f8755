import { parseLocalDate } from '#kernel';
import { formField, type PageAnswer, type PageRequest, type PageRoute, refusal } from '#platform';
import { type ListDefinition, listDownload, readListQuery } from '#ui';
import type { CostsDeps } from '../costs-deps.ts';
import { invalid } from '../errors.ts';
import { euroNumber, parseEuro } from '../euro.ts';
import { buchungLabel } from '../messages.ts';
import type { Buchung } from '../store-zahlung.ts';
import type { Manager, Reader } from '../use-cases/actors.ts';
import { kontoFor } from '../use-cases/konto.ts';
import { zahleZurueck } from '../use-cases/zahlungen.ts';
import { done, managerRoute, readerRoute } from './answers.ts';
import { payerPage } from './payer-page.ts';

/** The account of a payer as a file, and what goes back to it. */
export function kontoRoutes(deps: CostsDeps): readonly PageRoute[] {
  return [
    ...(['csv', 'xlsx'] as const).map((format) =>
      readerRoute(deps, 'costs.account', `/abrechnungen/:id/konto.${format}`, (reader, request) =>
        download(deps, reader, request, format),
      ),
    ),
    managerRoute(
      deps,
      'costs.repayment',
      'POST',
      '/abrechnungen/:id/zahler/:zahler/rueckzahlung',
      (who, request) => giveBack(deps, who, request),
    ),
  ];
}

async function giveBack(deps: CostsDeps, who: Manager, request: PageRequest): Promise<PageAnswer> {
  const { id: abrechnung = '', zahler = '' } = request.params;
  const typed = (name: string) => formField(request.form, name);
  const cent = parseEuro(typed('betrag'));
  const am = parseLocalDate(typed('am'));
  const wrong = [
    ...(cent === null
      ? [{ field: 'betrag', message: 'Bitte einen Betrag angeben, zum Beispiel 1.234,56.' }]
      : []),
    ...(am.ok ? [] : [{ field: 'am', message: 'Bitte den Tag angeben, an dem zurückgezahlt wurde.' }]),
  ];
  if (cent === null || !am.ok) return payerPage(deps, who, request, invalid(wrong));
  const stand = Number(typed('stand') || '0');
  const beleg = typed('beleg');
  const booked = await zahleZurueck(deps, who, { abrechnung, zahler, cent, am: am.value, beleg, stand });
  return booked.ok
    ? done(`/abrechnungen/${abrechnung}/zahler/${zahler}`, 'rueckzahlung')
    : payerPage(deps, who, request, booked.refusal);
}

const definition: ListDefinition<Buchung> = {
  id: 'konto',
  defaultSort: { key: 'nummer', descending: false },
  columns: [
    { key: 'nummer', label: 'Nummer', kind: 'number', value: ({ nummer }) => nummer },
    { key: 'am', label: 'Tag', kind: 'date', value: ({ am }) => am },
    { key: 'art', label: 'Was', value: ({ art }) => buchungLabel[art] },
    { key: 'betrag', label: 'Betrag in Euro', kind: 'number', value: ({ cent }) => euroNumber(cent) },
    { key: 'beleg', label: 'Verwendungszweck oder Beleg', value: ({ beleg }) => beleg },
    { key: 'bemerkung', label: 'Bemerkung', value: ({ bemerkung }) => bemerkung },
  ],
};

async function download(
  deps: CostsDeps,
  reader: Reader,
  { params, query: asked }: PageRequest,
  format: 'csv' | 'xlsx',
): Promise<PageAnswer> {
  const found = await kontoFor(deps, reader, params.id ?? '', asked.get('zahler') ?? '');
  if (!found.ok) return refusal(found.refusal);
  const { rechnungsnummer, haus } = found.value.anteil;
  const { query } = readListQuery(definition, new URLSearchParams());
  return listDownload(definition, found.value.buchungen, query, format, {
    fileName: `zahlungen-${rechnungsnummer.replace('/', '-')}`,
    notes: {
      ...{ title: `Zahlungen auf ${rechnungsnummer}`, source: haus },
      ...{ state: deps.clock.today(), demo: deps.demo, createdAt: deps.clock.now() },
    },
  });
}
