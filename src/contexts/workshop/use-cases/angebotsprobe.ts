import { readAngebote } from '#efa';
import { newestAngebote } from '#efa/many';
import { parseParameters } from '#forms';
import { beispielwerte } from '#forms/testfaelle';
import { ok, type Result, refuse } from '#kernel';
import type { Probe, WorkshopDeps } from '../deps.ts';
import { notToBeTried } from '../errors.ts';

/** A service as it is offered, with made-up values of a Kommune. */
export async function angebotsprobe(
  { db, clock, onlinedienste }: Pick<WorkshopDeps, 'db' | 'clock' | 'onlinedienste'>,
  id: string,
): Promise<Result<Probe>> {
  const offered = newestAngebote(await db.withPublic(readAngebote)).find(({ dienst }) => dienst === id);
  const dienst = (await onlinedienste()).find(
    (one) => one.id === id && one.version === offered?.data.version,
  );
  if (!dienst) return refuse(notToBeTried);
  const { parameters: definitions } = dienst.definition;
  const parameters = parseParameters(definitions, beispielwerte(definitions));
  if (!parameters.ok) return parameters;
  const context = { parameters: parameters.value, today: clock.today() };
  return ok({ kommune: 'Musterstadt', dienst, context });
}
