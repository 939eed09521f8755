import { sql } from 'kysely';
import type { LocalDate } from '#kernel';
import { change, rowOf, rowsOf, type TenantId, type Tx } from '#platform';
import type { BetreuteKommune, Organisation } from '../domain/organisation.ts';

const columns = sql`id, kind, name, body_key as "bodyKey", erfunden`;

/** Inserts an organisation; `false` where its body has one already. */
export async function insertOrganisation(tx: Tx, organisation: Organisation): Promise<boolean> {
  const { id, kind, name, bodyKey, erfunden } = organisation;
  const inserted = await change(
    tx,
    sql`insert into identity.organisation (id, kind, name, body_key, erfunden)
      values (${id}, ${kind}, ${name}, ${bodyKey}, ${erfunden}) on conflict do nothing`,
  );
  return inserted === 1;
}

export function organisationById(tx: Tx, id: TenantId): Promise<Organisation | null> {
  return rowOf(tx, sql<Organisation>`select ${columns} from identity.organisation where id = ${id}`);
}

/** The organisation of a body; seen with scope `reference`. */
export function organisationOfBody(tx: Tx, key: string): Promise<Organisation | null> {
  return rowOf(tx, sql<Organisation>`select ${columns} from identity.organisation where body_key = ${key}`);
}

/** All organisations that the transaction sees; with scope `reference`, those of the installation. */
export function visibleOrganisations(tx: Tx): Promise<readonly Organisation[]> {
  return rowsOf(tx, sql<Organisation>`select ${columns} from identity.organisation order by name, id`);
}

export async function insertBetreuung(
  tx: Tx,
  kommune: TenantId,
  provider: TenantId,
  from: LocalDate,
): Promise<void> {
  await change(
    tx,
    sql`insert into identity.betreuung (kommune_id, provider_id, valid_from) values (${kommune}, ${provider}, ${from})`,
  );
}

/** The providers that care for a Kommune on a day. */
export async function providersOf(tx: Tx, kommune: TenantId, today: LocalDate): Promise<readonly TenantId[]> {
  const rows = await rowsOf(
    tx,
    sql<{ id: TenantId }>`select provider_id as id from identity.betreuung
      where kommune_id = ${kommune} and valid_from <= ${today} and coalesce(valid_to, 'infinity') >= ${today}`,
  );
  return rows.map(({ id }) => id);
}

/** The Kommunen of a provider today; the transaction must have the scope `circle`. */
export function betreuteKommunen(
  tx: Tx,
  provider: TenantId,
  today: LocalDate,
): Promise<readonly BetreuteKommune[]> {
  return rowsOf(
    tx,
    sql<BetreuteKommune>`select o.id, o.kind, o.name, o.body_key as "bodyKey", o.erfunden, b.valid_from as seit,
        (select min(e.valid_from) from identity.einwilligung e
          where e.tenant_id = o.id and e.provider_id = b.provider_id
            and e.valid_from <= ${today} and coalesce(e.valid_to, 'infinity') >= ${today}) as "teiltSeit",
        (select u.handed_over_at from identity.uebergabe u
          where u.tenant_id = o.id and u.provider_id = b.provider_id) as "uebergebenAm"
      from identity.betreuung b join identity.organisation o on o.id = b.kommune_id
      where b.provider_id = ${provider} and b.valid_from <= ${today} and coalesce(b.valid_to, 'infinity') >= ${today}
      order by o.name, o.id`,
  );
}

/** Records that a Kommune has taken over; `false` where it had before. */
export async function insertUebergabe(
  tx: Tx,
  kommune: TenantId,
  provider: TenantId,
  at: Date,
): Promise<boolean> {
  const inserted = await change(
    tx,
    sql`insert into identity.uebergabe (tenant_id, provider_id, handed_over_at) values (${kommune}, ${provider}, ${at})
      on conflict do nothing`,
  );
  return inserted === 1;
}
