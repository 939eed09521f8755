import { ok, type Result } from '#kernel';
import { hashReferenceFiles, type IncomingTable, type Kopf, readReferenceFiles } from '#platform';
import {
  type LebenslagenRows,
  lebenslagenFormats,
  type ThesaurusRows,
  thesaurusFormats,
  type Umfang,
} from './reference-files.ts';
import { finderTables } from './store.ts';

/** One set of files, read and checked, as tables take it. */
export interface FinderData {
  readonly umfang: Umfang;
  readonly stand: string;
  readonly hash: string;
  readonly saetze: Readonly<Record<string, Kopf>>;
  readonly tables: readonly IncomingTable[];
}

/** Reads and checks one extent in `folder`; refuses with file, line and field. */
export function readFinderData(folder: string, umfang: Umfang): Result<FinderData> {
  return umfang === 'thesaurus' ? readThesaurus(folder) : readLebenslagen(folder);
}

/** The hash that `readFinderData` would give, without parsing. */
export function hashFinderData(folder: string, umfang: Umfang): string {
  return umfang === 'thesaurus'
    ? hashReferenceFiles<ThesaurusRows>(folder, thesaurusFormats)
    : hashReferenceFiles<LebenslagenRows>(folder, lebenslagenFormats);
}

function readThesaurus(folder: string): Result<FinderData> {
  const data = readReferenceFiles<ThesaurusRows>(folder, thesaurusFormats);
  if (!data.ok) return data;
  const { files, saetze, hash } = data.value;
  const tables = [
    { ...finderTables.thesaurus, rows: files.thesaurus.rows },
    { ...finderTables.synonyme, rows: files.synonyme.rows },
  ];
  return ok({ umfang: 'thesaurus', stand: files.thesaurus.kopf.stand, hash, saetze, tables });
}

function readLebenslagen(folder: string): Result<FinderData> {
  const data = readReferenceFiles<LebenslagenRows>(folder, lebenslagenFormats);
  if (!data.ok) return data;
  const { files, saetze, hash } = data.value;
  const tables = [{ ...finderTables.lebenslagen, rows: files.lebenslagen.rows }];
  return ok({ umfang: 'lebenslagen', stand: files.lebenslagen.kopf.stand, hash, saetze, tables });
}
