import { html } from 'hono/html';
import type { Refusal } from '#kernel';
import type { PageContent, PageRequest, ShownImport } from '#platform';
import { plannedRow, tablePreview, textLink, uploadForm } from '#ui';
import type { Durchgang } from '../use-cases/massnahme-row.ts';
import { planung } from './answers.ts';

export const list = '/planung/massnahmen';

export const address = `${list}/einlesen`;

const massnahmen = { label: 'Maßnahmen', href: list };

export function previewContent(
  request: PageRequest,
  { dateiname, zeilen }: Durchgang,
  shown: ShownImport,
): PageContent {
  return tablePreview(request, {
    ...shown,
    fileName: dateiname,
    rows: zeilen.map((zeile) => plannedRow(zeile, zeile.titel || zeile.kennung)),
    breadcrumb: [planung, massnahmen, { label: 'Einlesen', href: address }],
    cancelHref: list,
  });
}

export function uploadContent({ csrfToken }: PageRequest, reason: Refusal | null): PageContent {
  return {
    title: 'Maßnahmen aus einer Tabelle einlesen',
    lead: 'CSV oder Excel, die Spalten in jeder Reihenfolge. Sie sehen erst, was sich ändern würde; gelöscht wird nichts.',
    breadcrumb: [planung, massnahmen],
    main: uploadForm({
      ...{ action: address, csrfToken, reason, cancelHref: list },
      intro: html`Eine Vorlage mit allen Spalten ist ${textLink(`${list}.xlsx`, 'die Liste als Excel-Datei')}. Zeilen mit Kennung ändern die Maßnahme dieser Kennung, Zeilen ohne legen eine neue an.`,
    }),
  };
}
