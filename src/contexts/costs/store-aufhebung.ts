import { type RawBuilder, sql } from 'kysely';
import type { LocalDate } from '#kernel';
import { change, rowsOf, type TenantId, type Tx } from '#platform';

// What becomes of the shares of a bill when another one takes its place.

/** Which bill takes the place of which, under which number and why. */
interface Aufhebungsanlass {
  readonly alt: string;
  readonly neu: string;
  readonly nummer: string;
  readonly grund: string;
}

/**
 * Takes back the shares of a replaced bill whose payers do not stand in the one that takes its place, or stand there with
 * nothing to pay: each gets a number for its cancellation invoice. A share of 0 needs none.
 */
export async function hebeAuf(
  tx: Tx,
  tenant: TenantId,
  { alt, neu, nummer, grund }: Aufhebungsanlass,
  now: Date,
): Promise<void> {
  await change(
    tx,
    sql`insert into costs.aufhebung (tenant_id, abrechnung_id, zahler, recipient_id, durch, aufgehoben_am, stornonummer,
        grund)
      select n.tenant_id, n.abrechnung_id, n.zahler, n.recipient_id, ${neu}::uuid, ${now}::timestamptz,
        case when ${billed(sql`n`)} then ${nummer} || '/' || n.zahler || '-S' end, ${grund}
      from costs.anteil n
      left join costs.anteil m on m.tenant_id = n.tenant_id and m.abrechnung_id = ${neu}::uuid and m.zahler = n.zahler
      where n.tenant_id = ${tenant} and n.abrechnung_id = ${alt}::uuid
        and (m.zahler is null or (${billed(sql`n`)} and not ${billed(sql`m`)}))`,
  );
}

/** Whether a share has anything on its bill. */
function billed(share: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql`jsonb_array_length(${share}.blatt -> 'gruppen') > 0`;
}

/** A payer of a replaced bill whose share was taken back. */
export interface Stornierter {
  readonly zahler: string;
  readonly name: string;
  readonly nummer: string;
  readonly brutto: bigint;
}

/** What a bill of the transaction's house took back, in the order of names: how many, and the first of them. */
export async function readStornierte(
  tx: Tx,
  durch: string,
  hoechstens: number,
): Promise<{ readonly zahl: number; readonly erste: readonly Stornierter[] }> {
  const rows = await rowsOf(
    tx,
    sql<{
      zahler: string;
      name: string;
      nummer: string;
      brutto: string;
      zahl: number;
    }>`select n.zahler, n.name,
        h.stornonummer as nummer, n.brutto::text as brutto, count(*) over ()::int as zahl
      from costs.aufhebung h join costs.anteil n on n.tenant_id = h.tenant_id
        and n.abrechnung_id = h.abrechnung_id and n.zahler = h.zahler
      where h.tenant_id = (select platform.tenant()) and h.durch = ${durch}::uuid and h.stornonummer is not null
      order by n.name, n.zahler limit ${hoechstens}`,
  );
  return {
    zahl: rows[0]?.zahl ?? 0,
    erste: rows.map(({ zahl: _, brutto, ...row }) => ({ ...row, brutto: BigInt(brutto) })),
  };
}

/** Moves what was paid on a replaced bill to the one that takes its place; who is no payer there keeps the credit. */
export async function umbuche(
  tx: Tx,
  tenant: TenantId,
  { alt, neu }: { readonly alt: string; readonly neu: string },
  { am, now }: { readonly am: LocalDate; readonly now: Date },
): Promise<void> {
  await change(
    tx,
    sql`with bezahlt as (
        select n.zahler, n.recipient_id, sum(z.cent) as cent, max(z.nummer) as nummer
        from costs.anteil n
        join costs.zahlung z on z.tenant_id = n.tenant_id and z.zahler = n.zahler and z.abrechnung_id = ${alt}::uuid
        where n.tenant_id = ${tenant} and n.abrechnung_id = ${neu}::uuid
        group by n.zahler, n.recipient_id having sum(z.cent) <> 0),
      buchungen as (
        select ${alt}::uuid as abrechnung, zahler, nummer + 1 as nummer, recipient_id, -cent as cent from bezahlt
        union all select ${neu}::uuid, zahler, 1, recipient_id, cent from bezahlt)
      insert into costs.zahlung (tenant_id, abrechnung_id, zahler, nummer, recipient_id, cent, am, bemerkung,
        eingetragen_am)
      select ${tenant}::uuid, abrechnung, zahler, nummer, recipient_id, cent, ${am}::date,
        'Umgebucht auf die Abrechnung, die diese ersetzt', ${now}::timestamptz from buchungen`,
  );
}
