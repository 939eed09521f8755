import { sql } from 'kysely';
import { change, json, rowOf, rowsOf, type TenantId, type Tx } from '#platform';
import type { Plan, Planart, PlanInhalt } from './plan-inhalt.ts';

const columns = sql`dienst, jahr, art, fassung, inhalt, angegeben_am as "angegebenAm"`;

/** The plans of the transaction's house in their newest Fassung, the newest year first. */
export function readPlaene(tx: Tx): Promise<readonly Plan[]> {
  return rowsOf(
    tx,
    sql<Plan>`select distinct on (dienst, jahr, art) ${columns} from costs.kostenplan
      where tenant_id = (select platform.tenant()) order by dienst, jahr desc, art desc, fassung desc`,
  );
}

/** The plan (or the real figures) of a service and a year, in its newest Fassung; `null` where there is none. */
export function readPlan(tx: Tx, dienst: string, jahr: number, art: Planart): Promise<Plan | null> {
  return rowOf(
    tx,
    sql<Plan>`select ${columns} from costs.kostenplan where tenant_id = (select platform.tenant())
        and dienst = ${dienst} and jahr = ${jahr} and art = ${art} order by fassung desc limit 1`,
  );
}

/** Writes the next Fassung of a plan; `false` where somebody else wrote it meanwhile. */
export async function insertPlan(
  tx: Tx,
  tenant: TenantId,
  kopf: Omit<Plan, 'inhalt' | 'angegebenAm'>,
  inhalt: PlanInhalt,
  now: Date,
): Promise<boolean> {
  const { dienst, jahr, art, fassung } = kopf;
  const rows = await change(
    tx,
    sql`insert into costs.kostenplan (tenant_id, dienst, jahr, art, fassung, inhalt, angegeben_am)
      values (${tenant}, ${dienst}, ${jahr}, ${art}, ${fassung}, ${json(inhalt)}, ${now}) on conflict do nothing`,
  );
  return rows === 1;
}
