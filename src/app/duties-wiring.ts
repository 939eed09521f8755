import { type LeistungId, regelungOf, type VollzugFor } from '#catalogue';
import {
  type DutiesDeps,
  dutyList,
  type House,
  herkunftText,
  regelungZweifel,
  vollzugOfLeistung,
} from '#duties';
import { evidenceLabel, ok, type Result } from '#kernel';
import type { Principal } from '#platform';
import { resolveBody } from '#territory';
import { actingFor, circleAgs, ownOrganisation } from './organisations.ts';
import type { Services } from './services.ts';

/** What duties needs of identity: whose Kommune, whose circle, whose IT-Dienstleister. */
export function dutiesDeps(services: Services): DutiesDeps {
  const { db, clock, demo, worlds } = services;
  return {
    db,
    clock,
    demo,
    world: worlds.duties,
    versions: worlds.versions,
    worldChanged: worlds.expire,
    circleOf: (principal) => circleAgs(services, principal),
    ownAgs: async (principal) => (await ownOrganisation(services, principal))?.organisation.bodyKey ?? null,
    actingFor: (operator, organisation) => actingFor(services, operator, organisation),
    houseOf: (principal) => houseOf(services, principal),
    providerOf: async (principal) => (await ownOrganisation(services, principal))?.providers[0]?.id ?? null,
  };
}

/** For whom somebody acts, and the IT-Dienstleister that decides. */
export async function houseOf(services: Services, principal: Principal | null): Promise<House | null> {
  const own = await ownOrganisation(services, principal);
  if (own === null) return null;
  const { organisation, providers } = own;
  const [provider] = organisation.kind === 'it-dienstleister' ? [organisation] : providers;
  return { name: organisation.name, decider: provider ? { id: provider.id, name: provider.name } : null };
}

/** Who is competent for some Leistungen where a body is named: the port of the catalogue's search. */
export function verdictsFor({ worlds, clock }: Services) {
  return async (
    body: string,
    leistungen: readonly LeistungId[],
  ): Promise<Result<ReadonlyMap<LeistungId, string>>> => {
    const { territory, duties } = await worlds.duties();
    const found = resolveBody(territory, body);
    if (!found.ok) return found;
    const wanted = new Set(leistungen);
    const rows = dutyList(duties, found.value, clock.today()).leistungen.filter(({ id }) => wanted.has(id));
    return ok(new Map(rows.map(({ id, verdict }) => [id, verdict])));
  };
}

/** Who executes a Leistung today, over all bodies: the port of the catalogue's pages. */
export function vollzugFor({ worlds, clock }: Services): VollzugFor {
  return async (leistung) => {
    const { duties, catalogue } = await worlds.duties();
    const { gruppen, herkunft } = vollzugOfLeistung(duties, leistung, clock.today());
    return {
      gruppen: gruppen.map(({ verdict, ...rest }) => ({ wer: verdict, ...rest })),
      herkunft: herkunftText(herkunft, leistung.ozgId),
      zweifel: regelungZweifel(regelungOf(catalogue, leistung).wer, herkunft),
      regeln: herkunft.regeln.map(({ id, norm, evidenz }) => ({ id, norm, beleg: evidenceLabel[evidenz] })),
    };
  };
}
