import { type FimDeps, schemaLeser } from '#fim';
import { readMembers } from '#identity';
import { actorOf, nextTurn, type Principal } from '#platform';
import { actingFor, ownOrganisation } from '../organisations.ts';
import type { Services } from '../services.ts';

const system = actorOf('system', 'fim');
const nothing: ReadonlySet<string> = new Set();

/** What the room of FIM schemas needs of identity: how people are called whose ticks are shown. */
export function fimDeps(services: Services): FimDeps {
  const { db, clock, demo } = services;
  return {
    db,
    clock,
    demo,
    personOf: (principal) => personOf(services, principal),
    actingFor: (operator, organisation) => actingFor(services, operator, organisation),
    leser: schemaLeser(nextTurn),
  };
}

/** A member by name, everybody else by the organisation for which they act. */
async function personOf(services: Services, principal: Principal): Promise<string> {
  const { tenant, actor, kind } = principal;
  if (tenant === null) return 'Betreiber';
  const members = await readMembers(services, { tenant, actor: system, permissions: nothing });
  const member = members.find(({ id }) => actor.includes(id));
  if (member) return member.name;
  const own = await ownOrganisation(services, principal);
  const house = own?.organisation.name ?? 'Unbekannt';
  return kind === 'maschine' ? `${house} (Maschine)` : house;
}
