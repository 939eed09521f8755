import { type RawBuilder, sql } from 'kysely';
import type { LocalDate } from '#kernel';
import { change, json, rowOf, rowsOf, type Tx } from '#platform';
import type { Bestellung, Zeichnung } from '../domain/bestellung.ts';
import type { ErsterZeitraum } from '../domain/erster-zeitraum.ts';
import { bestellinhaltSchema, zeichnungSchema, zeitraumSchema } from '../schema.ts';

type Row = Omit<Bestellung, 'inhalt' | 'zeichnung' | 'zeitraum'> & {
  readonly inhalt: unknown;
  readonly zeichnung: unknown;
  readonly zeitraum: unknown;
  readonly datei: string | null;
};

const columns = sql`tenant_id as tenant, id, recipient_id as empfaenger, dienst, ags, kommune, zustand, version, inhalt,
  vorbereitet_am as "vorbereitetAm", zeichnung, datei, entschieden_am as "entschiedenAm", zeitraum, grund,
  beendet_zum as "beendetZum", coalesce(geaendert_am, erfasst_am, vorbereitet_am) as "geaendertAm"`;

const mine = sql`(tenant_id = (select platform.tenant()) or recipient_id = (select platform.tenant()))`;

function bestellungOf({ datei, ...row }: Row): Bestellung {
  return {
    ...row,
    inhalt: bestellinhaltSchema.parse(row.inhalt),
    zeichnung: row.zeichnung === null ? null : { ...zeichnungSchema.parse(row.zeichnung), datei },
    zeitraum: row.zeitraum === null ? null : zeitraumSchema.parse(row.zeitraum),
  };
}

async function bestellungen(tx: Tx, query: RawBuilder<Row>): Promise<readonly Bestellung[]> {
  return (await rowsOf(tx, query)).map(bestellungOf);
}

/** The orders that the transaction may see: a Kommune's own, or the signed ones that go to a provider. Newest first. */
export function readBestellungen(tx: Tx, dienst?: string): Promise<readonly Bestellung[]> {
  const named = dienst === undefined ? sql`true` : sql`dienst = ${dienst}`;
  return bestellungen(
    tx,
    sql<Row>`select ${columns} from marketplace.bestellung where ${mine} and ${named} order by vorbereitet_am desc, id`,
  );
}

/** One order that the transaction may see, or `null`. */
export async function readBestellung(tx: Tx, id: string): Promise<Bestellung | null> {
  const row = await rowOf(
    tx,
    sql<Row>`select ${columns} from marketplace.bestellung where ${mine} and id = ${id}::uuid`,
  );
  return row && bestellungOf(row);
}

/** Keeps a new order; `false` where the Kommune has one for this service that is not over. */
export async function insertBestellung(
  tx: Tx,
  one: Pick<Bestellung, 'id' | 'empfaenger' | 'dienst' | 'ags' | 'kommune' | 'inhalt' | 'vorbereitetAm'>,
): Promise<boolean> {
  const written = await change(
    tx,
    sql`insert into marketplace.bestellung (tenant_id, id, recipient_id, dienst, ags, kommune, zustand, version, inhalt,
        vorbereitet_am)
      values (platform.tenant(), ${one.id}, ${one.empfaenger}, ${one.dienst}, ${one.ags}, ${one.kommune}, 'vorbereitet', 1,
        ${json(one.inhalt)}, ${one.vorbereitetAm})
      on conflict (tenant_id, dienst) where zustand in ('vorbereitet', 'gezeichnet', 'angenommen') do nothing`,
  );
  return written === 1;
}

/** The next state of an order over the version that was read; `false` where somebody changed it in between. */
async function step(
  tx: Tx,
  { id, version }: Pick<Bestellung, 'id' | 'version'>,
  now: Date,
  set: RawBuilder<unknown>,
): Promise<boolean> {
  const changed = await change(
    tx,
    sql`update marketplace.bestellung set version = version + 1, geaendert_am = ${now}, ${set}
      where id = ${id}::uuid and version = ${version}`,
  );
  return changed === 1;
}

export function signBestellung(
  tx: Tx,
  bestellung: Bestellung,
  { datei, ...zeichnung }: Zeichnung,
  now: Date,
): Promise<boolean> {
  return step(
    tx,
    bestellung,
    now,
    sql`zustand = 'gezeichnet', zeichnung = ${json(zeichnung)}, datei = ${datei}, erfasst_am = ${now},
      erfasst_von = platform.actor()`,
  );
}

export function acceptBestellung(
  tx: Tx,
  bestellung: Bestellung,
  am: LocalDate,
  zeitraum: ErsterZeitraum,
  now: Date,
): Promise<boolean> {
  return step(
    tx,
    bestellung,
    now,
    sql`zustand = 'angenommen', entschieden_am = ${am}, entschieden_von = platform.actor(), zeitraum = ${json(zeitraum)}`,
  );
}

export function declineBestellung(
  tx: Tx,
  bestellung: Bestellung,
  am: LocalDate,
  grund: string,
  now: Date,
): Promise<boolean> {
  return step(
    tx,
    bestellung,
    now,
    sql`zustand = 'abgelehnt', entschieden_am = ${am}, entschieden_von = platform.actor(), grund = ${grund}`,
  );
}

export function withdrawBestellung(
  tx: Tx,
  bestellung: Bestellung,
  grund: string,
  now: Date,
): Promise<boolean> {
  return step(tx, bestellung, now, sql`zustand = 'zurueckgezogen', grund = ${grund}`);
}

export function endBestellung(tx: Tx, bestellung: Bestellung, zum: LocalDate, now: Date): Promise<boolean> {
  return step(tx, bestellung, now, sql`zustand = 'beendet', beendet_zum = ${zum}`);
}
