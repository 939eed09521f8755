import { html } from 'hono/html';
import { formatNumber, type Html, section, textLink } from '#ui';
import type { StandZeile } from '../use-cases/stand-liste.ts';

/** The duties of one Themenfeld in the list. */
export function themenfeldAddress(name: string): string {
  return `/stand?umfang=pflichten&themenfeld=${encodeURIComponent(name)}#liste`;
}

/** How to begin where nothing is stated yet: one Themenfeld first, many Leistungen at once, or a table that exists. */
export function firstSteps(zeilen: readonly StandZeile[]): Html {
  const felder = new Map<string, number>();
  for (const { ort } of zeilen)
    if (ort.themenfeld !== null) felder.set(ort.themenfeld, (felder.get(ort.themenfeld) ?? 0) + 1);
  const sorted = [...felder].toSorted(([a], [b]) => a.localeCompare(b, 'de'));
  return section(
    'So fangen Sie an',
    html`<p class="kern-body lw-measure">Noch ist nichts angegeben. Beginnen Sie mit einem Themenfeld, es müssen nicht alle ${formatNumber(zeilen.length)} Leistungen auf einmal sein:</p>
      <ul class="kern-list kern-list--bullet lw-list-columns">${sorted.map(
        ([name, count]) => html`<li>${textLink(themenfeldAddress(name), name)} (${formatNumber(count)})</li>`,
      )}</ul>
      <p class="kern-body lw-measure">Kreuzen Sie in der Liste an, was gleich steht, und wählen Sie „Gemeinsam ändern“. Viele verschiedene Angaben gehen schneller ${textLink('/stand/matrix', 'in der Tabelle')}, und eine Liste in Excel lässt sich ${textLink('/stand/einlesen', 'einlesen')}.</p>`,
  );
}
