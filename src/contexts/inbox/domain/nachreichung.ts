import { z } from 'zod';
import { type Anlage, type Antrag, antragSchema, type Inhalt } from './antrag.ts';

const text = (max: number) => z.string().max(max);

/** An answer that became another one; `null` where there was or is none. */
export const changeSchema = z.object({
  place: text(300),
  question: text(2000),
  part: text(500),
  before: text(20_000).nullable(),
  after: text(20_000).nullable(),
});
export type Change = z.infer<typeof changeSchema>;

/** What an applicant handed in when asked, format `leitwerk/nachreichung@1`. */
const nachreichungSchema = z.object({
  format: z.literal('leitwerk/nachreichung@1'),
  nachforderung: z.uuid(),
  bezug: z.uuid(),
  verspaetet: z.boolean(),
  geaendert: z.array(changeSchema),
  bestaetigt: z.array(text(300)),
  dokument: antragSchema.shape.dokument,
  gebuehr: antragSchema.shape.gebuehr,
  kontakt: antragSchema.shape.kontakt,
  anlagen: antragSchema.shape.anlagen,
});
export type Nachreichung = z.infer<typeof nachreichungSchema>;

/** The data of a submission as an answer to what was asked; `null` for anything else. */
export function nachreichungOf(data: string): Nachreichung | null {
  try {
    const parsed = nachreichungSchema.safeParse(JSON.parse(data));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** The case's content after an answer: what it says now, each changed answer beside what it was, and the new files. */
export function nextInhalt(
  before: Inhalt,
  { geaendert, dokument, gebuehr, kontakt, anlagen }: Nachreichung,
  data: string,
  files: readonly Anlage[],
): Inhalt {
  const earlier = new Map(geaendert.map((change) => [change.place, change.before ?? 'nicht angegeben']));
  const row = <Row extends { readonly field: string; readonly place?: string | undefined }>(one: Row) => {
    const previous = earlier.get(one.place ?? one.field);
    return previous === undefined ? one : { ...one, previous };
  };
  const sections = dokument.sections.map((section) => ({
    ...section,
    rows: section.rows.map(row),
    parts: section.parts.map((part) => ({ ...part, rows: part.rows.map(row) })),
  }));
  const antrag: Antrag = {
    ...before.antrag,
    ...{ dokument: { ...dokument, sections }, gebuehr, kontakt },
    anlagen: [...before.antrag.anlagen, ...anlagen],
  };
  return { ...before, antrag, data, anlagen: [...before.anlagen, ...files] };
}

const antwortenSchema = z.object({ antworten: z.record(z.string(), z.json()) });

/** The answers as data, for a portal whose own copy does not hold them; none where another program wrote them. */
export function antwortenOf(data: string): z.infer<typeof antwortenSchema>['antworten'] {
  const parsed = antwortenSchema.safeParse(JSON.parse(data));
  return parsed.success ? parsed.data.antworten : {};
}

/** A field that an office can ask for once more. */
export interface Askable {
  /** `nachname`, `hunde` with all rows, `hunde.#7.chip`. */
  readonly place: string;
  /** What it is called, with the row that it stands in. */
  readonly titel: string;
  readonly answer: string;
  readonly section: string;
}

/** The fields of an Antrag that can be asked for; none where another program wrote it. */
export function askablesOf({ data, antrag }: Pick<Inhalt, 'data' | 'antrag'>): readonly Askable[] {
  if (!ours.some((format) => data.startsWith(`{"format":"${format}"`))) return [];
  return antrag.dokument.sections.flatMap(({ title: section, rows, parts }) => {
    const own = rows.flatMap((row) => askable(row, row.question, section));
    const inParts = parts.flatMap(({ title, rows: inner }) =>
      inner.flatMap((row) => askable(row, `${title}: ${row.question}`, section)),
    );
    return [...own, ...inParts, ...groupsOf(parts, section)];
  });
}

const ours = ['leitwerk/antrag@1', 'leitwerk/nachreichung@1'];

type Row = Antrag['dokument']['sections'][number]['rows'][number];
type Part = Antrag['dokument']['sections'][number]['parts'][number];

/** Computed answers follow from others; in cases of before, rows have no place that stays. */
function askable({ field, place = field, answer, provenance, origin }: Row, titel: string, section: string) {
  if (field === '' || provenance?.kind === 'computed' || origin === 'berechnet') return [];
  return /\.\d+\./.test(place) ? [] : [{ place, titel, answer, section }];
}

/** Whole groups, for a further row or one too many. */
function groupsOf(parts: readonly Part[], section: string): readonly Askable[] {
  const groups = new Map<string, string>();
  for (const { title, rows } of parts) {
    const place = rows.find((row) => row.place?.includes('.#'))?.place;
    if (place !== undefined) groups.set(place.split('.#')[0] ?? place, title.replace(/ \d+(,.*)?$/, ''));
  }
  return [...groups].map(([place, item]) => ({
    place,
    titel: `Alle Einträge „${item}“, auch weitere`,
    answer: '',
    section,
  }));
}
