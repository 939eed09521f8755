import { sql } from 'kysely';
import type { LocalDate } from '#kernel';
import { rowsOf, type Tx } from '#platform';
import {
  type Eintrag,
  istAngabe,
  type KreisStand,
  type Nachweis,
  type NachweisArt,
  type Stand,
} from './domain/stand.ts';
import type { Zustand } from './domain/zustand.ts';

const kreisColumns = sql`s.tenant_id as tenant, s.ags, s.leistung_id as "leistungId", s.fassung, s.gilt_ab as "giltAb",
  s.angegeben_am as "angegebenAm", s.zustand, s.grund, s.geplant_fuer as "geplantFuer",
  s.umgesetzt_am as "umgesetztAm", s.abgeschaltet_am as "abgeschaltetAm", s.reifegrad11, s.kriterien11,
  s.reifegrad20, s.kriterien20, s.fallzahl, s.fallzahl_jahr as "fallzahlJahr", s.fallzahl_art as "fallzahlArt",
  s.loesung_id as "loesungId"`;

const internColumns = sql`i.angegeben_von as "angegebenVon", i.prioritaet, i.fachbereich_id as "fachbereichId",
  i.zustaendig, i.vertretung, i.nachweis_art as "nachweisArt", i.nachweis_link as "nachweisLink",
  i.nachweis_text as "nachweisText", i.nachweis_datei as "nachweisDatei", i.bemerkung, i.felder`;

const ownStand = sql`compass.stand s join compass.stand_intern i
  on i.tenant_id = s.tenant_id and i.leistung_id = s.leistung_id and i.fassung = s.fassung`;

interface NachweisColumns {
  readonly nachweisArt: NachweisArt | null;
  readonly nachweisLink: string | null;
  readonly nachweisText: string | null;
  readonly nachweisDatei: string | null;
}

type StandRow = Omit<Stand, 'nachweis' | 'zustand'> & NachweisColumns & { readonly zustand: Zustand | null };

function eintragOf({ nachweisArt, nachweisLink, nachweisText, nachweisDatei, ...row }: StandRow): Eintrag {
  if (nachweisArt === null) return { ...row, nachweis: null };
  const nachweis: Nachweis = { art: nachweisArt, link: nachweisLink, text: nachweisText };
  return { ...row, nachweis: nachweisDatei === null ? nachweis : { ...nachweis, datei: nachweisDatei } };
}

const manyNames = 500;

/** What holds of every cell of the transaction's tenant; with `leistungen` of those only, with a day as of it. */
export async function readStaende(
  tx: Tx,
  leistungen?: readonly string[],
  stichtag?: LocalDate,
): Promise<readonly Stand[]> {
  return (await readNeueste(tx, leistungen, stichtag)).filter(istAngabe);
}

/** The newest entry of every cell, also one that took the statement back: for whoever adds the next one. */
export async function readNeueste(
  tx: Tx,
  leistungen?: readonly string[],
  stichtag?: LocalDate,
): Promise<readonly Eintrag[]> {
  // Many names cost the database more than reading all cells of one Kommune.
  if (leistungen && leistungen.length > manyNames) {
    const wanted = new Set(leistungen);
    return (await readNeueste(tx, undefined, stichtag)).filter(({ leistungId }) => wanted.has(leistungId));
  }
  const named = leistungen === undefined ? sql`true` : sql`s.leistung_id = any (${[...leistungen]}::text[])`;
  const known = stichtag === undefined ? sql`true` : sql`s.gilt_ab <= ${stichtag}::date`;
  const rows = await rowsOf(
    tx,
    sql<StandRow>`select distinct on (s.leistung_id) ${kreisColumns}, ${internColumns} from ${ownStand}
      where s.tenant_id = (select platform.tenant()) and ${named} and ${known}
      order by s.leistung_id, s.fassung desc`,
  );
  return rows.map(eintragOf);
}

/** What holds of one cell; `null` is „keine Angabe“. */
export async function readStand(tx: Tx, leistungId: string): Promise<Stand | null> {
  const [stand] = await readStaende(tx, [leistungId]);
  return stand ?? null;
}

/** Single entries of several cells by their numbers; those that do not exist are left out. */
export async function readFassungen(
  tx: Tx,
  zellen: readonly { readonly leistungId: string; readonly fassung: number }[],
): Promise<readonly Eintrag[]> {
  if (zellen.length === 0) return [];
  const rows = await rowsOf(
    tx,
    sql<StandRow>`select ${kreisColumns}, ${internColumns} from ${ownStand}
      join unnest(${zellen.map(({ leistungId }) => leistungId)}::text[], ${zellen.map(({ fassung }) => fassung)}::int[])
        as w (leistung_id, fassung) on w.leistung_id = s.leistung_id and w.fassung = s.fassung
      where s.tenant_id = (select platform.tenant())`,
  );
  return rows.map(eintragOf);
}

/** Everything that was ever said about a cell, newest first. */
export async function readVerlauf(tx: Tx, leistungId: string): Promise<readonly Eintrag[]> {
  const rows = await rowsOf(
    tx,
    sql<StandRow>`select ${kreisColumns}, ${internColumns} from ${ownStand}
      where s.tenant_id = (select platform.tenant()) and s.leistung_id = ${leistungId} order by s.fassung desc`,
  );
  return rows.map(eintragOf);
}

/**
 * What holds of every cell that this transaction may see: in scope circle those of the consenting Kommunen. With
 * `leistungId` those of one Leistung.
 */
export function readKreisStaende(tx: Tx, leistungId?: string): Promise<readonly KreisStand[]> {
  const named = leistungId === undefined ? sql`true` : sql`s.leistung_id = ${leistungId}`;
  return rowsOf(
    tx,
    sql<KreisStand>`select * from (
        select distinct on (s.tenant_id, s.leistung_id) ${kreisColumns} from compass.stand s
        where ${named} order by s.tenant_id, s.leistung_id, s.fassung desc
      ) neueste where zustand is not null`,
  );
}
