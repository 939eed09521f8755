import type { Leistung } from '#catalogue';
import { descriptionsCounter } from '#descriptions';
import type { LocalDate } from '#kernel';
import { mapInSteps } from '#platform';
import type { Kommune, QualityReadDeps } from '../deps.ts';
import type { LevelText } from '../domain/level-text.ts';
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
import { type Facts, gatherFacts, type Zustaendig } from './gather-facts.ts';
import { levelReader } from './read-levels.ts';

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
    const facts = await gatherFacts(deps, kommune, { world, woerter, version, tag, level });
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
