import { listZustellpunkte, zustellpunkteVersion } from '#delivery';
import {
  descriptionsCounter,
  readBeschreibungen,
  readFremddienste,
  readOrganisationseinheiten,
} from '#descriptions';
import { type LiveDienst, parametersOf, readAngebot, zustellpunktFor } from '#efa';
import type { LocalDate } from '#kernel';
import { type Law, nutzergruppenOf } from '#law';
import { actorOf, installationPrivateKey, openDataFolder, parseTenantId, type TenantId } from '#platform';
import { type DienstReader, readSiteContacts, sitesVersion } from '#portal';
import {
  compileRouting,
  type DestinationSigner,
  type DienstAngaben,
  destinationSigner,
  type FremdReader,
  heldForeign,
  localFactsReader,
  type RoutingDeps,
  readPlaces,
  vocabularyOf,
  withVocabulary,
  type ZielgruppenOf,
  type Zustellziel,
} from '#routing';
import type { Territory } from '#territory';
import { dataFolder } from '../load-reference-data.ts';
import type { Services } from '../services.ts';
import { keptFor, shownUntilMade } from '../worlds.ts';

const actor = actorOf('system', 'routing');

/** What routing needs: duties and law, all places, what the Kommunen show of themselves, and what feeds say. */
export function routingDeps(services: Services, dienste: DienstReader): RoutingDeps {
  const { db, clock, demo, worlds, hosts } = services;
  const places = shownUntilMade((territory: Territory) => readPlaces(dataFolder, territory));
  const vocabulary = shownUntilMade(vocabularyOf);
  const index = keptFor(withVocabulary);
  const world = keptFor(compileRouting);
  const zielgruppen = keptFor(
    (law: Law): ZielgruppenOf =>
      (leistung, tag) =>
        nutzergruppenOf(law, leistung, tag),
  );
  const local = localFactsReader({
    db,
    clock,
    auftritte: {
      version: sitesVersion,
      read: async (tx) =>
        (await readSiteContacts(tx)).map(({ slug, ...site }) => ({
          ...site,
          origin: hosts.portalOrigin(slug),
        })),
    },
    angaben: {
      version: zustellpunkteVersion,
      read: (live, tag) => angabenOf(services, dienste, live, tag),
    },
  });
  return {
    clock,
    demo,
    world: async () => {
      const [base, facts] = await Promise.all([worlds.law(), local()]);
      const { territory, catalogue } = base;
      const [rows, words] = await Promise.all([places(territory), vocabulary(catalogue)]);
      return world(base, index(rows, words), facts, zielgruppen(base.law));
    },
    fremd: heldForeign(
      () => db.withPublic(descriptionsCounter),
      foreignReader(services),
      () => performance.now(),
    ),
  };
}

/** What feeds say of Onlinedienste, offices and forms of others. */
function foreignReader({ db }: Pick<Services, 'db'>): FremdReader {
  return (leistungId, kette, tag) =>
    db.withPublic(async (tx) => {
      const dienste = await readFremddienste(tx, { leistungId, kette, tag });
      const stellen = await readOrganisationseinheiten(tx, { leistungId, kette });
      const texts = await readBeschreibungen(tx, { leistungId, kette, tag, sprache: 'de' });
      const parts = texts.flatMap(({ abschnitte }) => abschnitte);
      const textOf = (wanted: string) => parts.find(({ modul }) => modul === wanted)?.inhalt ?? null;
      return { dienste, stellen, formular: textOf(formulare), kosten: textOf(kosten) };
    });
}

/** The text modules of the LeiKa that name forms, and what it costs. */
const [formulare, kosten] = ['14', '98'];

/** Signs destinations with a key of this installation that lies beside its other keys. */
export function routingSigner({ config, clock, hosts }: Services): DestinationSigner {
  return destinationSigner({
    privateKey: () => installationPrivateKey(openDataFolder(config.dataFolder), 'routing-signatur.pem'),
    origin: hosts.originOf('api'),
    now: clock.now,
  });
}

/** What a live Onlinedienst costs, and the Zustellpunkte to which its Anträge go, as far as they receive. */
async function angabenOf(
  services: Services,
  dienste: DienstReader,
  live: LiveDienst,
  tag: LocalDate,
): Promise<DienstAngaben> {
  const tenant = parseTenantId(live.tenant);
  if (tenant === null) return { gebuehr: null, ziele: new Map() };
  const seite = await dienste(tenant, live, tag);
  return { gebuehr: seite?.texte?.cost || null, ziele: await zieleOf(services, tenant, live, tag) };
}

async function zieleOf(
  { db, clock }: Services,
  tenant: TenantId,
  { dienst, fassung }: LiveDienst,
  tag: LocalDate,
): Promise<ReadonlyMap<string, Zustellziel>> {
  return await db.withTenant(tenant, actor, async (tx) => {
    const angebot = await readAngebot(tx, dienst, fassung);
    const values = await parametersOf(tx, dienst, { date: tag });
    const open = (await listZustellpunkte(tx, tenant, clock.now())).filter(
      ({ state, key }) => state === 'active' && key !== null,
    );
    return new Map(
      (angebot?.data.covers ?? []).flatMap(({ leika, office }) => {
        const ziel = open.find(({ id }) => id === zustellpunktFor(values, office));
        return ziel ? [[leika, { id: ziel.id, name: ziel.name }] as const] : [];
      }),
    );
  });
}
