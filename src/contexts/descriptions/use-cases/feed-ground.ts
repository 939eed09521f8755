import type { FeedDeps } from '../deps.ts';
import type { Einlesung } from '../domain/einlesung.ts';
import { bundArs } from '../domain/gebiet.ts';
import type { FeedGround } from '../feed-steps.ts';
import { readQuelle } from '../store-quelle.ts';

/** What the objects of a reading are read against, as it is known when the reading begins or goes on. */
export async function feedGround(
  { db, catalogue, territory }: Pick<FeedDeps, 'db' | 'catalogue' | 'territory'>,
  { quelle }: Pick<Einlesung, 'quelle'>,
): Promise<FeedGround> {
  const [{ leistungByLeika }, { bodies }, source] = await Promise.all([
    catalogue(),
    territory(),
    db.withPublic((tx) => readQuelle(tx, quelle)),
  ]);
  return {
    leistungen: new Map([...leistungByLeika].map(([key, { id }]) => [key, id])),
    arsByAgs: new Map(bodies.flatMap(({ ags, ars }) => (ars ? [[ags, ars] as const] : []))),
    ars: source?.ars ?? bundArs,
    redaktion: source?.name ?? quelle,
  };
}
