import {
  changeZustellpunkt,
  listZustellpunkte,
  openZustellpunkt,
  rotateReceivingKey,
  type Zustellpunkt,
} from '#delivery';
import type { Kommune } from '#efa';
import { ok, type Result } from '#kernel';
import type { Actor } from '#platform';
import type { CockpitDeps } from '../cockpit-deps.ts';

/** A Zustellpunkt that receives; `neu`: it was made just now. */
export interface Bereit {
  readonly id: string;
  readonly neu: boolean;
}

type Deps = Pick<CockpitDeps, 'db' | 'clock' | 'delivery' | 'demo'>;

/**
 * A Zustellpunkt of a Kommune that receives for an office under its name: the one that is there, with a key where it has
 * none, or a new one. Its key is made here, in the worker, in Node's thread pool.
 */
export async function ensureZustellpunkt(
  deps: Deps,
  actor: Actor,
  kommune: Pick<Kommune, 'tenant'>,
  office: string,
  postfach: string,
): Promise<Result<Bereit>> {
  const made = await ensureOnce(deps, actor, kommune, office, postfach);
  // Somebody else opened the same one in this moment: the second look finds it open.
  const meanwhile = !made.ok && made.refusal.kind === 'conflict';
  return meanwhile ? ensureOnce(deps, actor, kommune, office, postfach) : made;
}

async function ensureOnce(
  deps: Deps,
  actor: Actor,
  { tenant }: Pick<Kommune, 'tenant'>,
  office: string,
  postfach: string,
): Promise<Result<Bereit>> {
  const party = { tenant, actor };
  const all = await deps.db.withPublic((tx) => listZustellpunkte(tx, tenant, deps.clock.now()));
  const known = all
    .filter(({ name, state }) => name.startsWith(office) && state !== 'ended')
    .toSorted((a, b) => rank(a) - rank(b))[0];
  if (known === undefined) {
    const name = deps.demo ? `${office} (erfunden)` : office;
    const opened = await openZustellpunkt(deps.delivery, party, name, postfach);
    return opened.ok ? ok({ id: opened.value.id, neu: true }) : opened;
  }
  if (known.key === null) {
    const rotated = await rotateReceivingKey(deps.delivery, party, known.id);
    if (!rotated.ok) return rotated;
  }
  if (known.state === 'active') return ok({ id: known.id, neu: false });
  const action = known.state === 'suspended' ? 'resume' : 'activate';
  const changed = await changeZustellpunkt(deps, party, known.id, action);
  return changed.ok ? ok({ id: known.id, neu: false }) : changed;
}

/** What receives already comes first. */
function rank({ state, key }: Zustellpunkt): number {
  return state === 'active' && key !== null ? 0 : state === 'active' ? 1 : 2;
}
