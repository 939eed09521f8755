import type { LeikaKey } from '#standards/leika';
import type { LeistungId, Leistungstyp, Rechtsgrundlage } from '../catalogue.ts';

/** What a Fassung says of a Leistung; the parts of the key are read off the key. */
export interface LeistungFacts {
  readonly id: LeistungId;
  readonly leika: LeikaKey | null;
  readonly name: string;
  readonly ozgId: number | null;
  readonly typ: string | null;
  readonly leistungstyp: Leistungstyp | null;
  readonly sdg1: boolean | null;
  readonly sdg2: boolean | null;
  readonly gesetze: readonly string[];
  readonly rechtsgrundlagen: readonly Rechtsgrundlage[];
}

/** A Leistung as a row of a foreign table names it: `undefined` where the table has no such column. */
export interface RawLeistung {
  readonly line: number;
  /** Our own number, where the table is one of our exports. */
  readonly id?: LeistungId | undefined;
  readonly leika?: LeikaKey | null | undefined;
  readonly name: string;
  readonly ozgId?: number | null | undefined;
  readonly typ?: string | null | undefined;
  readonly leistungstyp?: Leistungstyp | null | undefined;
  readonly sdg1?: boolean | null | undefined;
  readonly sdg2?: boolean | null | undefined;
  readonly gesetze?: readonly string[] | undefined;
  readonly rechtsgrundlagen?: readonly Rechtsgrundlage[] | undefined;
  /** What the Verrichtung of the key is called. */
  readonly verrichtungName?: string | null | undefined;
  /** The Leistungen, by our number or by key, that the table itself names as predecessors. */
  readonly vorgaenger?: readonly string[] | undefined;
}

/** The facts of a Leistung after a row was laid over what was known; a column that is missing changes nothing. */
export function factsFrom(id: LeistungId, raw: RawLeistung, known: LeistungFacts | null): LeistungFacts {
  return {
    id,
    leika: kept(raw.leika, known?.leika ?? null),
    name: raw.name,
    ozgId: kept(raw.ozgId, known?.ozgId ?? null),
    typ: kept(raw.typ, known?.typ ?? null),
    leistungstyp: kept(raw.leistungstyp, known?.leistungstyp ?? typOfKey(raw.leika ?? null)),
    sdg1: kept(raw.sdg1, known?.sdg1 ?? null),
    sdg2: kept(raw.sdg2, known?.sdg2 ?? null),
    gesetze: sameText(raw.gesetze, known?.gesetze),
    rechtsgrundlagen: sameText(raw.rechtsgrundlagen, known?.rechtsgrundlagen),
  };
}

function kept<T>(value: T | undefined, before: T): T {
  return value === undefined ? before : value;
}

/** Tables join a list with commas that also stand inside names: what reads the same is the same. */
function sameText<T extends string | Rechtsgrundlage>(
  value: readonly T[] | undefined,
  before: readonly T[] | undefined,
): readonly T[] {
  if (value === undefined) return before ?? [];
  return before !== undefined && listText(before) === listText(value) ? before : value;
}

/** A list of laws or legal bases as one text, in which blanks and the way it was cut do not count. */
function listText(items: readonly (string | Rechtsgrundlage)[]): string {
  return items
    .map(itemText)
    .join(', ')
    .replaceAll(/\s*,\s*/g, ', ')
    .replaceAll(/\s+/g, ' ');
}

function itemText(item: string | Rechtsgrundlage): string {
  if (typeof item === 'string') return item;
  return item.url === null ? item.text : `${item.text} [${item.url}]`;
}

const fields = [
  'leika',
  'name',
  'ozgId',
  'typ',
  'leistungstyp',
  'sdg1',
  'sdg2',
  'gesetze',
  'rechtsgrundlagen',
] as const;

/** What a Leistung or a row says, as one text that can be compared; only of those fields that `row` has. */
export function factsText(
  facts: RawLeistung | LeistungFacts,
  row: RawLeistung | LeistungFacts = facts,
): string {
  return JSON.stringify(
    fields.map((field) => {
      const value = row[field] === undefined ? undefined : facts[field];
      return Array.isArray(value) ? listText(value) : value;
    }),
  );
}

/** Whether a key names the object alone, with its Verrichtung, or with a detail. */
export function typOfKey(leika: LeikaKey | null): Leistungstyp | null {
  if (leika === null) return null;
  if (leika.slice(8, 11) === '000') return 'lo';
  return leika.slice(11) === '000' ? 'lov' : 'lovd';
}
