import { type RawBuilder, sql } from 'kysely';
import { isUuid, type LocalDate } from '#kernel';
import { change, json, rowOf, rowsOf, type TenantId, type Tx } from '#platform';
import type { Anteilsblatt } from './anteilsblatt.ts';
import type { Anteilssummen, Storno } from './domain/storno.ts';

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
  /** Neither replaced by another share nor left out of the bill that took its place. */
  readonly gilt: boolean;
  /** The cancellation invoice, where the bill that took its place asks this payer for nothing. */
  readonly storno: Storno | null;
}

type Row = Omit<Anteil, 'bruttoCent' | 'bezahltCent' | 'gilt' | 'storno'> & {
  readonly brutto: string;
  readonly bezahlt: string;
  readonly aufgehobenAm: Date | null;
  readonly stornonummer: string | null;
};

const taken = sql`h.tenant_id = n.tenant_id and h.abrechnung_id = n.abrechnung_id and h.zahler = n.zahler`;

const columns = sql`n.abrechnung_id as abrechnung, n.zahler, n.recipient_id as recipient, n.name, n.rechnungsnummer,
  n.dienst, n.titel, n.haus, n.jahr, n.brutto::text as brutto, n.gestellt_am as "gestelltAm",
  n.faellig_am as "faelligAm", n.korrigiert,
  (select e.abrechnung_id from costs.anteil e where e.tenant_id = n.tenant_id and e.korrigiert = n.abrechnung_id
    and e.zahler = n.zahler) as "ersetztDurch",
  (select h.aufgehoben_am from costs.aufhebung h where ${taken}) as "aufgehobenAm",
  (select h.stornonummer from costs.aufhebung h where ${taken}) as stornonummer,
  (select coalesce(sum(z.cent), 0)::text from costs.zahlung z where z.tenant_id = n.tenant_id
    and z.abrechnung_id = n.abrechnung_id and z.zahler = n.zahler) as bezahlt`;

const anteilOf = ({ brutto, bezahlt, aufgehobenAm, stornonummer, ...row }: Row): Anteil => ({
  ...row,
  gilt: row.ersetztDurch === null && aufgehobenAm === null,
  storno: aufgehobenAm === null || stornonummer === null ? null : { nummer: stornonummer, am: aufgehobenAm },
  bruttoCent: BigInt(brutto),
  bezahltCent: BigInt(bezahlt),
});

/**
 * Writes the shares of all payers of a bill, as its lines were frozen; `recipients` gives the organisation of a payer. The sheets
 * move from the lines to the shares.
 */
export async function insertAnteile(
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
  recipients: ReadonlyMap<string, TenantId>,
): Promise<void> {
  const { abrechnung, rechnungsnummer, dienst, titel, haus, jahr, gestelltAm, faelligAm, korrigiert } = kopf;
  await change(
    tx,
    sql`insert into costs.anteil (tenant_id, abrechnung_id, zahler, recipient_id, name, rechnungsnummer, dienst, titel,
        haus, jahr, brutto, blatt, gestellt_am, faellig_am, korrigiert)
      select tenant_id, abrechnung_id, zahler, (${json(Object.fromEntries(recipients))} ->> zahler)::uuid, name,
        ${rechnungsnummer} || '/' || zahler, ${dienst}, ${titel}, ${haus}, ${jahr}::int, brutto, blatt,
        ${gestelltAm}::timestamptz, ${faelligAm}::date, ${korrigiert}::uuid
      from costs.rechnungszeile where tenant_id = ${tenant} and abrechnung_id = ${abrechnung}::uuid`,
  );
  await change(
    tx,
    sql`update costs.rechnungszeile set blatt = null
      where tenant_id = ${tenant} and abrechnung_id = ${abrechnung}::uuid`,
  );
}

/** One share of a bill of the transaction's house; `null` where the payer does not stand in it. */
export async function readAnteil(tx: Tx, abrechnung: string, zahler: string): Promise<Anteil | null> {
  if (!isUuid(abrechnung)) return null;
  const row = await rowOf(
    tx,
    sql<Row>`select ${columns} from costs.anteil n where n.tenant_id = (select platform.tenant())
      and n.abrechnung_id = ${abrechnung} and n.zahler = ${zahler}`,
  );
  return row && anteilOf(row);
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

/** A share with all its steps, and the one before where it corrects one. */
export type AnteilMitBlatt = Anteil & {
  readonly blatt: Anteilsblatt;
  readonly vorher: (Anteilssummen & { readonly nummer: string }) | null;
};

/** One share that is addressed to the transaction's Kommune; `null` where there is none. */
export function readEigenenAnteil(tx: Tx, abrechnung: string): Promise<AnteilMitBlatt | null> {
  return readMitBlatt(tx, abrechnung, sql`n.recipient_id = (select platform.tenant())`);
}

/** One share of a bill of the transaction's house; `null` where there is none. */
export function readAnteilMitBlatt(
  tx: Tx,
  abrechnung: string,
  zahler: string,
): Promise<AnteilMitBlatt | null> {
  return readMitBlatt(tx, abrechnung, sql`n.tenant_id = (select platform.tenant()) and n.zahler = ${zahler}`);
}

async function readMitBlatt(
  tx: Tx,
  abrechnung: string,
  whose: RawBuilder<unknown>,
): Promise<AnteilMitBlatt | null> {
  if (!isUuid(abrechnung)) return null;
  const row = await rowOf(
    tx,
    sql<Row & Pick<AnteilMitBlatt, 'blatt' | 'vorher'>>`select ${columns}, n.blatt,
        (select jsonb_build_object('nummer', v.rechnungsnummer, 'gruppen', v.blatt -> 'gruppen', 'steuern',
            v.blatt -> 'steuern', 'brutto', v.blatt -> 'brutto')
          from costs.anteil v where v.tenant_id = n.tenant_id and v.abrechnung_id = n.korrigiert
            and v.zahler = n.zahler) as vorher
      from costs.anteil n where ${whose} and n.abrechnung_id = ${abrechnung}`,
  );
  if (row === null) return null;
  const { blatt, vorher, ...rest } = row;
  return { ...anteilOf(rest), blatt, vorher };
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
