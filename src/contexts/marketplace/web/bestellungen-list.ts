import { type ListDefinition, textLink } from '#ui';
import { type Bestellung, bestellzustaende } from '../domain/bestellung.ts';
import { vergabeLabel, zustandLabel } from '../messages.ts';
import { bestellBadge, bestellungHref } from './parts.ts';

/** The orders of a Kommune, or those that go to a provider. */
export function bestellListe(anbieter: boolean): ListDefinition<Bestellung> {
  return {
    id: 'bestellungen',
    defaultSort: { key: 'vorbereitet', descending: true },
    search: ({ inhalt, kommune, ags, dienst }) =>
      `${inhalt.titel} ${inhalt.haus} ${kommune} ${ags} ${dienst}`,
    columns: [
      {
        key: 'dienst',
        label: 'Onlinedienst',
        value: ({ inhalt }) => inhalt.titel,
        cell: ({ inhalt, id }) => textLink(bestellungHref(id), inhalt.titel),
        sortable: true,
        width: 'wide',
      },
      anbieter
        ? { key: 'kommune', label: 'Kommune', value: ({ kommune }) => kommune, sortable: true }
        : { key: 'anbieter', label: 'Anbieter', value: ({ inhalt }) => inhalt.haus, sortable: true },
      {
        key: 'zustand',
        label: 'Stand',
        value: ({ zustand }) => zustandLabel[zustand],
        cell: ({ zustand }) => bestellBadge(zustand),
        sortable: true,
      },
      {
        key: 'wert',
        label: 'Wert (Euro)',
        kind: 'number',
        value: ({ inhalt }) => inhalt.wertCent / 100,
        sortable: true,
      },
      {
        key: 'gezeichnet',
        label: 'Unterschrieben am',
        kind: 'date',
        value: ({ zeichnung }) => zeichnung?.am ?? null,
        sortable: true,
      },
      {
        key: 'jahr',
        label: 'Erstes Rechnungsjahr',
        kind: 'text',
        value: ({ zeitraum }) => (zeitraum ? String(zeitraum.rechnungsjahr) : null),
        sortable: true,
      },
      {
        key: 'vorbereitet',
        label: 'Vorbereitet am',
        kind: 'date',
        value: ({ vorbereitetAm }) => vorbereitetAm.toISOString().slice(0, 10),
        hidden: true,
        sortable: true,
      },
      {
        key: 'jaehrlich',
        label: 'Je Kalenderjahr (Euro)',
        kind: 'number',
        value: ({ inhalt }) => inhalt.jahrCent / 100,
        exportOnly: true,
      },
      {
        key: 'einmalig',
        label: 'Einmalig (Euro)',
        kind: 'number',
        value: ({ inhalt }) => inhalt.einmaligCent / 100,
        exportOnly: true,
      },
      {
        key: 'vergabe',
        label: 'Vergabe',
        value: ({ inhalt }) => vergabeLabel[inhalt.vergabe],
        exportOnly: true,
      },
      { key: 'ags', label: 'AGS', value: ({ ags }) => ags, exportOnly: true },
      { key: 'kennung', label: 'Kennung', value: ({ dienst }) => dienst, exportOnly: true },
      {
        key: 'beendet',
        label: 'Beendet zum',
        kind: 'date',
        value: ({ beendetZum }) => beendetZum,
        exportOnly: true,
      },
    ],
    filters: [
      {
        key: 'stand',
        label: 'Stand',
        options: bestellzustaende.map((value) => ({ value, label: zustandLabel[value] })),
        values: ({ zustand }) => zustand,
      },
    ],
  };
}
