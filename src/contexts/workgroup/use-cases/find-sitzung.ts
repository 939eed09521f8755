import { ok, type Result, refuse } from '#kernel';
import type { Database, Principal } from '#platform';
import type { Sitzung } from '../domain/sitzung.ts';
import { sitzungUnbekannt } from '../errors.ts';
import { readSitzung } from '../store/sitzungen.ts';
import { idOf } from './wer.ts';

/** A session as a record on which a question can hang. */
export async function findSitzung(
  { db }: { readonly db: Database },
  { tenant, actor }: Principal,
  text: string,
): Promise<Result<Sitzung>> {
  const id = idOf(text.trim(), sitzungUnbekannt);
  if (!id.ok) return id;
  const found =
    tenant === null ? null : await db.withTenant(tenant, actor, (tx) => readSitzung(tx, id.value));
  return found === null ? refuse(sitzungUnbekannt) : ok(found);
}
