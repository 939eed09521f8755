import { referenceImport, type Tx } from '#platform';
import { hashSolutionsData, readSolutionsData } from '../read-solutions-data.ts';
import { loesungenFormats } from '../reference-files.ts';
import { readFassungen, readReferenzRows } from '../store-register.ts';

/**
 * The ways of the register into the database: what an import would change, the import, and what the product ships.
 * Contributions stay as they are.
 */
export const {
  preview: previewSolutionsImport,
  apply: applySolutionsImport,
  load: loadSolutionsData,
} = referenceImport({
  read: readSolutionsData,
  hash: hashSolutionsData,
  held: readFassungen,
  incoming: ({ stand, hash, saetze, tables }) => ({
    context: 'solutions',
    kopf: { stand, hash },
    saetze,
    tables,
    earlier: readFassungen,
  }),
});

/** A file of the register as the newest import has it, in the project's own format; null where nothing is loaded. */
export async function currentSolutionsFile(tx: Tx, file: string): Promise<string | null> {
  if (file !== loesungenFormats.loesungen.file) return null;
  const kopf = (await readFassungen(tx)).at(-1)?.saetze.loesungen;
  if (kopf === undefined) return null;
  const rows = (await readReferenzRows(tx)).map(({ id, inhalt }) => ({ id, ...Object(inhalt) }));
  const lines = [{ kopf: { ...kopf, zeilen: rows.length } }, ...rows];
  return `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`;
}
