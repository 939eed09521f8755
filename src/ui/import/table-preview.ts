import type { Content, Html } from '../html.ts';
import type { Link } from '../link.ts';
import { messages } from '../messages.ts';
import { goodOnlyField, importReview } from './import-review.ts';
import { type ImportKind, type ImportRow, importCounts, importRowsOf, readImportView } from './import-row.ts';

const kindOf = {
  neu: 'added',
  geaendert: 'changed',
  unveraendert: 'unchanged',
  entfaellt: 'removed',
  konflikt: 'refused',
  fehler: 'refused',
} as const satisfies Readonly<Record<string, ImportKind>>;

/** What a context found out about a row of a table. */
export interface PlannedRow {
  /** Its line in the file; `null` for what the file no longer has. */
  readonly zeile: number | null;
  readonly art: keyof typeof kindOf;
  readonly aenderungen: readonly {
    readonly feld: string;
    readonly vorher: string;
    readonly nachher: string;
  }[];
  readonly fehler: readonly string[];
}

/** A planned row as the preview shows it. */
export function plannedRow({ zeile, art, aenderungen, fehler }: PlannedRow, entry: Content): ImportRow {
  return {
    kind: kindOf[art],
    line: zeile,
    entry,
    changes: aenderungen
      .filter(({ vorher, nachher }) => vorher !== '' || nachher !== '')
      .map(({ feld, vorher, nachher }) => ({ field: feld, before: vorher, after: nachher })),
    problems: fehler,
  };
}

/** What somebody has to say first who takes over a table with refused rows; `null` where nothing is missing. */
export function goodOnlyObjection(
  rows: readonly Pick<PlannedRow, 'art'>[],
  sent: URLSearchParams,
): string | null {
  const refused = rows.some(({ art }) => kindOf[art] === 'refused');
  return refused && sent.get(goodOnlyField) !== 'ja' ? messages.importReview.objection : null;
}

export interface TablePreviewOptions {
  readonly fileName: string;
  readonly rows: readonly ImportRow[];
  readonly breadcrumb: readonly Link[];
  /** Address of the preview, and of what takes the table over. */
  readonly here: string;
  readonly takeOver: string;
  readonly cancelHref: string;
  readonly objection: string | null;
  /** Name of the form for screen readers; the table's where nothing is said. */
  readonly label?: string;
  /** What a row is, one and many; a row where nothing is said. */
  readonly noun?: readonly [string, string];
}

/** The page that says of a table, row by row, what taking it over would change. */
export function tablePreview(
  request: { readonly query: URLSearchParams; readonly csrfToken: string },
  { fileName, rows, breadcrumb, here, takeOver, cancelHref, objection, label, noun }: TablePreviewOptions,
): { title: string; preline: string; wide: true; breadcrumb: readonly Link[]; main: Html } {
  const view = readImportView(request.query);
  const shown = importRowsOf(rows, view);
  return {
    title: messages.importReview.title,
    preline: fileName,
    wide: true,
    breadcrumb,
    main: importReview({
      counts: importCounts(rows),
      view: { ...view, page: shown.page },
      action: here,
      rows: shown.rows,
      pages: shown.pages,
      noun,
      form: {
        action: takeOver,
        csrfToken: request.csrfToken,
        label: label ?? messages.importReview.takeOver,
      },
      cancelHref,
      error: objection ?? undefined,
    }),
  };
}
