import { ok, type Result, refuse } from '#kernel';
import type { Principal } from '#platform';
import { noOverview } from '../errors.ts';
import type { ReportsDeps } from '../reports-deps.ts';
import { berichtendeOf } from '../use-cases/people.ts';
import { kommuneOverview } from './kommune-overview.ts';
import { providerOverview } from './provider-overview.ts';
import type { Uebersicht } from './uebersicht.ts';

/** The overview of whoever asks, by what they may do; the operator names a Kommune. */
export async function answerOverview(
  deps: ReportsDeps,
  principal: Principal | null,
  body?: string,
): Promise<Result<Uebersicht>> {
  const { tenant, permissions } = principal ?? {};
  if (tenant && permissions?.has('circle.read')) return ok(await providerOverview(deps, tenant));
  if (tenant && !permissions?.has('compass.stand.read')) return refuse(noOverview);
  const who = await berichtendeOf(deps, principal, 'lesen', body);
  return who.ok ? kommuneOverview(deps, who.value) : who;
}
