import { type ReferenceRow, readVersions, type Tx } from '#platform';
import type { Umfang } from '../domain/territory.ts';
import { germanyFiles, nrwFiles } from '../reference-files.ts';
import { readFassungen, territoryTables } from '../store.ts';

/** How the rows of a set come out of their table: which of them, and which fields the file does not have. */
interface Extract {
  readonly table: keyof typeof territoryTables;
  readonly keeps: (row: ReferenceRow) => boolean;
  readonly drops: readonly string[];
}

const all = () => true;
const ofSatz = (satz: string) => (row: ReferenceRow) => row.satz === satz;
const isKreisRow = (row: ReferenceRow) => String(row.ags).length === 5;

const extracts: Readonly<Record<string, Extract>> = {
  laender: { table: 'land', keeps: all, drops: [] },
  kreise: { table: 'koerperschaft', keeps: isKreisRow, drops: ['ars', 'kreisAgs', 'lat', 'lon'] },
  gemeinden: { table: 'koerperschaft', keeps: (row) => !isKreisRow(row), drops: [] },
  'einwohner-2019': { table: 'einwohner', keeps: ofSatz('einwohner-2019'), drops: ['satz'] },
  'einwohner-2022': { table: 'einwohner', keeps: ofSatz('einwohner-2022'), drops: ['satz'] },
  groessenklassen: { table: 'groessenklasse', keeps: ofSatz('groessenklassen'), drops: ['satz'] },
  statuswechsel: { table: 'groessenklasse', keeps: ofSatz('statuswechsel'), drops: ['satz'] },
  schwellen: { table: 'schwelle', keeps: all, drops: [] },
  rechtsstellung: { table: 'groessenklasse', keeps: ofSatz('rechtsstellung'), drops: ['satz'] },
  websites: { table: 'website', keeps: all, drops: [] },
  plz: { table: 'plz', keeps: all, drops: [] },
};

/** A file of an extent as the newest import has it, in the project's own format; null where nothing is loaded. */
export async function currentTerritoryFile(tx: Tx, umfang: Umfang, file: string): Promise<string | null> {
  const files = Object.entries(umfang === 'nrw' ? nrwFiles : germanyFiles);
  const satz = files.find(([, format]) => format.file === file)?.[0];
  const fassungen = (await readFassungen(tx)).filter((fassung) => fassung.umfang === umfang);
  const kopf = satz && fassungen.at(-1)?.saetze[satz];
  const extract = satz && extracts[satz];
  if (!kopf || !extract) return null;
  const versions = fassungen.map(({ nummer }) => nummer);
  const rows = (await readVersions(tx, territoryTables[extract.table], versions))
    .filter(extract.keeps)
    .map((row) => without(row, extract.drops));
  return `${[{ kopf: { ...kopf, zeilen: rows.length } }, ...rows].map((line) => JSON.stringify(line)).join('\n')}\n`;
}

function without(row: ReferenceRow, drops: readonly string[]): ReferenceRow {
  return Object.fromEntries(Object.entries(row).filter(([field]) => !drops.includes(field)));
}
