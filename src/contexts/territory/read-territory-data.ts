import { type FieldProblem, ok, type Result, refuse } from '#kernel';
import {
  brokenFile,
  danglingReferences,
  hashReferenceFiles,
  type IncomingTable,
  type Kopf,
  type ReferenceFile,
  type ReferenceFiles,
  type ReferenceRow,
  readReferenceFiles,
} from '#platform';
import type { Umfang } from './domain/territory.ts';
import { type GermanyRows, germanyFiles, type NrwRows, nrwFiles } from './reference-files.ts';
import { territoryTables } from './store.ts';

/** Checked territory data of one extent, as the tables that it shall fill. */
export interface TerritoryData {
  readonly umfang: Umfang;
  readonly stand: string;
  readonly hash: string;
  readonly saetze: Readonly<Record<string, Kopf>>;
  readonly tables: readonly IncomingTable[];
}

/** Reads and checks the files of an extent in `folder`; refuses with file, line and field of what is wrong. */
export function readTerritoryData(folder: string, umfang: Umfang): Result<TerritoryData> {
  return umfang === 'nrw' ? readNrw(folder) : readGermany(folder);
}

/** The hash that `readTerritoryData` would give, without parsing. */
export function hashTerritoryData(folder: string, umfang: Umfang): string {
  return umfang === 'nrw'
    ? hashReferenceFiles<NrwRows>(folder, nrwFiles)
    : hashReferenceFiles<GermanyRows>(folder, germanyFiles);
}

function readNrw(folder: string): Result<TerritoryData> {
  const data = readReferenceFiles<NrwRows>(folder, nrwFiles);
  if (!data.ok) return data;
  const { files } = data.value;
  const named = [files.groessenklassen, files.rechtsstellung, files.statuswechsel, files.websites];
  const broken = firstBroken(files, named);
  if (broken) return refuse(broken);
  const klassen = [
    ...withSatz(files.groessenklassen, 'groessenklassen'),
    ...withSatz(files.rechtsstellung, 'rechtsstellung'),
    ...withSatz(files.statuswechsel, 'statuswechsel'),
  ];
  return ok({
    ...common(data.value, 'nrw'),
    tables: [
      { ...territoryTables.land, rows: files.laender.rows },
      ...regionTables(files),
      { ...territoryTables.groessenklasse, rows: klassen },
      { ...territoryTables.schwelle, rows: files.schwellen.rows },
      { ...territoryTables.website, rows: files.websites.rows },
    ],
  });
}

function readGermany(folder: string): Result<TerritoryData> {
  const data = readReferenceFiles<GermanyRows>(folder, germanyFiles);
  if (!data.ok) return data;
  const broken = firstBroken(data.value.files, []);
  if (broken) return refuse(broken);
  return ok({ ...common(data.value, 'uebriges-deutschland'), tables: regionTables(data.value.files) });
}

type RegionFiles = ReferenceFiles<GermanyRows>['files'];

function common(data: ReferenceFiles<GermanyRows>, umfang: Umfang) {
  return { umfang, stand: data.files.gemeinden.kopf.stand, hash: data.hash, saetze: data.saetze };
}

function regionTables(files: RegionFiles): IncomingTable[] {
  const kreise = files.kreise.rows.map((row) => ({
    ...row,
    ars: null,
    kreisAgs: null,
    lat: null,
    lon: null,
  }));
  const einwohner = [
    ...withSatz(files['einwohner-2019'], 'einwohner-2019'),
    ...withSatz(files['einwohner-2022'], 'einwohner-2022'),
  ];
  return [
    { ...territoryTables.koerperschaft, rows: [...kreise, ...files.gemeinden.rows] },
    { ...territoryTables.einwohner, rows: einwohner },
    { ...territoryTables.plz, rows: files.plz.rows },
  ];
}

/** Marks each row with its set, so that the fact keeps its source. */
function withSatz<T extends ReferenceRow>(file: ReferenceFile<T>, satz: string): ReferenceRow[] {
  return file.rows.map((row) => ({ ...row, satz }));
}

type Named = ReferenceFile<{ readonly ags: string }>;

function firstBroken(files: RegionFiles, named: readonly Named[]) {
  const { kreise, gemeinden, plz } = files;
  const kreisKeys = new Set<string | null>(kreise.rows.map((row) => row.ags));
  const bodies = new Set([...kreise.rows, ...gemeinden.rows].map((row) => row.ags));
  const checks: { file: string; problems: readonly FieldProblem[] }[] = [
    { file: gemeinden.file, problems: danglingReferences(gemeinden, 'kreisAgs', kreisKeys, kreise.file) },
  ];
  for (const file of [files['einwohner-2019'], files['einwohner-2022'], plz, ...named] satisfies Named[])
    checks.push({
      file: file.file,
      problems: danglingReferences<{ ags: string }, 'ags'>(file, 'ags', bodies, gemeinden.file),
    });
  const broken = checks.find(({ problems }) => problems.length > 0);
  return broken && brokenFile(broken.file, broken.problems);
}
