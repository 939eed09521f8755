import { Readable } from 'node:stream';
import { html } from 'hono/html';
import type { CompassDeps } from '#compass';
import type { DiscussionDeps } from '#discussion';
import { listOrganisations, readCircle, roleLabel } from '#identity';
import { actorOf, type Principal, scanAll } from '#platform';
import { arbeitsgruppeHinweis, type BeschlussZiel, type WorkgroupDeps } from '#workgroup';
import { actingFor } from '../organisations.ts';
import type { Services } from '../services.ts';
import { neuerungsQuellen } from '../workgroup/neuerungen.ts';
import { paketQuellen } from '../workgroup/pakete.ts';
import { beschlussZiele } from '../workgroup/ziele.ts';
import { rueckfragenPort } from './discussion.ts';

const system = actorOf('system', 'arbeitsgruppe');
const nothing: ReadonlySet<string> = new Set();

/** The roles for which there is a pack; the first one where nobody chose. */
const rollen = (['koordination', 'stand-pflege', 'leitung', 'ozg-leitung'] as const).map((value) => ({
  value,
  label: roleLabel(value),
}));

/** What the working group needs of the others: what decisions concern, what is new, what a newcomer must know. */
export function workgroupDeps(
  services: Services,
  discussion: DiscussionDeps,
  { compass, ziele }: { readonly compass: () => CompassDeps; readonly ziele: readonly BeschlussZiel[] },
): WorkgroupDeps {
  const { db, keys, clock, demo, mailer, hosts, scanner, worlds, config } = services;
  const deps: WorkgroupDeps = {
    db,
    keys,
    clock,
    demo,
    discussion,
    houseOf: discussion.houseOf,
    betreute: async (tenant) => {
      const circle = await readCircle(services, { tenant, actor: system, permissions: nothing });
      return circle.map(({ id, name, bodyKey }) => ({ id, name, ags: bodyKey }));
    },
    colleagues: discussion.colleagues,
    einwohner: async () => {
      const { einwohnerByAgs } = await worlds.territory();
      return (ags) => (ags === null ? null : (einwohnerByAgs.get(ags)?.at(-1)?.zahl ?? null));
    },
    sendMail: mailer.send,
    scan: async (bytes) => scanner && scanAll(scanner, Readable.from([bytes])),
    staffOrigin: hosts.originOf('staff'),
    mailFrom: config.mailFrom,
    providers: async () =>
      (await listOrganisations(services, system))
        .filter(({ kind }) => kind === 'it-dienstleister')
        .map(({ id }) => id),
    organisationen: async () => (await listOrganisations(services, system)).map(({ id }) => id),
    ziele: beschlussZiele(discussion.records, ziele),
    neuerungen: neuerungsQuellen(services),
    pakete: () => paketQuellen(services, compass(), discussion, () => deps),
    rollen,
    actingFor: (operator, organisation) => actingFor(services, operator, organisation),
  };
  return deps;
}

/** What a record's page says of it: its questions, and what the working group decided and answered. */
export function recordPort(discussion: DiscussionDeps, workgroup: WorkgroupDeps) {
  const rueckfragen = rueckfragenPort(discussion);
  return async (
    principal: Principal | null,
    record: Parameters<typeof rueckfragen>[1],
    allgemein?: Parameters<typeof rueckfragen>[2],
  ) =>
    html`${await rueckfragen(principal, record, allgemein)}${await arbeitsgruppeHinweis(workgroup, principal, allgemein ? [record, allgemein] : [record])}`;
}
