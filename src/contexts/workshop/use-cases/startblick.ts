import type { Actor, Principal, TenantId, Tx } from '#platform';
import { type WorkshopDeps, workshopPermissions } from '../deps.ts';
import { readTitel, readZuletzt } from '../store-entwurf.ts';
import { readVorlagen } from '../store-vorlage.ts';
import { autorVon } from './autor.ts';

/** A draft that was proposed and waits for a second person. */
export interface WartendeVorlage {
  readonly titel: string;
  readonly href: string;
  readonly vorgelegtAm: Date;
}

/** What somebody who builds or publishes services should see first. */
export interface Startblick {
  /** Proposals of others that this person may decide. */
  readonly wartend: readonly WartendeVorlage[];
  /** The draft on which the person worked last; `null` where there is none. */
  readonly zuletzt: { readonly titel: string; readonly href: string } | null;
}

const newest = 1_000_000;

/** What waits for somebody in the workshop; `null` for whoever does not build services. */
export async function startblick(
  deps: Pick<WorkshopDeps, 'db' | 'ownAnbieter'>,
  principal: Principal | null,
): Promise<Startblick | null> {
  const autor = await autorVon(deps, principal);
  if (!autor.ok) return null;
  const { actor, anbieter, veroeffentlicht } = autor.value;
  return deps.db.withTenant(anbieter.tenant, actor, async (tx) => {
    const last = await readZuletzt(tx, actor);
    return {
      wartend: veroeffentlicht ? await wartendIn(tx, actor) : [],
      zuletzt:
        last === null ? null : { titel: await readTitel(tx, last, newest), href: `/werkstatt/${last}` },
    };
  });
}

/** The proposals that came after a moment and that this member may decide: for a summary by mail. */
export async function wartendSeit(
  { db }: Pick<WorkshopDeps, 'db'>,
  reader: { readonly tenant: TenantId; readonly actor: Actor; readonly permissions: ReadonlySet<string> },
  since: Date,
): Promise<readonly WartendeVorlage[]> {
  if (!reader.permissions.has(workshopPermissions.publish)) return [];
  const all = await db.withTenant(reader.tenant, reader.actor, (tx) => wartendIn(tx, reader.actor));
  return all.filter(({ vorgelegtAm }) => vorgelegtAm > since);
}

async function wartendIn(tx: Tx, actor: Actor): Promise<readonly WartendeVorlage[]> {
  const open = (await readVorlagen(tx, null)).filter(
    ({ entscheidung, vorgelegtVon }) => entscheidung === null && vorgelegtVon !== actor,
  );
  const waiting: WartendeVorlage[] = [];
  for (const { dienst, schritt, vorgelegtAm } of open)
    waiting.push({
      titel: await readTitel(tx, dienst, schritt),
      href: `/werkstatt/${dienst}/veroeffentlichen`,
      vorgelegtAm,
    });
  return waiting;
}
