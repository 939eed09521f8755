import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { formatLocalDate, ok, refuse } from '#kernel';
import { type Command, commandUsage } from '#platform';
import { exportCsv, exportXlsx } from '#ui';
import type { CompassDeps } from './doors-deps.ts';
import { readerOf } from './use-cases/editor.ts';
import { standListe, umfaenge, zeilenIn } from './use-cases/stand-liste.ts';
import { transferColumns } from './views/transfer-columns.ts';

const text = { type: 'string' } as const;

/** Writes the Umsetzungsstand into a file; refuses a name that is neither CSV nor XLSX. */
export function standExportCommand(deps: CompassDeps): Command {
  return {
    capability: 'compass.stand',
    name: 'stand export',
    usage: '<Kommune> --out <Datei.csv|.xlsx> [--umfang pflichten|alle]',
    summary: 'Den Umsetzungsstand mit allen Spalten in eine Datei schreiben, die sich wieder einlesen lässt',
    options: { out: text, umfang: text },
    arity: [1, 8],
    run: async ({ positionals, values, principal }) => {
      const reader = await readerOf(deps, principal, positionals.join(' '));
      if (!reader.ok) return reader;
      const path = typeof values.out === 'string' ? values.out : '';
      const format = formatOf(path);
      if (format === null)
        return refuse(commandUsage('Bitte nennen Sie die Datei: --out <Name>.csv oder .xlsx.'));
      const liste = await standListe(deps, reader.value);
      if (!liste.ok) return liste;
      const { kommune } = reader.value;
      const rows = zeilenIn(liste.value, umfaenge.find((each) => each === values.umfang) ?? 'pflichten');
      const namen = { ...liste.value, loesungen: await deps.loesungen() };
      const table = { id: 'stand', columns: transferColumns(kommune.ags, namen, rows) };
      const notes = {
        title: `Umsetzungsstand ${kommune.name}`,
        source: `Angaben der Kommune ${kommune.name}`,
        state: formatLocalDate(liste.value.date),
        filters: [],
        demo: deps.demo,
        createdAt: deps.clock.now(),
      };
      const pieces = format === 'csv' ? exportCsv(table, rows) : exportXlsx(table, rows, notes);
      await pipeline(Readable.from(pieces), createWriteStream(path));
      return ok({
        json: { datei: path, zeilen: rows.length },
        text: `${rows.length} Leistungen in ${path}.`,
      });
    },
  };
}

function formatOf(path: string): 'csv' | 'xlsx' | null {
  if (path.endsWith('.xlsx')) return 'xlsx';
  return path.endsWith('.csv') ? 'csv' : null;
}
