import { type PageAnswer, type PageRequest, refusal } from '#platform';
import { type ListDefinition, listDownload, readListQuery } from '#ui';
import type { Zahl } from '../domain/dokument.ts';
import type { ReportsDeps } from '../reports-deps.ts';
import { zahlenOf } from '../views/abschnitte.ts';
import { type Asked, askBericht } from './asked.ts';

const numbersDefinition: ListDefinition<Zahl> = {
  id: 'zahlen',
  defaultSort: { key: 'abschnitt', descending: false },
  columns: [
    { key: 'abschnitt', label: 'Abschnitt', value: ({ abschnitt }) => abschnitt },
    { key: 'bezeichnung', label: 'Zahl', value: ({ bezeichnung }) => bezeichnung },
    { key: 'wert', label: 'Wert', kind: 'number', value: ({ wert }) => wert },
    { key: 'von', label: 'von', kind: 'number', value: ({ von }) => von },
    { key: 'quelle', label: 'Quelle', value: ({ quelle }) => quelle },
    { key: 'stand', label: 'Stand', kind: 'date', value: ({ stand }) => stand },
  ],
};

/** The numbers of a report as a file. */
export async function numbersFile(deps: ReportsDeps, request: PageRequest): Promise<PageAnswer> {
  const asked = await askBericht(deps, request, 'lesen');
  if (!asked.ok) return refusal(asked.refusal);
  const { query } = readListQuery(numbersDefinition, new URLSearchParams());
  return listDownload(numbersDefinition, numbersOf(asked.value), query, 'csv', {
    fileName: `bericht-${asked.value.bericht.bestand.ags}-${asked.value.bericht.nummer}-zahlen`,
    notes: { title: 'Zahlen', source: '', state: '', demo: deps.demo, createdAt: deps.clock.now() },
  });
}

function numbersOf({ bericht }: Asked): readonly Zahl[] {
  return zahlenOf(
    bericht.gezeigt.abschnitte.map(({ key }) => key),
    bericht.bestand,
  );
}
