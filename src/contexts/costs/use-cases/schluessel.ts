import { ok, type Result, refuse } from '#kernel';
import { recordAudit } from '#platform';
import type { CostsDeps } from '../costs-deps.ts';
import {
  problemOf,
  type Schluesseltabelle,
  type SchluesseltabelleInhalt,
} from '../domain/schluesseltabelle.ts';
import { changedMeanwhile, idTaken, invalid, keyUnknown } from '../errors.ts';
import { insertSchluessel, readEinenSchluessel, readSchluessel } from '../store-schluessel.ts';
import type { Manager } from './actors.ts';

/** A change of a key; `grundlage` is the Fassung that was read, 0 for a new one. */
export interface SchluesselWunsch {
  readonly id: string;
  readonly grundlage: number;
  readonly inhalt: SchluesseltabelleInhalt;
}

/** The keys of a house. */
export function schluesselOf(
  { db }: Pick<CostsDeps, 'db'>,
  { actor, anbieter }: Manager,
): Promise<readonly Schluesseltabelle[]> {
  return db.withTenant(anbieter.tenant, actor, readSchluessel);
}

/** One key of a house, in its newest Fassung. */
export async function einSchluessel(
  { db }: Pick<CostsDeps, 'db'>,
  { actor, anbieter }: Manager,
  id: string,
): Promise<Result<Schluesseltabelle>> {
  const found = await db.withTenant(anbieter.tenant, actor, (tx) => readEinenSchluessel(tx, id));
  return found ? ok(found) : refuse(keyUnknown);
}

/** Keeps a key; a declared 100 % that is none is refused with its sum, unless it shall be taken in proportion. */
export function saveSchluessel(
  { db, clock }: Pick<CostsDeps, 'db' | 'clock'>,
  { actor, anbieter }: Manager,
  { id, grundlage, inhalt }: SchluesselWunsch,
): Promise<Result<{ readonly id: string; readonly fassung: number }>> {
  return db.withTenant(anbieter.tenant, actor, async (tx) => {
    const wrong = problemOf({ ...inhalt, id });
    if (wrong !== null) return refuse(invalid([{ field: 'gewichte', message: wrong }]));
    const before = await readEinenSchluessel(tx, id);
    if (before && grundlage === 0) return refuse(idTaken(id));
    if ((before?.fassung ?? 0) !== grundlage) return refuse(changedMeanwhile);
    const next = { id, fassung: grundlage + 1 };
    if (!(await insertSchluessel(tx, anbieter.tenant, next, inhalt, clock.now())))
      return refuse(changedMeanwhile);
    await recordAudit(tx, {
      action: 'costs.key.stated',
      object: { type: 'verteilungsschluessel', id },
      summary: { fassung: next.fassung, zahler: Object.keys(inhalt.gewichte).length },
    });
    return ok(next);
  });
}
