import { html } from 'hono/html';
import { formatInstant, type Html, table } from '#ui';
import type { Vorlage } from '../store-vorlage.ts';

const ausgang = {
  veroeffentlicht: 'Veröffentlicht',
  abgelehnt: 'Abgelehnt',
  zurueckgezogen: 'Zurückgezogen',
} as const;

export function verlauf(vorlagen: readonly Vorlage[], names: ReadonlyMap<string, string>): Html {
  return table({
    caption: 'Bisherige Vorlagen',
    captionHidden: true,
    columns: [{ label: 'Vorgelegt' }, { label: 'Nachricht', width: 'wide' }, { label: 'Ausgang' }],
    rows: vorlagen
      .toReversed()
      .map(
        ({
          vorgelegtAm,
          vorgelegtVon,
          nachricht,
          entscheidung,
          version,
          grund,
          entschiedenVon,
          entschiedenAm,
        }) => [
          html`${formatInstant(vorgelegtAm)}<br>${names.get(vorgelegtVon) ?? vorgelegtVon}`,
          nachricht || '–',
          entscheidung === null
            ? 'Wartet auf eine Entscheidung'
            : html`${ausgang[entscheidung]}${version === null ? '' : ` als Fassung ${version}`}${entschiedenAm === null ? '' : html`<br>${formatInstant(entschiedenAm)}, ${names.get(entschiedenVon ?? '') ?? entschiedenVon}`}${grund ? html`<br>${grund}` : ''}`,
        ],
      ),
    empty: html`<p class="kern-body">Noch nie vorgelegt.</p>`,
  });
}
