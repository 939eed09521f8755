import { html } from 'hono/html';
import type { Refusal } from '#kernel';
import type { PageContent, PageRequest, ShownImport } from '#platform';
import { plannedRow, tablePreview, textLink, uploadForm } from '#ui';
import type { Vorschau } from '../use-cases/einlesen.ts';
import { feldLabel } from './verwahrt-section.ts';
import { address } from './wer.ts';

const abfragen = { label: 'Bedarfsabfragen', href: '/bedarf' };

export function uploadContent({ params, csrfToken }: PageRequest, reason: Refusal | null): PageContent {
  const id = params.id ?? '';
  return {
    title: 'Antworten aus einer Tabelle einlesen',
    preline: 'Bedarfsabfrage',
    lead: 'CSV oder Excel, die Spalten in jeder Reihenfolge. Sie sehen erst, was sich ändern würde. Fehlende Spalten bleiben, wie sie sind.',
    breadcrumb: [abfragen, { label: 'Diese Abfrage', href: address(id) }],
    main: uploadForm({
      ...{ action: address(id, 'einlesen'), csrfToken, reason, cancelHref: address(id) },
      intro: html`Die Vorlage sind ${textLink(address(id, 'antworten.xlsx'), 'Ihre Antworten als Excel-Datei')}, ausgefüllt mit allem, was schon bekannt ist.`,
    }),
  };
}

export function previewContent(
  request: PageRequest,
  { dateiname, zeilen, bogen }: Vorschau,
  shown: ShownImport,
): PageContent {
  const { id, titel, fragen } = bogen.umfrage;
  const rows = zeilen.map(({ aenderungen, ...zeile }) => {
    const labelled = aenderungen.map((each) => ({ ...each, feld: feldLabel(each.feld, fragen) }));
    return plannedRow({ ...zeile, aenderungen: labelled }, zeile.name);
  });
  return tablePreview(request, {
    ...{ ...shown, rows, fileName: dateiname, label: 'Antworten übernehmen' },
    breadcrumb: [abfragen, { label: titel, href: address(id) }],
    cancelHref: address(id),
  });
}
