import { sql } from 'kysely';
import { z } from 'zod';
import { change, json, rowsOf, type Tx } from '#platform';
import {
  type Bilanz,
  type Einlesung,
  type EinlesungAktion,
  einlesungTransitions,
  einlesungZustaende,
  type Hinweis,
  umfaenge,
} from './domain/einlesung.ts';

const bilanzSchema = z.object({
  bestand: z.int(),
  neu: z.int(),
  geaendert: z.int(),
  gleich: z.int(),
  endet: z.int(),
  aelter: z.int(),
  unbekannt: z.int(),
  beispiele: z.object({
    neu: z.array(z.string()),
    geaendert: z.array(z.string()),
    endet: z.array(z.string()),
  }),
  grundlage: z.int(),
});

const einlesungRow = z.object({
  nummer: z.int(),
  quelle: z.string(),
  umfang: z.enum(umfaenge),
  zustand: z.enum(einlesungZustaende),
  dateiname: z.string(),
  datei: z.string().nullable(),
  dateiHash: z.string(),
  bytes: z.int(),
  fassung: z.string().nullable(),
  gelesen: z.int(),
  gelesenBytes: z.int(),
  bilanz: bilanzSchema.nullable(),
  hinweise: z.array(z.object({ art: z.string(), was: z.string(), anzahl: z.int(), zeile: z.int() })),
  grund: z
    .object({
      code: z.string(),
      message: z.string(),
      zeile: z.int().nullable(),
      spalte: z.int().nullable(),
    })
    .nullable(),
  angelegtAm: z.date(),
  angelegtVon: z.string(),
  entschiedenAm: z.date().nullable(),
});

const columns = sql`nummer, quelle, umfang, zustand, dateiname, datei, datei_hash as "dateiHash", bytes, fassung, gelesen,
  gelesen_bytes as "gelesenBytes", bilanz, hinweise, grund, angelegt_am as "angelegtAm", angelegt_von as "angelegtVon",
  entschieden_am as "entschiedenAm"`;

/** The newest readings first. */
export async function readEinlesungen(tx: Tx, most: number): Promise<readonly Einlesung[]> {
  const rows = await rowsOf(
    tx,
    sql`select ${columns} from descriptions.einlesung order by nummer desc limit ${most}`,
  );
  return z.array(einlesungRow).parse(rows);
}

export async function readEinlesung(tx: Tx, nummer: number, lock = false): Promise<Einlesung | null> {
  const rows = await rowsOf(
    tx,
    sql`select ${columns} from descriptions.einlesung where nummer = ${nummer} ${lock ? sql`for update` : sql``}`,
  );
  return z.array(einlesungRow).parse(rows)[0] ?? null;
}

/** A reading of the same file that was begun and is not over; its position is where to go on. */
export async function readBegun(
  tx: Tx,
  of: Pick<Einlesung, 'quelle' | 'umfang' | 'dateiHash'>,
): Promise<Einlesung | null> {
  const rows = await rowsOf(
    tx,
    sql`select ${columns} from descriptions.einlesung where quelle = ${of.quelle} and umfang = ${of.umfang}
      and datei_hash = ${of.dateiHash} and zustand in ('liest', 'geprueft') order by nummer desc limit 1`,
  );
  return z.array(einlesungRow).parse(rows)[0] ?? null;
}

export type NewEinlesung = Pick<
  Einlesung,
  'quelle' | 'umfang' | 'dateiname' | 'datei' | 'dateiHash' | 'bytes'
>;

export async function insertEinlesung(tx: Tx, einlesung: NewEinlesung): Promise<number> {
  const { quelle, umfang, dateiname, datei, dateiHash, bytes } = einlesung;
  const [row] = await rowsOf(
    tx,
    sql<{
      nummer: number;
    }>`insert into descriptions.einlesung (quelle, umfang, dateiname, datei, datei_hash, bytes)
      values (${quelle}, ${umfang}, ${dateiname.slice(0, 200)}, ${datei}, ${dateiHash}, ${bytes}) returning nummer`,
  );
  if (row === undefined) throw new Error('descriptions.einlesung: no row');
  return row.nummer;
}

/** What a step of a reading leaves behind. */
export interface EinlesungResult {
  readonly bilanz?: Bilanz;
  readonly hinweise?: readonly Hinweis[];
  readonly grund?: Einlesung['grund'];
}

/** Moves a reading on; false where it does not stand where the step begins. */
export async function moveEinlesung(
  tx: Tx,
  nummer: number,
  aktion: EinlesungAktion,
  result: EinlesungResult = {},
): Promise<boolean> {
  const [from, to] = stepOf(aktion);
  const { bilanz, hinweise, grund } = result;
  const done = await change(
    tx,
    sql`update descriptions.einlesung set zustand = ${to}, bilanz = coalesce(${bilanz ? json(bilanz) : null}, bilanz),
        hinweise = coalesce(${hinweise ? json(hinweise) : null}, hinweise),
        grund = coalesce(${grund ? json(grund) : null}, grund), entschieden_am = now(), entschieden_von = ${tx.actor}
      where nummer = ${nummer} and zustand = any(${sql.val(from)})`,
  );
  return done === 1;
}

function stepOf(aktion: EinlesungAktion): readonly [from: string[], to: string] {
  const from = einlesungZustaende.filter((zustand) => einlesungTransitions[zustand][aktion] !== undefined);
  const [first] = from;
  return [from, (first && einlesungTransitions[first][aktion]) ?? 'verworfen'];
}

/** Replaces the figures of a reading that waits, because its source changed since. */
export async function rewriteBilanz(tx: Tx, nummer: number, bilanz: Bilanz): Promise<void> {
  await change(
    tx,
    sql`update descriptions.einlesung set bilanz = ${json(bilanz)} where nummer = ${nummer} and zustand = 'geprueft'`,
  );
}

/** Notes how far a reading is; false where it is over, so that the work stops. */
export async function notePosition(
  tx: Tx,
  nummer: number,
  position: Pick<Einlesung, 'gelesen' | 'gelesenBytes' | 'fassung'>,
  before: number,
): Promise<boolean> {
  const { gelesen, gelesenBytes, fassung } = position;
  const done = await change(
    tx,
    sql`update descriptions.einlesung set gelesen = ${gelesen}, gelesen_bytes = ${gelesenBytes}, fassung = ${fassung}
      where nummer = ${nummer} and zustand = 'liest' and gelesen = ${before}`,
  );
  return done === 1;
}
