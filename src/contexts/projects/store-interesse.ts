import { sql } from 'kysely';
import type { LocalDate } from '#kernel';
import { change, rowsOf, type TenantId, type Tx } from '#platform';
import type { Interesse } from './domain/interesse.ts';

const columns = sql`tenant_id as tenant, projekt_id as "projektId", nummer, recipient_id as empfaenger, ags, kommune,
  interessiert, genannt, bemerkung, stand`;

/** The last word of each Kommune whose interest the transaction may see: one's own, or what is addressed to one. */
export function interessenOn(tx: Tx, day: LocalDate): Promise<readonly Interesse[]> {
  return rowsOf(
    tx,
    sql<Interesse>`select distinct on (tenant_id, projekt_id) ${columns} from projects.interesse
      where (tenant_id = (select platform.tenant()) or recipient_id = (select platform.tenant())) and stand <= ${day}
      order by tenant_id, projekt_id, nummer desc`,
  );
}

/** The last word of the transaction's Kommune on a project, or `null`. */
export async function eigenesInteresse(tx: Tx, projektId: string): Promise<Interesse | null> {
  const [row] = await rowsOf(
    tx,
    sql<Interesse>`select ${columns} from projects.interesse
      where tenant_id = (select platform.tenant()) and projekt_id = ${projektId} order by nummer desc limit 1`,
  );
  return row ?? null;
}

/** Writes a Kommune's next word; `false` where it said something else at the same moment. */
export async function insertInteresse(
  tx: Tx,
  next: Omit<Interesse, 'tenant'> & { readonly tenant: TenantId },
  now: Date,
): Promise<boolean> {
  const { tenant, projektId, nummer, empfaenger, ags, kommune, interessiert, genannt, bemerkung, stand } =
    next;
  const inserted = await change(
    tx,
    sql`insert into projects.interesse (tenant_id, projekt_id, nummer, recipient_id, ags, kommune, interessiert, genannt,
        bemerkung, stand, angegeben_am)
      values (${tenant}, ${projektId}, ${nummer}, ${empfaenger}, ${ags}, ${kommune}, ${interessiert}, ${genannt},
        ${bemerkung}, ${stand}, ${now}) on conflict do nothing`,
  );
  return inserted === 1;
}

/** A step of one up or down in the public count, with the name where it is to be named. */
export async function insertSchritt(tx: Tx, word: Interesse, schritt: 1 | -1): Promise<void> {
  const { projektId, genannt, ags, kommune, stand } = word;
  await change(
    tx,
    sql`insert into projects.interesse_schritt (projekt_id, schritt, ags, kommune, stand)
      values (${projektId}, ${schritt}, ${genannt ? ags : null}, ${genannt ? kommune : null}, ${stand})`,
  );
}

/** How many Kommunen are interested in a project, and those that are named. */
export interface Interessenzahl {
  readonly zahl: number;
  readonly genannte: readonly { readonly ags: string; readonly kommune: string }[];
}

/** The public count of every project as of a day. */
export async function interessenzahlen(tx: Tx, day: LocalDate): Promise<ReadonlyMap<string, Interessenzahl>> {
  const rows = await rowsOf(
    tx,
    sql<{ projektId: string; ags: string | null; kommune: string | null; zahl: number }>`
      select projekt_id as "projektId", ags, max(kommune) as kommune, sum(schritt)::int as zahl
      from projects.interesse_schritt where stand <= ${day} group by projekt_id, ags order by projekt_id, 3`,
  );
  const byProjekt = Map.groupBy(rows, ({ projektId }) => projektId);
  return new Map(
    [...byProjekt].map(([id, counted]) => [
      id,
      {
        zahl: counted.reduce((sum, { zahl }) => sum + zahl, 0),
        genannte: counted.flatMap(({ ags, kommune, zahl }) =>
          ags !== null && kommune !== null && zahl > 0 ? [{ ags, kommune }] : [],
        ),
      },
    ]),
  );
}
