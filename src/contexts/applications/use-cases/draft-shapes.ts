import type { DraftShape } from '#overlays';
import { actorOf, type TenantId } from '#platform';
import type { ApplicationsDeps } from '../deps.ts';
import { readShapes } from '../store-entwurf.ts';

/** The shapes of all drafts of a service in these Kommunen, in no order that tells whose they are. */
export async function draftShapes(
  { db }: Pick<ApplicationsDeps, 'db'>,
  tenants: readonly TenantId[],
  dienst: string,
): Promise<readonly DraftShape[]> {
  const shapes: DraftShape[] = [];
  for (const tenant of tenants) {
    const rows = await db.withTenant(tenant, actorOf('system', 'zaehlung'), (tx) => readShapes(tx, dienst));
    shapes.push(
      ...rows.map(({ fassung, fields, rows: counts, seite }) => ({
        version: Number(fassung),
        fields,
        rows: counts,
        page: seite,
      })),
    );
  }
  return shapes.toSorted((a, b) => a.fields.join().localeCompare(b.fields.join()));
}
