import { sql } from 'kysely';
import type { LocalDate } from '#kernel';
import { change, json, rowOf, rowsOf, type TenantId, type Tx } from '#platform';
import type { Ausrollung } from './domain/ausrollung.ts';
import type { Vergleich } from './domain/regel.ts';
import type { Schritt, Zustand } from './domain/zustand.ts';

const columns = sql`tenant_id as tenant, id, dienst, fassung, zustand, version, ringe, regel, sicherheit, grund,
  angelegt_am as "angelegtAm", begonnen_am as "begonnenAm", geaendert_am as "geaendertAm"`;

/** All rollouts of a service, the newest first; without a service those of all. */
export function readAusrollungen(tx: Tx, dienst: string | null = null): Promise<readonly Ausrollung[]> {
  return rowsOf(
    tx,
    sql<Ausrollung>`select ${columns} from releases.ausrollung
      where ${dienst}::text is null or dienst = ${dienst} order by angelegt_am desc, id`,
  );
}

export function readAusrollung(tx: Tx, id: string): Promise<Ausrollung | null> {
  return rowOf(tx, sql<Ausrollung>`select ${columns} from releases.ausrollung where id::text = ${id}`);
}

/** Enters a rollout; `false` where another one of the service is under way. */
export async function insertAusrollung(
  tx: Tx,
  tenant: TenantId,
  plan: Pick<Ausrollung, 'id' | 'dienst' | 'fassung' | 'ringe' | 'regel' | 'sicherheit' | 'angelegtAm'>,
): Promise<boolean> {
  const { id, dienst, fassung, ringe, regel, sicherheit, angelegtAm } = plan;
  const inserted = await change(
    tx,
    sql`insert into releases.ausrollung (tenant_id, id, dienst, fassung, zustand, version, ringe, regel, sicherheit,
        angelegt_am, geaendert_am)
      values (${tenant}, ${id}, ${dienst}, ${fassung}, 'geplant', 1, ${json(ringe)}, ${json(regel)}, ${sicherheit},
        ${angelegtAm}, ${angelegtAm})
      on conflict (dienst) where zustand in ('geplant', 'laeuft', 'angehalten') do nothing`,
  );
  return inserted === 1;
}

/** Writes the next state over the version that was read; `false` where somebody was faster. */
export async function updateAusrollung(
  tx: Tx,
  { id, version }: Pick<Ausrollung, 'id' | 'version'>,
  next: { readonly zustand: Zustand; readonly grund: string | null; readonly am: Date },
): Promise<boolean> {
  const updated = await change(
    tx,
    sql`update releases.ausrollung set zustand = ${next.zustand}, grund = ${next.grund}, version = version + 1,
        geaendert_am = ${next.am},
        begonnen_am = case when ${next.zustand} = 'laeuft' then coalesce(begonnen_am, ${next.am}) else begonnen_am end
      where tenant_id = (select platform.tenant()) and id = ${id} and version = ${version}`,
  );
  return updated === 1;
}

export async function insertSchritt(
  tx: Tx,
  tenant: TenantId,
  ausrollung: string,
  line: { readonly schritt: Schritt | 'planen'; readonly grund: string | null; readonly am: Date },
): Promise<void> {
  await change(
    tx,
    sql`insert into releases.schritt (tenant_id, ausrollung_id, schritt, grund, am)
      values (${tenant}, ${ausrollung}, ${line.schritt}, ${line.grund}, ${line.am})`,
  );
}

/** A line of a rollout's history. */
export interface Verlaufszeile {
  readonly schritt: Schritt | 'planen';
  readonly grund: string | null;
  readonly am: Date;
  readonly vonSelbst: boolean;
}

export function readVerlauf(tx: Tx, ausrollung: string): Promise<readonly Verlaufszeile[]> {
  return rowsOf(
    tx,
    sql<Verlaufszeile>`select schritt, grund, am, von like 'system:%' as "vonSelbst" from releases.schritt
      where tenant_id = (select platform.tenant()) and ausrollung_id = ${ausrollung} order by nummer`,
  );
}

/** What was counted, and when. */
export interface Beobachtung extends Vergleich {
  readonly haeltAn: boolean;
  readonly am: Date;
}

export async function insertBeobachtung(
  tx: Tx,
  tenant: TenantId,
  ausrollung: string,
  { neu, alt, haeltAn, am }: Beobachtung,
): Promise<void> {
  await change(
    tx,
    sql`insert into releases.beobachtung (tenant_id, ausrollung_id, neu_sendungen, neu_abgewiesen, alt_sendungen,
        alt_abgewiesen, haelt_an, am)
      values (${tenant}, ${ausrollung}, ${neu.sendungen}, ${neu.abgewiesen}, ${alt.sendungen}, ${alt.abgewiesen},
        ${haeltAn}, ${am})`,
  );
}

/** The newest counts of a rollout, or `null`. */
export async function readBeobachtung(tx: Tx, ausrollung: string): Promise<Beobachtung | null> {
  const row = await rowOf(
    tx,
    sql<{
      neuSendungen: number;
      neuAbgewiesen: number;
      altSendungen: number;
      altAbgewiesen: number;
      haeltAn: boolean;
      am: Date;
    }>`select neu_sendungen as "neuSendungen", neu_abgewiesen as "neuAbgewiesen", alt_sendungen as "altSendungen",
        alt_abgewiesen as "altAbgewiesen", haelt_an as "haeltAn", am from releases.beobachtung
      where tenant_id = (select platform.tenant()) and ausrollung_id = ${ausrollung} order by nummer desc limit 1`,
  );
  return (
    row && {
      neu: { sendungen: row.neuSendungen, abgewiesen: row.neuAbgewiesen },
      alt: { sendungen: row.altSendungen, abgewiesen: row.altAbgewiesen },
      haeltAn: row.haeltAn,
      am: row.am,
    }
  );
}

/** Which Ausrollungen the worker has to look at. */
export function readBewegte(tx: Tx, since: LocalDate): Promise<readonly Ausrollung[]> {
  return rowsOf(
    tx,
    sql<Ausrollung>`select ${columns} from releases.ausrollung
      where zustand = 'laeuft' or (zustand = 'zurueckgenommen' and geaendert_am >= ${since}::date) order by angelegt_am`,
  );
}
