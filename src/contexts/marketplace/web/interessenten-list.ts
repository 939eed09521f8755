import { distinctOptions, type ListDefinition, textLink } from '#ui';
import { type Interessent, interessentenstaende } from '../domain/einladung.ts';
import { interessentLabel } from '../messages.ts';
import { dienstHref } from './parts.ts';

/** Who showed interest in a house's services. */
export const interessentenListe: ListDefinition<Interessent> = {
  id: 'interessierte',
  defaultSort: { key: 'seit', descending: true },
  search: ({ kommune, ags, titel, dienst, bemerkung }) => `${kommune} ${ags} ${titel} ${dienst} ${bemerkung}`,
  columns: [
    { key: 'kommune', label: 'Kommune', value: ({ kommune }) => kommune, sortable: true, width: 'wide' },
    {
      key: 'dienst',
      label: 'Onlinedienst',
      value: ({ titel }) => titel,
      cell: ({ dienst, titel }) => textLink(dienstHref(dienst), titel),
      sortable: true,
    },
    { key: 'stand', label: 'Stand', value: ({ stand }) => interessentLabel[stand], sortable: true },
    { key: 'seit', label: 'Seit', kind: 'date', value: ({ seit }) => seit, sortable: true },
    {
      key: 'eingeladen',
      label: 'Eingeladen am',
      kind: 'date',
      value: ({ eingeladenAm }) => eingeladenAm,
      sortable: true,
    },
    {
      key: 'bemerkung',
      label: 'Was sie schreibt',
      value: ({ bemerkung }) => bemerkung || null,
      width: 'wide',
    },
    { key: 'ags', label: 'AGS', value: ({ ags }) => ags, exportOnly: true },
    { key: 'kennung', label: 'Kennung', value: ({ dienst }) => dienst, exportOnly: true },
  ],
  filters: [
    {
      key: 'dienst',
      label: 'Onlinedienst',
      options: distinctOptions(({ titel }: Interessent) => titel),
      values: ({ titel }) => titel,
    },
    {
      key: 'stand',
      label: 'Stand',
      options: interessentenstaende.map((value) => ({ value, label: interessentLabel[value] })),
      values: ({ stand }) => stand,
    },
  ],
};

/** One row is one Kommune and one service. */
export function rowKey({ ags, dienst }: Interessent): string {
  return `${ags}.${dienst}`;
}
