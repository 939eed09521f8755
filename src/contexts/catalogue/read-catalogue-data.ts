import { type FieldProblem, ok, type Result, refuse } from '#kernel';
import {
  brokenFile,
  danglingReferences,
  hashReferenceFiles,
  type ReferenceFile,
  type ReferenceFiles,
  readReferenceFiles,
} from '#platform';
import { type CatalogueRows, catalogueFiles, type LeistungRow } from './reference-files.ts';

/** The files of a catalogue, each sound in itself and all sound together. */
export type CatalogueData = ReferenceFiles<CatalogueRows>;

/** Reads and checks the catalogue in `folder`/katalog; refuses with file, line and field of what is wrong. */
export function readCatalogueData(folder: string): Result<CatalogueData> {
  const data = readReferenceFiles<CatalogueRows>(folder, catalogueFiles);
  if (!data.ok) return data;
  const broken = firstBroken(data.value.files);
  return broken ? refuse(brokenFile(broken.file, broken.problems)) : ok(data.value);
}

/** What `readCatalogueData` gives as hash, without parsing. */
export function hashCatalogueData(folder: string): string {
  return hashReferenceFiles<CatalogueRows>(folder, catalogueFiles);
}

interface Broken {
  readonly file: string;
  readonly problems: readonly FieldProblem[];
}

function firstBroken(files: CatalogueData['files']): Broken | undefined {
  const { themenfelder, lagen, ozgLeistungen } = files;
  const themenfeldIds = new Set(themenfelder.rows.map((row) => row.id));
  const lageIds = new Set(lagen.rows.map((row) => row.id));
  const checks: Broken[] = [
    {
      file: lagen.file,
      problems: danglingReferences(lagen, 'themenfeldId', themenfeldIds, themenfelder.file),
    },
    { file: ozgLeistungen.file, problems: danglingReferences(ozgLeistungen, 'lageId', lageIds, lagen.file) },
    { file: files.leistungen.file, problems: leistungProblems(files) },
  ];
  return checks.find(({ problems }) => problems.length > 0);
}

function leistungProblems(files: CatalogueData['files']): FieldProblem[] {
  const { leistungen, ozgLeistungen, typisierungen, verrichtungen } = files;
  const ozgIds = new Set<number | null>(ozgLeistungen.rows.map((row) => row.ozgId));
  const codes = new Set<string | null>(typisierungen.rows.map((row) => row.code));
  return [
    ...danglingReferences(leistungen, 'ozgId', ozgIds, ozgLeistungen.file),
    ...danglingReferences(leistungen, 'typ', codes, typisierungen.file),
    ...unknownVerrichtungen(leistungen, new Set(verrichtungen.rows.map((row) => row.code))),
    ...doubledLeika(leistungen),
  ];
}

/** The Verrichtung stands inside the key; `000` is the object as such and has no label. */
function unknownVerrichtungen(file: ReferenceFile<LeistungRow>, known: ReadonlySet<string>): FieldProblem[] {
  const codes = file.rows.map((row) => ({ verrichtung: row.leika?.slice(8, 11) ?? null }));
  const withObject = new Set<string | null>([...known, '000']);
  return danglingReferences(
    { ...file, rows: codes },
    'verrichtung',
    withObject,
    'katalog/verrichtungen.jsonl',
  );
}

function doubledLeika(file: ReferenceFile<LeistungRow>): FieldProblem[] {
  const seen = new Set<string>();
  const problems: FieldProblem[] = [];
  for (const row of file.rows) {
    if (row.leika && seen.has(row.leika)) {
      const message = `Der LeiKa-Schlüssel ${row.leika} steht schon bei einer anderen Leistung. Bitte einen der beiden berichtigen.`;
      problems.push({ field: `${file.file}, ${row.id}, leika`, message });
    }
    if (row.leika) seen.add(row.leika);
  }
  return problems;
}
