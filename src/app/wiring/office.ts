import { listZustellpunkte } from '#delivery';
import { readAllLive } from '#efa';
import { parseTenantId, type TenantId } from '#platform';
import type { Services } from '../services.ts';

/** The Zustellpunkte of other bodies that receive. */
export async function forwardTargets({ db, clock }: Services, own: TenantId) {
  const live = await db.withPublic(readAllLive);
  const others = new Map(
    live.flatMap(({ tenant, kommune }) =>
      tenant === own ? [] : [[parseTenantId(tenant), kommune] as const],
    ),
  );
  const targets = [];
  for (const [tenant, kommune] of others) {
    if (tenant === null) continue;
    const zustellpunkte = await db.withPublic((tx) => listZustellpunkte(tx, tenant, clock.now()));
    targets.push(
      ...zustellpunkte
        .filter(({ key }) => key !== null)
        .map(({ id, name }) => ({ tenant, zustellpunkt: id, label: `${kommune}, ${name}` })),
    );
  }
  return targets;
}

/** The office's own mailbox, else the one that the Kommune states for its services. */
export async function officeAddress(
  { db, clock }: Services,
  tenant: TenantId,
  zustellpunkt: string,
): Promise<string | null> {
  const offices = await db.withPublic((tx) => listZustellpunkte(tx, tenant, clock.now()));
  const own = offices.find(({ id }) => id === zustellpunkt)?.postfach;
  if (own) return own;
  const live = (await db.withPublic(readAllLive)).filter((dienst) => dienst.tenant === tenant);
  const today = clock.today();
  return (
    live.flatMap(({ stellen }) => stellen.filter(({ gueltigVon }) => gueltigVon <= today)).at(-1)?.email ??
    null
  );
}
