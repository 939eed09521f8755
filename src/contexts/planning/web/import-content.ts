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
import type { Vorschauzeile } from '../use-cases/massnahme-row.ts';
import { planung } from './answers.ts';

export const list = '/planung/massnahmen';

export const address = `${list}/einlesen`;

const kindOf: Readonly<Record<Vorschauzeile['art'], ImportRow['kind']>> = {
  neu: 'added',
  geaendert: 'changed',
  unveraendert: 'unchanged',
  fehler: 'refused',
};

export function previewContent(
  request: PageRequest,
  id: string,
  found: { readonly dateiname: string; readonly zeilen: readonly Vorschauzeile[] },
  error: string | null,
): PageContent {
  const here = `${address}/${id}`;
  const all = found.zeilen.map(
    ({ art, zeile, titel, kennung, aenderungen, fehler }): ImportRow => ({
      kind: kindOf[art],
      line: zeile,
      entry: titel || kennung,
      changes: aenderungen.map(({ feld, vorher, nachher }) => ({
        field: feld,
        before: vorher,
        after: nachher,
      })),
      problems: fehler,
    }),
  );
  const view = readImportView(request.query);
  const shown = importRowsOf(all, view);
  return {
    title: 'Was sich ändern würde',
    preline: found.dateiname,
    wide: true,
    breadcrumb: [planung, { label: 'Maßnahmen', href: list }, { label: 'Einlesen', href: address }],
    main: importReview({
      counts: importCounts(all),
      view: { ...view, page: shown.page },
      action: here,
      rows: shown.rows,
      pages: shown.pages,
      noun: ['Zeile', 'Zeilen'],
      form: { action: here, csrfToken: request.csrfToken, label: 'Tabelle übernehmen' },
      cancelHref: list,
      error: error ?? undefined,
    }),
  };
}

export function uploadContent(csrfToken: string, reason: Refusal | null): PageContent {
  return {
    title: 'Maßnahmen aus einer Tabelle einlesen',
    lead: 'CSV oder Excel, die Spalten in jeder Reihenfolge. Sie sehen erst, was sich ändern würde; gelöscht wird nichts.',
    breadcrumb: [planung, { label: 'Maßnahmen', href: list }],
    main: html`${refusalNotice(reason)}<p class="kern-body">Eine Vorlage mit allen Spalten ist ${textLink(`${list}.xlsx`, 'die Liste als Excel-Datei')}. Zeilen mit Kennung ändern die Maßnahme dieser Kennung, Zeilen ohne legen eine neue an.</p>${form(
      { action: address, csrfToken, multipart: true, label: 'Tabelle hochladen' },
      html`${fileField({
        name: 'datei',
        label: 'Tabelle',
        accept: '.csv,.txt,.xlsx',
        error: errorOf(reason?.fields, 'datei'),
      })}${buttonRow(button('Änderungen zeigen'), linkButton('Abbrechen', list, { kind: 'tertiary' }))}`,
    )}`,
  };
}
