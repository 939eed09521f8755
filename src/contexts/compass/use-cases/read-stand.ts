import type { Actor, TenantId } from '#platform';
import type { Eintrag, KreisStand, Stand } from '../domain/stand.ts';
import type { CompassDeps } from '../doors-deps.ts';
import { readKreisStaende, readStaende, readStand, readVerlauf } from '../store-stand.ts';
import type { Reader } from './editor.ts';

type Deps = Pick<CompassDeps, 'db'>;

/** What holds of every cell of a Kommune. */
export function staendeOf(
  { db }: Deps,
  { actor, kommune }: Pick<Reader, 'actor' | 'kommune'>,
): Promise<readonly Stand[]> {
  return db.withTenant(kommune.tenant, actor, (tx) => readStaende(tx));
}

/** What holds of one cell; `null` is „keine Angabe“. */
export function standOf(
  { db }: Deps,
  { actor, kommune }: Pick<Reader, 'actor' | 'kommune'>,
  leistungId: string,
): Promise<Stand | null> {
  return db.withTenant(kommune.tenant, actor, (tx) => readStand(tx, leistungId));
}

/** Everything that was ever said about a cell and taken back, newest first. */
export function verlaufOf(
  { db }: Deps,
  { actor, kommune }: Pick<Reader, 'actor' | 'kommune'>,
  leistungId: string,
): Promise<readonly Eintrag[]> {
  return db.withTenant(kommune.tenant, actor, (tx) => readVerlauf(tx, leistungId));
}

/** What the Kommunen of a provider's circle state, as far as they consent today. */
export function kreisStaendeOf(
  { db }: Deps,
  provider: TenantId,
  actor: Actor,
  leistungId?: string,
): Promise<readonly KreisStand[]> {
  return db.withCircle(provider, actor, (tx) => readKreisStaende(tx, leistungId));
}
