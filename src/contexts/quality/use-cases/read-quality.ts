import type { Leistung } from '#catalogue';
import { areaDirectory, descriptionsCounter } from '#descriptions';
import type { LocalDate } from '#kernel';
import { mapInSteps } from '#platform';
import { type Place, type RoutingWorld, routeOf } from '#routing';
import { arsHierarchy } from '#standards/pvog';
import type { Kommune, QualityReadDeps } from '../deps.ts';
import type { LevelText, LevelTexts } from '../domain/level-text.ts';
import type { GeprueftesLink } from '../domain/link.ts';
import {
  easeOf,
  isDue,
  type Kriterium,
  oldestDay,
  pointsOf,
  type QualityFacts,
  reckon,
  sectionsThere,
} from '../domain/score.ts';
import { readBrokenLinks, readLinks } from '../store.ts';
import { levelReader } from './read-levels.ts';

/** Who acts for a Leistung at a Kommune. */
export type Zustaendig = 'selbst' | 'andere' | 'offen';

/** How well a Leistung is described at a Kommune. */
export interface QualityRow {
  readonly leistung: Pick<Leistung, 'id' | 'name' | 'leika'>;
  readonly zustaendig: Zustaendig;
  readonly punkte: number;
  readonly kriterien: readonly Kriterium[];
  readonly texts: readonly LevelText[];
  readonly abschnitte: number;
  readonly stand: string | null;
  readonly lesbarkeit: number | null;
  readonly online: QualityFacts['online'];
  readonly amt: boolean;
  readonly woerter: number;
  readonly kaputt: number;
  readonly faellig: boolean;
}

/** A link of a Leistung at a Kommune, and what is known of it. */
export interface LinkRow extends GeprueftesLink {
  readonly leistung: Pick<Leistung, 'id' | 'name'>;
  readonly wo: 'Text' | 'Onlinedienst';
  readonly ebene: string;
}

/** Reads how well the Leistungen of a Kommune are described. */
export interface QualityReader {
  readonly rows: (kommune: Kommune) => Promise<readonly QualityRow[]>;
  readonly links: (kommune: Kommune) => Promise<readonly LinkRow[]>;
}

interface Facts extends Omit<QualityFacts, 'kaputt'> {
  readonly leistung: Leistung;
  readonly zustaendig: Zustaendig;
  readonly dienstLinks: readonly string[];
}

interface Held {
  readonly key: readonly unknown[];
  readonly facts: readonly Facts[];
}

const mostKommunen = 12;

/** Opens the reader; what it read of a Kommune it keeps until rules, texts, words or the day change. */
export function openQuality(deps: QualityReadDeps): QualityReader {
  const held = new Map<string, Held>();
  const level = levelReader();
  const factsOf = async (kommune: Kommune): Promise<readonly Facts[]> => {
    const { db, clock } = deps;
    const [world, { woerter }] = await Promise.all([deps.world(), deps.words()]);
    const version = await db.withPublic(descriptionsCounter);
    const tag = clock.today();
    const key = [world, woerter, version, tag];
    const known = held.get(kommune.ags);
    if (known?.key.every((each, at) => each === key[at])) return known.facts;
    const place = placeOf(world, kommune);
    const kette = arsHierarchy(place.ars);
    const levels: LevelTexts[] = [];
    for (const ars of kette) levels.push(await db.withPublic((tx) => level(tx, ars, tag, version)));
    const dienste = await diensteOf(deps, kette, levels, tag);
    const words = wordCounter(woerter);
    const facts = await mapInSteps(world.catalogue.leistungen, (leistung): Facts => {
      const texts = levels.flatMap((each) => each.get(leistung.id) ?? []);
      const links = dienste.get(leistung.id) ?? [];
      const route = wayOf(world, leistung, { place, tag, ags: kommune.ags });
      const online = route.online ? 'eigen' : links.length > 0 ? 'fremd' : 'keiner';
      return { leistung, texts, ...route, online, woerter: words(leistung), dienstLinks: links };
    });
    if (held.size >= mostKommunen) held.clear();
    held.set(kommune.ags, { key, facts });
    return facts;
  };
  return {
    rows: async (kommune) => {
      const facts = await factsOf(kommune);
      const broken = await deps.db.withPublic(readBrokenLinks);
      const today = deps.clock.today();
      return await mapInSteps(facts, (each) => rowOf(each, broken, today));
    },
    links: async (kommune) => linkRows(deps, await factsOf(kommune)),
  };
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

function wordCounter(
  woerter: readonly { readonly ozgId: number | null; readonly leistungId: string | null }[],
): (leistung: Leistung) => number {
  const counts = new Map<string, number>();
  for (const { ozgId, leistungId } of woerter) {
    const key = leistungId ?? String(ozgId);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return ({ id, ozgId }) => (counts.get(id) ?? 0) + (counts.get(String(ozgId)) ?? 0);
}

function rowOf(facts: Facts, broken: ReadonlySet<string>, today: LocalDate): QualityRow {
  const { leistung, zustaendig, texts, amt, online, woerter } = facts;
  const kaputt = linksOf(facts).filter(({ link }) => broken.has(link)).length;
  const kriterien = reckon({ texts, amt, online, woerter, kaputt }, today);
  return {
    leistung,
    zustaendig,
    punkte: pointsOf(kriterien),
    kriterien,
    texts,
    abschnitte: sectionsThere(texts),
    stand: oldestDay(texts),
    lesbarkeit: easeOf(texts),
    online,
    amt,
    woerter,
    kaputt,
    faellig: texts.some((text) => isDue(text, today)),
  };
}

function linksOf({ texts, dienstLinks }: Facts) {
  const inTexts = texts.flatMap(({ links, ebene }) =>
    links.map((link) => ({ link, wo: 'Text', ebene: String(ebene) }) as const),
  );
  return [...inTexts, ...dienstLinks.map((link) => ({ link, wo: 'Onlinedienst', ebene: '' }) as const)];
}

async function linkRows({ db }: QualityReadDeps, facts: readonly Facts[]): Promise<readonly LinkRow[]> {
  const places = facts.flatMap((each) => linksOf(each).map((link) => ({ leistung: each.leistung, ...link })));
  const known = await db.withPublic((tx) => readLinks(tx, [...new Set(places.map(({ link }) => link))]));
  const byLink = new Map(known.map((each) => [each.link, each]));
  return places.map((place) => ({
    ergebnis: null,
    status: null,
    geprueftAm: null,
    ...byLink.get(place.link),
    ...place,
  }));
}
