import { html } from 'hono/html';
import { type PageRoute, page } from '#platform';
import { badge, emptyState, linkButton, table, textLink } from '#ui';
import type { ReleasesDeps } from '../deps.ts';
import { istUnterwegs } from '../domain/zustand.ts';
import { zustandLabel } from '../messages.ts';
import { type Dienstzeile, listFassungen } from '../use-cases/read-fassungen.ts';
import { flashOf, viewerRoute } from './answers.ts';

/** Every service that concerns the viewer: who has which version, and what is on its way. */
export function overviewRoutes(deps: ReleasesDeps): readonly PageRoute[] {
  return [
    viewerRoute(deps, 'releases.list', '/fassungen', async (viewer, request) => {
      const rows = await listFassungen(deps, viewer);
      const isProvider = viewer.art === 'anbieter';
      return page({
        title: 'Fassungen',
        lead: isProvider
          ? 'Welche Fassung Ihrer Onlinedienste bei den Kommunen läuft, und was gerade ausgerollt wird.'
          : 'Welche Fassung der Onlinedienste bei Ihrer Kommune läuft, und was als Nächstes kommt.',
        wide: true,
        ...flashOf(request),
        main: rows.length === 0 ? nothing(isProvider) : listTable(rows, isProvider),
        nextSteps: [
          { label: 'Wartung und Ankündigungen', href: '/wartung' },
          ...(isProvider ? [{ label: 'Neue Fassungen bauen', href: '/werkstatt' }] : []),
        ],
      });
    }),
  ];
}

function nothing(isProvider: boolean) {
  return emptyState({
    title: isProvider
      ? 'Sie bieten noch keinen Onlinedienst an'
      : 'Ihre Kommune nutzt noch keinen Onlinedienst',
    body: 'Sobald ein Onlinedienst bei einer Kommune läuft, steht hier seine Fassung.',
    action: isProvider ? linkButton('Onlinedienste', '/onlinedienste') : linkButton('Lücken', '/luecken'),
  });
}

function listTable(rows: readonly Dienstzeile[], isProvider: boolean) {
  return table({
    caption: 'Fassungen der Onlinedienste',
    captionHidden: true,
    columns: [
      { label: 'Onlinedienst', width: 'wide' },
      { label: isProvider ? 'Bei den Kommunen' : 'Bei Ihnen' },
      { label: 'Neueste' },
      { label: 'Ausrollung' },
    ],
    rows: rows.map((row) => [
      textLink(`/fassungen/${row.dienst}`, row.titel),
      isProvider ? verteilungText(row) : eigeneText(row),
      `Fassung ${row.neueste}`,
      rolloutText(row),
    ]),
  });
}

function verteilungText({ verteilung }: Dienstzeile) {
  if (verteilung.length === 0) return 'noch bei keiner';
  return verteilung
    .map(({ fassung, kommunen }) => `Fassung ${fassung} bei ${kommunen === 1 ? 'einer' : kommunen}`)
    .join(', ');
}

function eigeneText({ eigene, neueste }: Dienstzeile) {
  if (eigene === neueste) return html`Fassung ${eigene} ${badge('success', 'aktuell')}`;
  return `Fassung ${eigene ?? '–'}`;
}

function rolloutText({ ausrollung }: Dienstzeile) {
  if (ausrollung === null) return '–';
  const { fassung, zustand } = ausrollung;
  const kind = zustand === 'angehalten' ? 'warning' : istUnterwegs(zustand) ? 'info' : 'neutral';
  return html`Fassung ${fassung} ${badge(kind, zustandLabel[zustand])}`;
}
