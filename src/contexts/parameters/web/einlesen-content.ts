import type { PageRequest } from '#platform';
import { type ImportRow, importCounts, importReview, importRowsOf, readImportView } from '#ui';
import type { Vorschauzeile } from '../use-cases/einlese-zeile.ts';
import type { Durchgang } from '../use-cases/einlesen.ts';
import { pathOf, root } from './answers.ts';

const kindOf = { geaendert: 'changed', unveraendert: 'unchanged', fehler: 'refused' } as const;

function rowOf({ art, zeile, name, ags, giltAb, aenderungen, fehler }: Vorschauzeile): ImportRow {
  return {
    kind: kindOf[art],
    line: zeile,
    entry: `${name}${ags === '' ? '' : ` (${ags})`}, ab ${giltAb}`,
    changes: aenderungen.map(({ feld, vorher, nachher }) => ({
      field: feld,
      before: vorher,
      after: nachher,
    })),
    problems: fehler,
  };
}

/** What a table would do, row by row. */
export function previewContent(
  request: PageRequest,
  { dienst, titel, dateiname, zeilen }: Durchgang,
  id: string,
  error: string | null,
) {
  const here = pathOf(dienst, `einlesen/${id}`);
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
    main: importReview({
      counts: importCounts(all),
      view: { ...view, page: shown.page },
      action: here,
      rows: shown.rows,
      pages: shown.pages,
      noun: ['Zeile', 'Zeilen'],
      form: { action: here, csrfToken: request.csrfToken, label: 'Tabelle übernehmen' },
      cancelHref: pathOf(dienst),
      error: error ?? undefined,
    }),
  };
}
