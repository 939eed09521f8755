import { sql } from 'kysely';
import { change, rowOf, rowsOf, type TenantId, type Tx } from '#platform';
import type { Recipient } from './domain/recipients.ts';
import type { Empfaenger } from './domain/rundmail.ts';

const columns = sql`member_id as "memberId", kommune_id as "kommuneId", kommune, rollen, e.zustand, versuche,
  naechster_versuch as "naechsterVersuch", gesendet_am as "gesendetAm", grund`;

/** Enters the recipients of a Rundmail at its release; each person once. */
export async function insertEmpfaenger(
  tx: Tx,
  tenant: TenantId,
  rundmail: string,
  recipients: readonly Recipient[],
  due: Date,
): Promise<void> {
  await change(
    tx,
    sql`insert into notices.empfaenger (tenant_id, rundmail_id, member_id, kommune_id, kommune, rollen, zustand,
        naechster_versuch)
      select ${tenant}::uuid, ${rundmail}::uuid, x."memberId", x."kommuneId", x.kommune, x.rollen, 'wartet', ${due}
        from jsonb_to_recordset(${JSON.stringify(recipients)}::jsonb)
          as x("memberId" uuid, "kommuneId" uuid, kommune text, rollen text[])`,
  );
}

export function listEmpfaenger(tx: Tx, tenant: TenantId, rundmail: string): Promise<readonly Empfaenger[]> {
  return rowsOf(
    tx,
    sql<Empfaenger>`select ${columns} from notices.empfaenger e
      where tenant_id = ${tenant} and rundmail_id = ${rundmail} order by kommune, member_id`,
  );
}

/**
 * Takes the turn to send for this provider until the transaction ends: only one worker at a time sends, so that the rate
 * holds. `false`: another has it. A killed worker loses it with its connection.
 */
export async function takeTurn(tx: Tx, tenant: TenantId): Promise<boolean> {
  const row = await rowOf(
    tx,
    sql<{ got: boolean }>`select pg_try_advisory_xact_lock(7243913, hashtext(${tenant})) as got`,
  );
  return row?.got ?? false;
}

/** How many mails were tried since a moment. */
export async function triesSince(tx: Tx, tenant: TenantId, since: Date): Promise<number> {
  const row = await rowOf(
    tx,
    sql<{ n: number }>`select count(*) as n from notices.empfaenger
      where tenant_id = ${tenant} and letzter_versuch > ${since}`,
  );
  return row?.n ?? 0;
}

/** A recipient whose turn it is, with what to send. */
export interface DueEmpfaenger {
  readonly rundmailId: string;
  readonly betreff: string;
  readonly text: string;
  readonly betrieblich: boolean;
  readonly memberId: string;
  readonly kommuneId: string;
  readonly kommune: string;
  readonly versuche: number;
}

/** The next recipient of a running Rundmail, locked until the transaction ends. */
export function lockNextEmpfaenger(tx: Tx, tenant: TenantId, now: Date): Promise<DueEmpfaenger | null> {
  return rowOf(
    tx,
    sql<DueEmpfaenger>`select r.id as "rundmailId", r.betreff, r.text, r.betrieblich, e.member_id as "memberId",
        e.kommune_id as "kommuneId", e.kommune, e.versuche
      from notices.empfaenger e join notices.rundmail r on r.tenant_id = e.tenant_id and r.id = e.rundmail_id
      where e.tenant_id = ${tenant} and e.zustand in ('wartet', 'fehlgeschlagen') and e.naechster_versuch <= ${now}
        and r.zustand = 'laeuft'
      order by e.naechster_versuch, e.kommune, e.member_id limit 1 for update of e skip locked`,
  );
}

/** What came of one try. */
export interface TryOutcome {
  readonly zustand: Empfaenger['zustand'];
  readonly grund: string | null;
  readonly naechsterVersuch: Date | null;
  /** Whether the mail server was asked, which is what the rate counts. */
  readonly asked: boolean;
}

export async function recordTry(
  tx: Tx,
  tenant: TenantId,
  { rundmailId, memberId }: Pick<DueEmpfaenger, 'rundmailId' | 'memberId'>,
  { zustand, grund, naechsterVersuch, asked }: TryOutcome,
  now: Date,
): Promise<void> {
  await change(
    tx,
    sql`update notices.empfaenger set zustand = ${zustand}, grund = ${grund},
        versuche = versuche + ${asked ? 1 : 0},
        letzter_versuch = case when ${asked} then ${now} else letzter_versuch end,
        gesendet_am = ${zustand === 'gesendet' ? now : null},
        naechster_versuch = coalesce(${naechsterVersuch}, naechster_versuch)
      where tenant_id = ${tenant} and rundmail_id = ${rundmailId} and member_id = ${memberId}`,
  );
}

/** Gives up whoever still waits. */
export function giveUpOpen(tx: Tx, tenant: TenantId, rundmail: string, grund: string): Promise<number> {
  return change(
    tx,
    sql`update notices.empfaenger set zustand = 'aufgegeben', grund = ${grund}
      where tenant_id = ${tenant} and rundmail_id = ${rundmail} and zustand in ('wartet', 'fehlgeschlagen')`,
  );
}

/** Lets those who were given up wait again. */
export function tryAgain(tx: Tx, tenant: TenantId, rundmail: string, now: Date): Promise<number> {
  return change(
    tx,
    sql`update notices.empfaenger set zustand = 'wartet', grund = null, versuche = 0, naechster_versuch = ${now}
      where tenant_id = ${tenant} and rundmail_id = ${rundmail} and zustand = 'aufgegeben'`,
  );
}
