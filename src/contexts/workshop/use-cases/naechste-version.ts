import { readAngebote } from '#efa';
import type { WorkshopDeps } from '../deps.ts';
import { readFassungen } from '../store-vorlage.ts';

/** One more than any version that was ever shipped, published or offered. */
export async function naechsteVersion(deps: WorkshopDeps, dienst: string): Promise<number> {
  const known = (await deps.onlinedienste()).filter(({ id }) => id === dienst).map(({ version }) => version);
  const others = await deps.db.withPublic(async (tx) => [
    ...(await readFassungen(tx)).filter((each) => each.dienst === dienst).map((each) => each.version),
    ...(await readAngebote(tx)).filter((each) => each.dienst === dienst).map(({ data }) => data.version),
  ]);
  return Math.max(0, ...known, ...others) + 1;
}
