import { sql } from 'kysely';
import { z } from 'zod';
import { isUuid, type LocalDate } from '#kernel';
import { change, json, rowsOf, type Tx } from '#platform';
import { frageArten, type Umfrage, type Umfrageinhalt, zusatzfragen } from './domain/umfrage.ts';
import type { SchrittArt, Zustand } from './domain/zustand.ts';

/** The content of a survey as the database keeps it. */
export const inhaltSchema = z.object({
  titel: z.string(),
  beschreibung: z.string(),
  umfang: z.object({
    themenfelder: z.array(z.int()),
    fokus: z.array(z.string()),
    liste: z.array(z.string()),
    nurPflichten: z.boolean(),
    nurLuecken: z.boolean(),
  }),
  zusatz: z.array(z.enum(zusatzfragen)),
  fragen: z.array(
    z.object({ id: z.string(), text: z.string(), art: z.enum(frageArten), optionen: z.array(z.string()) }),
  ),
  quorum: z.int(),
  erinnerungen: z.array(z.int()),
});

interface UmfrageRow {
  readonly tenant: string;
  readonly id: string;
  readonly fassung: number;
  readonly zustand: Zustand;
  readonly inhalt: unknown;
  readonly frist: LocalDate | null;
  readonly nachfrist: LocalDate | null;
  readonly angelegtAm: Date;
  readonly geoeffnetAm: Date | null;
  readonly erfunden: boolean;
}

const columns = sql`u.tenant_id as tenant, u.id, u.fassung, u.zustand, u.inhalt, u.frist, u.nachfrist,
  u.angelegt_am as "angelegtAm", u.geoeffnet_am as "geoeffnetAm", u.erfunden`;

function umfrageOf({ inhalt, ...row }: UmfrageRow): Umfrage {
  return { ...row, ...inhaltSchema.parse(inhalt) };
}

/** The surveys that the transaction may see, the newest first. */
export async function listUmfragen(tx: Tx): Promise<readonly Umfrage[]> {
  const rows = await rowsOf(
    tx,
    sql<UmfrageRow>`select ${columns} from surveys.umfrage u order by u.angelegt_am desc, u.id`,
  );
  return rows.map(umfrageOf);
}

/** A survey that the transaction may see, or `null`. */
export async function readUmfrage(tx: Tx, id: string): Promise<Umfrage | null> {
  if (!isUuid(id)) return null;
  const [row] = await rowsOf(
    tx,
    sql<UmfrageRow>`select ${columns} from surveys.umfrage u where u.id = ${id}`,
  );
  return row ? umfrageOf(row) : null;
}

/** The same of the own house, held against other steps until the transaction ends. */
export async function lockUmfrage(tx: Tx, id: string): Promise<Umfrage | null> {
  if (!isUuid(id)) return null;
  const [row] = await rowsOf(
    tx,
    sql<UmfrageRow>`select ${columns} from surveys.umfrage u
      where u.id = ${id} and u.tenant_id = (select platform.tenant()) for update`,
  );
  return row ? umfrageOf(row) : null;
}

export async function insertUmfrage(tx: Tx, umfrage: Umfrage): Promise<void> {
  await change(
    tx,
    sql`insert into surveys.umfrage (tenant_id, id, fassung, zustand, inhalt, frist, nachfrist, angelegt_am, erfunden)
      values (${umfrage.tenant}, ${umfrage.id}, ${umfrage.fassung}, ${umfrage.zustand}, ${json(contentOf(umfrage))},
        ${umfrage.frist}, ${umfrage.nachfrist}, ${umfrage.angelegtAm}, ${umfrage.erfunden})`,
  );
}

/** Writes the next Fassung; `false` where somebody else was faster. */
export async function updateUmfrage(tx: Tx, next: Umfrage): Promise<boolean> {
  const changed = await change(
    tx,
    sql`update surveys.umfrage set fassung = ${next.fassung}, zustand = ${next.zustand},
        inhalt = ${json(contentOf(next))}, frist = ${next.frist}, nachfrist = ${next.nachfrist},
        geoeffnet_am = ${next.geoeffnetAm}
      where tenant_id = (select platform.tenant()) and id = ${next.id} and fassung = ${next.fassung - 1}`,
  );
  return changed === 1;
}

function contentOf({ titel, beschreibung, umfang, zusatz, fragen, quorum, erinnerungen }: Umfrageinhalt) {
  return { titel, beschreibung, umfang, zusatz, fragen, quorum, erinnerungen };
}

/** A step of a survey as its history shows it. */
export interface Schritt {
  readonly nummer: number;
  readonly art: SchrittArt;
  readonly von: Zustand;
  readonly nach: Zustand;
  readonly grund: string | null;
  readonly am: Date;
  readonly gegangenVon: string;
}

export async function insertSchritt(
  tx: Tx,
  umfrageId: string,
  { art, von, nach, grund, am }: Omit<Schritt, 'nummer' | 'gegangenVon'>,
): Promise<void> {
  await change(
    tx,
    sql`insert into surveys.schritt (tenant_id, umfrage_id, nummer, art, von, nach, grund, am)
      select platform.tenant(), ${umfrageId}::uuid, 1 + coalesce(max(nummer), 0), ${art}, ${von}, ${nach}, ${grund},
        ${am}::timestamptz
      from surveys.schritt where tenant_id = (select platform.tenant()) and umfrage_id = ${umfrageId}`,
  );
}

export function readSchritte(tx: Tx, umfrageId: string): Promise<readonly Schritt[]> {
  return rowsOf(
    tx,
    sql<Schritt>`select nummer, art, von, nach, grund, am, gegangen_von as "gegangenVon" from surveys.schritt
      where tenant_id = (select platform.tenant()) and umfrage_id = ${umfrageId} order by nummer`,
  );
}
