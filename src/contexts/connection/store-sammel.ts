import { sql } from 'kysely';
import { z } from 'zod';
import { isUuid } from '#kernel';
import { change, json, rowsOf, type TenantId, type Tx } from '#platform';
import type { JsonValue } from './domain/json-value.ts';
import {
  type Danach,
  type Davor,
  type Laufzustand,
  type Sammelauftrag,
  type Sammelzeile,
  sammelschritte,
  ziele,
} from './domain/sammellauf.ts';

/** One step for many Kommunen, without its rows. */
export interface Sammellauf {
  readonly id: string;
  readonly dienst: string;
  readonly titel: string;
  readonly auftrag: Sammelauftrag;
  readonly zustand: Laufzustand;
  readonly vorgang: string | null;
  readonly angelegtAm: Date;
  readonly beendetAm: Date | null;
}

const jsonValue: z.ZodType<JsonValue> = z.lazy(() =>
  z.union([
    z.string(),
    z.number(),
    z.boolean(),
    z.null(),
    z.array(jsonValue),
    z.record(z.string(), jsonValue),
  ]),
);

/** A step for many as it stands in the database and comes through the API. */
export const auftragShape = z.discriminatedUnion('art', [
  z.strictObject({
    art: z.literal('verbinden'),
    bis: z.enum(ziele).default('live'),
    werte: z.record(z.string().max(60), jsonValue).default({}),
    annahmenGenuegen: z.boolean().default(false),
    auftritt: z.boolean().default(false),
    nachweis: z.string().max(1000).default(''),
    erklaerung: z.string().max(1000).default(''),
  }),
  z.strictObject({
    art: z.literal('schritt'),
    schritt: z.enum(sammelschritte),
    grund: z.string().max(500).default(''),
  }),
  z.strictObject({
    art: z.literal('punkt'),
    punkt: z.string().max(60),
    nachweis: z.string().max(1000).default(''),
  }),
]);

const davorShape = z.object({
  anbindung: z
    .object({
      zustand: z.string(),
      fassung: z.string(),
      geplantAm: z.string().nullable(),
      liveSeit: z.string().nullable(),
      grund: z.string().nullable(),
    })
    .nullable(),
  fehlend: z.array(z.string()),
  empfangend: z.array(z.string()),
});

const danachShape = z.object({
  version: z.int(),
  gesetzt: z.array(z.string()),
  zustellpunkte: z.array(z.string()),
  antraege: z.int(),
});

const laufColumns = sql`id, dienst, titel, auftrag, zustand, vorgang, angelegt_am as "angelegtAm", beendet_am as "beendetAm"`;
const own = sql`tenant_id = (select platform.tenant())`;

type LaufRow = Omit<Sammellauf, 'auftrag'> & { readonly auftrag: unknown };

function laufOf(row: LaufRow): Sammellauf {
  return { ...row, auftrag: auftragShape.parse(row.auftrag) };
}

/** Enters a step with its rows; those that nobody began within a day are forgotten. */
export async function insertLauf(
  tx: Tx,
  tenant: TenantId,
  lauf: Pick<Sammellauf, 'id' | 'dienst' | 'titel' | 'auftrag' | 'angelegtAm'>,
  zeilen: readonly Sammelzeile[],
): Promise<void> {
  await change(
    tx,
    sql`delete from connection.sammellauf where ${own} and zustand = 'vorschau'
      and angelegt_am < ${lauf.angelegtAm}::timestamptz - interval '1 day'`,
  );
  await change(
    tx,
    sql`insert into connection.sammellauf (tenant_id, id, dienst, titel, auftrag, angelegt_am)
      values (${tenant}, ${lauf.id}, ${lauf.dienst}, ${lauf.titel}, ${json(lauf.auftrag)}, ${lauf.angelegtAm})`,
  );
  await change(
    tx,
    sql`insert into connection.sammelzeile (tenant_id, lauf_id, ags, name, von, nach, ergebnis, meldung)
      select ${tenant}, ${lauf.id}, one.ags, one.name, one.von, one.nach, one.ergebnis, one.meldung
        from jsonb_to_recordset(${json(zeilen)}) as one (ags text, name text, von text, nach text,
          ergebnis text, meldung text)`,
  );
}

