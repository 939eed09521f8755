import { sql } from 'kysely';
import type { LocalDate } from '#kernel';
import { change, rowsOf, type Tx } from '#platform';
import { type AufgabeSchritt, type AufgabeZustand, aufgabeZustandOf } from '../domain/aufgabe.ts';

/** A task as its newest step left it. */
export interface Aufgabe {
  readonly id: string;
  readonly providerId: string;
  readonly gruppeId: string;
  readonly sitzungId: string | null;
  readonly beschlussId: string | null;
  readonly titel: string;
  readonly faellig: LocalDate | null;
  readonly zustand: AufgabeZustand;
  readonly zustaendig: string | null;
  readonly nr: number;
  readonly vermerk: string;
  readonly zuletztAm: Date;
}

interface Row extends Omit<Aufgabe, 'zustand'> {
  readonly art: AufgabeSchritt | 'angelegt';
}

/** Every task that the organisation may see, or one; what is due first stands first. */
export async function readAufgaben(tx: Tx, id?: string): Promise<readonly Aufgabe[]> {
  const of = id === undefined ? sql`true` : sql`a.id = ${id}::uuid`;
  const rows = await rowsOf(
    tx,
    sql<Row>`select a.id, a.provider_id as "providerId", a.gruppe_id as "gruppeId", a.sitzung_id as "sitzungId",
        a.beschluss_id as "beschlussId", a.titel, a.faellig, s.art, s.zustaendig, s.nr, s.text as vermerk,
        s.am as "zuletztAm"
      from workgroup.aufgabe a cross join lateral (select * from workgroup.aufgabe_schritt t where t.aufgabe_id = a.id
        order by nr desc limit 1) s
      where ${of} order by a.faellig nulls last, a.angelegt_am, a.id`,
  );
  return rows.map(({ art, ...row }) => ({ ...row, zustand: aufgabeZustandOf(art) }));
}

export async function insertAufgabe(
  tx: Tx,
  aufgabe: Pick<Aufgabe, 'id' | 'gruppeId' | 'sitzungId' | 'beschlussId' | 'titel' | 'faellig'>,
  now: Date,
): Promise<void> {
  const { id, gruppeId, sitzungId, beschlussId, titel, faellig } = aufgabe;
  await change(
    tx,
    sql`insert into workgroup.aufgabe (tenant_id, provider_id, id, gruppe_id, sitzung_id, beschluss_id, titel, faellig,
        angelegt_am)
      values (platform.tenant(), platform.tenant(), ${id}, ${gruppeId}, ${sitzungId}, ${beschlussId}, ${titel}, ${faellig},
        ${now})`,
  );
}

/** A step with a task. */
export interface NeuerSchritt {
  readonly aufgabeId: string;
  readonly providerId: string;
  readonly nr: number;
  readonly art: AufgabeSchritt | 'angelegt';
  readonly zustaendig: string | null;
  readonly text: string;
  readonly haus: string;
}

/** Takes a step; `false` where another one took its number meanwhile. */
export async function insertSchritt(tx: Tx, schritt: NeuerSchritt, now: Date): Promise<boolean> {
  const { aufgabeId, providerId, nr, art, zustaendig, text, haus } = schritt;
  const added = await change(
    tx,
    sql`insert into workgroup.aufgabe_schritt (tenant_id, provider_id, aufgabe_id, nr, art, zustaendig, text, haus, am)
      values (platform.tenant(), ${providerId}, ${aufgabeId}, ${nr}, ${art}, ${zustaendig}, ${text}, ${haus}, ${now})
      on conflict do nothing`,
  );
  return added === 1;
}
