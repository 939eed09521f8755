import {
  amZugNews,
  type ConnectionDeps,
  fristenNews,
  type Katalog,
  type ProbeDeps,
  readKatalog,
  startProbe,
} from '#connection';
import { type Delivery, listZustellpunkteVieler } from '#delivery';
import type { EfaDeps, Kommune } from '#efa';
import { listOrganisations, reachableMembers, readCircle } from '#identity';
import { dayInGermany } from '#kernel';
import { auftraegeOf, vertragsEnden } from '#marketplace';
import { type DigestSource, membersWithoutMail } from '#notices';
import { actorOf, parseTenantId, type TenantId } from '#platform';
import { ownerOf, publishedSites } from '#portal';
import { sampleAntrag } from '#prover';
import { dataFolder } from '../load-reference-data.ts';
import { actingFor } from '../organisations.ts';
import type { Services } from '../services.ts';

const system = actorOf('system', 'anbindung');
const nothing: ReadonlySet<string> = new Set();

/** Where the orders of several Kommunen stand, as the marketplace keeps them. */
function auftraegePort({ clock }: Pick<Services, 'clock'>): ConnectionDeps['auftraege'] {
  return async (tx, dienst, kommunen) => {
    const staende = await auftraegeOf(tx, { dienst, kommunen, day: clock.today() });
    return new Map(
      [...staende].map(([tenant, { zustand, am }]) => [
        tenant,
        { zustand, am, angenommen: zustand === 'angenommen' },
      ]),
    );
  };
}

/** What this context adds to efa's go-live check. */
export function startProbeOf(services: Services, katalog: Katalog) {
  const { db, clock } = services;
  const deps: ProbeDeps = {
    db,
    clock,
    katalog,
    auftraege: auftraegePort(services),
    zustellpunkteVieler: (kommunen) => zustellpunkteVieler(services, kommunen),
    auftritte: async (kommunen) => {
      const wanted = new Set(kommunen.map(({ tenant }) => tenant));
      const sites = (await publishedSites({ db, clock })).filter((site) => wanted.has(ownerOf(site)));
      return new Map(
        sites.map((site) => [ownerOf(site), { href: '/portal', datenschutz: site.datenschutzEmail }]),
      );
    },
    bearbeitung: async ({ tenant }) => {
      const members = await db.withTenant(tenant, system, (tx) => reachableMembers(tx, services, tenant));
      return members
        .filter(({ permissions }) => permissions.has('inbox.work'))
        .map(({ stellen }) => ({ stellen }));
    },
  };
  return startProbe(deps);
}

/** The shipped checklist. */
export function shippedKatalog(): Katalog {
  return readKatalog(dataFolder);
}

/** What the rooms of one Anbindung need of identity, delivery, efa and the prover. */
export function connectionDeps(
  services: Services,
  {
    efa,
    delivery,
    katalog,
  }: { readonly efa: EfaDeps; readonly delivery: Delivery; readonly katalog: Katalog },
): ConnectionDeps {
  const { db, clock, demo, keys, mailer, hosts } = services;
  return {
    ...{ db, clock, demo, keys, katalog, efa, delivery },
    auftraege: auftraegePort(services),
    ownKommune: efa.ownKommune,
    ownAnbieter: efa.ownAnbieter,
    betreute: (tenant) => betreuteKommunen(services, tenant),
    musterAntworten: sampleAntrag,
    sendMail: mailer.send,
    staffOrigin: hosts.originOf('staff'),
    haeuser: async () =>
      (await listOrganisations(services, system)).flatMap(({ id, name, kind, bodyKey }) => {
        const tenant = parseTenantId(id);
        return tenant === null || kind === 'betreiber' ? [] : [{ tenant, name, ags: bodyKey }];
      }),
    schluesselEnden: (kommunen) => schluesselEnden(services, kommunen),
    ohneAmZugMail: (tenant) =>
      db.withTenant(tenant, system, (tx) => membersWithoutMail(tx, tenant, 'anbindungen')),
    vertragsEnden: (tenant) => db.withTenant(tenant, system, vertragsEnden),
    actingFor: (operator, organisation) => actingFor(services, operator, organisation),
  };
}

async function betreuteKommunen(services: Services, tenant: TenantId): Promise<readonly Kommune[]> {
  const circle = await readCircle(services, { tenant, actor: system, permissions: nothing });
  return circle.flatMap(({ id, bodyKey, name }) =>
    bodyKey === null ? [] : [{ tenant: id, ags: bodyKey, name }],
  );
}

/** The Zustellpunkte of many Kommunen, in one query. */
export function zustellpunkteVieler({ db, clock }: Services, kommunen: readonly Kommune[]) {
  const tenants = kommunen.map(({ tenant }) => tenant);
  return db.withPublic((tx) => listZustellpunkteVieler(tx, tenants, clock.now()));
}

async function schluesselEnden(services: Services, kommunen: readonly Kommune[]) {
  const all = await zustellpunkteVieler(services, kommunen);
  return [...all.values()]
    .flat()
    .flatMap(({ tenant, name, state, key }) =>
      key === null || state === 'ended' ? [] : [{ tenant, name, bis: dayInGermany(key.validTo) }],
    );
}

/** Which lines of checklists began to wait for a member's house, for the digest. */
export function amZugSource(connection: ConnectionDeps): DigestSource {
  return {
    key: 'am-zug',
    label: 'Anbindungen: jetzt sind Sie am Zug',
    href: '/anbindungen',
    since: (reader, since) => amZugNews(connection, { ...reader, kind: 'mitglied' }, since),
  };
}

/** What expires soon in the Anbindungen of a member, for the digest. */
export function fristenSource(connection: ConnectionDeps): DigestSource {
  return {
    key: 'fristen',
    label: 'Fristen Ihrer Anbindungen',
    href: '/fristen',
    since: (reader, since) => fristenNews(connection, { ...reader, kind: 'mitglied' }, since),
  };
}