/** The steps of the house, the newest first, of one service or of all. */
export async function readLaeufe(tx: Tx, dienst: string | null = null): Promise<readonly Sammellauf[]> {
  const rows = await rowsOf(
    tx,
    sql<LaufRow>`select ${laufColumns} from connection.sammellauf
      where ${own} and (${dienst}::text is null or dienst = ${dienst}) order by angelegt_am desc, id limit 200`,
  );
  return rows.map(laufOf);
}

/** One step of the house; `lock` keeps others from changing it before the transaction ends. */
export async function readLauf(tx: Tx, id: string, lock = false): Promise<Sammellauf | null> {
  if (!isUuid(id)) return null;
  const [row] = await rowsOf(
    tx,
    sql<LaufRow>`select ${laufColumns} from connection.sammellauf where ${own} and id = ${id}
      ${lock ? sql`for update` : sql``}`,
  );
  return row ? laufOf(row) : null;
}

export async function setLauf(
  tx: Tx,
  id: string,
  { zustand, vorgang, beendetAm }: Pick<Sammellauf, 'zustand' | 'vorgang' | 'beendetAm'>,
): Promise<void> {
  await change(
    tx,
    sql`update connection.sammellauf set zustand = ${zustand}, vorgang = ${vorgang}, beendet_am = ${beendetAm}
      where ${own} and id = ${id}`,
  );
}

type ZeileRow = Omit<Sammelzeile, 'vorher' | 'nachher'> & {
  readonly vorher: unknown;
  readonly nachher: unknown;
};

/** The Kommunen of a step, by name. */
export async function readZeilen(tx: Tx, lauf: string): Promise<readonly Sammelzeile[]> {
  const rows = await rowsOf(
    tx,
    sql<ZeileRow>`select ags, name, von, nach, ergebnis, meldung, vorher, nachher
      from connection.sammelzeile where ${own} and lauf_id = ${lauf} order by name, ags`,
  );
  return rows.map((row) => ({
    ...row,
    vorher: davorShape.nullable().parse(row.vorher),
    nachher: danachShape.nullable().parse(row.nachher),
  }));
}

/** Notes where a Kommune stood before it is touched; what was noted before stays. */
export async function noteDavor(tx: Tx, lauf: string, ags: string, vorher: Davor): Promise<void> {
  await change(
    tx,
    sql`update connection.sammelzeile set vorher = ${json(vorher)}
      where ${own} and lauf_id = ${lauf} and ags = ${ags} and vorher is null`,
  );
}

/** What came of one Kommune. */
export interface Zeilenergebnis {
  readonly ergebnis: Sammelzeile['ergebnis'];
  readonly meldung: string;
  readonly nachher?: Danach | null;
}

export async function setZeile(
  tx: Tx,
  lauf: string,
  ags: string,
  { ergebnis, meldung, nachher }: Zeilenergebnis,
  am: Date,
): Promise<void> {
  await change(
    tx,
    sql`update connection.sammelzeile set ergebnis = ${ergebnis}, meldung = ${meldung.slice(0, 4000)}, am = ${am},
        nachher = coalesce(${nachher ? json(nachher) : sql`null::jsonb`}, nachher)
      where ${own} and lauf_id = ${lauf} and ags = ${ags}`,
  );
}

/** Opens the Kommunen again that came not all the way, so that the step goes on with them. */
export async function reopenZeilen(tx: Tx, lauf: string): Promise<number> {
  return await change(
    tx,
    sql`update connection.sammelzeile set ergebnis = 'offen'
      where ${own} and lauf_id = ${lauf} and ergebnis in ('gescheitert', 'teilweise')`,
  );
}

/** The AGS of Kommunen whose Anbindung to a service one of the house's own steps took back. */
export async function readTakenBack(tx: Tx, dienst: string): Promise<ReadonlySet<string>> {
  const rows = await rowsOf(
    tx,
    sql<{ ags: string }>`select distinct z.ags from connection.sammelzeile z
      join connection.sammellauf l on l.tenant_id = z.tenant_id and l.id = z.lauf_id
      where z.tenant_id = (select platform.tenant()) and l.dienst = ${dienst} and z.ergebnis = 'zurueckgenommen'`,
  );
  return new Set(rows.map(({ ags }) => ags));
}
