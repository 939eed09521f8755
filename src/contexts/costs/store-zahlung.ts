import { type RawBuilder, sql } from 'kysely';
import type { LocalDate } from '#kernel';
import { change, rowsOf, type TenantId, type Tx } from '#platform';

// What was booked on a share: payments, and what went back. Nothing is changed; a mistake is booked the other way round.

export type Buchungsart = 'zahlung' | 'rueckzahlung';

/** Of booked rows under a name: what was paid, in cents. */
export function bezahltOf(rows: string): RawBuilder<unknown> {
  return sql`coalesce(sum(${sql.ref(`${rows}.cent`)}) filter (where ${sql.ref(`${rows}.art`)} = 'zahlung'), 0)`;
}

/** Of booked rows under a name: what went back, in cents. */
export function zurueckgezahltOf(rows: string): RawBuilder<unknown> {
  return sql`coalesce(-sum(${sql.ref(`${rows}.cent`)}) filter (where ${sql.ref(`${rows}.art`)} = 'rueckzahlung'), 0)`;
}

/** One entry of a payer's account. */
export interface Buchung {
  readonly nummer: number;
  readonly art: Buchungsart;
  /** Negative where money went back. */
  readonly cent: bigint;
  readonly am: LocalDate;
  readonly beleg: string;
  readonly bemerkung: string;
}

/** What was booked on one share, the oldest first: for its house, or for the Kommune to which it is addressed. */
export async function readBuchungen(tx: Tx, abrechnung: string, zahler: string): Promise<readonly Buchung[]> {
  const rows = await rowsOf(
    tx,
    sql<
      Omit<Buchung, 'cent'> & { readonly cent: string }
    >`select nummer, art, cent::text as cent, am, beleg, bemerkung
      from costs.zahlung where abrechnung_id = ${abrechnung}::uuid and zahler = ${zahler}
        and (tenant_id = (select platform.tenant()) or recipient_id = (select platform.tenant()))
      order by nummer`,
  );
  return rows.map(({ cent, ...row }) => ({ ...row, cent: BigInt(cent) }));
}

/** Books a payment of one payer, or what goes back to it. */
export async function insertZahlung(
  tx: Tx,
  tenant: TenantId,
  zahlung: Omit<Buchung, 'nummer'> & {
    readonly abrechnung: string;
    readonly zahler: string;
    readonly recipient: string | null;
  },
  now: Date,
): Promise<void> {
  const { abrechnung, zahler, recipient, art, cent, am, beleg, bemerkung } = zahlung;
  await change(
    tx,
    sql`insert into costs.zahlung (tenant_id, abrechnung_id, zahler, nummer, recipient_id, art, cent, am, beleg,
        bemerkung, eingetragen_am)
      select ${tenant}::uuid, ${abrechnung}::uuid, ${zahler}, coalesce(max(nummer), 0) + 1, ${recipient}::uuid, ${art},
        ${String(cent)}::bigint, ${am}::date, ${beleg}, ${bemerkung}, ${now}::timestamptz
      from costs.zahlung where tenant_id = ${tenant} and abrechnung_id = ${abrechnung} and zahler = ${zahler}`,
  );
}

/** A payer who paid more than it owes, or something on a share that no longer holds. */
export interface Guthaben {
  readonly zahler: string;
  readonly name: string;
  readonly cent: bigint;
}

/** To whom of a bill of the transaction's house something can be given back, by name: how many, and the first of them. */
export async function readGuthaben(
  tx: Tx,
  abrechnung: string,
  { gilt, hoechstens }: { readonly gilt: boolean; readonly hoechstens: number },
): Promise<{ readonly zahl: number; readonly erste: readonly Guthaben[] }> {
  const rows = await rowsOf(
    tx,
    sql<{
      zahler: string;
      name: string;
      cent: string;
      zahl: number;
    }>`select g.zahler, g.name, g.cent::text as cent,
        count(*) over ()::int as zahl
      from (select n.zahler, n.name,
          least(sum(z.cent), sum(z.cent) - case when ${gilt}::boolean then n.brutto else 0 end) as cent
        from costs.zahlung z join costs.anteil n
          on n.tenant_id = z.tenant_id and n.abrechnung_id = z.abrechnung_id and n.zahler = z.zahler
        where z.tenant_id = (select platform.tenant()) and z.abrechnung_id = ${abrechnung}::uuid
        group by n.zahler, n.name, n.brutto) g
      where g.cent > 0 order by g.name, g.zahler limit ${hoechstens}`,
  );
  return {
    zahl: rows[0]?.zahl ?? 0,
    erste: rows.map(({ zahl: _, cent, ...row }) => ({ ...row, cent: BigInt(cent) })),
  };
}
