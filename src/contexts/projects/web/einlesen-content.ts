import { html } from 'hono/html';
import type { Refusal } from '#kernel';
import type { PageContent, PageRequest, ShownImport } from '#platform';
import { plannedRow, tablePreview, textLink, uploadForm } from '#ui';
import type { GeplanteZeile } from '../use-cases/geplante-zeile.ts';

export const address = '/projekte/einlesen';
const projekte = { label: 'Umsetzungsprojekte', href: '/projekte' };

/** The form that takes a table. */
export function uploadContent({ csrfToken }: PageRequest, reason: Refusal | null): PageContent {
  return {
    title: 'Projekte aus einer Tabelle einlesen',
    preline: 'Umsetzungsprojekte',
    lead: 'CSV oder Excel, die Spalten in jeder Reihenfolge. Sie sehen erst, was sich ändern würde. Fehlende Spalten bleiben, wie sie sind; gelöscht wird nichts.',
    breadcrumb: [projekte],
    main: uploadForm({
      ...{ action: address, csrfToken, reason, cancelHref: '/projekte' },
      intro: html`Eine Vorlage mit allen Spalten ist ${textLink('/projekte.xlsx', 'die Liste als Excel-Datei')}. Zeilen mit Kennung ändern das Projekt dieser Kennung, Zeilen ohne legen ein neues an.`,
    }),
  };
}

/** What a table would change, row by row. */
export function previewContent(
  request: PageRequest,
  { dateiname, zeilen }: { readonly dateiname: string; readonly zeilen: readonly GeplanteZeile[] },
  shown: ShownImport,
): PageContent {
  return tablePreview(request, {
    ...shown,
    fileName: dateiname,
    rows: zeilen.map((zeile) => plannedRow(zeile, zeile.titel || zeile.kennung)),
    breadcrumb: [projekte, { label: 'Einlesen', href: address }],
    cancelHref: '/projekte',
  });
}
