import { ok, type Result } from '#kernel';
import { hashReferenceFiles, type IncomingTable, type Kopf, readReferenceFiles } from '#platform';
import { type LoesungenRows, loesungenFormats } from './reference-files.ts';
import { solutionsTables } from './store-register.ts';

/** The shipped register, read and checked, as tables take it. */
export interface SolutionsData {
  readonly stand: string;
  readonly hash: string;
  readonly saetze: Readonly<Record<string, Kopf>>;
  readonly tables: readonly IncomingTable[];
}

/** Reads and checks the Lösungen in `folder`; refuses with file, line and field. */
export function readSolutionsData(folder: string): Result<SolutionsData> {
  const data = readReferenceFiles<LoesungenRows>(folder, loesungenFormats);
  if (!data.ok) return data;
  const { files, saetze, hash } = data.value;
  const rows = files.loesungen.rows.map(({ id, ...inhalt }) => ({ id, inhalt }));
  const { stand } = files.loesungen.kopf;
  return ok({ stand, hash, saetze, tables: [{ ...solutionsTables.referenz, rows }] });
}

/** The hash that `readSolutionsData` would give, without parsing. */
export function hashSolutionsData(folder: string): string {
  return hashReferenceFiles<LoesungenRows>(folder, loesungenFormats);
}
