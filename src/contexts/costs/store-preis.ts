import { sql } from 'kysely';
import { change, json, rowOf, rowsOf, type TenantId, type Tx } from '#platform';
import type { Kostenplan } from './domain/kostenplan.ts';
import { kostenplanSchema } from './domain/plan-schema.ts';
import type { Preisschild } from './preisschild.ts';

/** A published price label, its plan read. */
export interface Preis {
  readonly dienst: string;
  readonly jahr: number;
  readonly fassung: number;
  readonly haus: string;
  readonly veroeffentlichtAm: Date;
  readonly schild: Omit<Preisschild, 'plan'> & { readonly plan: Kostenplan };
}

type Row = Omit<Preis, 'schild'> & { readonly inhalt: Preisschild };

const columns = sql`dienst, jahr, fassung, haus, inhalt, veroeffentlicht_am as "veroeffentlichtAm"`;

const preisOf = ({ inhalt, ...row }: Row): Preis => ({
  ...row,
  schild: { ...inhalt, plan: kostenplanSchema.parse(inhalt.plan) },
});

/** The price label of a service for a year: the year's own, else that of the nearest year before, else the first. */
export async function readPreis(tx: Tx, dienst: string, jahr: number): Promise<Preis | null> {
  const row = await rowOf(
    tx,
    sql<Row>`select ${columns} from costs.preis where dienst = ${dienst}
      order by (jahr <= ${jahr}) desc, abs(jahr - ${jahr}), fassung desc limit 1`,
  );
  return row && preisOf(row);
}

/** The newest label of every service. */
export async function readPreise(tx: Tx): Promise<readonly Preis[]> {
  const rows = await rowsOf(
    tx,
    sql<Row>`select distinct on (dienst) ${columns} from costs.preis order by dienst, jahr desc, fassung desc`,
  );
  return rows.map(preisOf);
}

/** Publishes the next Fassung of a label. */
export async function insertPreis(
  tx: Tx,
  tenant: TenantId,
  kopf: { readonly dienst: string; readonly jahr: number; readonly haus: string },
  inhalt: Preisschild,
  now: Date,
): Promise<boolean> {
  const { dienst, jahr, haus } = kopf;
  const rows = await change(
    tx,
    sql`insert into costs.preis (tenant_id, dienst, jahr, fassung, haus, inhalt, veroeffentlicht_am)
      select ${tenant}::uuid, ${dienst}, ${jahr}::int, coalesce(max(fassung), 0) + 1, ${haus}, ${json(inhalt)},
        ${now}::timestamptz
      from costs.preis where tenant_id = ${tenant} and dienst = ${dienst} and jahr = ${jahr}
      on conflict do nothing`,
  );
  return rows === 1;
}
