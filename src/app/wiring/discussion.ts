import {
  type DiscussionDeps,
  type House,
  hinweisSection,
  type RecordKey,
  rueckfragenHinweis,
} from '#discussion';
import { permissionsOf, readCircle, readMembers } from '#identity';
import { isValidOn } from '#kernel';
import { actorOf, type Principal, type TenantId } from '#platform';
import { actingFor, ownOrganisation } from '../organisations.ts';
import { recordKinds } from '../records/record-kinds.ts';
import type { Services } from '../services.ts';

const system = actorOf('system', 'rueckfragen');
const nothing: ReadonlySet<string> = new Set();

/** What the questions need of identity, and the kinds of records on which they hang. */
export function discussionDeps(services: Services): DiscussionDeps {
  const { db, clock, demo, mailer, hosts } = services;
  return {
    db,
    clock,
    demo,
    records: recordKinds(services),
    houseOf: (principal) => houseOf(services, principal),
    betreute: async (tenant) => {
      const circle = await readCircle(services, { tenant, actor: system, permissions: nothing });
      return circle.map(({ id, name, teiltSeit }) => ({ id, name, teilt: teiltSeit !== null }));
    },
    colleagues: (tenant) => colleagues(services, tenant),
    sendMail: mailer.send,
    staffOrigin: hosts.originOf('staff'),
    actingFor: (operator, organisation) => actingFor(services, operator, organisation),
  };
}

async function houseOf(services: Services, principal: Principal | null): Promise<House | null> {
  const own = await ownOrganisation(services, principal);
  if (own === null) return null;
  const { organisation, providers, einwilligungen } = own;
  const today = services.clock.today();
  const teilt = (provider: TenantId) =>
    einwilligungen.some((one) => one.providerId === provider && isValidOn(one, today));
  return {
    id: organisation.id,
    name: organisation.name,
    isProvider: organisation.kind === 'it-dienstleister',
    betreuer: providers.map(({ id, name }) => ({ id, name, teilt: teilt(id) })),
  };
}

async function colleagues(services: Services, tenant: TenantId) {
  const members = await readMembers(services, { tenant, actor: system, permissions: nothing });
  return members.map(({ id, name, email, state, roles }) => ({
    id,
    name,
    email: state === 'active' ? email : null,
    permissions: permissionsOf(roles),
  }));
}

/** What a record's page shows of its questions: the port of the contexts below. */
export function rueckfragenPort(deps: DiscussionDeps) {
  return async (principal: Principal | null, record: RecordKey, allgemein?: RecordKey) =>
    hinweisSection(await rueckfragenHinweis(deps, principal, record, allgemein));
}
