import { countCases } from '#delivery';
import { type Angebot, readAngebote } from '#efa';
import { actorOf, type MaintenanceTask } from '#platform';
import type { CostsDeps } from '../costs-deps.ts';
import { type AngebotenerDienst, dienstOf, type Nutzung } from '../domain/nutzung.ts';
import { readNutzung, upsertNutzung } from '../store-nutzung.ts';
import type { Reader } from './actors.ts';

const system = actorOf('system', 'nutzung');

/** Counts the ledgers of all Kommunen, month by month, and keeps the numbers for whoever offers the service. */
export async function zaehleNutzung({
  db,
  clock,
  kommunen,
}: Pick<CostsDeps, 'db' | 'clock' | 'kommunen'>): Promise<number> {
  const find = dienstOf(angebotene(await db.withPublic(readAngebote)));
  let changed = 0;
  for (const { tenant, ags } of await kommunen(system))
    changed += await db.withTenant(tenant, system, async (tx) => {
      const sums = new Map<string, Nutzung & { readonly recipient: string }>();
      for (const { leistung, monat, anzahl } of await countCases(tx, tenant)) {
        const one = find(leistung);
        if (one === null) continue;
        const key = `${one.dienst} ${monat}`;
        const before = sums.get(key)?.anzahl ?? 0;
        sums.set(key, {
          ags,
          dienst: one.dienst,
          monat,
          anzahl: before + anzahl,
          recipient: one.anbieterId,
        });
      }
      return sums.size === 0 ? 0 : upsertNutzung(tx, tenant, [...sums.values()], clock.now());
    });
  return changed;
}

/** What recurs in the worker. */
export function costsMaintenance(
  deps: Pick<CostsDeps, 'db' | 'clock' | 'kommunen'>,
): readonly MaintenanceTask[] {
  return [{ name: 'costs.count-use', everyMinutes: 60, run: async () => void (await zaehleNutzung(deps)) }];
}

/** The use of a year that somebody may see: a Kommune its own, who offers services that of all. */
export function nutzungFor(
  { db }: Pick<CostsDeps, 'db'>,
  reader: Reader,
  jahr: number,
  dienst: string | null,
): Promise<readonly Nutzung[]> {
  const [tenant, actor] =
    reader.art === 'kommune'
      ? [reader.payer.kommune.tenant, reader.payer.actor]
      : [reader.manager.anbieter.tenant, reader.manager.actor];
  return db.withTenant(tenant, actor, (tx) => readNutzung(tx, jahr, dienst));
}

/** The newest version of each service counts. */
function angebotene(angebote: readonly Angebot[]): readonly AngebotenerDienst[] {
  const newest = new Map(
    angebote.map(({ dienst, anbieterId, data }) => [
      dienst,
      { dienst, anbieterId, leistungen: data.covers.map(({ leika }) => leika) },
    ]),
  );
  return [...newest.values()];
}
