import { ok, type Result } from '#kernel';
import type { Actor, Database } from '#platform';
import { hashRulesData, readRulesData, standOf } from '../read-rules-data.ts';
import { readFassungen } from '../store.ts';
import { writeRules } from './import-rules.ts';

/**
 * Brings the rule set that the product ships into the database. Costs one query where it is there already; an import
 * that an operator made of a newer state stays in force.
 */
export async function loadRulesData(
  db: Pick<Database, 'withPublic' | 'withReference'>,
  actor: Actor,
  folder: string,
): Promise<Result<{ readonly loaded: boolean }>> {
  const shipped = hashRulesData(folder);
  const held = await db.withPublic(readFassungen);
  if (held.some(({ hash }) => hash === shipped)) return ok({ loaded: false });
  const data = readRulesData(folder);
  if (!data.ok) return data;
  const stand = standOf(data.value);
  if (held.some((fassung) => fassung.stand > stand)) return ok({ loaded: false });
  const outcome = await db.withReference(actor, (tx) => writeRules(tx, data.value));
  return ok({ loaded: outcome.changed });
}
