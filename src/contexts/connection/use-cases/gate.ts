import { goLiveCheck, type Kommune } from '#efa';
import { goLiveChecks } from '#efa/many';
import { ok, type Result } from '#kernel';
import type { TenantId } from '#platform';
import type { ConnectionDeps } from '../connection-deps.ts';
import { type Gruppe, gruppiert, haeltAuf, type Zeile } from '../domain/gate.ts';
import { type Begleiter, within } from './begleiter.ts';

/** What holds the start of an Anbindung up, by what it is about. */
export interface Gate {
  readonly bereit: boolean;
  readonly gruppen: readonly Gruppe[];
}

type Deps = Pick<ConnectionDeps, 'db' | 'efa'>;

/** Looks at everything before the start of one Anbindung. */
export async function readGate(
  deps: Deps,
  { actor, kommune }: Pick<Begleiter, 'actor' | 'kommune'>,
  dienst: string,
): Promise<Result<Gate>> {
  const items = await goLiveCheck(deps.efa, { actor, kommune }, dienst);
  return items.ok ? ok(gateOf(items.value)) : items;
}

/** The same for many Kommunen at once, for the IT-Dienstleister that cares for them; a Kommune without an Anbindung is missing. */
export async function readGates(
  deps: Deps,
  haus: Pick<Begleiter, 'seite' | 'haus' | 'actor'>,
  dienst: string,
  kommunen: readonly Kommune[],
): Promise<ReadonlyMap<TenantId, Gate>> {
  const lists = await within(deps, haus, (tx) => goLiveChecks(tx, deps.efa, haus.actor, dienst, kommunen));
  return new Map([...lists].map(([tenant, items]) => [tenant, gateOf(items)]));
}

function gateOf(items: readonly Zeile[]): Gate {
  return { bereit: !items.some(haeltAuf), gruppen: gruppiert(items) };
}
