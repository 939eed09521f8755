import { ok, type Result, refuse } from '#kernel';
import type { Tx } from '#platform';
import type { Beschluss, Schemafassung } from '../domain/beschluss.ts';
import { checkGewichtung, type Gewichtung, ueblicheGewichtung } from '../domain/gewichtung.ts';
import { type Bewertungswelt, type Rangliste, rangliste } from '../domain/rangfolge.ts';
import { schemaUnknown } from '../errors.ts';
import type { PrioritiesDeps } from '../priorities-deps.ts';
import { readBeschluesse, readSchema } from '../store-schemata.ts';
import { readWelt } from './read-welt.ts';
import type { Viewer } from './viewer.ts';

/** Which weights somebody wants: of their own, of a scheme, or nothing said. */
export interface Gewichtswunsch {
  readonly eigene: ((grundlage: Gewichtung) => Gewichtung) | null;
  readonly schema: string | null;
}

export const ohneWunsch: Gewichtswunsch = { eigene: null, schema: null };

/** What the weights of a ranking are based on. */
export type Grundlage =
  | { readonly art: 'ueblich' }
  | { readonly art: 'schema'; readonly schema: Schemafassung }
  | { readonly art: 'beschluss'; readonly beschluss: Beschluss };

/** A ranking of today with the weights that made it. */
export interface Rangfolge {
  readonly welt: Bewertungswelt;
  readonly liste: Rangliste;
  readonly gewichtung: Gewichtung;
  readonly grundlage: Grundlage;
  /** The weights differ from those of the basis. */
  readonly geaendert: boolean;
}

/** Ranks all Leistungen of today. Without a wish the newest decision counts, and before the first one the usual weights. */
export function readRangfolge(
  deps: PrioritiesDeps,
  viewer: Viewer,
  wunsch: Gewichtswunsch,
): Promise<Result<Rangfolge>> {
  return deps.db.withTenant(viewer.tenant, viewer.actor, (tx) => rangfolgeIn(deps, tx, viewer, wunsch));
}

/** The same inside a transaction. */
export async function rangfolgeIn(
  deps: PrioritiesDeps,
  tx: Tx,
  viewer: Viewer,
  { eigene, schema }: Gewichtswunsch,
): Promise<Result<Rangfolge>> {
  const grundlage = await grundlageOf(tx, viewer, schema);
  if (grundlage === null) return refuse(schemaUnknown(schema ?? ''));
  const base = gewichtungOf(grundlage);
  const checked = checkGewichtung(eigene ? eigene(base) : base);
  if (!checked.ok) return checked;
  const welt = await readWelt(deps, tx, viewer);
  const gewichtung = checked.value;
  const geaendert = JSON.stringify(gewichtung) !== JSON.stringify(base);
  return ok({ welt, liste: rangliste(welt, gewichtung), gewichtung, grundlage, geaendert });
}

/** The basis that is asked for; `null` where the scheme is none of the house's. */
export async function grundlageOf(
  tx: Tx,
  { provider }: Viewer,
  schema: string | null,
): Promise<Grundlage | null> {
  if (schema !== null && schema !== '') {
    const found = await readSchema(tx, schema);
    return found && { art: 'schema', schema: found };
  }
  const [newest] = await readBeschluesse(tx, provider.id);
  return newest ? { art: 'beschluss', beschluss: newest } : { art: 'ueblich' };
}

export function gewichtungOf(grundlage: Grundlage): Gewichtung {
  switch (grundlage.art) {
    case 'schema':
      return grundlage.schema.gewichtung;
    case 'beschluss':
      return grundlage.beschluss.gewichtung;
    default:
      return ueblicheGewichtung;
  }
}
