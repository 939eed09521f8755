import { type TableOrder, tableImport } from '#catalogue';
import type { Refusal } from '#kernel';
import type { Database } from '#platform';
import { shownPlan, shownTables, type TablesPreview } from './preview.ts';

type Report = (percent: number, message: string) => Promise<void>;

/** Works out what tables would change, and writes nothing. */
export async function makePreview(
  db: Pick<Database, 'withPublic'>,
  order: TableOrder,
  report: Report = async () => {},
): Promise<TablesPreview> {
  const tables = shownTables(order);
  if (!tables.ok) return { tables: [], refusal: shownRefusal(tables.refusal), plan: null };
  const planned = await db.withPublic((tx) => tableImport.plan(tx, order, report));
  return planned.ok
    ? { tables: tables.value, refusal: null, plan: shownPlan(planned.value, order) }
    : { tables: tables.value, refusal: shownRefusal(planned.refusal), plan: null };
}

export function shownRefusal({ code, message, fields = [] }: Refusal) {
  return { code, message, fields: fields.map(({ field, message: what }) => ({ field, message: what })) };
}
