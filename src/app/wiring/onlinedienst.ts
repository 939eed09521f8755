import { join } from 'node:path';
import {
  type Delivery,
  type DeliveryWebDeps,
  fileBlobs,
  filePrivateKeys,
  listZustellpunkte,
  listZustellpunkteVieler,
} from '#delivery';
import type { Anbieter, EfaDeps, Kommune } from '#efa';
import { callerOf, findOrganisation, type Organisation, readCircle } from '#identity';
import { actorOf, type Principal } from '#platform';
import { ownOrganisation } from '../organisations.ts';
import type { Services } from '../services.ts';

const system = actorOf('system', 'onlinedienste');

/** What delivery stands on: private keys and ciphertexts lie in the data folder, apart from each other. */
export function deliveryOf({ db, clock, config, demo }: Services): Delivery {
  return {
    db,
    clock,
    keys: filePrivateKeys(join(config.dataFolder, 'keys', 'zustellpunkte')),
    blobs: fileBlobs(join(config.dataFolder, 'blobs', 'delivery')),
    keyBits: demo ? 2048 : 4096,
  };
}

/** What efa needs of identity, delivery and the rest. */
export function efaDeps(
  services: Services,
  ports: Pick<EfaDeps, 'onlinedienste' | 'antragCounts' | 'previewHref' | 'portalHref' | 'ended' | 'probes'>,
): EfaDeps {
  const { db, clock, demo, worlds } = services;
  return {
    db,
    clock,
    demo,
    world: worlds.duties,
    ...ports,
    zustellpunkte: ({ tenant }) => db.withPublic((tx) => listZustellpunkte(tx, tenant, clock.now())),
    zustellpunkteVieler: (kommunen) =>
      db.withPublic((tx) =>
        listZustellpunkteVieler(
          tx,
          kommunen.map(({ tenant }) => tenant),
          clock.now(),
        ),
      ),
    ownKommune: (principal) => ownKommune(services, principal),
    ownAnbieter: (principal) => ownAnbieter(services, principal),
    kommuneOf: (ags) => kommuneOf(services, ags),
    anbieterNamed: (name) => named(services, name, anbieterFrom),
    circleOf: (principal) => circleKommunen(services, principal),
  };
}

/** The Kommune for which somebody acts; `null` for providers and the operator. */
export async function ownKommune(services: Services, principal: Principal | null): Promise<Kommune | null> {
  return kommuneFrom((await ownOrganisation(services, principal))?.organisation);
}

/** The IT-Dienstleister for which somebody acts; `null` for everybody else. */
export async function ownAnbieter(services: Services, principal: Principal | null): Promise<Anbieter | null> {
  return anbieterFrom((await ownOrganisation(services, principal))?.organisation);
}

/** The organisation of a body; `null` where it has none here. */
export function kommuneOf(services: Services, ags: string): Promise<Kommune | null> {
  return named(services, ags, kommuneFrom);
}

async function named<T>(
  services: Services,
  text: string,
  take: (organisation: Organisation) => T | null,
): Promise<T | null> {
  const found = await findOrganisation(services, system, text);
  return found.ok ? take(found.value) : null;
}

function kommuneFrom(organisation: Organisation | undefined): Kommune | null {
  return organisation?.bodyKey
    ? { tenant: organisation.id, ags: organisation.bodyKey, name: organisation.name }
    : null;
}

function anbieterFrom(organisation: Organisation | undefined): Anbieter | null {
  return organisation?.kind === 'it-dienstleister'
    ? { tenant: organisation.id, name: organisation.name }
    : null;
}

async function circleKommunen(
  services: Services,
  principal: Principal | null,
): Promise<readonly Kommune[] | null> {
  const caller = callerOf(principal);
  if (caller === null || !caller.permissions.has('circle.read')) return null;
  return (await readCircle(services, caller)).flatMap((kommune) => kommuneFrom(kommune) ?? []);
}

/** The pages and operations of Zustellpunkte: a Kommune manages its own, a provider those of its circle. */
export function deliveryWebDeps(services: Services, delivery: Delivery): DeliveryWebDeps {
  return {
    ...delivery,
    ownersFor: async (principal) => {
      const own = await ownKommune(services, principal);
      return own ? [own] : ((await circleKommunen(services, principal)) ?? []);
    },
  };
}
