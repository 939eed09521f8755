import { ok, type Result, refuse } from '#kernel';
import { recordAudit } from '#platform';
import type { FieldsDeps } from '../deps.ts';
import type { Feldangabe } from '../domain/angabe.ts';
import { changedMeanwhile } from '../errors.ts';
import { insertDefinition } from '../store.ts';
import type { Editor } from './person.ts';

/** A new state of an own definition, made of the one that was read. */
export interface NeueFassung {
  readonly art: string;
  /** The state that was read; 0 before the first. */
  readonly grundlage: number;
  readonly felder: readonly Feldangabe[];
  readonly action: 'added' | 'changed' | 'imported';
  /** Keys of the fields that it is about. */
  readonly about: readonly string[];
}

/** Adds a state with its line of the audit trail; refuses where another came in between. */
export async function saveDefinition(
  { db, clock, reader }: Pick<FieldsDeps, 'db' | 'clock' | 'reader'>,
  { tenant, actor, ebene }: Editor,
  { art, grundlage, felder, action, about }: NeueFassung,
): Promise<Result<{ readonly fassung: number }>> {
  const fassung = grundlage + 1;
  const saved = await db.withTenant(tenant, actor, async (tx) => {
    const inserted = await insertDefinition(tx, tenant, {
      art,
      fassung,
      ebene,
      felder,
      erfasstAm: clock.now(),
    });
    if (!inserted) return false;
    await recordAudit(tx, {
      action: `fields.field.${action}`,
      object: { type: 'felder', id: art },
      summary: { fassung, felder: about },
    });
    return true;
  });
  reader.expire();
  return saved ? ok({ fassung }) : refuse(changedMeanwhile);
}
