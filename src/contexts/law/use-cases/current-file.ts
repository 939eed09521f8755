import type { ReferenceRow, Tx } from '#platform';
import {
  akteureFormats,
  ozg2Formats,
  rechtFormats,
  registerOfSatz,
  type Umfang,
} from '../reference-files.ts';
import { type lawTables, readLawFile } from '../store.ts';

/** Out of which table a set comes, and which of its rows and fields. */
interface Extract {
  readonly table: keyof typeof lawTables;
  readonly register: string | null;
}

const extracts: Readonly<Record<string, Extract>> = {
  akteure: { table: 'akteur', register: null },
  rollen: { table: 'rolle', register: null },
  itDienstleister: { table: 'itDienstleister', register: null },
  fristen: { table: 'frist', register: null },
  wortlaut: { table: 'wortlaut', register: null },
  ...Object.fromEntries(
    Object.entries(registerOfSatz).map(([satz, register]) => [satz, { table: 'eintrag' as const, register }]),
  ),
};

const formatsOf: Readonly<Record<Umfang, Readonly<Record<string, { readonly file: string }>>>> = {
  akteure: { ...akteureFormats },
  ozg2: { ...ozg2Formats },
  recht: { ...rechtFormats },
};

/** A file of an extent as the newest import has it, in the project's own format; null where nothing is loaded. */
export async function currentLawFile(tx: Tx, umfang: Umfang, file: string): Promise<string | null> {
  const formats = Object.entries(formatsOf[umfang]);
  const satz = formats.find(([, format]) => format.file === file)?.[0];
  const extract = satz === undefined ? undefined : extracts[satz];
  if (satz === undefined || extract === undefined) return null;
  const current = await readLawFile(tx, umfang, satz, extract.table);
  if (current === null) return null;
  const rows = current.rows
    .filter((row) => extract.register === null || row.register === extract.register)
    .map(withoutRegister);
  const lines = [{ kopf: { ...current.kopf, zeilen: rows.length } }, ...rows];
  return `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`;
}

function withoutRegister({ register: _register, ...row }: ReferenceRow): ReferenceRow {
  return row;
}
