import { html } from 'hono/html';
import { formatLocalDate, parseLocalDate } from '#kernel';
import type { PageContent, PageRequest, ShownImport } from '#platform';
import {
  alert,
  type Html,
  type ImportRow,
  importCounts,
  importReview,
  importRowsOf,
  readImportView,
} from '#ui';
import type { Vorschauzeile } from '../use-cases/einlese-zeile.ts';
import type { Durchgang } from '../use-cases/einlesen.ts';
import { pathOf, root } from './answers.ts';

const kindOf = { geaendert: 'changed', unveraendert: 'unchanged', fehler: 'refused' } as const;

function rowOf({ art, zeile, name, ags, giltAb, aenderungen, fehler }: Vorschauzeile): ImportRow {
  return {
    kind: kindOf[art],
    line: zeile,
    entry: `${name || 'ohne Kommune'}${ags === '' ? '' : ` (${ags})`}${tagText(giltAb)}`,
    changes: aenderungen.map(({ feld, vorher, nachher }) => ({
      field: feld,
      before: vorher,
      after: nachher,
    })),
    problems: fehler,
  };
}

function tagText(text: string): string {
  const day = parseLocalDate(text);
  return day.ok ? `, ab ${formatLocalDate(day.value)}` : '';
}

function unreadNotice(titles: readonly string[]): Html | '' {
  if (titles.length === 0) return '';
  return alert({
    kind: 'warning',
    title:
      titles.length === 1
        ? 'Eine Spalte wird nicht gelesen'
        : `${titles.length} Spalten werden nicht gelesen`,
    body: html`<p>${titles.slice(0, mostTitles).map((title, index) => html`${index > 0 ? ', ' : ''}„${title.slice(0, 60)}“`)}${titles.length > mostTitles ? ' und weitere' : ''}: So heißt keine Angabe dieses Onlinedienstes. Alle Namen stehen im Vergleich.</p>`,
  });
}

const mostTitles = 20;

/** What a table would do, row by row. */
export function previewContent(
  request: PageRequest,
  { dienst, titel, dateiname, zeilen, nichtGelesen }: Durchgang,
  { here, takeOver, objection }: ShownImport,
): PageContent {
  const all = zeilen.map(rowOf);
  const view = readImportView(request.query);
  const shown = importRowsOf(all, view);
  return {
    title: 'Was sich ändern würde',
    preline: `${titel}: ${dateiname}`,
    wide: true,
    breadcrumb: [
      root,
      { label: titel, href: pathOf(dienst) },
      { label: 'Einlesen', href: pathOf(dienst, 'einlesen') },
    ],
    main: html`${unreadNotice(nichtGelesen)}${importReview({
      counts: importCounts(all),
      view: { ...view, page: shown.page },
      action: here,
      rows: shown.rows,
      pages: shown.pages,
      noun: ['Zeile', 'Zeilen'],
      form: { action: takeOver, csrfToken: request.csrfToken, label: 'Tabelle übernehmen' },
      cancelHref: pathOf(dienst),
      error: objection ?? undefined,
    })}`,
  };
}
