import { addDays, clockDaysAway, type LocalDate } from '#kernel';
import type { Principal } from '#platform';
import {
  gruppeAktionen,
  mitwirkendeOf,
  settleZustellungen,
  sitzungAktionen,
  type WorkgroupDeps,
} from '#workgroup';
import type { Services } from '../../services.ts';
import { need } from '../need.ts';

const aktionen = [...sitzungAktionen, ...gruppeAktionen];

/** Everything that the invented group does, by the same actions as pages, API and commands. */
export interface Runde {
  readonly services: Services;
  readonly workgroup: WorkgroupDeps;
  readonly leitung: Principal;
  readonly people: readonly Principal[];
  readonly gruppe: string;
  readonly today: LocalDate;
}

export function onDay({ clock }: Services, workgroup: WorkgroupDeps, days: number): WorkgroupDeps {
  return { ...workgroup, clock: clockDaysAway(clock, days) };
}

/** So many days from today, or up to two fewer where that is a weekend: nobody meets then. */
export function tageBisWerktag(today: LocalDate, tage: number): number {
  const weekday = new Date(`${addDays(today, tage)}T00:00:00Z`).getUTCDay();
  return tage - (weekday === 6 ? 1 : weekday === 0 ? 2 : 0);
}

type Felder = Readonly<Record<string, string>>;

export async function tue(
  deps: WorkgroupDeps,
  principal: Principal,
  capability: string,
  params: Felder,
  felder: Felder = {},
): Promise<string> {
  const aktion = aktionen.find((one) => one.capability === capability);
  if (aktion === undefined) throw new Error(`${capability} is no action`);
  const wer = need(await mitwirkendeOf(deps, principal, aktion.recht));
  return need(await aktion.run(deps, wer, params, felder)).id;
}

/** Invites, and lets nobody hear of it: what is made up is no news. */
export async function einladen(deps: WorkgroupDeps, leitung: Principal, id: string): Promise<void> {
  await tue(deps, leitung, 'workgroup.session.einladen', { id });
  if (leitung.tenant)
    await deps.db.withTenant(leitung.tenant, leitung.actor, (tx) => settleZustellungen(tx, deps.clock.now()));
}
