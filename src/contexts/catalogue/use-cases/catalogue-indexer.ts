import MiniSearch from 'minisearch';
import { foldGerman } from '#kernel';
import { mapInSteps } from '#platform';
import type { Catalogue, Leistung, LeistungId } from '../domain/catalogue.ts';
import { stemOf, wordsOf } from '../domain/german-words.ts';
import { readTerms, type Terms } from './search-terms.ts';

/** An index over one catalogue. */
export interface CatalogueIndex {
  readonly catalogue: Catalogue;
  readonly find: (words: string) => readonly { readonly id: LeistungId; readonly score: number }[];
}

/** What is searched of a Leistung. */
interface Entry {
  readonly id: LeistungId;
  readonly name: string;
  readonly ozg: string;
  readonly lage: string;
  readonly keys: string;
}

const fields = ['name', 'ozg', 'lage', 'keys'] as const;
const boost = { name: 4, ozg: 2, lage: 1, keys: 4 };

/** The index with what it was made of; `terms` are those of the words that it takes next. */
interface Engine {
  readonly search: MiniSearch<Entry>;
  readonly entries: Map<LeistungId, Entry>;
  readonly names: Map<LeistungId, string>;
  terms: Terms;
}

/**
 * Indexes one catalogue after the other: name, OZG-Leistung, Lage and Themenfeld by German stems and compound parts, keys
 * as they are. From the second on it takes out and puts in only what differs, in small steps between which a server answers
 * others. Whoever searches meanwhile finds each Leistung by its former or its new texts.
 */
export function catalogueIndexer(): (catalogue: Catalogue) => Promise<CatalogueIndex> {
  let kept: Engine | null = null;
  let last: Promise<unknown> = Promise.resolve();

  async function indexed(catalogue: Catalogue): Promise<CatalogueIndex> {
    const entries = await mapInSteps(catalogue.leistungen, (leistung) => entryOf(catalogue, leistung));
    const terms = await readTerms(entries.flatMap(({ name, ozg, lage }) => [name, ozg, lage]));
    const before = kept;
    // What fails half way is not built upon.
    kept = null;
    const engine = (before && (await followed(before, entries, terms))) ?? (await built(entries, terms));
    kept = engine;
    return { catalogue, find: finderOf(engine, entries) };
  }

  return (catalogue) => {
    const made = last.then(() => indexed(catalogue));
    last = made.catch(() => {});
    return made;
  };
}

/** Builds the index of one catalogue. */
export function indexCatalogue(catalogue: Catalogue): Promise<CatalogueIndex> {
  return catalogueIndexer()(catalogue);
}

async function built(entries: readonly Entry[], terms: Terms): Promise<Engine> {
  const engine = emptyEngine(terms);
  await mapInSteps(entries, (entry) => put(engine, entry));
  return engine;
}

/** Takes the index on to other entries; `null` where most differ, for then building anew is less work. */
async function followed(engine: Engine, entries: readonly Entry[], terms: Terms): Promise<Engine | null> {
  const former = engine.terms;
  const changed = await terms.changedSince(former);
  const differs = (entry: Entry) =>
    !sameTexts(engine.entries.get(entry.id), entry) ||
    (changed.size > 0 && textsOf(entry).some((text) => wordsOf(text).some((word) => changed.has(word))));
  const due = (await mapInSteps(entries, (entry) => (differs(entry) ? [entry] : []))).flat();
  const ids = new Set(entries.map(({ id }) => id));
  const gone = engine.entries
    .values()
    .filter(({ id }) => !ids.has(id))
    .toArray();
  if (due.length + gone.length > entries.length / 2) return null;
  await mapInSteps(gone, (entry) => takeOut(engine, entry, former));
  await mapInSteps(due, (entry) => {
    const old = engine.entries.get(entry.id);
    if (old) takeOut(engine, old, former);
    engine.terms = terms;
    put(engine, entry);
  });
  engine.terms = terms;
  return engine;
}

function put({ search, entries, names }: Engine, entry: Entry): void {
  names.set(entry.id, foldGerman(entry.name));
  entries.set(entry.id, entry);
  search.add(entry);
}

/** Takes an entry out by the same terms by which it was put in. */
function takeOut(engine: Engine, entry: Entry, former: Terms): void {
  engine.terms = former;
  engine.search.remove(entry);
  engine.entries.delete(entry.id);
  engine.names.delete(entry.id);
}

function emptyEngine(terms: Terms): Engine {
  const names = new Map<LeistungId, string>();
  const search = new MiniSearch<Entry>({
    fields: [...fields],
    tokenize: wordsOf,
    processTerm: (word, field) => (field === 'keys' ? word : engine.terms.of(word)),
    searchOptions: {
      boost,
      combineWith: 'OR',
      processTerm: stemOf,
      // Who names a thing means the thing itself rather than what merely mentions it.
      boostDocument: (id, term) => (names.get(String(id))?.startsWith(term) ? 1.5 : 1),
      prefix: (term) => term.length >= 3,
      fuzzy: (term) => (/\d/.test(term) || term.length < 5 ? false : 0.2),
    },
  });
  const engine: Engine = { search, names, entries: new Map(), terms };
  return engine;
}

/** What fits equally well comes in the order of the catalogue, however the index came about. */
function finderOf({ search }: Engine, entries: readonly Entry[]): CatalogueIndex['find'] {
  const places = new Map(entries.map(({ id }, place) => [id, place]));
  const placeOf = (id: LeistungId) => places.get(id) ?? entries.length;
  return (words) =>
    search
      .search(joinedKey(words))
      .map(({ id, score }) => ({ id: String(id), score: Math.round(score * 1e6) / 1e6 }))
      .sort((a, b) => b.score - a.score || placeOf(a.id) - placeOf(b.id));
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

function textsOf({ name, ozg, lage }: Entry): readonly string[] {
  return [name, ozg, lage];
}

function sameTexts(a: Entry | undefined, b: Entry): boolean {
  return a !== undefined && fields.every((field) => a[field] === b[field]);
}

/** A key that somebody wrote with blanks („99 102 013“) becomes one word again. */
function joinedKey(words: string): string {
  return /^\s*99[\d\s]+$/.test(words) ? words.replace(/\s/g, '') : words;
}
