import { type RawBuilder, sql } from 'kysely';
import type { TenantId, Tx } from '#platform';
import type { Ansicht, Teilung } from './domain/ansicht.ts';

/** Who reads: their private views, those of the organisation, and what the IT-Dienstleister shares. */
type Member = string | null;

function visible(member: Member): RawBuilder<unknown> {
  return sql`select a.id, a.tenant_id as tenant, a.besitzer, a.name, a.pfad, a.abfrage, a.liste, a.geteilt, a.haus,
      a.version, a.geaendert_am as "geaendertAm", s.ansicht_id is not null as start
    from views.ansicht a
    left join views.startansicht s on s.tenant_id = (select platform.tenant()) and s.member_id = ${member}::uuid
      and s.pfad = a.pfad and s.ansicht_id = a.id
    where (a.geteilt <> 'nein' or a.besitzer = ${member}::uuid)`;
}

async function rowsOf<Row>(tx: Tx, query: RawBuilder<Row>): Promise<readonly Row[]> {
  return (await query.execute(tx.as())).rows;
}

async function changed(tx: Tx, statement: RawBuilder<unknown>): Promise<boolean> {
  return ((await statement.execute(tx.as())).numAffectedRows ?? 0n) > 0n;
}

/** The views that a member sees, of all lists or of one, by name. */
export function readAnsichten(tx: Tx, member: Member, pfad: string | null): Promise<readonly Ansicht[]> {
  const ofList = pfad === null ? sql`` : sql`and a.pfad = ${pfad}`;
  return rowsOf(tx, sql<Ansicht>`${visible(member)} ${ofList} order by a.name, a.id limit 5000`);
}

export async function findAnsicht(tx: Tx, member: Member, id: string): Promise<Ansicht | null> {
  const [row] = await rowsOf(tx, sql<Ansicht>`${visible(member)} and a.id = ${id}::uuid`);
  return row ?? null;
}

/** How many views a member, or the organisation itself, has saved. */
export async function countOwn(tx: Tx, member: Member): Promise<number> {
  const [row] = await rowsOf(
    tx,
    sql<{ anzahl: number }>`select count(*)::int as anzahl from views.ansicht
      where tenant_id = (select platform.tenant()) and besitzer is not distinct from ${member}::uuid`,
  );
  return row?.anzahl ?? 0;
}

type NewAnsicht = Omit<Ansicht, 'tenant' | 'version' | 'start'>;

/** Inserts a view; `false` where the owner has one of this name for the list. */
export function insertAnsicht(tx: Tx, tenant: TenantId, a: NewAnsicht): Promise<boolean> {
  return changed(
    tx,
    sql`insert into views.ansicht (tenant_id, id, besitzer, name, pfad, abfrage, liste, geteilt, haus, version,
        angelegt_am, geaendert_am)
      values (${tenant}, ${a.id}, ${a.besitzer}, ${a.name}, ${a.pfad}, ${a.abfrage}, ${a.liste}, ${a.geteilt},
        ${a.haus}, 1, ${a.geaendertAm}, ${a.geaendertAm})
      on conflict do nothing`,
  );
}

/** Whether the owner has another view of this name for the list. */
export async function nameIsTaken(tx: Tx, { id, besitzer, pfad, name }: Ansicht): Promise<boolean> {
  const rows = await rowsOf(
    tx,
    sql`select 1 from views.ansicht where tenant_id = (select platform.tenant()) and id <> ${id}::uuid
      and besitzer is not distinct from ${besitzer}::uuid and pfad = ${pfad} and name = ${name}`,
  );
  return rows.length > 0;
}

/** Changes a view that still has the version that was read. */
export function updateAnsicht(
  tx: Tx,
  {
    id,
    version,
    name,
    abfrage,
    geteilt,
    geaendertAm,
  }: Omit<Ansicht, 'geteilt'> & { readonly geteilt: Teilung },
): Promise<boolean> {
  return changed(
    tx,
    sql`update views.ansicht set name = ${name}, abfrage = ${abfrage}, geteilt = ${geteilt},
        geaendert_am = ${geaendertAm}, version = version + 1
      where tenant_id = (select platform.tenant()) and id = ${id}::uuid and version = ${version}`,
  );
}

/** Deletes a view, and that it was anybody's start view here. */
export async function deleteAnsicht(tx: Tx, id: string): Promise<void> {
  await changed(
    tx,
    sql`delete from views.startansicht where tenant_id = (select platform.tenant()) and ansicht_id = ${id}::uuid`,
  );
  await changed(
    tx,
    sql`delete from views.ansicht where tenant_id = (select platform.tenant()) and id = ${id}::uuid`,
  );
}

/** Makes a view the start view of its list for a member; a list has one. */
export async function insertStart(
  tx: Tx,
  tenant: TenantId,
  member: string,
  { pfad, id }: Ansicht,
): Promise<void> {
  await changed(
    tx,
    sql`insert into views.startansicht (tenant_id, member_id, pfad, ansicht_id)
      values (${tenant}, ${member}::uuid, ${pfad}, ${id}::uuid)
      on conflict (tenant_id, member_id, pfad) do update set ansicht_id = excluded.ansicht_id`,
  );
}

/** Lets a list open as it is again. */
export async function deleteStart(tx: Tx, member: string, { pfad, id }: Ansicht): Promise<void> {
  await changed(
    tx,
    sql`delete from views.startansicht where tenant_id = (select platform.tenant()) and member_id = ${member}::uuid
      and pfad = ${pfad} and ansicht_id = ${id}::uuid`,
  );
}
