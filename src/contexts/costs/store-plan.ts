import { sql } from 'kysely';
import { change, json, rowOf, rowsOf, type TenantId, type Tx } from '#platform';
import { toJson } from './domain/json.ts';
import type { Plan, Planart, PlanInhalt } from './plan-inhalt.ts';
import { planSchema } from './shapes.ts';

const columns = sql`dienst, jahr, art, fassung, inhalt, angegeben_am as "angegebenAm"`;

type Row = Omit<Plan, 'inhalt'> & { readonly inhalt: unknown };

const planOf = (row: Row): Plan => ({ ...row, inhalt: planSchema.parse(row.inhalt) });

/** The plans of the transaction's house in their newest Fassung, the newest year first. */
export async function readPlaene(tx: Tx): Promise<readonly Plan[]> {
  const rows = await rowsOf(
    tx,
    sql<Row>`select distinct on (dienst, jahr, art) ${columns} from costs.kostenplan
      where tenant_id = (select platform.tenant()) order by dienst, jahr desc, art desc, fassung desc`,
  );
  return rows.map(planOf);
}

/** The plan (or the real figures) of a service and a year, in its newest Fassung; `null` where there is none. */
export async function readPlan(tx: Tx, dienst: string, jahr: number, art: Planart): Promise<Plan | null> {
  const row = await rowOf(
    tx,
    sql<Row>`select ${columns} from costs.kostenplan where tenant_id = (select platform.tenant())
        and dienst = ${dienst} and jahr = ${jahr} and art = ${art} order by fassung desc limit 1`,
  );
  return row && planOf(row);
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
      values (${tenant}, ${dienst}, ${jahr}, ${art}, ${fassung}, ${json(toJson(inhalt))}, ${now}) on conflict do nothing`,
  );
  return rows === 1;
}

/** How many pay by a plan in its newest Fassung; `null` where there is no plan. */
export async function countPlanzahler(
  tx: Tx,
  { dienst, jahr, art }: Pick<Plan, 'dienst' | 'jahr' | 'art'>,
): Promise<number | null> {
  const row = await rowOf(
    tx,
    sql<{ zahl: number }>`select jsonb_array_length(inhalt -> 'zahler') as zahl from costs.kostenplan
      where tenant_id = (select platform.tenant()) and dienst = ${dienst} and jahr = ${jahr} and art = ${art}
      order by fassung desc limit 1`,
  );
  return row?.zahl ?? null;
}
