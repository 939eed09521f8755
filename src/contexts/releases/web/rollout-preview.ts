import { html } from 'hono/html';
import { formatLocalDate } from '#kernel';
import type { PageContent, PageRequest } from '#platform';
import { accordion, alert, badge, button, buttonRow, form, section, statTiles, table } from '#ui';
import type { Dienststand } from '../use-cases/read-fassungen.ts';
import type { Vorschau } from '../use-cases/vorschau.ts';
import { fassungen } from './answers.ts';
import { hiddenOf, type Typed } from './rollout-typed.ts';
import { zeilenListe } from './zeilen.ts';

/** What all pages of a rollout have around them. */
export function frame(stand: Dienststand, title: string): Omit<PageContent, 'main'> {
  return {
    title,
    preline: stand.titel,
    breadcrumb: [fassungen, { label: stand.titel, href: `/fassungen/${stand.dienst}` }],
  };
}

/** What a rollout would do to each Kommune, with the button that plans it. */
export function previewContent(
  stand: Dienststand,
  request: PageRequest,
  typed: Typed,
  seen: Vorschau,
): PageContent {
  const count = (ergebnis: Vorschau['zeilen'][number]['ergebnis']) =>
    String(seen.zeilen.filter((zeile) => zeile.ergebnis === ergebnis).length);
  return {
    ...frame(stand, `Vorschau: Fassung ${seen.fassung}`),
    lead: 'Noch ist nichts geschehen. So würde die Ausrollung verlaufen.',
    wide: true,
    main: html`${seen.sicherheit ? alert({ kind: 'warning', title: 'Diese Fassung behebt eine Sicherheitslücke', body: 'Keine Kommune kann sie aufschieben. Alle Ringe dürfen am selben Tag beginnen.' }) : ''}
    ${statTiles([
      { label: 'werden umgestellt', value: count('umgestellt') },
      { label: 'bleiben zurück, weil etwas fehlt', value: count('zurueckgeblieben') },
      { label: 'halten an ihrer Fassung fest', value: count('festgehalten') },
    ])}
    ${section('Was sich ändert', html`${seen.unterschiede.map(({ von, zeilen }) => accordion({ title: `Für Kommunen mit Fassung ${von}`, body: zeilenListe(zeilen), open: true }))}`)}
    ${section('Kommunen', kommunenTable(seen))}
    ${form(
      {
        action: `/fassungen/${stand.dienst}/ausrollen`,
        csrfToken: request.csrfToken,
        hidden: hiddenOf(typed),
        label: 'Bestätigen',
      },
      buttonRow(
        button('Ausrollung planen'),
        button('Zurück und ändern', {
          kind: 'secondary',
          name: 'aktion',
          value: 'aendern',
          formAction: `/fassungen/${stand.dienst}/ausrollen/vorschau`,
        }),
      ),
    )}`,
  };
}

const ergebnisBadge = {
  umgestellt: badge('success', 'wird umgestellt'),
  zurueckgeblieben: badge('warning', 'bleibt zurück'),
  festgehalten: badge('neutral', 'hält fest'),
} as const;

function kommunenTable({ zeilen, ringe }: Vorschau) {
  return table({
    caption: 'Was aus jeder Kommune wird',
    captionHidden: true,
    columns: [
      { label: 'Kommune' },
      { label: 'Von Fassung', numeric: true },
      { label: 'Ring' },
      { label: 'Ab' },
      { label: 'Ergebnis', width: 'wide' },
    ],
    rows: zeilen.map(({ kommune, vonFassung, ring, ab, ergebnis, fehlt }) => [
      kommune,
      vonFassung,
      ringe[ring]?.name ?? '',
      formatLocalDate(ab),
      html`${ergebnisBadge[ergebnis]}${fehlt.map((line) => html`<p class="kern-body kern-body--small">${line}</p>`)}`,
    ]),
  });
}
