import { Readable } from 'node:stream';
import {
  type CompassDeps,
  type Kommune,
  kreisStaendeOf,
  type maintainEvidence,
  openFigures,
  probeLink,
  readReifegradmodelle,
} from '#compass';
import { allKommunen, callerOf, readCircle, readMembers, readOrganisation } from '#identity';
import { type Actor, actorOf, type Principal, scanAll } from '#platform';
import { loesungenOn } from '#solutions';
import { dataFolder } from '../load-reference-data.ts';
import { actingFor } from '../organisations.ts';
import type { Services } from '../services.ts';
import { shippedEnden } from '../shipped-enden.ts';
import { kommuneOf, ownKommune } from './onlinedienst.ts';

const system = actorOf('system', 'kompass');

/** What the Umsetzungsstand needs of identity, catalogue and the register of solutions. */
export function compassDeps(
  services: Services,
  { rueckfragen, fieldsFor, ziele }: Pick<CompassDeps, 'rueckfragen' | 'fieldsFor' | 'ziele'>,
): CompassDeps {
  const { db, clock, demo, worlds, keys, scanner } = services;
  return {
    db,
    clock,
    demo,
    world: worlds.duties,
    enden: new Map(shippedEnden().map((ende) => [ende.leistungId, ende])),
    modelle: modelle(),
    ownKommune: (principal) => ownKommune(services, principal),
    kommuneOf: (ags) => kommuneOf(services, ags),
    circleOf: (principal) => circleOf(services, principal),
    actingFor: (operator, organisation) => actingFor(services, operator, organisation),
    figures: openFigures({ db, clock, world: worlds.duties }),
    rueckfragen,
    ziele,
    fieldsFor,
    keys,
    scan: async (bytes) => scanner && scanAll(scanner, Readable.from([bytes])),
    personen: async (actor: Actor, { tenant }) => {
      const members = await readMembers({ db, keys, clock }, { tenant, actor, permissions: new Set() });
      return members.map(({ id, name, state }) => ({ id, name, entfernt: state === 'removed' }));
    },
    kreisStaende: (kommune, leistungId) => kreisStaende(services, kommune, leistungId),
    loesungen: async () =>
      loesungenOn(await worlds.solutions(), clock.today()).map(({ id, inhalt }) => ({
        id,
        name: inhalt.name,
      })),
  };
}

/** What the worker needs to look after links. */
export function probeDeps({ db, clock, demo }: Services): Parameters<typeof maintainEvidence>[0] {
  return {
    db,
    clock,
    probe: (link) => probeLink(link, { allowPrivate: demo }),
    tenants: async () => (await allKommunen({ db }, system)).map(({ id }) => id),
  };
}

function modelle() {
  const read = readReifegradmodelle(dataFolder);
  if (!read.ok) throw new Error(read.refusal.message);
  return read.value;
}

async function circleOf(services: Services, principal: Principal | null): Promise<readonly Kommune[] | null> {
  const caller = callerOf(principal);
  if (caller === null || !caller.permissions.has('circle.read')) return null;
  return (await readCircle(services, caller)).flatMap(({ id, bodyKey, name }) =>
    bodyKey === null ? [] : [{ tenant: id, ags: bodyKey, name }],
  );
}

/** What the consenting Kommunen of the same IT-Dienstleister state, the asking one left out. */
async function kreisStaende(services: Services, { tenant, ags }: Kommune, leistungId: string) {
  const own = await readOrganisation(services, { tenant, actor: system, permissions: new Set() });
  const provider = own.ok ? own.value.providers[0] : undefined;
  if (provider === undefined) return [];
  const staende = await kreisStaendeOf(services, provider.id, system, leistungId);
  return staende.filter((stand) => stand.ags !== ags);
}
