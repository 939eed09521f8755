import { html } from 'hono/html';
import type { Refusal } from '#kernel';
import type { PageContent, PageRequest, ShownImport } from '#platform';
import { plannedRow, tablePreview, textLink, uploadForm } from '#ui';
import { spaltenLabel } from '../tabelle.ts';
import type { GeplanteZeile } from '../use-cases/einlesen.ts';
import { paths } from './paths.ts';

const way = [
  { label: 'Prioritäten', href: paths.rang },
  { label: 'Angaben', href: paths.angaben },
];

export function uploadContent({ csrfToken }: PageRequest, reason: Refusal | null): PageContent {
  const { bezug, kriterium, wert, quelle, stand } = spaltenLabel;
  const columns = [bezug, kriterium, wert, quelle, stand];
  return {
    title: 'Angaben aus einer Tabelle einlesen',
    preline: 'Prioritäten',
    lead: 'CSV oder Excel. Sie sehen erst, was sich ändern würde. Gelöscht wird nichts: Ein leerer Wert nimmt eine Angabe zurück, sie bleibt im Verlauf.',
    breadcrumb: way,
    main: uploadForm({
      ...{ action: paths.einlesen, csrfToken, reason, cancelHref: paths.angaben },
      intro: html`Die Spalten heißen ${columns.join(', ')}, in jeder Reihenfolge. In „${bezug}“ steht eine Kennung (L00001), ein LeiKa-Schlüssel, ein genauer Name oder die Nummer einer OZG-Leistung. Eine Vorlage ist ${textLink(`${paths.angaben}.xlsx`, 'die Liste der Angaben als Excel-Datei')}; ${textLink(paths.kriterien, 'die Skalen der Kriterien')} stehen auf einer eigenen Seite.`,
    }),
  };
}

export function previewContent(
  request: PageRequest,
  { dateiname, zeilen }: { readonly dateiname: string; readonly zeilen: readonly GeplanteZeile[] },
  shown: ShownImport,
): PageContent {
  return tablePreview(request, {
    ...shown,
    fileName: dateiname,
    rows: zeilen.map((zeile) => plannedRow(zeile, zeile.titel)),
    breadcrumb: [...way, { label: 'Einlesen', href: paths.einlesen }],
    cancelHref: paths.angaben,
  });
}
