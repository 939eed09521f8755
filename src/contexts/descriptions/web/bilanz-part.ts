import { html } from 'hono/html';
import { formatNumber, type Html, section, statTiles } from '#ui';
import type { Bilanz } from '../domain/einlesung.ts';

/** What taking a reading over would change, in figures and by name. */
export function bilanzPart(bilanz: Bilanz): Html {
  const tiles = [
    { label: 'Neu', value: formatNumber(bilanz.neu) },
    { label: 'Geändert', value: formatNumber(bilanz.geaendert) },
    { label: 'Unverändert', value: formatNumber(bilanz.gleich) },
    {
      label: 'Enden',
      value: formatNumber(bilanz.endet),
      note: `von ${formatNumber(bilanz.bestand)} im Bestand`,
    },
    ...(bilanz.aelter > 0
      ? [
          {
            label: 'Älter als der Bestand',
            value: formatNumber(bilanz.aelter),
            note: 'bleiben unberücksichtigt',
          },
        ]
      : []),
    ...(bilanz.unbekannt > 0
      ? [{ label: 'Zu löschen, nicht vorhanden', value: formatNumber(bilanz.unbekannt) }]
      : []),
  ];
  return section(
    'Was sich ändert',
    html`${statTiles(tiles)}${examples('Neu', bilanz.beispiele.neu, bilanz.neu)}
      ${examples('Geändert', bilanz.beispiele.geaendert, bilanz.geaendert)}
      ${examples('Enden', bilanz.beispiele.endet, bilanz.endet)}`,
  );
}

function examples(label: string, names: readonly string[], count: number): Html | '' {
  if (names.length === 0) return '';
  const more = count > names.length ? html`<li>… und ${formatNumber(count - names.length)} weitere</li>` : '';
  return html`<h3 class="kern-heading-small">${label}</h3>
    <ul class="kern-list kern-list--bullet">${names.map((name) => html`<li>${name}</li>`)}${more}</ul>`;
}
