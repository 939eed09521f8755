import { html } from 'hono/html';
import { formatLocalDate, type Source, type Validity } from '#kernel';
import { externalLink, type Html, table, textLink } from '#ui';
import type { ListedLeistung } from '../use-cases/law-leistung.ts';

/** A source with its address where there is one. */
export function sourceText({ title, url }: Source): Html | string {
  return url ? externalLink(url, title) : title;
}

/** „ab 24.07.2024, ohne Ende“. */
export function validityOf({ validFrom, validTo }: Validity): string {
  const start = validFrom === null ? 'Beginn unbekannt' : `ab ${formatLocalDate(validFrom)}`;
  return validTo === null ? `${start}, ohne Ende` : `${start} bis ${formatLocalDate(validTo)}`;
}

const shown = 200;

/** Leistungen as a table; what does not fit is said. */
export function leistungenTable(
  caption: string,
  leistungen: readonly ListedLeistung[],
  hrefOf: (id: string) => string,
): Html {
  const rest = leistungen.length - shown;
  return html`${table({
    caption,
    captionHidden: true,
    small: true,
    columns: [
      { label: 'Leistung', width: 'wide' },
      { label: 'Regelung', width: 'narrow' },
      { label: 'OZG-Nummer', width: 'narrow' },
    ],
    rows: leistungen
      .slice(0, shown)
      .map(({ leistung, regelung }) => [
        textLink(hrefOf(leistung.id), leistung.name),
        regelung ?? '–',
        leistung.ozgId === null ? '–' : String(leistung.ozgId),
      ]),
  })}${rest > 0 ? html`<p class="kern-body">und ${rest} weitere</p>` : ''}`;
}
