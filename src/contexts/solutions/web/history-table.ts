import { html } from 'hono/html';
import { formatLocalDate } from '#kernel';
import { type Html, table, textLink } from '#ui';
import type { Loesung, LoesungFassung } from '../domain/loesung.ts';
import { anlassLabel } from '../messages.ts';
import { changesOf, type RowChange } from '../use-cases/plan-import.ts';
import { paths } from './paths.ts';

/** All versions of a Lösung, newest first, each with what it changed. */
export function historyTable({ id, fassungen }: Loesung): Html {
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
        what(fassung, fassungen[index - 1] ?? null),
      ])
      .reverse(),
  });
}

function what(fassung: LoesungFassung, before: LoesungFassung | null): Html | string {
  if (fassung.aufgegangenIn !== null)
    return html`Aufgegangen in ${textLink(paths.one(fassung.aufgegangenIn), fassung.aufgegangenIn)}`;
  if (fassung.inhalt === null) return 'Steht nicht mehr im Register';
  if (before === null) return 'Erste Fassung';
  return changeList(changesOf(before.inhalt, fassung.inhalt));
}

/** What differs, field by field. */
export function changeList(changes: readonly RowChange[]): Html | string {
  if (changes.length === 0) return 'Nichts';
  return html`<ul class="kern-list kern-list--bullet">${changes.map(
    ({ field, before, after }) =>
      html`<li>${field}: <del>${before || '–'}</del> <ins>${after || '–'}</ins></li>`,
  )}</ul>`;
}
