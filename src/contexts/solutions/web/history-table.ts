import { html } from 'hono/html';
import { formatLocalDate, parseLocalDate } from '#kernel';
import { type Html, table, textLink } from '#ui';
import type { Loesung, LoesungFassung } from '../domain/loesung.ts';
import { anlassLabel } from '../messages.ts';
import { changesOf, type RowChange } from '../use-cases/changes-of.ts';
import { paths } from '../views/paths.ts';
import type { LeistungName, Words } from './leistung-names.ts';

/** All versions of a Lösung, newest first, each with what it changed. */
export function historyTable({ id, fassungen }: Loesung, words: Words): Html {
  return table({
    caption: 'Fassungen, neueste zuerst',
    captionHidden: true,
    small: true,
    columns: [
      { label: 'Fassung' },
      { label: 'Gilt ab' },
      { label: 'Anlass' },
      { label: 'Von' },
      { label: 'Was sich änderte', width: 'wide' },
    ],
    rows: fassungen
      .map((fassung, index) => [
        String(fassung.nummer),
        textLink(`${paths.one(id)}?datum=${fassung.giltAb}`, formatLocalDate(fassung.giltAb)),
        anlassLabel[fassung.anlass],
        fassung.uebernommenVon === null
          ? fassung.haus
          : `${fassung.haus}, übernommen von ${fassung.uebernommenVon}`,
        what(fassung, fassungen[index - 1] ?? null, words),
      ])
      .reverse(),
  });
}

function what(
  fassung: LoesungFassung,
  before: LoesungFassung | null,
  { felder, leistungName }: Words,
): Html | string {
  if (fassung.aufgegangenIn !== null)
    return html`Aufgegangen in ${textLink(paths.one(fassung.aufgegangenIn), fassung.aufgegangenIn)}`;
  if (fassung.inhalt === null) return 'Steht nicht mehr im Register';
  if (before === null) return 'Erste Fassung';
  return changeList(changesOf(before.inhalt, fassung.inhalt, felder), leistungName);
}

/** What differs, field by field; Leistungen by their names, days as people write them. */
export function changeList(changes: readonly RowChange[], leistungName: LeistungName): Html | string {
  if (changes.length === 0) return 'Nichts';
  const shown = (text: string) => shownValue(text, leistungName);
  return html`<ul class="kern-list kern-list--bullet">${changes.map(({ field, before, after }) => {
    const old = before === '' ? '' : html`<del>${shown(before)}</del> `;
    return html`<li>${field}: ${old}${after === '' ? 'keine Angabe' : html`<ins>${shown(after)}</ins>`}</li>`;
  })}</ul>`;
}

function shownValue(text: string, leistungName: LeistungName): string {
  const day = parseLocalDate(text);
  if (day.ok) return formatLocalDate(day.value);
  return text.replaceAll(/\bL\d{5}\b/g, (id) => leistungName(id) ?? id).replaceAll(/(?:;\s*)+(?=\||$)/g, ' ');
}
