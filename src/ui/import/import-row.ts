import type { Content } from '../html.ts';
import type { ListColumn } from '../list/definition.ts';
import { messages } from '../messages.ts';

/** What happens with a row of a file when it is taken over. */
export type ImportKind = 'added' | 'changed' | 'unchanged' | 'removed' | 'refused';

const kindOfAddress: Readonly<Record<string, ImportKind>> = {
  neu: 'added',
  geaendert: 'changed',
  unveraendert: 'unchanged',
  entfaellt: 'removed',
  fehlerhaft: 'refused',
};

/** A row of a file as the preview shows it. */
export interface ImportRow {
  readonly kind: ImportKind;
  /** Where it stands in the file; `null` for what the file no longer has. */
  readonly line: number | null;
  readonly entry: Content;
  /** Field by field; an added row has no `before`. */
  readonly changes: readonly { readonly field: string; readonly before: string; readonly after: string }[];
  /** Why it is refused, or what to look at. */
  readonly problems: readonly string[];
}

/** Which rows of a preview somebody looks at. */
export interface ImportView {
  /** `null` for all. */
  readonly kind: ImportKind | null;
  readonly page: number;
}

const rowsPerPage = 50;

/** Reads the view from an address: `art=geaendert&seite=2`. What it does not know shows all rows. */
export function readImportView(parameters: URLSearchParams): ImportView {
  const page = parameters.get('seite') ?? '';
  return {
    kind: kindOfAddress[parameters.get('art') ?? ''] ?? null,
    page: /^[1-9]\d{0,5}$/.test(page) ? Number(page) : 1,
  };
}

/** The parameters that lead to a view again. */
export function importViewAddress(action: string, { kind, page }: ImportView): string {
  const name = Object.keys(kindOfAddress).find((key) => kindOfAddress[key] === kind);
  const parameters = new URLSearchParams(name ? { art: name } : {});
  if (page > 1) parameters.set('seite', String(page));
  return parameters.size > 0 ? `${action}?${parameters}` : action;
}

/** What needs a look comes first where all rows are shown. */
const urgency: Readonly<Record<ImportKind, number>> = {
  refused: 0,
  removed: 1,
  changed: 2,
  added: 3,
  unchanged: 4,
};

/** The rows of a view out of all, with the number of its pages. */
export function importRowsOf<Row extends { readonly kind: ImportKind }>(
  rows: readonly Row[],
  { kind, page }: ImportView,
): { readonly rows: readonly Row[]; readonly page: number; readonly pages: number } {
  const own =
    kind === null
      ? rows.toSorted((a, b) => urgency[a.kind] - urgency[b.kind])
      : rows.filter((row) => row.kind === kind);
  const pages = Math.max(1, Math.ceil(own.length / rowsPerPage));
  const shown = Math.min(page, pages);
  return { rows: own.slice((shown - 1) * rowsPerPage, shown * rowsPerPage), page: shown, pages };
}

/** How many rows of each kind there are. */
export function importCounts(
  rows: readonly { readonly kind: ImportKind }[],
): Readonly<Record<ImportKind, number>> {
  const counts = { added: 0, changed: 0, unchanged: 0, removed: 0, refused: 0 };
  for (const { kind } of rows) counts[kind] += 1;
  return counts;
}

/** A refused row as it stood in the file. */
export interface RefusedRow {
  readonly line: number;
  readonly cells: readonly string[];
  readonly problems: readonly string[];
}

/** Columns of the file that gives refused rows back: all cells as they came, with what is wrong, to be mended and sent again. */
export function refusedColumns(header: readonly string[]): readonly ListColumn<RefusedRow>[] {
  return [
    ...header.map((label, index) => ({
      key: `spalte-${index}`,
      label,
      value: ({ cells }: RefusedRow) => cells[index] ?? '',
    })),
    { key: 'zeile', label: messages.importReview.line, kind: 'number', value: ({ line }) => line },
    {
      key: 'problem',
      label: messages.importReview.wrong,
      width: 'wide',
      value: ({ problems }) => problems.join(' '),
    },
  ];
}
