import { html } from 'hono/html';
import { formatLeikaKey } from '#standards/leika';
import { badge, emptyState, type Html, table, textLink } from '#ui';
import type { AsOf } from '../domain/as-of.ts';
import type { Leistung } from '../domain/catalogue.ts';
import { regelungOf } from '../domain/regelung.ts';
import { messages } from '../messages.ts';
import { addresses } from '../views/addresses.ts';
import { withDay } from '../views/with-day.ts';

/** A short list of Leistungen as a table; what ends is marked. */
export function leistungenTable(
  caption: string,
  { catalogue, date, enden }: AsOf,
  leistungen: readonly Leistung[],
): Html {
  const ends = (id: string) => {
    const day = enden.get(id)?.endetAm;
    return day ? html` ${badge('warning', messages.beendet(day))}` : '';
  };
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
      html`${textLink(withDay(addresses.leistung(leistung.id), date), leistung.name)}${ends(leistung.id)}`,
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
