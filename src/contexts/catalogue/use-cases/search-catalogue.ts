import MiniSearch from 'minisearch';
import { foldGerman } from '#kernel';
import { mapInSteps } from '#platform';
import type { Catalogue, Leistung, LeistungId } from '../domain/catalogue.ts';
import { compoundParts, stemOf, wordsOf } from '../domain/german-words.ts';

/** One Leistung that a search found; the higher the score, the better it fits. */
export interface Treffer {
  readonly id: LeistungId;
  readonly leika: string | null;
  readonly ozgId: number | null;
  readonly name: string;
  readonly score: number;
}

/** An index over one catalogue. */
export interface CatalogueIndex {
  readonly catalogue: Catalogue;
  readonly find: (words: string) => readonly { readonly id: LeistungId; readonly score: number }[];
}

interface Entry {
  readonly id: LeistungId;
  readonly name: string;
  readonly ozg: string;
  readonly lage: string;
  readonly keys: string;
}

const fields = ['name', 'ozg', 'lage', 'keys'] as const;
const boost = { name: 4, ozg: 2, lage: 1, keys: 4 };

/**
 * Builds the index: name, OZG-Leistung, Lage and Themenfeld by German stems and compound parts, keys as they are. It does
 * so in small steps, between which a server answers others.
 */
export async function indexCatalogue(catalogue: Catalogue): Promise<CatalogueIndex> {
  const entries = await mapInSteps(catalogue.leistungen, (leistung) => entryOf(catalogue, leistung));
  const search = await emptyIndex(entries);
  await mapInSteps(entries, (entry) => search.add(entry));
  return {
    catalogue,
    find: (words) => search.search(joinedKey(words)).map(({ id, score }) => ({ id: String(id), score })),
  };
}

async function emptyIndex(entries: readonly Entry[]): Promise<MiniSearch<Entry>> {
  // The same words come again and again: each is taken apart once.
  const stem = remembered(stemOf);
  const vocabulary = await vocabularyOf(entries, stem);
  const terms = remembered((word) => termsOf(stem(word), vocabulary));
  const names = new Map(await mapInSteps(entries, ({ id, name }) => [id, foldGerman(name)]));
  return new MiniSearch<Entry>({
    fields: [...fields],
    tokenize: wordsOf,
    processTerm: (word, field) => (field === 'keys' ? word : terms(word)),
    searchOptions: {
      boost,
      combineWith: 'OR',
      processTerm: stemOf,
      // Who names a thing means the thing itself rather than what merely mentions it.
      boostDocument: (id, term) => (names.get(id)?.startsWith(term) ? 1.5 : 1),
      prefix: (term) => term.length >= 3,
      fuzzy: (term) => (/\d/.test(term) || term.length < 5 ? false : 0.2),
    },
  });
}

function remembered<T>(make: (word: string) => T): (word: string) => T {
  const known = new Map<string, T>();
  return (word) => {
    const found = known.get(word);
    if (found !== undefined) return found;
    const made = make(word);
    known.set(word, made);
    return made;
  };
}

/**
 * The best `limit` Leistungen for some words, a LeiKa key, the beginning of one, or an OZG number; of those that `counts`
 * lets pass.
 */
export function searchCatalogue(
  index: CatalogueIndex,
  words: string,
  limit = 20,
  counts: (id: LeistungId) => boolean = () => true,
): readonly Treffer[] {
  return index
    .find(words)
    .filter(({ id }) => counts(id))
    .slice(0, limit)
    .flatMap(({ id, score }) => {
      const leistung = index.catalogue.leistungById.get(id);
      if (!leistung) return [];
      const { leika, ozgId, name } = leistung;
      return [{ id, leika, ozgId, name, score: Math.round(score * 100) / 100 }];
    });
}

function entryOf(catalogue: Catalogue, leistung: Leistung): Entry {
  const ozg = leistung.ozgId === null ? undefined : catalogue.ozgById.get(leistung.ozgId);
  const lage = ozg && catalogue.lageById.get(ozg.lageId);
  const themenfeld = lage && catalogue.themenfeldById.get(lage.themenfeldId);
  return {
    id: leistung.id,
    name: leistung.name,
    ozg: ozg?.name ?? '',
    lage: `${lage?.name ?? ''} ${themenfeld?.name ?? ''}`,
    keys: `${leistung.leika ?? ''} ${leistung.ozgId ?? ''} ${leistung.id.toLowerCase()}`,
  };
}

/** The stems that stand alone somewhere; compounds are cut only into such words. */
async function vocabularyOf(
  entries: readonly Entry[],
  stemOfWord: (word: string) => string | null,
): Promise<ReadonlySet<string>> {
  const stems = new Set<string>();
  const texts = new Set(entries.flatMap(({ name, ozg, lage }) => [name, ozg, lage]));
  await mapInSteps([...texts], (text) => {
    for (const word of wordsOf(text)) {
      const stem = stemOfWord(word);
      if (stem !== null && stem.length >= 4) stems.add(stem);
    }
  });
  return stems;
}

function termsOf(stem: string | null, vocabulary: ReadonlySet<string>): string[] | null {
  return stem === null ? null : [stem, ...compoundParts(stem, (part) => vocabulary.has(part))];
}

/** A key that somebody wrote with blanks („99 102 013“) becomes one word again. */
function joinedKey(words: string): string {
  return /^\s*99[\d\s]+$/.test(words) ? words.replace(/\s/g, '') : words;
}
