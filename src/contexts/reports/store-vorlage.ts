import { sql } from 'kysely';
import { change, type Tx } from '#platform';

/** A report as it was presented with one of its steps. */
export interface Vorlage {
  readonly bericht: string;
  readonly schritt: number;
}

/** Notes that a member is told of a presented report; `false` where they were told before. */
export async function noteGesagt(
  tx: Tx,
  { bericht, schritt }: Vorlage,
  mitglied: string,
  now: Date,
): Promise<boolean> {
  const rows = await change(
    tx,
    sql`insert into reports.vorlage_gesagt (tenant_id, bericht_id, schritt, mitglied_id, gesagt_am)
      values (platform.tenant(), ${bericht}, ${schritt}, ${mitglied}, ${now}) on conflict do nothing`,
  );
  return rows === 1;
}
