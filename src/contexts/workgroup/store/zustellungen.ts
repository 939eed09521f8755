import { sql } from 'kysely';
import { change, rowOf, rowsOf, type Tx } from '#platform';
import type { Termin } from '../kalender.ts';

export const mailArten = ['einladung', 'aenderung', 'absage', 'austritt'] as const;
export type MailArt = (typeof mailArten)[number];

/** What a recipient is told of a session. */
export interface MailInhalt {
  readonly gruppe: string;
  readonly termin: Termin;
  readonly grund: string;
  readonly tagesordnung: readonly string[];
}

export interface Zustellung {
  readonly id: string;
  readonly sitzungId: string;
  /** `sitz:<id>` or `gast:<id>`. */
  readonly empfaenger: string;
  readonly art: MailArt;
  readonly inhalt: MailInhalt;
  readonly versuche: number;
}

/** Orders a mail; once for each recipient and turn of the calendar entry. */
export async function insertZustellung(tx: Tx, one: Omit<Zustellung, 'versuche'>, now: Date): Promise<void> {
  await change(
    tx,
    sql`insert into workgroup.zustellung (tenant_id, id, sitzung_id, empfaenger, art, kalender_folge, inhalt, zustand,
        naechster_versuch)
      values (platform.tenant(), ${one.id}, ${one.sitzungId}, ${one.empfaenger}, ${one.art}, ${one.inhalt.termin.folge},
        ${JSON.stringify(one.inhalt)}::jsonb, 'wartet', ${now}) on conflict do nothing`,
  );
}

/** The next mail that is due, locked until the transaction ends; earlier turns of a session go first. */
export function lockNextZustellung(tx: Tx, now: Date): Promise<Zustellung | null> {
  return rowOf(
    tx,
    sql<Zustellung>`select id, sitzung_id as "sitzungId", empfaenger, art, inhalt, versuche from workgroup.zustellung
      where tenant_id = (select platform.tenant()) and zustand in ('wartet', 'fehlgeschlagen')
        and naechster_versuch <= ${now}
      order by kalender_folge, naechster_versuch, empfaenger limit 1 for update skip locked`,
  );
}

/** What came of one try. */
export interface Versuch {
  readonly zustand: 'gesendet' | 'fehlgeschlagen' | 'aufgegeben';
  readonly grund: string | null;
  readonly naechster: Date | null;
}

export async function recordVersuch(
  tx: Tx,
  id: string,
  { zustand, grund, naechster }: Versuch,
  now: Date,
): Promise<void> {
  await change(
    tx,
    sql`update workgroup.zustellung set zustand = ${zustand}, grund = ${grund}, versuche = versuche + 1,
        gesendet_am = ${zustand === 'gesendet' ? now : null}, naechster_versuch = coalesce(${naechster}, naechster_versuch)
      where id = ${id} and tenant_id = (select platform.tenant())`,
  );
}

/** Gives up what still waits to be sent to a recipient, except that they are taken out. */
export async function giveUpZustellungen(tx: Tx, empfaenger: string, grund: string): Promise<void> {
  await change(
    tx,
    sql`update workgroup.zustellung set zustand = 'aufgegeben', grund = ${grund}
      where tenant_id = (select platform.tenant()) and empfaenger = ${empfaenger} and art <> 'austritt'
        and zustand in ('wartet', 'fehlgeschlagen')`,
  );
}

/** The sessions that a recipient was told of and that nobody has taken out of their calendar. */
export async function eingeladenGeblieben(tx: Tx, empfaenger: string): Promise<readonly string[]> {
  const rows = await rowsOf(
    tx,
    sql<{ sitzungId: string }>`select sitzung_id as "sitzungId" from workgroup.zustellung
      where tenant_id = (select platform.tenant()) and empfaenger = ${empfaenger} group by sitzung_id
      having bool_or(zustand = 'gesendet' and art in ('einladung', 'aenderung'))
        and not bool_or(art = 'austritt' or (art = 'absage' and zustand = 'gesendet')) order by sitzung_id`,
  );
  return rows.map(({ sitzungId }) => sitzungId);
}

/** Takes every mail that waits as sent. Gives how many. */
export function settleZustellungen(tx: Tx, now: Date): Promise<number> {
  return change(
    tx,
    sql`update workgroup.zustellung set zustand = 'gesendet', versuche = 1, gesendet_am = ${now}
      where tenant_id = (select platform.tenant()) and zustand = 'wartet'`,
  );
}

/** How many mails of a session are in which state. */
export function countZustellungen(
  tx: Tx,
  sitzungId: string,
): Promise<readonly { readonly zustand: string; readonly anzahl: number }[]> {
  return rowsOf(
    tx,
    sql<{ zustand: string; anzahl: number }>`select zustand, count(*)::int as anzahl from workgroup.zustellung
      where tenant_id = (select platform.tenant()) and sitzung_id = ${sitzungId}::uuid group by zustand order by zustand`,
  );
}

/** Who was invited to a session, in whatever state that mail is. */
export async function eingeladene(tx: Tx, sitzungId: string): Promise<ReadonlySet<string>> {
  const rows = await rowsOf(
    tx,
    sql<{ empfaenger: string }>`select distinct empfaenger from workgroup.zustellung
      where tenant_id = (select platform.tenant()) and sitzung_id = ${sitzungId}::uuid`,
  );
  return new Set(rows.map(({ empfaenger }) => empfaenger));
}
