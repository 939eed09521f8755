import { sql } from 'kysely';
import { change, rowsOf, type Tx } from '#platform';
import type { Fadenzustand } from '../domain/frage.ts';

/** Who answers a question, by the newest assignment. */
export interface Zuteilung {
  readonly rueckfrageId: string;
  readonly nr: number;
  readonly zustaendig: string | null;
  readonly grund: string;
  readonly am: Date;
}

export async function readZuteilungen(tx: Tx): Promise<ReadonlyMap<string, Zuteilung>> {
  const rows = await rowsOf(
    tx,
    sql<Zuteilung>`select distinct on (rueckfrage_id) rueckfrage_id as "rueckfrageId", nr, zustaendig, grund, am
      from workgroup.frage_zuteilung order by rueckfrage_id, nr desc`,
  );
  return new Map(rows.map((row) => [row.rueckfrageId, row]));
}

/** Assigns; `false` where another assignment took its number meanwhile. */
export async function insertZuteilung(
  tx: Tx,
  { rueckfrageId, nr, zustaendig, grund, am }: Zuteilung,
  providerId: string,
): Promise<boolean> {
  const added = await change(
    tx,
    sql`insert into workgroup.frage_zuteilung (tenant_id, provider_id, rueckfrage_id, nr, zustaendig, grund, am)
      values (platform.tenant(), ${providerId}, ${rueckfrageId}, ${nr}, ${zustaendig}, ${grund}, ${am})
      on conflict do nothing`,
  );
  return added === 1;
}

/** A question as it stood when a session ended. */
export interface SitzungFrage {
  readonly sitzungId: string;
  readonly rueckfrageId: string;
  readonly betreff: string;
  readonly zustand: Fadenzustand;
  readonly zustaendig: string | null;
}

export function readSitzungFragen(tx: Tx): Promise<readonly SitzungFrage[]> {
  return rowsOf(
    tx,
    sql<SitzungFrage>`select sitzung_id as "sitzungId", rueckfrage_id as "rueckfrageId", betreff, zustand, zustaendig
      from workgroup.sitzung_frage order by sitzung_id, betreff, rueckfrage_id`,
  );
}

export async function insertSitzungFrage(tx: Tx, frage: SitzungFrage): Promise<void> {
  const { sitzungId, rueckfrageId, betreff, zustand, zustaendig } = frage;
  await change(
    tx,
    sql`insert into workgroup.sitzung_frage (tenant_id, provider_id, sitzung_id, rueckfrage_id, betreff, zustand,
        zustaendig)
      values (platform.tenant(), platform.tenant(), ${sitzungId}, ${rueckfrageId}, ${betreff}, ${zustand}, ${zustaendig})
      on conflict do nothing`,
  );
}
