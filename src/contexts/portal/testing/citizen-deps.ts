import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DutiesWorld } from '#duties';
import { readAllLive } from '#efa';
import {
  buildFinderIndex,
  type FinderIndex,
  type FinderReadDeps,
  type FinderWords,
  type SearchLog,
} from '#finder';
import {
  compileRouting,
  nichtsFremdes,
  type PlaceIndex,
  type RoutingDeps,
  readPlaces,
  vocabularyOf,
  withVocabulary,
} from '#routing';
import type { EfaWorld } from '../../efa/testing/efa-world.ts';
import { lebenslageRow, synonymRow, thesaurusRow } from '../../finder/reference-files.ts';
import { indexInputOf, wordsOfRow } from '../../finder/use-cases/load-finder.ts';
import { readSiteContacts } from '../use-cases/site-contacts.ts';

/** What the log of searches was told. */
export interface Noted {
  readonly text: string;
  readonly event: Parameters<SearchLog['note']>[1];
}

const shippedData = join(import.meta.dirname, '../../../../data');

interface Shipped {
  readonly index: FinderIndex;
  readonly words: FinderWords;
  readonly places: Promise<PlaceIndex>;
}

// Reading all words and places takes a second, and every test of this context begins with it.
const shippedOf = new WeakMap<DutiesWorld, Shipped>();

function shipped(duties: DutiesWorld): Shipped {
  const known = shippedOf.get(duties);
  if (known) return known;
  const rows = linesOf('thesaurus/thesaurus.jsonl').map((line) => thesaurusRow.parse(line));
  const woerter = rows.flatMap((row) => [...wordsOfRow(row)]);
  const synonyme = linesOf('thesaurus/synonyme.jsonl').map((line) => synonymRow.parse(line).woerter);
  const input = indexInputOf(duties.catalogue, { woerter, synonyme });
  const made = {
    index: buildFinderIndex({ ...input, beschreibungen: [] }),
    words: {
      woerter: woerter.map((wort) => ({ ...wort, herkunft: 'mitgeliefert' as const })),
      synonyme,
      lebenslagen: linesOf('lebenslagen/lebenslagen.jsonl').map((line) => lebenslageRow.parse(line)),
    },
    places: placesOf(duties),
  };
  shippedOf.set(duties, made);
  return made;
}

async function placesOf({ territory, catalogue }: DutiesWorld): Promise<PlaceIndex> {
  return withVocabulary(await readPlaces(shippedData, territory), await vocabularyOf(catalogue));
}

function linesOf(file: string): readonly unknown[] {
  const lines = readFileSync(join(shippedData, file), 'utf8').trim().split('\n');
  return lines.slice(1).map((line): unknown => JSON.parse(line));
}

/** Routing over the shipped rules and what the Kommunen of the test show just now. */
export async function routingOf(
  { deps: { db } }: EfaWorld,
  duties: DutiesWorld,
): Promise<Pick<RoutingDeps, 'world' | 'fremd'>> {
  const places = await shipped(duties).places;
  return {
    world: async () => {
      const [live, sites] = await db.withPublic(async (tx) => [
        await readAllLive(tx),
        await readSiteContacts(tx),
      ]);
      const dienste = live.map((one) => ({ ...one, gebuehr: null, ziele: new Map<string, never>() }));
      const auftritte = sites.map(({ slug, ...site }) => ({
        ...site,
        origin: `http://${slug}.localhost:8080`,
      }));
      return compileRouting(duties, places, { dienste, auftritte }, () => []);
    },
    fremd: async () => nichtsFremdes,
  };
}

/** The finder over the shipped catalogue and words; its log tells what it heard. */
export function finderOf(duties: DutiesWorld, noted: Noted[]): FinderReadDeps {
  const { index, words } = shipped(duties);
  return {
    catalogue: async () => duties.catalogue,
    index: async () => index,
    words: async () => words,
    ort: { inLine: async () => null, find: async () => ({ ok: false, refusal: noPlace }) },
    signals: async () => () => ({}),
    log: { note: (text, event) => void noted.push({ text, event }), flush: async () => {} },
  };
}

const noPlace = { kind: 'not-found', code: 'TEST', message: 'Orte kennt hier das Routing.' } as const;
