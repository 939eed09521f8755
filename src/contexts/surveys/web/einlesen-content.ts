import { html } from 'hono/html';
import type { Refusal } from '#kernel';
import type { PageContent, PageRequest } from '#platform';
import {
  button,
  buttonRow,
  errorOf,
  fileField,
  form,
  type ImportRow,
  importCounts,
  importReview,
  importRowsOf,
  linkButton,
  readImportView,
  refusalNotice,
  textLink,
} from '#ui';
import type { Frage } from '../domain/umfrage.ts';
import type { GeplanteZeile, Vorschau, Zeilenart } from '../use-cases/einlesen.ts';
import { feldLabel } from './verwahrt-section.ts';
import { address } from './wer.ts';

export function uploadContent({ params, csrfToken }: PageRequest, reason: Refusal | null): PageContent {
  const id = params.id ?? '';
  return {
    title: 'Antworten aus einer Tabelle einlesen',
    preline: 'Bedarfsabfrage',
    lead: 'CSV oder Excel, die Spalten in jeder Reihenfolge. Sie sehen erst, was sich ändern würde. Fehlende Spalten bleiben, wie sie sind.',
    breadcrumb: [
      { label: 'Bedarfsabfragen', href: '/bedarf' },
      { label: 'Diese Abfrage', href: address(id) },
    ],
    main: html`${refusalNotice(reason)}<p class="kern-body">Die Vorlage sind ${textLink(address(id, 'antworten.xlsx'), 'Ihre Antworten als Excel-Datei')}, ausgefüllt mit allem, was schon bekannt ist.</p>${form(
      { action: address(id, 'einlesen'), csrfToken, multipart: true, label: 'Tabelle hochladen' },
      html`${fileField({ name: 'datei', label: 'Tabelle', accept: '.csv,.txt,.xlsx', error: errorOf(reason?.fields, 'datei') })}${buttonRow(
        button('Änderungen zeigen'),
        linkButton('Abbrechen', address(id), { kind: 'tertiary' }),
      )}`,
    )}`,
  };
}

const kindOf: Readonly<Record<Zeilenart, ImportRow['kind']>> = {
  neu: 'added',
  geaendert: 'changed',
  unveraendert: 'unchanged',
  fehler: 'refused',
};

function importRow(
  { zeile, art, name, aenderungen, fehler }: GeplanteZeile,
  fragen: readonly Frage[],
): ImportRow {
  return {
    kind: kindOf[art],
    line: zeile,
    entry: name,
    changes: aenderungen.map(({ feld, vorher, nachher }) => ({
      field: feldLabel(feld, fragen),
      before: vorher,
      after: nachher,
    })),
    problems: fehler,
  };
}

export function previewContent(
  request: PageRequest,
  { dateiname, zeilen, bogen }: Vorschau,
  error: string | null,
): PageContent {
  const { id, titel, fragen } = bogen.umfrage;
  const here = address(id, `einlesen/${request.params.einlesung ?? ''}`);
  const all = zeilen.map((zeile) => importRow(zeile, fragen));
  const view = readImportView(request.query);
  const shown = importRowsOf(all, view);
  return {
    title: 'Was sich ändern würde',
    preline: dateiname,
    wide: true,
    breadcrumb: [
      { label: 'Bedarfsabfragen', href: '/bedarf' },
      { label: titel, href: address(id) },
    ],
    main: importReview({
      counts: importCounts(all),
      view: { ...view, page: shown.page },
      action: here,
      rows: shown.rows,
      pages: shown.pages,
      noun: ['Zeile', 'Zeilen'],
      form: { action: `${here}/uebernehmen`, csrfToken: request.csrfToken, label: 'Antworten übernehmen' },
      cancelHref: address(id),
      error: error ?? undefined,
    }),
  };
}
