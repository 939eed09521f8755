import { readVersions, type Tx } from '#platform';
import { catalogueFiles } from '../reference-files.ts';
import { type CatalogueTable, catalogueTables, readFassungen } from '../store.ts';

/** A file of the catalogue as the newest version has it, in the project's own format; null where nothing is loaded. */
export async function currentCatalogueFile(tx: Tx, file: string): Promise<string | null> {
  const fassungen = await readFassungen(tx);
  const satz = tableNames.find((name) => catalogueFiles[name].file === file);
  const kopf = satz && fassungen.at(-1)?.saetze[satz];
  if (!satz || !kopf) return null;
  const versions = fassungen.map(({ nummer }) => nummer);
  const rows = await readVersions(tx, catalogueTables[satz], versions);
  return `${[{ kopf: { ...kopf, zeilen: rows.length } }, ...rows].map((line) => JSON.stringify(line)).join('\n')}\n`;
}

const tableNames: readonly CatalogueTable[] = [
  'themenfelder',
  'lagen',
  'ozgLeistungen',
  'leistungen',
  'verrichtungen',
  'typisierungen',
];
