import { type LeistungId, regelungOf, type VollzugFor } from '#catalogue';
import {
  type DutiesDeps,
  dutyList,
  type House,
  herkunftText,
  regelungZweifel,
  vollzugOfLeistung,
} from '#duties';
import { evidenceLabel, type LocalDate, ok, type Result } from '#kernel';
import { wortlautOf } from '#law';
import type { Principal } from '#platform';
import { resolveBody } from '#territory';
import { actingFor, circleAgs, ownOrganisation } from '../organisations.ts';
import type { Services } from '../services.ts';

/** What duties needs of identity: whose Kommune, whose circle, whose IT-Dienstleister. */
export function dutiesDeps(services: Services): Omit<DutiesDeps, 'rueckfragen'> {
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
    wortlautOf: async (norm) => wortlautOf((await worlds.law()).law.wortlaute, norm),
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
export function verdictsFor({ worlds }: Services) {
  return async (
    body: string,
    leistungen: readonly LeistungId[],
    date: LocalDate,
  ): Promise<Result<ReadonlyMap<LeistungId, string>>> => {
    const { territory, duties } = await worlds.duties();
    const found = resolveBody(territory, body);
    if (!found.ok) return found;
    const wanted = new Set(leistungen);
    const rows = dutyList(duties, found.value, date).leistungen.filter(({ id }) => wanted.has(id));
    return ok(new Map(rows.map(({ id, verdict }) => [id, verdict])));
  };
}

/** Who executes a Leistung on a day, over all bodies: the port of the catalogue's pages. */
export function vollzugFor({ worlds }: Services): VollzugFor {
  return async (leistung, date) => {
    const { duties, catalogue } = await worlds.duties();
    const { gruppen, herkunft } = vollzugOfLeistung(duties, leistung, date);
    return {
      gruppen: gruppen.map(({ verdict, ...rest }) => ({ wer: verdict, ...rest })),
      herkunft: herkunftText(herkunft, leistung.ozgId),
      zweifel: regelungZweifel(regelungOf(catalogue, leistung).wer, herkunft),
      regeln: herkunft.regeln.map(({ id, norm, evidenz }) => ({ id, norm, beleg: evidenceLabel[evidenz] })),
    };
  };
}
