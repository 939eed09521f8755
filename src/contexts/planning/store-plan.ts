import { sql } from 'kysely';
import { isUuid } from '#kernel';
import { change, json, rowsOf, type TenantId, type Tx } from '#platform';
import type { Entscheid, Plan, Planfassung, Plankopf } from './domain/plan.ts';
import type { Planungsproblem } from './domain/problem.ts';
import { problemSchema } from './shapes.ts';

const head = sql`id, nummer, titel, vorgang, angelegt_am as "angelegtAm"`;

/** A plan in a list: its head, and the figures of its newest Fassung. */
export interface Planzeile extends Plankopf {
  readonly fassung: number | null;
  readonly zielwert: number | null;
  readonly schranke: number | null;
}

/** All plans of the transaction's house, the newest first. */
export function readPlaene(tx: Tx): Promise<readonly Planzeile[]> {
  return rowsOf(
    tx,
    sql<Planzeile>`select ${head}, f.fassung, f.zielwert, f.schranke from planning.plan p
      left join lateral (select fassung, zielwert, schranke from planning.planfassung f
        where f.tenant_id = p.tenant_id and f.plan_id = p.id order by f.fassung desc limit 1) f on true
      where p.tenant_id = (select platform.tenant()) order by nummer desc`,
  );
}

/** A plan of the transaction's house with all its Fassungen, or `null`. */
export async function readPlan(tx: Tx, id: string): Promise<Plan | null> {
  if (!isUuid(id)) return null;
  const [row] = await rowsOf(
    tx,
    sql<Plankopf & { readonly problem: unknown }>`select ${head}, problem from planning.plan
      where tenant_id = (select platform.tenant()) and id = ${id}`,
  );
  if (!row) return null;
  const fassungen = await rowsOf(
    tx,
    sql<Planfassung>`select fassung, art, zuteilung, zielwert, schranke, verfahren, bemerkung,
        angelegt_am as "angelegtAm" from planning.planfassung
      where tenant_id = (select platform.tenant()) and plan_id = ${id} order by fassung`,
  );
  return { ...row, problem: problemSchema.parse(row.problem), fassungen };
}

/** Enters a plan that is still to be made; gives its number. */
export async function insertPlan(
  tx: Tx,
  tenant: TenantId,
  plan: {
    readonly id: string;
    readonly titel: string;
    readonly problem: Planungsproblem;
    readonly sekunden: number;
    readonly vorgang: string;
    readonly angelegtAm: Date;
  },
): Promise<number> {
  // Two who ask at once get two numbers: the second waits for the first.
  await change(tx, sql`select pg_advisory_xact_lock(hashtext('planning.plan'), hashtext(${tenant}))`);
  const [row] = await rowsOf(
    tx,
    sql<{
      nummer: number;
    }>`insert into planning.plan (tenant_id, id, nummer, titel, problem, sekunden, vorgang, angelegt_am)
      select ${tenant}::uuid, ${plan.id}::uuid, coalesce(max(nummer), 0) + 1, ${plan.titel}, ${json(plan.problem)},
        ${plan.sekunden}::int, ${plan.vorgang}::uuid, ${plan.angelegtAm}::timestamptz
      from planning.plan where tenant_id = ${tenant} returning nummer`,
  );
  return row?.nummer ?? 0;
}

/** What the worker needs to make a plan; `null` where there is none of that id. */
export async function readAuftrag(
  tx: Tx,
  id: string,
): Promise<{
  readonly problem: Planungsproblem;
  readonly sekunden: number;
  readonly fertig: boolean;
} | null> {
  const [row] = await rowsOf(
    tx,
    sql<{ problem: unknown; sekunden: number; fertig: boolean }>`select problem, sekunden,
        exists (select from planning.planfassung f where f.tenant_id = p.tenant_id and f.plan_id = p.id) as fertig
      from planning.plan p where tenant_id = (select platform.tenant()) and id = ${id}`,
  );
  return row ? { ...row, problem: problemSchema.parse(row.problem) } : null;
}

/** Writes a plan's next Fassung; `false` where somebody else wrote it meanwhile. */
export async function insertFassung(
  tx: Tx,
  tenant: TenantId,
  planId: string,
  fassung: Planfassung,
): Promise<boolean> {
  const { art, zuteilung, zielwert, schranke, verfahren, bemerkung, angelegtAm } = fassung;
  const rows = await change(
    tx,
    sql`insert into planning.planfassung (tenant_id, plan_id, fassung, art, zuteilung, zielwert, schranke, verfahren,
        bemerkung, angelegt_am)
      values (${tenant}, ${planId}, ${fassung.fassung}, ${art}, ${[...zuteilung]}, ${zielwert}, ${schranke}, ${verfahren},
        ${bemerkung}, ${angelegtAm}) on conflict do nothing`,
  );
  return rows === 1;
}

/** All decisions of the transaction's house, the newest first. */
export function readEntscheide(tx: Tx): Promise<readonly Entscheid[]> {
  return rowsOf(
    tx,
    sql<Entscheid>`select nummer, plan_id as "planId", fassung, am, wer, grund, verstoesse from planning.entscheid
      where tenant_id = (select platform.tenant()) order by nummer desc`,
  );
}

/** Writes the next decision; `false` where another one was written meanwhile. */
export async function insertEntscheid(
  tx: Tx,
  tenant: TenantId,
  entscheid: Entscheid,
  now: Date,
): Promise<boolean> {
  const { nummer, planId, fassung, am, wer, grund, verstoesse } = entscheid;
  const rows = await change(
    tx,
    sql`insert into planning.entscheid (tenant_id, nummer, plan_id, fassung, am, wer, grund, verstoesse, festgehalten_am)
      values (${tenant}, ${nummer}, ${planId}, ${fassung}, ${am}, ${wer}, ${grund}, ${verstoesse}, ${now})
      on conflict do nothing`,
  );
  return rows === 1;
}
