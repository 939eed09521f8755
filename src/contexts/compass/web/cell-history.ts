import { html } from 'hono/html';
import { formatLocalDate } from '#kernel';
import { emptyState, formatInstant, type Html, section, table } from '#ui';
import { type Eintrag, istAngabe } from '../domain/stand.ts';
import { unterschied } from '../domain/unterschied.ts';
import type { Zelle } from '../use-cases/read-cell.ts';
import { feldName, feldText, werText } from '../views/feld-text.ts';

/** Who said what, when; newest first. */
export function history(zelle: Zelle): Html {
  const { verlauf, personen } = zelle;
  if (verlauf.length === 0)
    return section(
      'Verlauf',
      emptyState({
        title: 'Noch keine Angabe',
        body: 'Sobald jemand etwas angibt, steht es hier mit Namen und Tag.',
      }),
    );
  const rows = verlauf.map((stand, index) => {
    const lines = linesOf(zelle, stand, verlauf[index + 1]);
    return [
      formatInstant(stand.angegebenAm),
      werText(personen, stand.angegebenVon),
      lines.length > 0
        ? html`<ul class="kern-list kern-list--bullet">${lines.map((line) => html`<li>${line}</li>`)}</ul>`
        : 'bestätigt, ohne Änderung',
      formatLocalDate(stand.giltAb),
      String(stand.fassung),
    ];
  });
  return section(
    'Verlauf',
    table({
      caption: 'Wer hat wann was angegeben?',
      captionHidden: true,
      small: true,
      columns: [
        { label: 'Wann' },
        { label: 'Wer' },
        { label: 'Was', width: 'wide' },
        { label: 'Gilt ab' },
        { label: 'Fassung', numeric: true },
      ],
      rows,
    }),
  );
}

/** What an entry changed of what held before it. */
function linesOf(zelle: Zelle, entry: Eintrag, former: Eintrag | undefined): readonly string[] {
  if (!istAngabe(entry))
    return [`Angabe zurückgenommen${entry.bemerkung === null ? '' : `: ${entry.bemerkung}`}`];
  const before = former && istAngabe(former) ? former : null;
  const changed = unterschied(before, entry).filter((feld) => before !== null || !isEmpty(entry[feld]));
  return changed.map((feld) =>
    before === null
      ? `${feldName(zelle, feld)}: ${feldText(zelle, feld, entry[feld])}`
      : `${feldName(zelle, feld)}: ${feldText(zelle, feld, before[feld])} → ${feldText(zelle, feld, entry[feld])}`,
  );
}

function isEmpty(value: unknown): boolean {
  return value === null || (typeof value === 'object' && Object.keys(value).length === 0);
}
