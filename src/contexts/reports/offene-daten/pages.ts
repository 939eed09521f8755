import { createHash } from 'node:crypto';
import { html } from 'hono/html';
import { formatLocalDate, parseLocalDate } from '#kernel';
import {
  type PageAnswer,
  type PageContent,
  type PageRequest,
  type PageRoute,
  page,
  refusal,
} from '#platform';
import {
  accordion,
  descriptionList,
  externalLink,
  formatNumber,
  type Html,
  section,
  table,
  textLink,
} from '#ui';
import { datensatzUnknown } from '../errors.ts';
import type { ReportsDeps } from '../reports-deps.ts';
import { dateiOf, etagOf, mediaTypes } from './dateien.ts';
import { type Datensatz, formate } from './datensatz.ts';
import { dcatKatalog } from './dcat.ts';
import { alleDatensaetze, datensatzNamed } from './katalog.ts';

/** Open data: the page that lists and describes them, their files, and the catalogue for portals. */
export function openDataRoutes(deps: ReportsDeps): readonly PageRoute[] {
  return [
    {
      capability: 'reports.open-data',
      method: 'GET',
      path: '/offene-daten',
      access: 'public',
      handle: async () => page(content(await alleDatensaetze(deps))),
    },
    {
      capability: 'reports.open-data',
      method: 'GET',
      path: '/offene-daten/katalog.jsonld',
      access: 'public',
      handle: async () => dcatFile(await alleDatensaetze(deps), deps.origin),
    },
    {
      capability: 'reports.open-data.file',
      method: 'GET',
      path: '/offene-daten/:datei',
      access: 'public',
      handle: (request) => file(deps, request),
    },
  ];
}

async function file(deps: ReportsDeps, { params }: PageRequest): Promise<PageAnswer> {
  const wanted = params.datei ?? '';
  const format = formate.find((each) => wanted.endsWith(`.${each}`));
  if (!format) return refusal(datensatzUnknown(wanted));
  const found = await datensatzNamed(deps, wanted.slice(0, -(format.length + 1)));
  if (!found.ok) return refusal(found.refusal);
  return {
    kind: 'download',
    fileName: wanted,
    contentType: `${mediaTypes[format]}; charset=utf-8`,
    body: dateiOf(found.value, format),
    etag: etagOf(found.value, format),
  };
}

function dcatFile(datensaetze: readonly Datensatz[], origin: string): PageAnswer {
  const body = JSON.stringify(dcatKatalog(datensaetze, origin), null, 2);
  return {
    kind: 'download',
    fileName: 'katalog.jsonld',
    contentType: 'application/ld+json; charset=utf-8',
    body,
    etag: createHash('sha256').update(body).digest('hex').slice(0, 16),
  };
}

function content(datensaetze: readonly Datensatz[]): PageContent {
  const staende = datensaetze.filter(({ name }) => name.startsWith('stand-')).length;
  return {
    title: 'Offene Daten',
    lead: 'Daten zum Weiterverwenden, als CSV und JSON. Die Adressen bleiben gleich; jede Datei nennt Lizenz, Stand und Fassung.',
    wide: true,
    main: html`${overview(datensaetze)}${
      staende === 0
        ? html`<p class="kern-body lw-measure">Noch hat keine Kommune ihren Stand freigegeben. Sobald eine es tut, steht er hier.</p>`
        : ''
    }${datensaetze.map(details)}${section(
      'Für Datenportale',
      html`<p class="kern-body lw-measure">Alle Datensätze als Katalog in der Form von DCAT-AP.de (JSON-LD): ${textLink('/offene-daten/katalog.jsonld', 'katalog.jsonld')}. Wer eine Datei schon hat, fragt mit <code>If-None-Match</code> und bekommt 304, solange sich nichts geändert hat.</p>`,
    )}`,
    nextSteps: [
      { label: 'Katalog ansehen', href: '/katalog' },
      { label: 'Kommunen ansehen', href: '/kommunen' },
    ],
  };
}

function overview(datensaetze: readonly Datensatz[]): Html {
  return table({
    caption: 'Alle Datensätze',
    columns: [
      { label: 'Datensatz', width: 'wide' },
      { label: 'Zeilen', numeric: true },
      { label: 'Stand' },
      { label: 'Lizenz' },
      { label: 'Dateien' },
    ],
    rows: datensaetze.map(({ name, titel, anzahl, stand, lizenz }) => [
      textLink(`#${name}`, titel),
      formatNumber(anzahl),
      standText(stand),
      lizenz.name,
      files(name, titel),
    ]),
  });
}

/** A day as people write it; a year or a word as it is. */
function standText(stand: string): string {
  const day = parseLocalDate(stand);
  return day.ok ? formatLocalDate(day.value) : stand;
}

function files(name: string, titel: string): Html {
  return html`${formate.map(
    (format) =>
      html`${textLink(`/offene-daten/${name}.${format}`, html`${format.toUpperCase()}<span class="kern-sr-only"> ${titel}</span>`)} `,
  )}`;
}

function details({
  name,
  titel,
  beschreibung,
  quelle,
  herausgeber,
  lizenz,
  stand,
  version,
  spalten,
}: Datensatz): Html {
  return section(
    titel,
    html`<p class="kern-body lw-measure">${beschreibung}</p>${descriptionList([
      ['Dateien', files(name, titel)],
      ['Lizenz', lizenz.url ? externalLink(lizenz.url, lizenz.name) : lizenz.name],
      ['Herausgeber', herausgeber],
      ['Quelle', quelle],
      ['Stand', standText(stand)],
      ['Fassung', version],
    ])}${accordion({
      title: `Spalten von „${titel}“`,
      body: table({
        caption: `Spalten von „${titel}“`,
        captionHidden: true,
        columns: [{ label: 'Spalte' }, { label: 'Typ' }, { label: 'Bedeutung', width: 'wide' }],
        rows: spalten.map((spalte) => [spalte.name, spalte.typ, spalte.beschreibung]),
      }),
    })}`,
    { id: name },
  );
}
