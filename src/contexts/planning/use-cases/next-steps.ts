import { ok, type Result } from '#kernel';
import type { Principal } from '#platform';
import type { Abweichung } from '../domain/abweichung.ts';
import type { PlanningDeps, Strategie, Verweis } from '../planning-deps.ts';
import { readZiele, type ZieleDerKommune } from '../store-ziele.ts';
import { type Reader, readerOf } from './actors.ts';

/** What a Kommune does next, by whose decision, and where it reads on. */
export interface NaechsteSchritte {
  readonly reader: Reader;
  readonly beschluesse: readonly ZieleDerKommune[];
  readonly verweise: ReadonlyMap<string, readonly Verweis[]>;
  readonly strategie: ReadonlyMap<string, Strategie>;
  /** Where it does something else than was decided. */
  readonly abweichungen: readonly Abweichung[];
}

/** The targets of a Kommune with everything that belongs to them. An IT-Dienstleister names the Kommune by AGS. */
export async function nextSteps(
  deps: PlanningDeps,
  principal: Principal | null,
  ags: string,
): Promise<Result<NaechsteSchritte>> {
  const found = await readerOf(deps, principal, ags);
  if (!found.ok) return found;
  const reader = found.value;
  const beschluesse = await deps.db.withTenant(reader.tenant, reader.principal.actor, (tx) =>
    readZiele(tx, reader.kommune),
  );
  const leistungen = beschluesse.flatMap(({ ziele }) => ziele.flatMap(({ leistungId }) => leistungId ?? []));
  const [verweise, strategie, abweichungen] = await Promise.all([
    deps.verweise(reader.principal, reader.kommune, leistungen),
    deps.strategie(reader.principal),
    deps.abweichungen(reader.principal.actor, reader.tenant),
  ]);
  return ok({
    reader,
    beschluesse,
    verweise,
    strategie: new Map(strategie.map((one) => [one.leistungId, one])),
    abweichungen: abweichungen.filter(({ ags: whose }) => whose === reader.kommune.ags),
  });
}
