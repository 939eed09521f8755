import { sql } from 'kysely';
import { isUuid, type LocalDate } from '#kernel';
import { change, json, rowOf, rowsOf, type TenantId, type Tx } from '#platform';
import type { Anteilsblatt } from './anteilsblatt.ts';

/** One payer's share of an issued bill. */
export interface Anteil {
  readonly abrechnung: string;
  readonly zahler: string;
  readonly recipient: string | null;
  readonly name: string;
  readonly rechnungsnummer: string;
  readonly dienst: string;
  readonly titel: string;
  readonly haus: string;
  readonly jahr: number;
  readonly bruttoCent: bigint;
  readonly bezahltCent: bigint;
  readonly gestelltAm: Date;
  readonly faelligAm: LocalDate;
  readonly korrigiert: string | null;
  /** The bill of the same payer that took its place. */
  readonly ersetztDurch: string | null;
}

type Row = Omit<Anteil, 'bruttoCent' | 'bezahltCent'> & { readonly brutto: string; readonly bezahlt: string };

const columns = sql`n.abrechnung_id as abrechnung, n.zahler, n.recipient_id as recipient, n.name, n.rechnungsnummer,
  n.dienst, n.titel, n.haus, n.jahr, n.brutto::text as brutto, n.gestellt_am as "gestelltAm",
  n.faellig_am as "faelligAm", n.korrigiert,
  (select e.abrechnung_id from costs.anteil e where e.tenant_id = n.tenant_id and e.korrigiert = n.abrechnung_id
    and e.zahler = n.zahler) as "ersetztDurch",
  (select coalesce(sum(z.cent), 0)::text from costs.zahlung z where z.tenant_id = n.tenant_id
    and z.abrechnung_id = n.abrechnung_id and z.zahler = n.zahler) as bezahlt`;

const anteilOf = ({ brutto, bezahlt, ...row }: Row): Anteil => ({
  ...row,
  bruttoCent: BigInt(brutto),
  bezahltCent: BigInt(bezahlt),
});

/** What a new share says, as it is written. */
export interface NeuerAnteil {
  readonly zahler: string;
  readonly recipient: string | null;
  readonly name: string;
  readonly brutto: number;
  readonly blatt: Anteilsblatt;
}

/** Writes the shares of all payers of a bill in one statement. */
export function insertAnteile(
  tx: Tx,
  tenant: TenantId,
  kopf: Pick<
    Anteil,
    | 'abrechnung'
    | 'rechnungsnummer'
    | 'dienst'
    | 'titel'
    | 'haus'
    | 'jahr'
    | 'gestelltAm'
    | 'faelligAm'
    | 'korrigiert'
  >,
  anteile: readonly NeuerAnteil[],
): Promise<number> {
  const { abrechnung, rechnungsnummer, dienst, titel, haus, jahr, gestelltAm, faelligAm, korrigiert } = kopf;
  return change(
    tx,
    sql`insert into costs.anteil (tenant_id, abrechnung_id, zahler, recipient_id, name, rechnungsnummer, dienst, titel,
        haus, jahr, brutto, blatt, gestellt_am, faellig_am, korrigiert)
      select ${tenant}::uuid, ${abrechnung}::uuid, r.zahler, r.recipient, r.name,
        ${rechnungsnummer} || '/' || r.zahler, ${dienst}, ${titel}, ${haus}, ${jahr}::int, r.brutto, r.blatt,
        ${gestelltAm}::timestamptz, ${faelligAm}::date, ${korrigiert}::uuid
      from jsonb_to_recordset(${json(anteile)})
        as r (zahler text, recipient uuid, name text, brutto bigint, blatt jsonb)`,
  );
}

/** The shares of one bill of the transaction's house, in the order of their names. */
export async function readAnteile(tx: Tx, abrechnung: string): Promise<readonly Anteil[]> {
  const rows = await rowsOf(
    tx,
    sql<Row>`select ${columns} from costs.anteil n
      where n.tenant_id = (select platform.tenant()) and n.abrechnung_id = ${abrechnung} order by n.name, n.zahler`,
  );
  return rows.map(anteilOf);
}

/** What was ever billed to the transaction's Kommune, the newest first. */
export async function readEigeneAnteile(tx: Tx): Promise<readonly Anteil[]> {
  const rows = await rowsOf(
    tx,
    sql<Row>`select ${columns} from costs.anteil n where n.recipient_id = (select platform.tenant())
      order by n.gestellt_am desc, n.abrechnung_id`,
  );
  return rows.map(anteilOf);
}

/** One share that is addressed to the transaction's Kommune, with all its steps; `null` where there is none. */
export async function readEigenenAnteil(
  tx: Tx,
  abrechnung: string,
): Promise<(Anteil & { readonly blatt: Anteilsblatt }) | null> {
  if (!isUuid(abrechnung)) return null;
  const row = await rowOf(
    tx,
    sql<Row & { readonly blatt: Anteilsblatt }>`select ${columns}, n.blatt from costs.anteil n
      where n.recipient_id = (select platform.tenant()) and n.abrechnung_id = ${abrechnung}`,
  );
  if (row === null) return null;
  const { blatt, ...rest } = row;
  return { ...anteilOf(rest), blatt };
}

/** Notes a payment of one payer. */
export async function insertZahlung(
  tx: Tx,
  tenant: TenantId,
  zahlung: {
    readonly abrechnung: string;
    readonly zahler: string;
    readonly recipient: string | null;
    readonly cent: bigint;
    readonly am: LocalDate;
    readonly bemerkung: string;
  },
  now: Date,
): Promise<void> {
  const { abrechnung, zahler, recipient, cent, am, bemerkung } = zahlung;
  await change(
    tx,
    sql`insert into costs.zahlung (tenant_id, abrechnung_id, zahler, nummer, recipient_id, cent, am, bemerkung,
        eingetragen_am)
      select ${tenant}::uuid, ${abrechnung}::uuid, ${zahler}, coalesce(max(nummer), 0) + 1, ${recipient}::uuid,
        ${String(cent)}::bigint, ${am}::date, ${bemerkung}, ${now}::timestamptz
      from costs.zahlung where tenant_id = ${tenant} and abrechnung_id = ${abrechnung} and zahler = ${zahler}`,
  );
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
