import { ok, type Result, refuse } from '#kernel';
import { recordAudit } from '#platform';
import type { Vorlage, VorlageInhalt } from '../domain/vorlage.ts';
import { changedMeanwhile, idTaken, invalid } from '../errors.ts';
import type { PlanningDeps } from '../planning-deps.ts';
import { insertVorlage, readVorlagen } from '../store-grundlage.ts';
import type { Planner } from './actors.ts';

/** A change of a template; `grundlage` is the Fassung that was read, 0 for a new one. */
export interface VorlageWunsch {
  readonly id: string;
  readonly grundlage: number;
  readonly inhalt: VorlageInhalt;
}

/** States what a kind of Massnahme takes. Plans that were made keep what they rested on. */
export function saveVorlage(
  { db, clock }: Pick<PlanningDeps, 'db' | 'clock'>,
  { actor, anbieter }: Planner,
  { id, grundlage, inhalt }: VorlageWunsch,
): Promise<Result<Vorlage>> {
  return db.withTenant(anbieter.tenant, actor, async (tx) => {
    const before = (await readVorlagen(tx)).find((one) => one.id === id);
    if (before && grundlage === 0) return refuse(idTaken(id));
    if ((before?.fassung ?? 0) !== grundlage) return refuse(changedMeanwhile);
    if (inhalt.zeilen.every(({ einmalig, jeKommune }) => einmalig + jeKommune === 0))
      return refuse(
        invalid([{ field: 'zeilen', message: 'Mindestens eine Zeile braucht mehr als null Tage.' }]),
      );
    const vorlage: Vorlage = { ...inhalt, id, fassung: grundlage + 1, angegebenAm: clock.now() };
    if (!(await insertVorlage(tx, anbieter.tenant, vorlage))) return refuse(changedMeanwhile);
    await recordAudit(tx, {
      action: 'planning.template.stated',
      object: { type: 'aufwandsvorlage', id },
      summary: { fassung: vorlage.fassung },
    });
    return ok(vorlage);
  });
}

/** The templates of a house. */
export function vorlagenOf(
  { db }: Pick<PlanningDeps, 'db'>,
  { actor, anbieter }: Planner,
): Promise<readonly Vorlage[]> {
  return db.withTenant(anbieter.tenant, actor, readVorlagen);
}
