import { draftShapes } from '#applications';
import {
  type EfaDeps,
  type LiveDienst,
  type ParameterValues,
  parametersOf,
  pinnedOnlinedienst,
  readAllLive,
  readAngebote,
} from '#efa';
import { parseParameters } from '#forms';
import type { Onlinedienst } from '#forms/onlinedienst';
import { ok } from '#kernel';
import { type ConnectedKommune, type OverlaysDeps, overlaysFor, readOverlays } from '#overlays';
import { actorOf, type Principal, parseTenantId, type TenantId } from '#platform';
import type { ProverDeps, Variant } from '#prover';
import { ownOrganisation } from '../organisations.ts';
import type { Services } from '../services.ts';

const system = actorOf('system', 'werkstatt');

/** What layers and versions need of efa, applications and identity. */
export function overlaysDeps(
  services: Services,
  onlinedienste: EfaDeps['onlinedienste'],
  effectives: OverlaysDeps['effectives'],
): OverlaysDeps {
  const { db, clock } = services;
  const versions = async (dienst: string) =>
    (await db.withPublic(readAngebote))
      .filter((each) => each.dienst === dienst)
      .map(({ data }) => data.version);
  return {
    db,
    clock,
    effectives,
    dienste: onlinedienste,
    versionOf: (dienst, version) => db.withPublic((tx) => pinnedOnlinedienst(tx, dienst, String(version))),
    versionsOf: async (dienst) => {
      const ready = (await onlinedienste()).find(({ id }) => id === dienst)?.version;
      const all = [...(await versions(dienst)), ...(ready === undefined ? [] : [ready])];
      return [...new Set(all)].toSorted((a, b) => a - b);
    },
    kommuneOf: (dienst, kommune) => connected(services, dienst, kommune),
    kommunenOf: async (dienst) =>
      (await liveOf(services, dienst)).map(({ ags, kommune }) => ({ ags, name: kommune })),
    ownerOf: (principal, dienst) => ownerOf(services, principal, dienst),
    draftShapes: async (dienst) => draftShapes(services, await tenantsOf(services, dienst), dienst),
  };
}

async function liveOf({ db }: Services, dienst: string): Promise<readonly LiveDienst[]> {
  const all = await db.withPublic(readAllLive);
  return all
    .filter((each) => each.dienst === dienst)
    .toSorted((a, b) => a.kommune.localeCompare(b.kommune, 'de'));
}

async function tenantsOf(services: Services, dienst: string): Promise<readonly TenantId[]> {
  const live = await liveOf(services, dienst);
  return live.flatMap(({ tenant }) => parseTenantId(tenant) ?? []);
}

async function connected(
  services: Services,
  dienst: string,
  kommune: string,
): Promise<ConnectedKommune | null> {
  const wanted = kommune.toLowerCase();
  const found = (await liveOf(services, dienst)).find(
    (each) => each.ags === kommune || each.kommune.toLowerCase() === wanted,
  );
  return found ? connectedOf(services, found) : null;
}

async function connectedOf(
  services: Services,
  { tenant, ags, kommune, dienst }: LiveDienst,
): Promise<ConnectedKommune> {
  return { ags, name: kommune, values: await valuesOf(services, tenant, dienst) };
}

async function valuesOf({ db, clock }: Services, tenant: string, dienst: string): Promise<ParameterValues> {
  const own = parseTenantId(tenant);
  if (own === null) return {};
  const at = { date: clock.today(), knownAt: clock.now() };
  return db.withTenant(own, system, (tx) => parametersOf(tx, dienst, at));
}

/** The operator at the command line publishes for whoever offers the service. */
async function ownerOf(
  services: Services,
  principal: Principal | null,
  dienst: string,
): Promise<TenantId | null> {
  const offered = (await services.db.withPublic(readAngebote)).find((each) => each.dienst === dienst);
  const owner = offered ? parseTenantId(offered.anbieterId) : null;
  if (principal?.kind === 'betreiber') return owner;
  const own = (await ownOrganisation(services, principal))?.organisation;
  return owner !== null && own?.id === owner ? owner : null;
}

/** What the prover needs: each definition with every layer and every set of values in use, equal ones once. */
export function proverDeps(services: Services, overlays: OverlaysDeps): ProverDeps {
  return {
    clock: services.clock,
    dienste: overlays.dienste,
    variantsOf: (dienst) => variantsOf(services, overlays, dienst),
  };
}

async function variantsOf(
  services: Services,
  overlays: OverlaysDeps,
  dienst: Onlinedienst,
): Promise<readonly Variant[]> {
  const layers = await services.db.withPublic((tx) => readOverlays(tx, dienst.id));
  const base: Variant = { name: 'Grunddefinition', form: dienst.form, values: null };
  const lands = layers
    .filter(({ level }) => level === 'land')
    .map((layer): Variant => variantOf(overlays, dienst, [layer], layer.name, null));
  const byContent = new Map<string, Variant>();
  for (const live of await liveOf(services, dienst.id)) {
    const kommune = await connectedOf(services, live);
    const variant = variantOf(overlays, dienst, overlaysFor(layers, kommune.ags), kommune.name, kommune);
    const key = JSON.stringify([
      variant.values ?? variant.name,
      overlaysFor(layers, kommune.ags).map(({ gebiet }) => gebiet),
    ]);
    const known = byContent.get(key);
    byContent.set(key, known ? { ...known, name: `${known.name}, ${kommune.name}` } : variant);
  }
  return [base, ...lands, ...byContent.values()];
}

/** A layer or values that do not fit are the finding; the definition is then proven without them. */
function variantOf(
  { effectives }: OverlaysDeps,
  dienst: Onlinedienst,
  layers: Parameters<OverlaysDeps['effectives']['of']>[1],
  name: string,
  kommune: ConnectedKommune | null,
): Variant {
  const layered = effectives.of(dienst, layers, kommune);
  if (layered.ok) return { name, form: layered.value.dienst.form, values: layered.value.values };
  const own = kommune ? parseParameters(dienst.definition.parameters, kommune.values) : ok(null);
  return { name, form: dienst.form, values: own.ok ? own.value : null, problem: layered.refusal };
}
