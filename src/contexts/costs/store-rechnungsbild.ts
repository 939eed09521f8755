import { sql } from 'kysely';
import { change, json, rowOf, rowsOf, type TenantId, type Tx } from '#platform';
import type { Anteilsblatt } from './anteilsblatt.ts';
import type { Abrechnung } from './domain/abrechnung.ts';
import type { Rundung } from './domain/kostenplan.ts';
import type { Monat } from './domain/monat.ts';
import { bezahltOf, zurueckgezahltOf } from './store-zahlung.ts';

/** A bill as a whole, without its payers. */
export interface Rechnungsbild {
  readonly von: Monat;
  readonly bis: Monat;
  readonly rundung: Rundung;
  readonly finanzierung: string;
  readonly modell: string;
  readonly zahler: number;
  readonly summe: Abrechnung['summe'];
  readonly hinweise: readonly string[];
}

const sums = ['kosten', 'netto', 'steuer', 'brutto', 'rest', 'aufrundung'] as const;

type Row = Omit<Rechnungsbild, 'summe'> & { readonly [sum in (typeof sums)[number]]: string };

/** One payer with its sheet, as it is written. */
export interface NeueZeile {
  readonly zahler: string;
  readonly rang: number;
  readonly name: string;
  readonly netto: string;
  readonly steuer: string;
  readonly brutto: string;
  readonly blatt: Anteilsblatt;
}

/** Keeps what the pages of a bill show; what is there already stays. */
export async function insertBild(
  tx: Tx,
  tenant: TenantId,
  id: string,
  bild: Rechnungsbild,
  zeilen: readonly NeueZeile[],
): Promise<void> {
  const { von, bis, rundung, finanzierung, modell, zahler, summe, hinweise } = bild;
  const fresh = await change(
    tx,
    sql`insert into costs.rechnungsbild (tenant_id, abrechnung_id, von, bis, rundung, finanzierung, modell, zahler,
        kosten, netto, steuer, brutto, rest, aufrundung, hinweise)
      values (${tenant}, ${id}, ${von}, ${bis}, ${rundung}, ${finanzierung}, ${modell}, ${zahler},
        ${String(summe.kosten)}, ${String(summe.netto)}, ${String(summe.steuer)}, ${String(summe.brutto)},
        ${String(summe.rest)}, ${String(summe.aufrundung)}, ${json(hinweise)}) on conflict do nothing`,
  );
  if (fresh === 0) return;
  await change(
    tx,
    sql`insert into costs.rechnungszeile (tenant_id, abrechnung_id, zahler, rang, name, netto, steuer, brutto, blatt)
      select ${tenant}::uuid, ${id}::uuid, r.zahler, r.rang, r.name, r.netto, r.steuer, r.brutto, r.blatt
      from jsonb_to_recordset(${json(zeilen)}) as r
        (zahler text, rang integer, name text, netto bigint, steuer bigint, brutto bigint, blatt jsonb)`,
  );
}

/** What is kept of a bill of the transaction's house; `null` for one of an earlier version of Leitwerk. */
export async function readBild(tx: Tx, id: string): Promise<Rechnungsbild | null> {
  const row = await rowOf(
    tx,
    sql<Row>`select von, bis, rundung, finanzierung, modell, zahler, kosten::text as kosten, netto::text as netto,
        steuer::text as steuer, brutto::text as brutto, rest::text as rest, aufrundung::text as aufrundung, hinweise
      from costs.rechnungsbild where tenant_id = (select platform.tenant()) and abrechnung_id = ${id}`,
  );
  if (row === null) return null;
  const { kosten, netto, steuer, brutto, rest, aufrundung, ...words } = row;
  const summe = {
    ...{ kosten: BigInt(kosten), netto: BigInt(netto), steuer: BigInt(steuer) },
    ...{ brutto: BigInt(brutto), rest: BigInt(rest), aufrundung: BigInt(aufrundung) },
  };
  return { ...words, summe };
}

