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
import { spaltenLabel } from '../tabelle.ts';
import type { GeplanteZeile } from '../use-cases/einlesen.ts';
import { paths } from './paths.ts';

export function uploadContent(csrfToken: string, reason: Refusal | null): PageContent {
  const columns = [
    spaltenLabel.bezug,
    spaltenLabel.kriterium,
    spaltenLabel.wert,
    spaltenLabel.quelle,
    spaltenLabel.stand,
  ];
  return {
    title: 'Angaben aus einer Tabelle einlesen',
    preline: 'Prioritäten',
    lead: 'CSV oder Excel. Sie sehen erst, was sich ändern würde. Gelöscht wird nichts: Ein leerer Wert nimmt eine Angabe zurück, sie bleibt im Verlauf.',
    breadcrumb: [
      { label: 'Prioritäten', href: paths.rang },
      { label: 'Angaben', href: paths.angaben },
    ],
    main: html`${refusalNotice(reason)}<p class="kern-body">Die Spalten heißen ${columns.join(', ')}, in jeder Reihenfolge. In „${spaltenLabel.bezug}“ steht eine Kennung (L00001), ein LeiKa-Schlüssel, ein genauer Name oder die Nummer einer OZG-Leistung. Eine Vorlage ist ${textLink(`${paths.angaben}.xlsx`, 'die Liste der Angaben als Excel-Datei')}; ${textLink(paths.kriterien, 'die Skalen der Kriterien')} stehen auf einer eigenen Seite.</p>${form(
      { action: paths.einlesen, csrfToken, multipart: true, label: 'Tabelle hochladen' },
      html`${fileField({
        name: 'datei',
        label: 'Tabelle',
        accept: '.csv,.txt,.xlsx',
        error: errorOf(reason?.fields, 'datei'),
      })}${buttonRow(button('Änderungen zeigen'), linkButton('Abbrechen', paths.angaben, { kind: 'tertiary' }))}`,
    )}`,
  };
}

const kindOf: Readonly<Record<GeplanteZeile['art'], ImportRow['kind']>> = {
  neu: 'added',
  geaendert: 'changed',
  unveraendert: 'unchanged',
  fehler: 'refused',
};

function importRow({ zeile, art, titel, aenderungen, fehler }: GeplanteZeile): ImportRow {
  return {
    kind: kindOf[art],
    line: zeile,
    entry: titel,
    changes: aenderungen.map(({ feld, vorher, nachher }) => ({
      field: feld,
      before: vorher,
      after: nachher,
    })),
    problems: fehler,
  };
}

export function previewContent(
  request: PageRequest,
  found: { readonly dateiname: string; readonly zeilen: readonly GeplanteZeile[] },
  error: string | null,
): PageContent {
  const here = `${paths.einlesen}/${request.params.einlesung ?? ''}`;
  const all = found.zeilen.map(importRow);
  const view = readImportView(request.query);
  const shown = importRowsOf(all, view);
  return {
    title: 'Was sich ändern würde',
    preline: found.dateiname,
    wide: true,
    breadcrumb: [
      { label: 'Prioritäten', href: paths.rang },
      { label: 'Angaben', href: paths.angaben },
      { label: 'Einlesen', href: paths.einlesen },
    ],
    main: importReview({
      counts: importCounts(all),
      view: { ...view, page: shown.page },
      action: here,
      rows: shown.rows,
      pages: shown.pages,
      noun: ['Zeile', 'Zeilen'],
      form: { action: `${here}/uebernehmen`, csrfToken: request.csrfToken, label: 'Tabelle übernehmen' },
      cancelHref: paths.angaben,
      error: error ?? undefined,
    }),
  };
}
