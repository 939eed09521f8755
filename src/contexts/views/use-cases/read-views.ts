import { isUuid, ok, type Result, refuse } from '#kernel';
import type { ViewsDeps } from '../deps.ts';
import type { Ansicht } from '../domain/ansicht.ts';
import { viewUnknown } from '../errors.ts';
import { findAnsicht, readAnsichten } from '../store.ts';
import type { Person } from './person.ts';

/** The views that somebody sees, of all lists or of the one at a path. */
export function listViews(
  { db }: Pick<ViewsDeps, 'db'>,
  { tenant, actor, mitglied }: Person,
  pfad: string | null = null,
): Promise<readonly Ansicht[]> {
  return db.withTenant(tenant, actor, (tx) => readAnsichten(tx, mitglied, pfad));
}

/** One view that somebody sees. */
export async function readView(
  { db }: Pick<ViewsDeps, 'db'>,
  { tenant, actor, mitglied }: Person,
  id: string,
): Promise<Result<Ansicht>> {
  if (!isUuid(id)) return refuse(viewUnknown);
  const found = await db.withTenant(tenant, actor, (tx) => findAnsicht(tx, mitglied, id));
  return found ? ok(found) : refuse(viewUnknown);
}
