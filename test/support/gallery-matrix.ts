import { errorSummary, type Html, type MatrixColumn, type MatrixRow, matrix, readMatrix } from '#ui';

const zustaende = ['nicht begonnen', 'geplant', 'in Umsetzung', 'online', 'abgeschaltet'];

export const galleryColumns: readonly MatrixColumn[] = [
  {
    key: 'zustand',
    label: 'Zustand',
    kind: 'select',
    options: zustaende.map((label) => ({ value: label.replaceAll(' ', '-').toLowerCase(), label })),
  },
  { key: 'geplant', label: 'Geplant für', kind: 'date', width: 'narrow' },
  {
    key: 'faelle',
    label: 'Fälle im Jahr',
    kind: 'number',
    min: 0,
    width: 'narrow',
    hint: 'gezählt, ohne Schätzung',
  },
  {
    key: 'loesung',
    label: 'Lösung',
    kind: 'text',
    maxLength: 80,
    options: ['Wohngeld online', 'Baulotse', 'Hundesteuer direkt'].map((label) => ({ value: label, label })),
  },
  { key: 'bemerkung', label: 'Bemerkung', kind: 'text', maxLength: 200, width: 'wide' },
];

const names = [
  'Wohngeld Erstbewilligung',
  'Hundesteuer Anmeldung',
  'Führerschein Umtausch',
  'Grundsteuer Festsetzung',
];

function rowsOf(count: number): readonly MatrixRow[] {
  return Array.from({ length: count }, (_, index) => ({
    key: `L${index + 1}`,
    label: `${names[index % names.length]}${index >= names.length ? ` ${index + 1}` : ''}`,
    href: `/stand/L${index + 1}`,
    fassung: index,
    values:
      index % 3 === 0
        ? { zustand: 'online', faelle: String(120 + index) }
        : { zustand: 'geplant', geplant: '2027-03-31' },
  }));
}

const frame = {
  id: 'matrix',
  caption: 'Umsetzungsstand erfassen',
  rowLabel: 'Leistung',
  columns: galleryColumns,
  action: '/matrix',
  csrfToken: 'x',
};

/** A matrix as it opens. */
export function galleryMatrix(count = 25): Html {
  return matrix({ ...frame, rows: rowsOf(count) });
}

/** What comes back when it is sent: refused cells keep what was typed, `Fremd` in a remark plays the other editor. */
export function answerGalleryMatrix(form: URLSearchParams): {
  readonly content: Html;
  readonly refused: boolean;
} {
  const read = readMatrix(galleryColumns, form);
  const changed = new Map(read.changes.map((change) => [change.row, change]));
  const conflict = { by: 'Ludger Meyer', at: '22.11.2026, 06:58 Uhr' };
  const rows = rowsOf(25).map((row): MatrixRow => {
    const change = changed.get(row.key);
    if (change?.values.bemerkung === 'Fremd' && change.fassung === row.fassung)
      return {
        ...row,
        fassung: 900,
        values: { ...row.values, bemerkung: 'von Ludger Meyer' },
        typed: read.typed.get(row.key),
        conflict,
      };
    if (change) return { ...row, fassung: row.fassung + 1, values: { ...row.values, ...change.values } };
    return { ...row, typed: read.typed.get(row.key), problems: read.refused.get(row.key) };
  });
  const notice = errorSummary(read.problems);
  const saved = rows.filter((row) => changed.has(row.key) && !row.conflict).length;
  return {
    content: matrix({ ...frame, rows, notice, status: `${saved} Zeilen gespeichert.` }),
    refused: read.problems.length > 0,
  };
}

/** A matrix in which a cell was refused and somebody else saved a row meanwhile. */
export function galleryMatrixRefused(): Html {
  const form = new URLSearchParams([
    ['basis:L1', 'fassung=0&w.zustand=online&w.faelle=120'],
    ['zustand:L1', 'online'],
    ['faelle:L1', 'viele'],
    ['basis:L2', 'fassung=1&w.zustand=geplant&w.geplant=2027-03-31'],
    ['zustand:L2', 'online'],
    ['geplant:L2', '2027-03-31'],
    ['bemerkung:L2', 'Fremd'],
  ]);
  return answerGalleryMatrix(form).content;
}
