import { ok, type Result, refuse } from '#kernel';
import { verwahrtUnknown } from '../errors.ts';
import { erledigeVerwahrt, readAntworten, readVerwahrtes } from '../store-antwort.ts';
import type { SurveysDeps } from '../surveys-deps.ts';
import type { Antwortende } from './people.ts';
import { type Gespeichert, saveAntwort } from './save-antwort.ts';

type Deps = Pick<SurveysDeps, 'db' | 'clock'>;

/** Makes an answer of a text that was kept aside; where that is refused it stays kept. */
export async function takeVerwahrtes(
  deps: Deps,
  who: Antwortende,
  umfrageId: string,
  id: string,
): Promise<Result<Gespeichert>> {
  const { tenant } = who.kommune;
  const found = await deps.db.withTenant(tenant, who.actor, async (tx) => {
    const kept = (await readVerwahrtes(tx, umfrageId)).find((each) => each.id === id);
    if (!kept) return null;
    const answers = await readAntworten(tx, umfrageId);
    const fassung = answers.find(({ leistungId }) => leistungId === kept.leistungId)?.fassung ?? 0;
    return { kept, fassung };
  });
  if (found === null) return refuse(verwahrtUnknown);
  const { leistungId, felder } = found.kept;
  const saved = await saveAntwort(deps, who, umfrageId, {
    leistungId,
    grundlage: found.fassung,
    gelesen: null,
    felder,
  });
  if (!saved.ok) return saved;
  await deps.db.withTenant(tenant, who.actor, (tx) => erledigeVerwahrt(tx, id, 'uebernommen'));
  return saved;
}

/** Decides that a kept text is not wanted. It stays in the database, and out of sight. */
export async function dropVerwahrtes(
  { db }: Pick<Deps, 'db'>,
  who: Antwortende,
  umfrageId: string,
  id: string,
): Promise<Result<null>> {
  return db.withTenant(who.kommune.tenant, who.actor, async (tx) => {
    const kept = (await readVerwahrtes(tx, umfrageId)).find((each) => each.id === id);
    if (!kept || !(await erledigeVerwahrt(tx, id, 'verworfen'))) return refuse(verwahrtUnknown);
    return ok(null);
  });
}
