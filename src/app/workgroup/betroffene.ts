import { decisionsOn } from '#duties';
import { readCircle } from '#identity';
import type { LocalDate } from '#kernel';
import { actorOf, type TenantId } from '#platform';
import type { Body } from '#territory';
import type { Betroffene } from '#workgroup';
import type { Services } from '../services.ts';

const system = actorOf('system', 'arbeitsgruppe');
const namedAtMost = 5;

/** Whom facts touch in the circle of an IT-Dienstleister on a day. */
export interface Betroffen {
  /** The Kommunen that carry out one of these Leistungen themselves. */
  readonly kommunen: (leistungen: readonly string[]) => Betroffene;
  readonly alle: () => Betroffene;
  /** Kommunen by key, as far as they belong to the circle. */
  readonly benannte: (ags: readonly string[]) => Betroffene;
  readonly leistungen: (ids: readonly string[]) => Betroffene;
  readonly bodies: readonly Body[];
}

/** Reads the circle's duties once, for all facts of a sheet. */
export async function betroffenIn(
  services: Services,
  provider: TenantId,
  date: LocalDate,
): Promise<Betroffen> {
  const { catalogue, duties, territory } = await services.worlds.duties();
  const circle = await readCircle(services, { tenant: provider, actor: system, permissions: new Set() });
  const bodies = circle.flatMap(({ bodyKey }) =>
    bodyKey === null ? [] : (territory.bodyByAgs.get(bodyKey) ?? []),
  );
  const decide = decisionsOn(duties, date);
  const decided = new Map(bodies.map((body) => [body.ags, decide(body)]));
  const index = new Map(
    duties.facts.leistungen.map(({ id }, at) => [String(id), duties.fallByLeistung[at] ?? 0]),
  );
  const owes = (body: Body, id: string) => decided.get(body.ags)?.[index.get(id) ?? -1]?.verdict === 'selbst';
  const shown = (some: readonly Body[]) => ({
    anzahl: some.length,
    namen: some.slice(0, namedAtMost).map(({ name, ags }) => ({ name, href: `/kommunen/${ags}` })),
  });
  return {
    bodies,
    alle: () => shown(bodies),
    benannte: (ags) => shown(bodies.filter((body) => ags.includes(body.ags))),
    kommunen: (ids) => shown(bodies.filter((body) => ids.some((id) => owes(body, id)))),
    leistungen: (ids) => ({
      anzahl: ids.length,
      namen: ids.slice(0, namedAtMost).flatMap((id) => {
        const found = catalogue.leistungen.find((leistung) => leistung.id === id);
        return found ? [{ name: found.name, href: `/katalog/leistungen/${id}` }] : [];
      }),
    }),
  };
}
