import { sql } from 'kysely';
import type { LocalDate } from '#kernel';
import { change, rowsOf, type Tx } from '#platform';
import type { Rahmenvereinbarung } from '../domain/rahmen.ts';

/** The contracts that the transaction may see: the Kommune's own, or those of a provider with its Kommunen. */
export function readRahmen(tx: Tx): Promise<readonly Rahmenvereinbarung[]> {
  return rowsOf(
    tx,
    sql<Rahmenvereinbarung>`select tenant_id as tenant, id, recipient_id as "anbieterId", anbieter, ags, kommune, titel,
        gueltig_von as "gueltigVon", gueltig_bis as "gueltigBis", kuendigung_monate as "kuendigungMonate",
        gezeichnet_von as "gezeichnetVon", datei, gekuendigt_zum as "gekuendigtZum"
      from marketplace.rahmenvereinbarung
      where tenant_id = (select platform.tenant()) or recipient_id = (select platform.tenant())
      order by kommune, anbieter, gueltig_von desc`,
  );
}

/** Lets only one transaction at a time change the contracts of a Kommune, so that two never make the same one. */
export async function lockRahmen(tx: Tx): Promise<void> {
  await change(
    tx,
    sql`select pg_advisory_xact_lock(hashtextextended('marketplace.rahmen ' || (select platform.tenant())::text, 0))`,
  );
}

export async function insertRahmen(
  tx: Tx,
  one: Omit<Rahmenvereinbarung, 'tenant' | 'gekuendigtZum'>,
  now: Date,
): Promise<void> {
  await change(
    tx,
    sql`insert into marketplace.rahmenvereinbarung (tenant_id, id, recipient_id, anbieter, ags, kommune, titel, gueltig_von,
        gueltig_bis, kuendigung_monate, gezeichnet_von, datei, eingetragen_am)
      values (platform.tenant(), ${one.id}, ${one.anbieterId}, ${one.anbieter}, ${one.ags}, ${one.kommune}, ${one.titel},
        ${one.gueltigVon}, ${one.gueltigBis}, ${one.kuendigungMonate}, ${one.gezeichnetVon}, ${one.datei}, ${now})`,
  );
}

/** Notes that notice was given for a day; `false` where it was before. */
export async function endRahmen(tx: Tx, id: string, zum: LocalDate, now: Date): Promise<boolean> {
  const changed = await change(
    tx,
    sql`update marketplace.rahmenvereinbarung set gekuendigt_zum = ${zum}, gekuendigt_am = ${now}
      where tenant_id = (select platform.tenant()) and id = ${id}::uuid and gekuendigt_zum is null`,
  );
  return changed === 1;
}
