import { sql } from 'kysely';
import { change, rowOf, rowsOf, type Tx } from '#platform';

/** A note of the minutes. */
export interface Notiz {
  readonly id: string;
  readonly tenant: string;
  readonly sitzungId: string;
  readonly punktId: string | null;
  readonly fassung: number;
  readonly text: string;
  readonly haus: string;
  readonly person: string;
  readonly angelegtAm: Date;
  readonly geaendertAm: Date;
}

const columns = sql`id, tenant_id as tenant, sitzung_id as "sitzungId", punkt_id as "punktId", fassung, text, haus,
  person, angelegt_am as "angelegtAm", geaendert_am as "geaendertAm"`;

/** The notes in the order in which they were begun; emptied ones are left out. */
export function readNotizen(tx: Tx, sitzungId?: string): Promise<readonly Notiz[]> {
  const of = sitzungId === undefined ? sql`true` : sql`sitzung_id = ${sitzungId}::uuid`;
  return rowsOf(
    tx,
    sql<Notiz>`select ${columns} from workgroup.notiz where ${of} and text <> '' order by angelegt_am, id`,
  );
}

export function readNotiz(tx: Tx, id: string): Promise<Notiz | null> {
  return rowOf(tx, sql<Notiz>`select ${columns} from workgroup.notiz where id = ${id}::uuid`);
}

/** Adds a note; `false` where this id is taken. */
export async function insertNotiz(
  tx: Tx,
  notiz: Omit<Notiz, 'tenant' | 'fassung' | 'geaendertAm' | 'angelegtAm'> & { readonly providerId: string },
  now: Date,
): Promise<boolean> {
  const { id, providerId, sitzungId, punktId, text, haus, person } = notiz;
  const added = await change(
    tx,
    sql`insert into workgroup.notiz (tenant_id, provider_id, id, sitzung_id, punkt_id, fassung, text, haus, person,
        angelegt_am, geaendert_am, geaendert_von)
      values (platform.tenant(), ${providerId}, ${id}, ${sitzungId}, ${punktId}, 1, ${text}, ${haus}, ${person}, ${now},
        ${now}, ${person}) on conflict do nothing`,
  );
  return added === 1;
}

/** Changes a note that still stands as its writer read it; `false` where somebody was faster or may not. */
export async function updateNotiz(
  tx: Tx,
  { id, fassung, punktId, text }: Pick<Notiz, 'id' | 'fassung' | 'punktId' | 'text'>,
  person: string,
  now: Date,
): Promise<boolean> {
  const changed = await change(
    tx,
    sql`update workgroup.notiz set fassung = fassung + 1, text = ${text}, punkt_id = ${punktId}, geaendert_am = ${now},
        geaendert_von = ${person} where id = ${id}::uuid and fassung = ${fassung}`,
  );
  return changed === 1;
}
