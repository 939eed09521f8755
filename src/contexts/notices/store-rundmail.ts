import { sql } from 'kysely';
import { change, rowOf, rowsOf, type TenantId, type Tx } from '#platform';
import type { Rundmail, RundmailState } from './domain/rundmail.ts';

const columns = sql`id, fassung, betreff, text, betrieblich, auswahl, geplant_fuer as "geplantFuer", zustand,
  angelegt_am as "angelegtAm", freigegeben_am as "freigegebenAm", begonnen_am as "begonnenAm",
  beendet_am as "beendetAm"`;

/** What a person writes of a Rundmail. */
export type RundmailContent = Pick<Rundmail, 'betreff' | 'text' | 'betrieblich' | 'auswahl' | 'geplantFuer'>;

export async function insertRundmail(
  tx: Tx,
  tenant: TenantId,
  rundmail: RundmailContent & { readonly id: string; readonly angelegtAm: Date },
): Promise<void> {
  await change(
    tx,
    sql`insert into notices.rundmail (tenant_id, id, fassung, betreff, text, betrieblich, auswahl, geplant_fuer, zustand,
        angelegt_am, angelegt_von)
      values (${tenant}, ${rundmail.id}, 1, ${rundmail.betreff}, ${rundmail.text}, ${rundmail.betrieblich},
        ${JSON.stringify(rundmail.auswahl)}::jsonb, ${rundmail.geplantFuer}, 'entwurf', ${rundmail.angelegtAm}, ${tx.actor})`,
  );
}

/** Overwrites a draft that is still as its writer read it; `false` where somebody else was faster. */
export async function updateRundmail(
  tx: Tx,
  tenant: TenantId,
  id: string,
  fassung: number,
  content: RundmailContent,
): Promise<boolean> {
  const changed = await change(
    tx,
    sql`update notices.rundmail set fassung = fassung + 1, betreff = ${content.betreff}, text = ${content.text},
        betrieblich = ${content.betrieblich}, auswahl = ${JSON.stringify(content.auswahl)}::jsonb,
        geplant_fuer = ${content.geplantFuer}
      where tenant_id = ${tenant} and id = ${id} and fassung = ${fassung} and zustand = 'entwurf'`,
  );
  return changed === 1;
}

export function rundmailById(tx: Tx, tenant: TenantId, id: string): Promise<Rundmail | null> {
  return rowOf(
    tx,
    sql<Rundmail>`select ${columns} from notices.rundmail where tenant_id = ${tenant} and id = ${id}`,
  );
}

/** The Rundmail, locked until the transaction ends. */
export function lockRundmail(tx: Tx, tenant: TenantId, id: string): Promise<Rundmail | null> {
  return rowOf(
    tx,
    sql<Rundmail>`select ${columns} from notices.rundmail where tenant_id = ${tenant} and id = ${id} for update`,
  );
}

/** How many recipients of a Rundmail are in which state. */
export interface RundmailCounts {
  readonly empfaenger: number;
  readonly gesendet: number;
  readonly offen: number;
  readonly aufgegeben: number;
}

/** All Rundmails of the provider with their counts, the youngest first. */
export function listRundmails(tx: Tx, tenant: TenantId): Promise<readonly (Rundmail & RundmailCounts)[]> {
  return rowsOf(
    tx,
    sql<Rundmail & RundmailCounts>`select ${columns}, n.* from notices.rundmail r,
      lateral (select count(*) as empfaenger, count(*) filter (where zustand = 'gesendet') as gesendet,
          count(*) filter (where zustand in ('wartet', 'fehlgeschlagen')) as offen,
          count(*) filter (where zustand = 'aufgegeben') as aufgegeben
        from notices.empfaenger e where e.tenant_id = r.tenant_id and e.rundmail_id = r.id) n
      where r.tenant_id = ${tenant} order by angelegt_am desc, id`,
  );
}

export async function setRundmailState(
  tx: Tx,
  tenant: TenantId,
  id: string,
  zustand: RundmailState,
): Promise<void> {
  await change(
    tx,
    sql`update notices.rundmail set zustand = ${zustand} where tenant_id = ${tenant} and id = ${id}`,
  );
}

export async function markReleased(tx: Tx, tenant: TenantId, id: string, now: Date): Promise<void> {
  await change(
    tx,
    sql`update notices.rundmail set zustand = 'geplant', freigegeben_am = ${now}, freigegeben_von = ${tx.actor},
        geplant_fuer = coalesce(geplant_fuer, ${now})
      where tenant_id = ${tenant} and id = ${id}`,
  );
}

/** Begins what is planned for now or before. */
export function beginDue(tx: Tx, tenant: TenantId, now: Date): Promise<number> {
  return change(
    tx,
    sql`update notices.rundmail set zustand = 'laeuft', begonnen_am = coalesce(begonnen_am, ${now})
      where tenant_id = ${tenant} and zustand = 'geplant' and geplant_fuer <= ${now}`,
  );
}

/** Ends the running Rundmails of which every recipient is sent to or given up. */
export function endFinished(
  tx: Tx,
  tenant: TenantId,
  now: Date,
): Promise<readonly { readonly id: string }[]> {
  return rowsOf(
    tx,
    sql<{ id: string }>`update notices.rundmail r set zustand = 'abgeschlossen', beendet_am = ${now}
      where r.tenant_id = ${tenant} and r.zustand = 'laeuft' and not exists (
        select from notices.empfaenger e where e.tenant_id = r.tenant_id and e.rundmail_id = r.id
          and e.zustand in ('wartet', 'fehlgeschlagen'))
      returning r.id`,
  );
}

/** Whether the worker has something to do for this provider now. */
export async function rundmailsAreDue(tx: Tx, tenant: TenantId, now: Date): Promise<boolean> {
  const row = await rowOf(
    tx,
    sql<{ due: boolean }>`select exists (select from notices.rundmail where tenant_id = ${tenant}
        and (zustand = 'geplant' and geplant_fuer <= ${now}
          or zustand = 'laeuft' and (
            exists (select from notices.empfaenger e where e.tenant_id = ${tenant} and e.rundmail_id = rundmail.id
              and e.zustand in ('wartet', 'fehlgeschlagen') and e.naechster_versuch <= ${now})
            or not exists (select from notices.empfaenger e where e.tenant_id = ${tenant}
              and e.rundmail_id = rundmail.id and e.zustand in ('wartet', 'fehlgeschlagen'))))) as due`,
  );
  return row?.due ?? false;
}
