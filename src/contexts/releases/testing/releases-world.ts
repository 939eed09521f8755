import { randomUUID } from 'node:crypto';
import type { Editor } from '#efa';
import { openFassungsWechsel } from '#efa/fassungen';
import { ok } from '#kernel';
import { actorOf, type Principal } from '#platform';
import {
  type dutiesWorlds,
  type EfaWorld,
  offered,
  openEfaWorld,
  prepared,
  valueIn,
} from '../../efa/testing/efa-world.ts';
import { definitionOf } from '../../efa/testing/sample-dienst.ts';
import { changeState } from '../../efa/use-cases/change-state.ts';
import type { Lead, ReleasesDeps } from '../deps.ts';
import type { Zahlen } from '../domain/regel.ts';

/** „Hund anmelden“ live in Lemgo and Detmold in version 1; the counts of the ledger are the test's. */
export interface ReleasesWorld extends AsyncDisposable {
  readonly efa: EfaWorld;
  readonly deps: ReleasesDeps;
  readonly lead: Lead;
  readonly zahlen: Map<string, Zahlen>;
}

export const dienst = 'hund-anmelden';

export async function openReleasesWorld(
  duties: Awaited<ReturnType<typeof dutiesWorlds>>['shipped'],
): Promise<ReleasesWorld> {
  const efa = await openEfaWorld(duties);
  const zahlen = new Map<string, Zahlen>();
  const { db, clock, ownKommune, ownAnbieter } = efa.deps;
  const deps: ReleasesDeps = {
    ...{ db, clock, ownKommune, ownAnbieter, demo: true },
    wechsel: openFassungsWechsel(efa.deps),
    actingFor: async (operator) => ok(operator),
    zahlen: async () => zahlen,
  };
  await offered(efa);
  for (const editor of [efa.lemgo, efa.detmold]) await live(efa, editor);
  const lead = { actor: actorOf('mitglied', randomUUID()), anbieter: efa.provider };
  return { efa, deps, lead, zahlen, [Symbol.asyncDispose]: () => efa[Symbol.asyncDispose]() };
}

async function live(efa: EfaWorld, editor: Editor): Promise<void> {
  // Both Kommunen deliver to the same invented Zustellpunkte.
  let version = await prepared(efa, editor);
  for (const schritt of ['testen', 'live-schalten'] as const)
    version = valueIn(await changeState(efa.deps, editor, { dienst, version, schritt })).version;
}

/** Offers another version: its parameters and its form may differ. */
export async function offerVersion(
  { efa }: ReleasesWorld,
  version: number,
  change: Parameters<typeof definitionOf>[0] = {},
): Promise<void> {
  efa.folder.splice(0, efa.folder.length, definitionOf({ ...change, version }));
  await offered(efa);
}

/** A signed-in person who rolls out for the provider. */
export function leadPrincipal({ lead }: ReleasesWorld): Principal {
  return {
    kind: 'mitglied',
    actor: lead.actor,
    tenant: lead.anbieter.tenant,
    permissions: new Set(['releases.manage', 'circle.read']),
  };
}
