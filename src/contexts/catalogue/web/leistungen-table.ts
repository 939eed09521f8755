import { formatLeikaKey } from '#standards/leika';
import { emptyState, type Html, table, textLink } from '#ui';
import type { Catalogue, Leistung } from '../domain/catalogue.ts';
import { regelungOf } from '../domain/regelung.ts';
import { messages } from '../messages.ts';
import { addresses } from '../views/addresses.ts';

/** A short list of Leistungen as a table. */
export function leistungenTable(
  caption: string,
  catalogue: Catalogue,
  leistungen: readonly Leistung[],
): Html {
  return table({
    caption,
    captionHidden: true,
    small: true,
    columns: [
      { label: messages.leistung, width: 'wide' },
      { label: 'LeiKa-Schlüssel' },
      { label: 'Verrichtung' },
      { label: messages.regelung, width: 'narrow' },
      { label: 'Typ', width: 'narrow' },
    ],
    rows: leistungen.map((leistung) => [
      textLink(addresses.leistung(leistung.id), leistung.name),
      leistung.leika ? formatLeikaKey(leistung.leika) : messages.ohneLeika,
      leistung.verrichtungName ?? '–',
      regelungOf(catalogue, leistung).wer ?? '–',
      leistung.typ ?? '–',
    ]),
    empty: emptyState({
      title: 'Keine Leistungen',
      body: 'Der Katalog führt hier keine einzelne Leistung.',
    }),
  });
}
