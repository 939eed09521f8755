import { formatLeikaKey } from '#standards/leika';
import { emptyState, type Html, table, textLink } from '#ui';
import type { Leistung } from '../domain/catalogue.ts';
import { messages } from '../messages.ts';
import { addresses } from '../views/addresses.ts';

/** A short list of Leistungen as a table. */
export function leistungenTable(caption: string, leistungen: readonly Leistung[]): Html {
  return table({
    caption,
    captionHidden: true,
    small: true,
    columns: [
      { label: messages.leistung, width: 'wide' },
      { label: 'LeiKa-Schlüssel' },
      { label: 'Verrichtung' },
      { label: 'Typ', width: 'narrow' },
    ],
    rows: leistungen.map((leistung) => [
      textLink(addresses.leistung(leistung.id), leistung.name),
      leistung.leika ? formatLeikaKey(leistung.leika) : messages.ohneLeika,
      leistung.verrichtungName ?? '–',
      leistung.typ ?? '–',
    ]),
    empty: emptyState({
      title: 'Keine Leistungen',
      body: 'Der Katalog führt hier keine einzelne Leistung.',
    }),
  });
}
