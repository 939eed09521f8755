import { sql } from 'kysely';
import { change, json, rowsOf, type TenantId, type Tx } from '#platform';
import type { Angebot } from './domain/angebot.ts';

/** An offer with the two documents of its definition. */
export interface NewAngebot extends Omit<Angebot, 'zurueckgezogen'> {
  readonly definition: unknown;
  readonly formular: unknown;
}

const columns = sql`dienst, fassung, anbieter_id as "anbieterId", anbieter, inhalt as data, hash,
  angeboten_am as "angebotenAm", coalesce((select r.zurueckgezogen from efa.rueckzug r where r.dienst = angebot.dienst
    and r.fassung = angebot.fassung order by r.nummer desc limit 1), false) as zurueckgezogen`;

/** Every version that was ever offered, of all services or of one, oldest first. */
export function readAngebote(tx: Tx, dienst: string | null = null): Promise<readonly Angebot[]> {
  const which = dienst === null ? sql`` : sql`where dienst = ${dienst}`;
  return rowsOf(
    tx,
    sql<Angebot>`select ${columns} from efa.angebot ${which} order by angeboten_am, dienst, fassung`,
  );
}

/** One version of a service, or `null`. */
export async function readAngebot(tx: Tx, dienst: string, fassung: string): Promise<Angebot | null> {
  const [row] = await rowsOf(
    tx,
    sql<Angebot>`select ${columns} from efa.angebot where dienst = ${dienst} and fassung = ${fassung}`,
  );
  return row ?? null;
}

/** The two documents of a version as they were when it was offered, or `null`. */
export async function readDefinition(
  tx: Tx,
  dienst: string,
  fassung: string,
): Promise<{ readonly dienst: unknown; readonly formular: unknown } | null> {
  const [row] = await rowsOf(
    tx,
    sql<{ dienst: unknown; formular: unknown }>`select definition as dienst, formular from efa.angebot
      where dienst = ${dienst} and fassung = ${fassung}`,
  );
  return row ?? null;
}

/** Inserts an offer; `false` where this version is offered already. */
export async function insertAngebot(tx: Tx, angebot: NewAngebot): Promise<boolean> {
  const { dienst, fassung, anbieterId, anbieter, data, definition, formular, hash, angebotenAm } = angebot;
  const inserted = await change(
    tx,
    sql`insert into efa.angebot (dienst, fassung, anbieter_id, anbieter, inhalt, definition, formular, hash, angeboten_am)
      values (${dienst}, ${fassung}, ${anbieterId}, ${anbieter}, ${json(data)}, ${json(definition)}, ${json(formular)},
        ${hash}, ${angebotenAm}) on conflict do nothing`,
  );
  return inserted === 1;
}

/** How many versions were ever offered; grows with every offer. */
export async function countAngebote(tx: Tx): Promise<number> {
  const [row] = await rowsOf(tx, sql<{ zahl: number }>`select count(*)::int as zahl from efa.angebot`);
  return row?.zahl ?? 0;
}

/** Notes that a version is taken back, or stands again. */
export async function insertRueckzug(
  tx: Tx,
  anbieter: TenantId,
  rueckzug: Pick<Angebot, 'dienst' | 'fassung' | 'zurueckgezogen'> & {
    readonly grund: string;
    readonly am: Date;
  },
): Promise<void> {
  const { dienst, fassung, zurueckgezogen, grund, am } = rueckzug;
  await change(
    tx,
    sql`insert into efa.rueckzug (anbieter_id, dienst, fassung, zurueckgezogen, grund, am)
      values (${anbieter}, ${dienst}, ${fassung}, ${zurueckgezogen}, ${grund}, ${am})`,
  );
}
