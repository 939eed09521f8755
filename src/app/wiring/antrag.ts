import {
  type ApplicationsDeps,
  type AuthorityNews,
  applicationLimits,
  openOffers,
  recordScan,
  recordStatus,
} from '#applications';
import { type Delivery, listZustellpunkte, receivingTenants } from '#delivery';
import { type EfaDeps, parametersOf, zustellpunktFor } from '#efa';
import type { FimDeps } from '#fim';
import type { Places } from '#forms';
import { deletionRule, type Onlinedienst } from '#forms/onlinedienst';
import { findOrganisation, readMembers, readOrganisation } from '#identity';
import { type ApplicantNews, type InboxDeps, keepNews, type ScanNews } from '#inbox';
import { addDays, type LocalDate, ok, type Result } from '#kernel';
import type { InForceReader } from '#parameters';
import { actorOf, parseTenantId, scanAll, type TenantId, type Tx } from '#platform';
import type { RoutingDeps } from '#routing';
import { demoKonten } from '../demo/konten.ts';
import type { Services } from '../services.ts';
import { fachdatenPort } from './fachdaten.ts';
import { forwardTargets, officeAddress } from './office.ts';

/** Both ends of an Antrag: neither knows the other, so what one tells the other is wired here. */
export interface AntragWiring {
  readonly applications: ApplicationsDeps;
  readonly inbox: InboxDeps;
}

/** The rooms that serve both ends. */
interface Wired {
  readonly routing: Pick<RoutingDeps, 'world'>;
  readonly inForce: InForceReader;
  readonly fim: FimDeps;
}

const system = actorOf('system', 'antrag');

/** Wires the applicant's side and the authority's side over the delivery between them. */
export function antragWiring(
  services: Services,
  delivery: Delivery,
  onlinedienste: EfaDeps['onlinedienste'],
  { routing, inForce, fim }: Wired,
): AntragWiring {
  const { db, clock, keys, demo, mailer, hosts, scanner } = services;
  const applications: ApplicationsDeps = {
    db,
    clock,
    blobs: delivery.blobs,
    offers: openOffers(clock, () => placesBy(routing), inForce),
    cookieName: services.cookieName('antrag'),
    limit: applicationLimits(),
    sendMail: mailer.send,
    destinationOf: async (tx, { tenant }, dienst, office, ort) => {
      const today = { date: clock.today(), knownAt: clock.now() };
      const zustellpunkt = zustellpunktFor(await parametersOf(tx, dienst, today), office, ort);
      const known = await listZustellpunkte(tx, tenant, clock.now());
      const name = known.find(({ id }) => id === zustellpunkt)?.name;
      return zustellpunkt === null ? null : { tenant, zustellpunkt, name: name ?? office };
    },
    ...(demo ? { konten: demoKonten } : {}),
    tellAuthority: (tx, news) =>
      inTenant(services, tx, news.empfaenger, (own) =>
        keepNews(own, { keys }, news.empfaenger, newsOf(news)),
      ),
  };
  const inbox: InboxDeps = {
    db,
    clock,
    demo,
    keys,
    delivery,
    sendMail: mailer.send,
    scan: scanner && ((bytes) => scanAll(scanner, bytes)),
    staffOrigin: hosts.originOf('staff'),
    colleagues: async ({ tenant, actor }) => {
      const members = await readMembers(services, { tenant, actor, permissions: new Set() });
      return members
        .filter(({ roles }) => roles.includes('fachbereich'))
        .map(({ id, name, stellen }) => ({ id, name, stellen }));
    },
    tellApplicant: (tx, news) => tellApplicant(services, tx, news),
    tellScan: (tx, news) => tellScan(services, tx, news),
    forwardTargets: ({ tenant }) => forwardTargets(services, tenant),
    deletionDay: async (leistung, closedOn) =>
      addDays(closedOn, await daysKept(onlinedienste, closedOn, leistung)),
    leistungLabel: async (leistung) => {
      const definition = (await dienstFor(onlinedienste, leistung))?.definition;
      const cover = definition?.covers.find(({ leika }) => leika === leistung);
      return cover?.name ?? definition?.title ?? leistung;
    },
    authorityName: (tenant) => nameOf(services, tenant),
    officeAddress: (tenant, zustellpunkt) => officeAddress(services, tenant, zustellpunkt),
    authorities: () => db.withPublic(receivingTenants),
    findOrganisation: (actor, text) => findOrganisation(services, actor, text),
    fachdaten: fachdatenPort(fim, onlinedienste),
  };
  return { applications, inbox };
}

/** What the authority is called; mails to applicants name it. */
async function nameOf(services: Services, tenant: TenantId): Promise<string | null> {
  const found = await readOrganisation(services, { tenant, actor: system, permissions: new Set() });
  return found.ok ? found.value.organisation.name : null;
}

/** The towns of a postcode, of the places that routing knows. */
async function placesBy({ world }: Pick<RoutingDeps, 'world'>): Promise<Places> {
  const { places } = await world();
  return { citiesOf: (plz) => (places.byPlz.get(plz) ?? []).map(({ name }) => name) };
}

function newsOf({ id, submissionId, at, art, text }: AuthorityNews) {
  return { id, submissionId, at, art, text };
}

/** Runs in the transaction at hand where it is the organisation's own, in one of its own where not. */
function inTenant<T>(services: Services, tx: Tx, tenant: TenantId, run: (tx: Tx) => Promise<T>): Promise<T> {
  return tx.tenant === tenant ? run(tx) : services.db.withTenant(tenant, system, run);
}

async function tellApplicant(services: Services, tx: Tx, news: ApplicantNews): Promise<Result<unknown>> {
  const tenant = parseTenantId(news.absender);
  // Sent by another system than our portal: it learns of the case by its own way.
  if (tenant === null) return ok(null);
  return inTenant(services, tx, tenant, (own) => recordStatus(own, services.clock, news));
}

async function tellScan(services: Services, tx: Tx, { absender, ...news }: ScanNews): Promise<void> {
  const tenant = parseTenantId(absender);
  if (tenant !== null) await inTenant(services, tx, tenant, (own) => recordScan(own, news));
}

/** Where no rule of a service names a Leistung, a case stays for a year. */
const usualDays = 365;

async function daysKept(
  onlinedienste: EfaDeps['onlinedienste'],
  today: LocalDate,
  leistung: string,
): Promise<number> {
  const dienst = await dienstFor(onlinedienste, leistung);
  return (dienst && deletionRule(dienst, 'case', today)?.days) ?? usualDays;
}

/** The Onlinedienst that a case names by its id or by one of its Leistungen. */
async function dienstFor(
  onlinedienste: EfaDeps['onlinedienste'],
  leistung: string,
): Promise<Onlinedienst | undefined> {
  return (await onlinedienste()).find(
    ({ id, definition }) => id === leistung || definition.covers.some(({ leika }) => leika === leistung),
  );
}
