import { readAllLive } from '#efa';
import { type Dauer, dauerOf } from '../domain/dauer.ts';
import type { MarketplaceDeps } from '../marketplace-deps.ts';
import { readBeginn } from '../store/interesse.ts';

/** How long other Kommunen took from their interest in a service to the day on which it went live. */
export async function dauerAnderer(
  { db }: Pick<MarketplaceDeps, 'db'>,
  dienst: string,
  ohneTenant: string | null,
): Promise<Dauer> {
  const [beginn, live] = await Promise.all([
    db.withFigures((tx) => readBeginn(tx, dienst)),
    db.withPublic(readAllLive),
  ]);
  const spans = live.flatMap(({ tenant, dienst: of, seit }) => {
    const von = of === dienst && tenant !== ohneTenant ? beginn.get(tenant) : undefined;
    return von === undefined ? [] : [{ von, bis: seit }];
  });
  return dauerOf(spans);
}