/** One payer in the list of a bill. */
export interface Rechnungszeile {
  readonly zahler: string;
  readonly name: string;
  /** `null` before the bill is issued. */
  readonly rechnungsnummer: string | null;
  readonly netto: bigint;
  readonly steuer: bigint;
  readonly brutto: bigint;
  readonly bezahlt: bigint;
  readonly zurueckgezahlt: bigint;
}

interface Zeilenwahl {
  /** Part of a name or the beginning of a key. */
  readonly suche?: string;
  readonly ab?: number;
  readonly hoechstens?: number;
}

const foundBy = (id: string, suche: string) => sql`z.tenant_id = (select platform.tenant())
  and z.abrechnung_id = ${id} and (${suche} = '' or z.name ilike ${`%${suche.replace(/[\\%_]/g, '\\$&')}%`}
    or starts_with(z.zahler, ${suche}))`;

/** Payers of a bill of the transaction's house, in the order of their names. */
export async function readZeilen(
  tx: Tx,
  id: string,
  { suche = '', ab = 0, hoechstens = 1_000_000 }: Zeilenwahl = {},
): Promise<readonly Rechnungszeile[]> {
  const amounts = ['netto', 'steuer', 'brutto', 'bezahlt', 'zurueckgezahlt'] as const;
  type Text = Omit<Rechnungszeile, (typeof amounts)[number]> & Record<(typeof amounts)[number], string>;
  const rows = await rowsOf(
    tx,
    // The page is cut first: what stands in the select list would be looked up for every line that is skipped.
    sql<Text>`select z.zahler, z.name, n.rechnungsnummer, z.netto::text as netto, z.steuer::text as steuer,
        z.brutto::text as brutto, p.bezahlt::text as bezahlt,
        p.zurueckgezahlt::text as zurueckgezahlt
      from (select tenant_id, abrechnung_id, zahler, name, rang, netto, steuer, brutto from costs.rechnungszeile z
        where ${foundBy(id, suche)} order by z.rang offset ${ab} limit ${hoechstens}) z
      left join lateral (select n.rechnungsnummer from costs.anteil n where n.tenant_id = z.tenant_id
        and n.abrechnung_id = z.abrechnung_id and n.zahler = z.zahler limit 1) n on true
      cross join lateral (select ${bezahltOf('p')} as bezahlt, ${zurueckgezahltOf('p')} as zurueckgezahlt
        from costs.zahlung p where p.tenant_id = z.tenant_id and p.abrechnung_id = z.abrechnung_id
          and p.zahler = z.zahler) p
      order by z.rang`,
  );
  return rows.map(({ netto, steuer, brutto, bezahlt, zurueckgezahlt, ...row }) => ({
    ...row,
    ...{ netto: BigInt(netto), steuer: BigInt(steuer), brutto: BigInt(brutto) },
    ...{ bezahlt: BigInt(bezahlt), zurueckgezahlt: BigInt(zurueckgezahlt) },
  }));
}

export async function countZeilen(tx: Tx, id: string, suche: string): Promise<number> {
  const row = await rowOf(
    tx,
    sql<{
      zahl: number;
    }>`select count(*)::int as zahl from costs.rechnungszeile z where ${foundBy(id, suche)}`,
  );
  return row?.zahl ?? 0;
}

/** One payer of a bill of the transaction's house with every step; `null` where it does not pay. */
export function readZahlerblatt(
  tx: Tx,
  id: string,
  zahler: string,
): Promise<{ readonly name: string; readonly blatt: Anteilsblatt } | null> {
  return rowOf(
    tx,
    sql<{ name: string; blatt: Anteilsblatt }>`select z.name, coalesce(z.blatt, n.blatt) as blatt
      from costs.rechnungszeile z
      left join costs.anteil n
        on n.tenant_id = z.tenant_id and n.abrechnung_id = z.abrechnung_id and n.zahler = z.zahler
      where z.tenant_id = (select platform.tenant()) and z.abrechnung_id = ${id} and z.zahler = ${zahler}`,
  );
}
