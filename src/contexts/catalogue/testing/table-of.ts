import { localDate } from '#kernel';
import type { Leistung } from '../domain/catalogue.ts';
import type { Decision } from '../domain/table-import/proposals.ts';
import type { TableConsent, TableOrder } from '../table/table-order.ts';

type Row = Pick<
  Leistung,
  'leika' | 'name' | 'ozgId' | 'typ' | 'leistungstyp' | 'sdg1' | 'sdg2' | 'gesetze' | 'rechtsgrundlagen'
>;

const columns: readonly (readonly [string, (row: Row) => unknown])[] = [
  ['leika_key', ({ leika }) => leika],
  ['name', ({ name }) => name],
  ['ozg_id', ({ ozgId }) => ozgId],
  ['typ', ({ typ }) => typ],
  ['leistungstyp', ({ leistungstyp }) => leistungstyp],
  ['sdg1', ({ sdg1 }) => (sdg1 === null ? '' : Number(sdg1))],
  ['sdg2', ({ sdg2 }) => (sdg2 === null ? '' : Number(sdg2))],
  ['gesetze', ({ gesetze }) => gesetze.join(', ')],
  [
    'rechtsgrundlage',
    ({ rechtsgrundlagen }) => rechtsgrundlagen.map(({ text, url }) => `${text} [${url}]`).join(', '),
  ],
];

/** A table of Leistungen as a foreign catalogue would export it, without our numbers. */
export function tableOf(leistungen: readonly Row[], separator = ','): string {
  const cell = (value: unknown) => `"${String(value ?? '').replaceAll('"', '""')}"`;
  const lines = leistungen.map((row) => columns.map(([, read]) => cell(read(row))).join(separator));
  return `${[columns.map(([name]) => name).join(separator), ...lines].join('\r\n')}\r\n`;
}

/** An order to import a table of Leistungen. */
export function orderOf(text: string | Buffer, changes: Partial<TableOrder> = {}): TableOrder {
  return {
    files: { leistungen: { fileName: 'leika.csv', bytes: Buffer.from(text), mapping: null } },
    origin: { stand: localDate('2026-11-01'), quelle: 'Auszug', quelleUrl: null, lizenz: 'unbekannt' },
    complete: true,
    decisions: new Map<string, Decision>(),
    ...changes,
  };
}

export const fullConsent: TableConsent = { skipBroken: true, endMissing: true, base: null };
