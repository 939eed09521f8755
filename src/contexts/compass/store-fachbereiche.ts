import { sql } from 'kysely';
import type { LocalDate } from '#kernel';
import { change, rowsOf, type TenantId, type Tx } from '#platform';
import type {
  Fachbereich,
  Fachbereiche,
  FachbereichPerson,
  FachbereichRegel,
  RegelArt,
} from './domain/fachbereich.ts';

/** Everything about the Fachbereiche of the transaction's tenant. */
export async function readFachbereiche(tx: Tx): Promise<Fachbereiche> {
  const own = sql`tenant_id = (select platform.tenant())`;
  return {
    fachbereiche: await rowsOf(
      tx,
      sql<Fachbereich>`select id, name, fassung, endet_am as "endetAm" from compass.fachbereich
        where ${own} order by lower(name)`,
    ),
    regeln: await rowsOf(
      tx,
      sql<FachbereichRegel>`select art, ziel, fachbereich_id as "fachbereichId" from compass.fachbereich_regel
        where ${own} order by art, ziel`,
    ),
    personen: await rowsOf(
      tx,
      sql<FachbereichPerson>`select id, fachbereich_id as "fachbereichId", mitglied_id as "mitgliedId", rolle, von, bis
        from compass.fachbereich_person where ${own} order by von, id`,
    ),
  };
}

/** Adds a Fachbereich; `false` where one of this name exists. */
export async function insertFachbereich(
  tx: Tx,
  tenant: TenantId,
  { id, name }: Pick<Fachbereich, 'id' | 'name'>,
  angelegtAm: Date,
): Promise<boolean> {
  const inserted = await change(
    tx,
    sql`insert into compass.fachbereich (tenant_id, id, name, angelegt_am)
      values (${tenant}, ${id}, ${name}, ${angelegtAm}) on conflict do nothing`,
  );
  return inserted === 1;
}

/** Writes name and end over the fassung that was read; `false` where somebody wrote in between. */
export async function updateFachbereich(tx: Tx, next: Fachbereich): Promise<boolean> {
  const updated = await change(
    tx,
    sql`update compass.fachbereich set name = ${next.name}, endet_am = ${next.endetAm}, fassung = fassung + 1
      where tenant_id = (select platform.tenant()) and id = ${next.id} and fassung = ${next.fassung}`,
  );
  return updated === 1;
}

/** Gives the Leistungen of a rule to a Fachbereich, whoever had them before. */
export async function putRegel(tx: Tx, tenant: TenantId, regel: FachbereichRegel): Promise<void> {
  await change(
    tx,
    sql`insert into compass.fachbereich_regel (tenant_id, art, ziel, fachbereich_id)
      values (${tenant}, ${regel.art}, ${regel.ziel}, ${regel.fachbereichId})
      on conflict (tenant_id, art, ziel) do update set fachbereich_id = excluded.fachbereich_id`,
  );
}

export async function deleteRegel(tx: Tx, art: RegelArt, ziel: string): Promise<boolean> {
  const deleted = await change(
    tx,
    sql`delete from compass.fachbereich_regel
      where tenant_id = (select platform.tenant()) and art = ${art} and ziel = ${ziel}`,
  );
  return deleted === 1;
}

export async function insertPerson(tx: Tx, tenant: TenantId, person: FachbereichPerson): Promise<void> {
  const { id, fachbereichId, mitgliedId, rolle, von, bis } = person;
  await change(
    tx,
    sql`insert into compass.fachbereich_person (tenant_id, id, fachbereich_id, mitglied_id, rolle, von, bis)
      values (${tenant}, ${id}, ${fachbereichId}, ${mitgliedId}, ${rolle}, ${von}, ${bis})`,
  );
}

/** Sets the last day of a person in a Fachbereich. */
export async function endPerson(tx: Tx, id: string, bis: LocalDate): Promise<boolean> {
  const ended = await change(
    tx,
    sql`update compass.fachbereich_person set bis = greatest(${bis}::date, von)
      where tenant_id = (select platform.tenant()) and id::text = ${id}`,
  );
  return ended === 1;
}
