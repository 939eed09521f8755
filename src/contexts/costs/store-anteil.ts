import { type RawBuilder, sql } from 'kysely';
import { isUuid, type LocalDate } from '#kernel';
import { change, json, rowOf, rowsOf, type TenantId, type Tx } from '#platform';
import type { Anteilsblatt } from './anteilsblatt.ts';
import type { Anteilssummen, Storno } from './domain/storno.ts';
import { bezahltOf, zurueckgezahltOf } from './store-zahlung.ts';

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
  readonly zurueckgezahltCent: bigint;
  readonly gestelltAm: Date;
  readonly faelligAm: LocalDate;
  readonly korrigiert: string | null;
  /** Why it takes the place of this payer's share before; empty where there was none, or nobody was told. */
  readonly korrekturgrund: string;
  /** The bill of the same payer that took its place. */
  readonly ersetztDurch: string | null;
  /** Why it was replaced or taken back; empty while it holds, or where nobody was told. */
  readonly ersetzungsgrund: string;
  /** Neither replaced by another share nor left out of the bill that took its place. */
  readonly gilt: boolean;
  /** The cancellation invoice, where the bill that took its place asks this payer for nothing. */
  readonly storno: Storno | null;
}

type Row = Omit<Anteil, 'bruttoCent' | 'bezahltCent' | 'zurueckgezahltCent' | 'gilt' | 'storno'> & {
  readonly brutto: string;
  readonly bezahlt: string;
  readonly zurueckgezahlt: string;
  readonly aufgehobenAm: Date | null;
  readonly stornonummer: string | null;
};

const columns = sql`n.abrechnung_id as abrechnung, n.zahler, n.recipient_id as recipient, n.name, n.rechnungsnummer,
  n.dienst, n.titel, n.haus, n.jahr, n.brutto::text as brutto, n.gestellt_am as "gestelltAm",
  n.faellig_am as "faelligAm", n.korrigiert, n.grund as korrekturgrund, e.abrechnung_id as "ersetztDurch",
  coalesce(h.grund, e.grund, '') as ersetzungsgrund, h.aufgehoben_am as "aufgehobenAm", h.stornonummer,
  z.bezahlt::text as bezahlt, z.zurueckgezahlt::text as zurueckgezahlt`;

/** Shares with what became of them and what was paid on them. */
const shares = sql`costs.anteil n
  left join lateral (select e.abrechnung_id, e.grund from costs.anteil e where e.tenant_id = n.tenant_id
    and e.korrigiert = n.abrechnung_id and e.zahler = n.zahler limit 1) e on true
  left join costs.aufhebung h
    on h.tenant_id = n.tenant_id and h.abrechnung_id = n.abrechnung_id and h.zahler = n.zahler
  cross join lateral (select ${bezahltOf('z')} as bezahlt, ${zurueckgezahltOf('z')} as zurueckgezahlt
    from costs.zahlung z where z.tenant_id = n.tenant_id and z.abrechnung_id = n.abrechnung_id
      and z.zahler = n.zahler) z`;

const anteilOf = ({ brutto, bezahlt, zurueckgezahlt, aufgehobenAm, stornonummer, ...row }: Row): Anteil => ({
  ...row,
  gilt: row.ersetztDurch === null && aufgehobenAm === null,
  storno: aufgehobenAm === null || stornonummer === null ? null : { nummer: stornonummer, am: aufgehobenAm },
  bruttoCent: BigInt(brutto),
  bezahltCent: BigInt(bezahlt),
  zurueckgezahltCent: BigInt(zurueckgezahlt),
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
  > & { readonly grund: string },
  recipients: ReadonlyMap<string, TenantId>,
): Promise<void> {
  const { abrechnung, rechnungsnummer, dienst, titel, haus, jahr, gestelltAm, faelligAm, korrigiert, grund } =
    kopf;
  await change(
    tx,
    sql`insert into costs.anteil (tenant_id, abrechnung_id, zahler, recipient_id, name, rechnungsnummer, dienst, titel,
        haus, jahr, brutto, blatt, gestellt_am, faellig_am, korrigiert, grund)
      select tenant_id, abrechnung_id, zahler, (${json(Object.fromEntries(recipients))} ->> zahler)::uuid, name,
        ${rechnungsnummer} || '/' || zahler, ${dienst}, ${titel}, ${haus}, ${jahr}::int, brutto, blatt,
        ${gestelltAm}::timestamptz, ${faelligAm}::date, ${korrigiert}::uuid,
        case when exists (select from costs.anteil v where v.tenant_id = z.tenant_id
          and v.abrechnung_id = ${korrigiert}::uuid and v.zahler = z.zahler) then ${grund} else '' end
      from costs.rechnungszeile z where tenant_id = ${tenant} and abrechnung_id = ${abrechnung}::uuid`,
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
    sql<Row>`select ${columns} from ${shares} where n.tenant_id = (select platform.tenant())
      and n.abrechnung_id = ${abrechnung} and n.zahler = ${zahler}`,
  );
  return row && anteilOf(row);
}

/** What was ever billed to the transaction's Kommune, the newest first. */
export async function readEigeneAnteile(tx: Tx): Promise<readonly Anteil[]> {
  const rows = await rowsOf(
    tx,
    sql<Row>`select ${columns} from ${shares} where n.recipient_id = (select platform.tenant())
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
      from ${shares} where ${whose} and n.abrechnung_id = ${abrechnung}`,
  );
  if (row === null) return null;
  const { blatt, vorher, ...rest } = row;
  return { ...anteilOf(rest), blatt, vorher };
}
