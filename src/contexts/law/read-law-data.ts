import { type FieldProblem, ok, type Result, refuse } from '#kernel';
import {
  brokenFile,
  danglingReferences,
  hashReferenceFiles,
  type IncomingTable,
  type Kopf,
  lineOfRow,
  placeOf,
  readReferenceFiles,
} from '#platform';
import {
  type AkteureRows,
  akteureFormats,
  type Ozg2Rows,
  ozg2Formats,
  type RechtRows,
  rechtFormats,
  registerOfSatz,
  type Umfang,
} from './reference-files.ts';
import { lawTables } from './store.ts';

/** One set of files, read and checked, as tables take it. */
export interface LawData {
  readonly umfang: Umfang;
  readonly stand: string;
  readonly hash: string;
  readonly saetze: Readonly<Record<string, Kopf>>;
  readonly tables: readonly IncomingTable[];
}

/** Reads and checks one extent in `folder`; refuses with file, line and field. */
export function readLawData(folder: string, umfang: Umfang): Result<LawData> {
  return readers[umfang](folder);
}

/** The hash that `readLawData` would give, without parsing. */
export function hashLawData(folder: string, umfang: Umfang): string {
  return hashers[umfang](folder);
}

const hashers: Readonly<Record<Umfang, (folder: string) => string>> = {
  akteure: (folder) => hashReferenceFiles<AkteureRows>(folder, akteureFormats),
  ozg2: (folder) => hashReferenceFiles<Ozg2Rows>(folder, ozg2Formats),
  recht: (folder) => hashReferenceFiles<RechtRows>(folder, rechtFormats),
};

const readers: Readonly<Record<Umfang, (folder: string) => Result<LawData>>> = {
  akteure: readAkteure,
  ozg2: readOzg2,
  recht: readRecht,
};

function readAkteure(folder: string): Result<LawData> {
  const data = readReferenceFiles<AkteureRows>(folder, akteureFormats);
  if (!data.ok) return data;
  const { files, saetze, hash } = data.value;
  const known = new Set(files.akteure.rows.map(({ id }) => id));
  const dangling = danglingReferences(files.rollen, 'akteurId', known, files.akteure.file);
  if (dangling.length > 0) return refuse(brokenFile(files.rollen.file, dangling));
  const tables = [
    { ...lawTables.akteur, rows: files.akteure.rows },
    { ...lawTables.itDienstleister, rows: files.itDienstleister.rows },
    { ...lawTables.rolle, rows: files.rollen.rows },
  ];
  return ok({ umfang: 'akteure', stand: newest(saetze), hash, saetze, tables });
}

function readOzg2(folder: string): Result<LawData> {
  const data = readReferenceFiles<Ozg2Rows>(folder, ozg2Formats);
  if (!data.ok) return data;
  const { files, saetze, hash } = data.value;
  const entries = registerSaetze.flatMap((satz) =>
    files[satz].rows.map((row, index) => ({
      file: files[satz].file,
      index,
      register: registerOfSatz[satz],
      row,
    })),
  );
  const doubled = doubledEntry(entries);
  if (doubled !== null) return refuse(brokenFile(doubled.file, [doubled.problem]));
  const tables = [
    { ...lawTables.eintrag, rows: entries.map(({ register, row }) => ({ ...row, register })) },
    { ...lawTables.frist, rows: files.fristen.rows },
  ];
  return ok({ umfang: 'ozg2', stand: newest(saetze), hash, saetze, tables });
}

function readRecht(folder: string): Result<LawData> {
  const data = readReferenceFiles<RechtRows>(folder, rechtFormats);
  if (!data.ok) return data;
  const { files, saetze, hash } = data.value;
  const tables = [{ ...lawTables.wortlaut, rows: files.wortlaut.rows }];
  return ok({ umfang: 'recht', stand: newest(saetze), hash, saetze, tables });
}

// The keys of a record, which the compiler widens to any text.
const registerSaetze = Object.keys(registerOfSatz) as (keyof typeof registerOfSatz)[];

function newest(saetze: Readonly<Record<string, Kopf>>): string {
  return Object.values(saetze).reduce((newer, { stand }) => (stand > newer ? stand : newer), '');
}

/** An id that two registers use; within a file the reader has looked already. */
function doubledEntry(
  entries: readonly {
    readonly file: string;
    readonly index: number;
    readonly row: { readonly id: string };
  }[],
): { readonly file: string; readonly problem: FieldProblem } | null {
  const places = new Map<string, string>();
  for (const { file, index, row } of entries) {
    const place = placeOf(file, lineOfRow(index), 'id');
    const before = places.get(row.id);
    if (before !== undefined) {
      const message = `Den Eintrag „${row.id}“ gibt es schon unter ${before}. Bitte einen der beiden anders nennen oder entfernen.`;
      return { file, problem: { field: place, message } };
    }
    places.set(row.id, place);
  }
  return null;
}
