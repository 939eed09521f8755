import { sql } from 'kysely';
import { isUuid } from '#kernel';
import { change, parseTenantId, rowOf, rowsOf, type TenantId, type Tx } from '#platform';
import type { Rechnungsanteil } from './domain/e-rechnung.ts';
import type { Steuerregel } from './domain/kostenplan.ts';
import { monat } from './domain/monat.ts';
import type { Anteilsgruppe } from './domain/rechnungsteile.ts';

export const dokumentarten = ['pdf', 'xrechnung', 'xrechnungen', 'storno', 'stornopdf'] as const;

/** Which file of a bill, and on what it rests; `zahler` is empty for the bill as a whole. */
export interface Dokumentschluessel {
  readonly haus: TenantId;
  readonly abrechnung: string;
  readonly zahler: string;
  readonly art: (typeof dokumentarten)[number];
  readonly teil: number;
  readonly stand: string;
}

/** A file of the transaction's house, or one that is addressed to it; `null` where nobody made it yet. */
export async function readDokument(tx: Tx, key: Dokumentschluessel): Promise<Buffer | null> {
  const { haus, abrechnung, zahler, art, teil, stand } = key;
  const row = await rowOf(
    tx,
    sql<{ inhalt: Buffer }>`select inhalt from costs.dokument where tenant_id = ${haus}
      and abrechnung_id = ${abrechnung} and zahler = ${zahler} and art = ${art} and teil = ${teil}
      and stand = ${stand}`,
  );
  return row?.inhalt ?? null;
}

/** Keeps a file; one that is there stays. */
export async function insertDokument(
  tx: Tx,
  key: Dokumentschluessel,
  recipient: string | null,
  inhalt: Uint8Array,
  now: Date,
): Promise<void> {
  const { haus, abrechnung, zahler, art, teil, stand } = key;
  await change(
    tx,
    sql`insert into costs.dokument (tenant_id, abrechnung_id, zahler, art, teil, stand, recipient_id, inhalt, erstellt_am)
      values (${haus}, ${abrechnung}, ${zahler}, ${art}, ${teil}, ${stand}, ${recipient}, ${Buffer.from(inhalt)}, ${now})
      on conflict do nothing`,
  );
}

/** The house that wrote the share of the transaction's Kommune, and under which key; `null` where nothing is addressed to it. */
export async function readAnteilsort(
  tx: Tx,
  abrechnung: string,
): Promise<{ readonly haus: TenantId; readonly zahler: string } | null> {
  if (!isUuid(abrechnung)) return null;
  const row = await rowOf(
    tx,
    sql<{ haus: string; zahler: string }>`select tenant_id as haus, zahler from costs.anteil
      where recipient_id = (select platform.tenant()) and abrechnung_id = ${abrechnung}`,
  );
  const haus = row && parseTenantId(row.haus);
  return row && haus ? { haus, zahler: row.zahler } : null;
}

interface Anteilrow extends Omit<Rechnungsanteil, 'brutto' | 'von' | 'bis' | 'vorher' | 'storno'> {
  readonly brutto: string;
  readonly von: string;
  readonly bis: string;
  readonly vorherNummer: string | null;
  readonly vorherAm: Date | null;
  readonly vorherGruppen: readonly Anteilsgruppe[] | null;
  readonly stornonummer: string | null;
  readonly aufgehobenAm: Date | null;
}

/** Which shares of a bill: of one payer, or of all; only those that were taken back. */
export interface Anteilswahl {
  readonly zahler: string | null;
  readonly nurStornierte: boolean;
}

/** What electronic bills need of the shares of a bill of the transaction's house. */
export async function readRechnungsanteile(
  tx: Tx,
  abrechnung: string,
  { zahler, nurStornierte }: Anteilswahl,
): Promise<readonly Rechnungsanteil[]> {
  const rows = await rowsOf(
    tx,
    sql<Anteilrow>`select n.zahler, n.recipient_id as recipient, n.name, n.rechnungsnummer as nummer, n.titel, n.haus,
        n.jahr, n.brutto::text as brutto, n.gestellt_am as "gestelltAm", n.faellig_am as "faelligAm",
        n.blatt -> 'gruppen' as gruppen, n.blatt ->> 'von' as von, n.blatt ->> 'bis' as bis,
        v.rechnungsnummer as "vorherNummer", v.gestellt_am as "vorherAm", v.blatt -> 'gruppen' as "vorherGruppen",
        h.stornonummer, h.aufgehoben_am as "aufgehobenAm"
      from costs.anteil n
      left join costs.anteil v
        on v.tenant_id = n.tenant_id and v.abrechnung_id = n.korrigiert and v.zahler = n.zahler
      left join costs.aufhebung h
        on h.tenant_id = n.tenant_id and h.abrechnung_id = n.abrechnung_id and h.zahler = n.zahler
      where n.tenant_id = (select platform.tenant()) and n.abrechnung_id = ${abrechnung}
        and (${zahler}::text is null or n.zahler = ${zahler})
        and (not ${nurStornierte}::boolean or h.stornonummer is not null) order by n.zahler`,
  );
  return rows.map(anteilOf);
}

function anteilOf({
  brutto,
  von,
  bis,
  vorherNummer,
  vorherAm,
  vorherGruppen,
  stornonummer,
  aufgehobenAm,
  ...row
}: Anteilrow): Rechnungsanteil {
  return {
    ...row,
    ...{ brutto: BigInt(brutto), von: monat(von), bis: monat(bis) },
    vorher:
      vorherNummer === null || vorherAm === null
        ? null
        : { nummer: vorherNummer, gestelltAm: vorherAm, gruppen: vorherGruppen ?? [] },
    storno:
      stornonummer === null || aufgehobenAm === null ? null : { nummer: stornonummer, am: aufgehobenAm },
  };
}

/** The tax rules by which a bill was computed, and those of the bill that it corrects: its shares name both. */
export async function readSteuerregeln(tx: Tx, abrechnung: string): Promise<readonly Steuerregel[]> {
  const rows = await rowsOf(
    tx,
    sql<{ regeln: readonly Steuerregel[] }>`select a.plan -> 'steuerregeln' as regeln from costs.abrechnung n
      join costs.abrechnung a on a.tenant_id = n.tenant_id and a.id in (n.id, n.korrigiert)
      where n.tenant_id = (select platform.tenant()) and n.id = ${abrechnung} order by a.id <> n.id desc`,
  );
  return rows.flatMap(({ regeln }) => regeln);
}
