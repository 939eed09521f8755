import { type Html, type ImportRow, importCounts, importReview, importRowsOf, readImportView } from '#ui';

const changes = [
  { field: 'Zustand', before: 'geplant', after: 'online' },
  { field: 'Fälle im Jahr', before: '', after: '1.250' },
  { field: 'Bemerkung', before: 'im Frühjahr', after: '' },
];

function rowOf(index: number): ImportRow {
  const base = { line: index + 2, entry: `Leistung ${index + 1}`, changes: [], problems: [] };
  if (index % 40 === 7)
    return {
      ...base,
      kind: 'refused',
      problems: [
        'Zustand: „fertig“ gibt es nicht. Gemeint ist vielleicht „online“.',
        'Diese Leistung ist am 31.12.2024 beendet.',
      ],
    };
  if (index % 9 === 3) return { ...base, kind: 'changed', changes };
  if (index % 13 === 5)
    return { ...base, kind: 'added', changes: [{ field: 'Zustand', before: '', after: 'geplant' }] };
  return { ...base, kind: 'unchanged' };
}

/** The preview of a file with rows of every kind. */
export function galleryImport(parameters: URLSearchParams, count = 320): Html {
  const rows = Array.from({ length: count }, (_, index) => rowOf(index));
  const view = readImportView(parameters);
  const shown = importRowsOf(rows, view);
  return importReview({
    counts: importCounts(rows),
    view: { ...view, page: shown.page },
    rows: shown.rows,
    pages: shown.pages,
    action: '/einlesen',
    problemsHref: '/einlesen/fehler.csv',
    form: { action: '/einlesen', csrfToken: 'x' },
    cancelHref: '/einlesen/neu',
    notice: 'Eine vergangene Planung macht nichts fertig.',
  });
}
