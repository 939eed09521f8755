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
import type { GeplanteZeile, Zeilenart } from '../use-cases/geplante-zeile.ts';

export const address = '/projekte/einlesen';

/** The form that takes a table. */
export function uploadContent(csrfToken: string, reason: Refusal | null): PageContent {
  return {
    title: 'Projekte aus einer Tabelle einlesen',
    preline: 'Umsetzungsprojekte',
    lead: 'CSV oder Excel, die Spalten in jeder Reihenfolge. Sie sehen erst, was sich ändern würde. Fehlende Spalten bleiben, wie sie sind; gelöscht wird nichts.',
    breadcrumb: [{ label: 'Umsetzungsprojekte', href: '/projekte' }],
    main: html`${refusalNotice(reason)}<p class="kern-body">Eine Vorlage mit allen Spalten ist ${textLink('/projekte.xlsx', 'die Liste als Excel-Datei')}. Zeilen mit Kennung ändern das Projekt dieser Kennung, Zeilen ohne legen ein neues an.</p>${form(
      { action: address, csrfToken, multipart: true, label: 'Tabelle hochladen' },
      html`${fileField({
        name: 'datei',
        label: 'Tabelle',
        accept: '.csv,.txt,.xlsx',
        error: errorOf(reason?.fields, 'datei'),
      })}${buttonRow(button('Änderungen zeigen'), linkButton('Abbrechen', '/projekte', { kind: 'tertiary' }))}`,
    )}`,
  };
}

const kindOf: Readonly<Record<Zeilenart, ImportRow['kind']>> = {
  neu: 'added',
  geaendert: 'changed',
  unveraendert: 'unchanged',
  konflikt: 'refused',
  fehler: 'refused',
};

function importRow({ zeile, art, titel, kennung, aenderungen, fehler }: GeplanteZeile): ImportRow {
  return {
    kind: kindOf[art],
    line: zeile,
    entry: titel || kennung,
    changes: aenderungen
      .filter(({ nachher, vorher }) => nachher !== '' || vorher !== '')
      .map(({ feld, vorher, nachher }) => ({ field: feld, before: vorher, after: nachher })),
    problems: fehler,
  };
}

/** What a table would change, row by row. */
export function previewContent(
  request: PageRequest,
  id: string,
  found: { readonly dateiname: string; readonly zeilen: readonly GeplanteZeile[] },
  error: string | null,
): PageContent {
  const here = `${address}/${id}`;
  const all = found.zeilen.map(importRow);
  const view = readImportView(request.query);
  const shown = importRowsOf(all, view);
  return {
    title: 'Was sich ändern würde',
    preline: found.dateiname,
    wide: true,
    breadcrumb: [
      { label: 'Umsetzungsprojekte', href: '/projekte' },
      { label: 'Einlesen', href: address },
    ],
    main: importReview({
      counts: importCounts(all),
      view: { ...view, page: shown.page },
      action: here,
      rows: shown.rows,
      pages: shown.pages,
      noun: ['Zeile', 'Zeilen'],
      form: { action: `${here}/uebernehmen`, csrfToken: request.csrfToken, label: 'Tabelle übernehmen' },
      cancelHref: '/projekte',
      error: error ?? undefined,
    }),
  };
}
