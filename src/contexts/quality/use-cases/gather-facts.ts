import type { Leistung } from '#catalogue';
import { areaDirectory } from '#descriptions';
import type { LocalDate } from '#kernel';
import { mapInSteps } from '#platform';
import { type Place, type RoutingWorld, routeOf } from '#routing';
import { arsHierarchy } from '#standards/pvog';
import type { Kommune, QualityReadDeps } from '../deps.ts';
import type { LevelTexts } from '../domain/level-text.ts';
import type { QualityFacts } from '../domain/score.ts';
import type { levelReader } from './read-levels.ts';

/** Who acts for a Leistung at a Kommune. */
export type Zustaendig = 'selbst' | 'andere' | 'offen';

/** What is known of a Leistung at a Kommune, but for what became of its links. */
export interface Facts extends Omit<QualityFacts, 'kaputt'> {
  readonly leistung: Leistung;
  readonly zustaendig: Zustaendig;
  readonly dienstLinks: readonly string[];
}

/** What the facts are gathered from. */
interface Ground {
  readonly world: RoutingWorld;
  readonly woerter: Words;
  /** Of the texts. */
  readonly version: number;
  readonly tag: LocalDate;
  readonly level: ReturnType<typeof levelReader>;
}

type Words = readonly { readonly ozgId: number | null; readonly leistungId: string | null }[];

/** Gathers what is known of every Leistung of the catalogue at a Kommune, in steps. */
export async function gatherFacts(
  { db }: Pick<QualityReadDeps, 'db'>,
  kommune: Kommune,
  { world, woerter, version, tag, level }: Ground,
): Promise<readonly Facts[]> {
  const place = placeOf(world, kommune);
  const kette = arsHierarchy(place.ars);
  const levels: LevelTexts[] = [];
  for (const ars of kette) levels.push(await db.withPublic((tx) => level(tx, ars, tag, version)));
  const dienste = await diensteOf({ db }, kette, levels, tag);
  const words = wordCounter(woerter);
  return await mapInSteps(world.catalogue.leistungen, (leistung): Facts => {
    const texts = levels.flatMap((each) => each.get(leistung.id) ?? []);
    const links = dienste.get(leistung.id) ?? [];
    const route = wayOf(world, leistung, { place, tag, ags: kommune.ags });
    const online = route.online ? 'eigen' : links.length > 0 ? 'fremd' : 'keiner';
    return { leistung, texts, ...route, online, woerter: words(leistung), dienstLinks: links };
  });
}

/** The place of a Kommune; a Kreis stands for itself. */
function placeOf({ places, territory }: RoutingWorld, { ags, name }: Kommune): Place {
  const row = places.byAgs.get(ags);
  const ars = row?.ars ?? territory.bodyByAgs.get(ags)?.ars ?? ags.padEnd(12, '0');
  return { ags, ars, name, kreis: row?.kreis ?? null, land: row?.land ?? '', plz: null };
}

/** The links of Onlinedienste of others by Leistung. */
async function diensteOf(
  { db }: Pick<QualityReadDeps, 'db'>,
  kette: readonly string[],
  levels: readonly LevelTexts[],
  tag: LocalDate,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const ask = { kette, tag, after: '', limit: 100_000 };
  const dienste = await db.withPublic((tx) => areaDirectory.readDiensteIn(tx, ask));
  const leistungOfText = new Map(
    levels.flatMap((level) => [...level].map(([leistungId, { id }]) => [id, leistungId] as const)),
  );
  const links = new Map<string, string[]>();
  for (const { link, leistungen } of dienste)
    for (const id of new Set(leistungen.map((each) => leistungOfText.get(each) ?? each)))
      if (link !== '') links.set(id, [...(links.get(id) ?? []), link]);
  return links;
}

function wayOf(
  world: RoutingWorld,
  { id }: Leistung,
  { place, tag, ags }: { readonly place: Place; readonly tag: LocalDate; readonly ags: string },
) {
  const route = routeOf(world, { leistungId: id, place, tag, fuer: 'buerger' });
  if (!route.ok) return { zustaendig: 'offen', amt: false, online: false } as const;
  const { stelle, amt, onlinedienst } = route.value;
  const zustaendig = stelle === null ? 'offen' : stelle.ags === ags ? 'selbst' : 'andere';
  const named = amt !== null && amt.herkunft !== 'rathaus' && amt.herkunft !== 'website';
  return { zustaendig, amt: named, online: onlinedienst !== null } as const;
}

function wordCounter(woerter: Words): (leistung: Leistung) => number {
  const counts = new Map<string, number>();
  for (const { ozgId, leistungId } of woerter) {
    const key = leistungId ?? String(ozgId);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return ({ id, ozgId }) => (counts.get(id) ?? 0) + (counts.get(String(ozgId)) ?? 0);
}
