import { z } from 'zod';
import type { wortArten } from '../../src/contexts/finder/domain/finder-input.ts';
import { foldedLine } from '../../src/contexts/finder/domain/index/suggest-index.ts';

const words = z.array(z.string()).default([]);
const draftRow = z.object({
  ozg: z.int().optional(),
  ozgId: z.int().nullable().optional(),
  leistung: z.string().optional(),
  leistungId: z.string().nullable().optional(),
  alltag: words,
  kurz: words,
  regional: words,
  lage: words,
  fremd: z.record(z.string(), words).default({}),
});

type Words = Record<Exclude<(typeof wortArten)[number], 'fremd'>, string[]> & {
  fremd: Record<string, string[]>;
};

interface Row extends Words {
  readonly id: string;
  readonly ozgId: number | null;
  readonly leistungId: string | null;
}

interface Sources {
  readonly rows: readonly unknown[];
  readonly ozg: readonly unknown[];
  readonly leistungen: readonly unknown[];
  readonly wholeQueries: ReadonlySet<string>;
}

const longestEntry = 60;
const mostWords = 5;
const lists = ['alltag', 'kurz', 'regional', 'lage'] as const;

/** Joins drafts by what they speak of: unknown ids are refused; doubles and whole queries of the suite are left out. */
export function mergeThesaurus({ rows, ozg, leistungen, wholeQueries }: Sources) {
  const ozgIds = new Set(ozg.map((row) => z.object({ ozgId: z.int() }).parse(row).ozgId));
  const leistungIds = new Set(leistungen.map((row) => z.object({ id: z.string() }).parse(row).id));
  const merged = new Map<string, Row>();
  const refused: { problem: string }[] = [];
  const counts = { doubled: 0, queries: 0, words: 0 };
  for (const given of rows) {
    const draft = draftRow.parse(given);
    const ozgId = draft.ozg ?? draft.ozgId ?? null;
    const leistungId = draft.leistung ?? draft.leistungId ?? null;
    const known = leistungId === null ? ozgIds.has(ozgId ?? 0) : leistungIds.has(leistungId);
    const id = leistungId?.toLowerCase() ?? String(ozgId);
    if (!known) refused.push({ problem: `${id} steht nicht im Katalog` });
    else
      merged.set(
        id,
        joined(merged.get(id) ?? emptyRow(id, leistungId === null ? ozgId : null, leistungId), draft),
      );
  }
  const clean = [...merged.values()]
    .map((row) => cleaned(row, wholeQueries, counts))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return { refused, text: textOf(clean), counts: { ...counts, rows: clean.length } };
}

function emptyRow(id: string, ozgId: number | null, leistungId: string | null): Row {
  return { id, ozgId, leistungId, alltag: [], kurz: [], regional: [], lage: [], fremd: {} };
}

function joined(row: Row, draft: z.infer<typeof draftRow>): Row {
  const languages = [...new Set([...Object.keys(row.fremd), ...Object.keys(draft.fremd)])].toSorted();
  return {
    ...row,
    ...Object.fromEntries(lists.map((list) => [list, [...row[list], ...draft[list]]])),
    fremd: Object.fromEntries(
      languages.map((language) => [
        language,
        [...(row.fremd[language] ?? []), ...(draft.fremd[language] ?? [])],
      ]),
    ),
  };
}

interface Counts {
  doubled: number;
  queries: number;
  words: number;
}

function cleaned(row: Row, wholeQueries: ReadonlySet<string>, counts: Counts): Row {
  const seen = new Set<string>();
  const clean = (entries: readonly string[]) =>
    entries
      .map((entry) => entry.replace(/\s+/g, ' ').trim())
      .filter((entry) => taken(entry, seen, wholeQueries, counts));
  return {
    ...row,
    ...Object.fromEntries(lists.map((list) => [list, clean(row[list])])),
    fremd: Object.fromEntries(
      Object.entries(row.fremd)
        .map(([language, entries]) => [language, clean(entries)] as const)
        .filter(([, entries]) => entries.length > 0),
    ),
  };
}

function taken(entry: string, seen: Set<string>, wholeQueries: ReadonlySet<string>, counts: Counts): boolean {
  const folded = foldedLine(entry);
  if (folded === '' || entry.length > longestEntry || entry.split(' ').length > mostWords) return false;
  if (wholeQueries.has(folded)) counts.queries += 1;
  else if (seen.has(folded)) counts.doubled += 1;
  else {
    seen.add(folded);
    counts.words += 1;
    return true;
  }
  return false;
}

function textOf(rows: readonly Row[]): string {
  const kopf = {
    format: 'leitwerk.thesaurus/1',
    titel: 'Thesaurus der Alltagswörter',
    stand: '2026-11-22',
    quelle: 'eigene Zusammenstellung Leitwerk',
    quelleUrl: null,
    lizenz: 'Fakten, eigene Zusammenstellung',
    evidenz: 'einschaetzung',
    hinweis:
      'Wörter, mit denen Menschen nach Leistungen fragen. Fremde Wörter sind nicht von Muttersprachlern geprüft. Kein Eintrag gleicht einer ganzen Suche der Prüfung in test/relevance.',
    zeilen: rows.length,
  };
  return `${[{ kopf }, ...rows].map((line) => JSON.stringify(line)).join('\n')}\n`;
}
