import { sql } from 'kysely';
import type { LocalDate } from '#kernel';
import { change, rowOf, rowsOf, type Tx } from '#platform';

export interface Gruppe {
  readonly id: string;
  readonly providerId: string;
  readonly name: string;
  readonly zweck: string;
}

/** A seat as everybody in the group reads it: the organisation, and the id of whoever takes it. */
export interface Sitz {
  readonly id: string;
  readonly gruppeId: string;
  readonly providerId: string;
  readonly hausId: string;
  readonly haus: string;
  readonly ags: string | null;
  readonly memberId: string | null;
  readonly seit: LocalDate;
  readonly bis: LocalDate | null;
  readonly nachfolge: string | null;
}

const gruppe = sql`id, provider_id as "providerId", name, zweck`;
const sitz = sql`id, gruppe_id as "gruppeId", provider_id as "providerId", haus_id as "hausId", haus, ags,
  member_id as "memberId", seit, bis, nachfolge`;

export function readGruppen(tx: Tx): Promise<readonly Gruppe[]> {
  return rowsOf(tx, sql<Gruppe>`select ${gruppe} from workgroup.gruppe order by name, id`);
}

export async function insertGruppe(tx: Tx, { id, name, zweck }: Gruppe, now: Date): Promise<void> {
  await change(
    tx,
    sql`insert into workgroup.gruppe (tenant_id, provider_id, id, name, zweck, angelegt_am)
      values (platform.tenant(), platform.tenant(), ${id}, ${name}, ${zweck}, ${now})`,
  );
}

/** All seats that the organisation may see, former ones too, of all groups or one. */
export function readSitze(tx: Tx, gruppeId?: string): Promise<readonly Sitz[]> {
  const of = gruppeId === undefined ? sql`true` : sql`gruppe_id = ${gruppeId}::uuid`;
  return rowsOf(tx, sql<Sitz>`select ${sitz} from workgroup.sitz where ${of} order by haus, seit, id`);
}

export function readSitz(tx: Tx, id: string): Promise<Sitz | null> {
  return rowOf(tx, sql<Sitz>`select ${sitz} from workgroup.sitz where id = ${id}::uuid`);
}

/** Adds a seat; `false` where the same one is there. */
export async function insertSitz(tx: Tx, one: Omit<Sitz, 'bis' | 'nachfolge'>): Promise<boolean> {
  const added = await change(
    tx,
    sql`insert into workgroup.sitz (tenant_id, provider_id, id, gruppe_id, haus_id, haus, ags, member_id, seit)
      values (platform.tenant(), ${one.providerId}, ${one.id}, ${one.gruppeId}, ${one.hausId}, ${one.haus}, ${one.ags},
        ${one.memberId}, ${one.seit}) on conflict do nothing`,
  );
  return added === 1;
}

/** Gives free seats to many organisations at once; who has one keeps it. */
export function insertFreieSitze(
  tx: Tx,
  { gruppeId, seit }: Pick<Sitz, 'gruppeId' | 'seit'>,
  haeuser: readonly Pick<Sitz, 'id' | 'hausId' | 'haus' | 'ags'>[],
): Promise<number> {
  return change(
    tx,
    sql`insert into workgroup.sitz (tenant_id, provider_id, id, gruppe_id, haus_id, haus, ags, seit)
      select platform.tenant(), platform.tenant(), x.id, ${gruppeId}::uuid, x."hausId", x.haus, x.ags, ${seit}::date
        from jsonb_to_recordset(${JSON.stringify(haeuser)}::jsonb) as x(id uuid, "hausId" uuid, haus text, ags text)
      on conflict do nothing`,
  );
}

/** Lets a person take a seat that nobody has; `false` where somebody took it meanwhile. */
export async function takeSitz(tx: Tx, id: string, memberId: string): Promise<boolean> {
  return (
    (await change(
      tx,
      sql`update workgroup.sitz set member_id = ${memberId} where id = ${id} and member_id is null and bis is null`,
    )) === 1
  );
}

/** Ends a seat; `false` where it ended before. */
export async function endSitz(
  tx: Tx,
  id: string,
  bis: LocalDate,
  nachfolge: string | null,
): Promise<boolean> {
  return (
    (await change(
      tx,
      sql`update workgroup.sitz set bis = ${bis}, nachfolge = ${nachfolge} where id = ${id} and bis is null`,
    )) === 1
  );
}

/** A guest as kept: everything that names them is sealed. */
export interface SealedGast {
  readonly id: string;
  readonly gruppeId: string;
  readonly angabenSealed: Buffer | null;
  readonly loeschenAm: LocalDate;
  readonly geloeschtAm: Date | null;
}

export function readGaeste(tx: Tx): Promise<readonly SealedGast[]> {
  return rowsOf(
    tx,
    sql<SealedGast>`select id, gruppe_id as "gruppeId", angaben_sealed as "angabenSealed", loeschen_am as "loeschenAm",
        geloescht_am as "geloeschtAm"
      from workgroup.gast where tenant_id = (select platform.tenant()) order by aufgenommen_am, id`,
  );
}

export async function insertGast(tx: Tx, gast: SealedGast, now: Date): Promise<void> {
  await change(
    tx,
    sql`insert into workgroup.gast (tenant_id, id, gruppe_id, angaben_sealed, loeschen_am, aufgenommen_am)
      values (platform.tenant(), ${gast.id}, ${gast.gruppeId}, ${gast.angabenSealed}, ${gast.loeschenAm}, ${now})`,
  );
}

/** Takes away what names a guest; `false` where it is gone already. */
export async function eraseGast(tx: Tx, id: string, now: Date): Promise<boolean> {
  return (
    (await change(
      tx,
      sql`update workgroup.gast set angaben_sealed = null, geloescht_am = ${now}
        where tenant_id = (select platform.tenant()) and id = ${id}::uuid and geloescht_am is null`,
    )) === 1
  );
}

/** A seat that was given or ended, as a fact of a day. */
export interface Sitzwechsel {
  readonly tag: LocalDate;
  readonly haus: string;
  readonly ags: string | null;
  readonly gruppe: string;
  readonly endet: boolean;
}

/** The seats of the organisation's groups that began or ended after one day, up to another. */
export function sitzeZwischen(tx: Tx, nach: LocalDate, bis: LocalDate): Promise<readonly Sitzwechsel[]> {
  return rowsOf(
    tx,
    sql<Sitzwechsel>`select s.seit as tag, s.haus, s.ags, g.name as gruppe, false as endet
        from workgroup.sitz s join workgroup.gruppe g on g.id = s.gruppe_id
        where s.provider_id = (select platform.tenant()) and s.seit > ${nach} and s.seit <= ${bis}
      union all
      select s.bis, s.haus, s.ags, g.name, true
        from workgroup.sitz s join workgroup.gruppe g on g.id = s.gruppe_id
        where s.provider_id = (select platform.tenant()) and s.bis > ${nach} and s.bis <= ${bis}
      order by 1, 2`,
  );
}
