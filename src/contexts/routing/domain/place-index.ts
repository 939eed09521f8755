import { everydayWords, smallWords } from './everyday-words.ts';
import type { Merger, PlaceRow } from './place.ts';
import { coreWords, placeWords, withoutTitles } from './place-words.ts';
import { addText, emptyTrigrams, type TrigramIndex } from './trigram-index.ts';

/** Every Gemeinde by everything that names it; immutable. */
export interface PlaceIndex {
  readonly rows: readonly PlaceRow[];
  readonly byAgs: ReadonlyMap<string, PlaceRow>;
  readonly byArs: ReadonlyMap<string, PlaceRow>;
  readonly byPlz: ReadonlyMap<string, readonly PlaceRow[]>;
  /** By the words of the whole name, and of the name without what stands in brackets. */
  readonly byName: ReadonlyMap<string, NameHits>;
  /** By the first word that carries the name, and by the one after „Bad“, „Sankt“ and the like. */
  readonly byFirstWord: ReadonlyMap<string, readonly PlaceRow[]>;
  /** The carrying words of each name. */
  readonly coreByAgs: ReadonlyMap<string, readonly string[]>;
  /** Words that tell Gemeinden of one name apart: of Kreis, Land and kind. */
  readonly contextByAgs: ReadonlyMap<string, ReadonlySet<string>>;
  readonly mergers: ReadonlyMap<string, Merger>;
  readonly trigrams: TrigramIndex;
  /** Words of everyday speech, folded: a name among them needs a sign that a place is meant. */
  readonly everyday: ReadonlySet<string>;
  /** Words with which the catalogue names Leistungen, and verbs and small words, folded. */
  readonly vocabulary: ReadonlySet<string>;
}

interface NameHits {
  readonly whole: readonly PlaceRow[];
  readonly bare: readonly PlaceRow[];
}

const forewords = new Set(['bad', 'sankt', 'gross', 'klein', 'neu', 'alt', 'alte', 'hansestadt']);

/**
 * Builds the index, a row a step; former Gemeinden stay findable and lead to their successor. The words of the catalogue
 * come later (`withVocabulary`): they change with another source.
 */
export function* placeIndexSteps(
  given: readonly PlaceRow[],
  mergers: readonly Merger[],
): Generator<undefined, PlaceIndex> {
  const byLargest = (a: PlaceRow, b: PlaceRow) => (b.einwohner ?? 0) - (a.einwohner ?? 0);
  const rows = [...given, ...successors(given, mergers)].toSorted(byLargest);
  const formerAgs = new Set(mergers.map(({ ags }) => ags));
  const maps = emptyMaps();
  const trigrams = emptyTrigrams();
  const contexts = new Map<string, ReadonlySet<string>>();
  for (const row of rows) {
    addNames(maps.byName, row);
    for (const word of new Set(firstWords(row))) push(maps.byFirstWord, word, row);
    if (!formerAgs.has(row.ags)) for (const plz of row.plz) push(maps.byPlz, plz, row);
    maps.byAgs.set(row.ags, row);
    maps.byArs.set(row.ars, row);
    maps.coreByAgs.set(row.ags, coreWords(placeWords(row.name)));
    maps.contextByAgs.set(row.ags, contextOf(row, contexts));
    addText(trigrams, placeWords(row.name).join(' '));
    yield;
  }
  return {
    rows,
    ...maps,
    mergers: new Map(mergers.map((merger) => [merger.ags, merger])),
    trigrams,
    everyday: everydayWords,
    vocabulary: smallWords,
  };
}

/** The index with the words of the catalogue, which are places only where the line shows it. */
export function withVocabulary(index: PlaceIndex, words: ReadonlySet<string>): PlaceIndex {
  return { ...index, vocabulary: new Set([...words, ...smallWords]) };
}

function emptyMaps() {
  return {
    byAgs: new Map<string, PlaceRow>(),
    byArs: new Map<string, PlaceRow>(),
    byPlz: new Map<string, PlaceRow[]>(),
    byName: new Map<string, { whole: PlaceRow[]; bare: PlaceRow[] }>(),
    byFirstWord: new Map<string, PlaceRow[]>(),
    coreByAgs: new Map<string, readonly string[]>(),
    contextByAgs: new Map<string, ReadonlySet<string>>(),
  };
}

function push(groups: Map<string, PlaceRow[]>, key: string, row: PlaceRow): void {
  const group = groups.get(key);
  if (group) group.push(row);
  else groups.set(key, [row]);
}

/** A Gemeinde that came of a merger and has no row of its own, made of those that it was before. */
function successors(rows: readonly PlaceRow[], mergers: readonly Merger[]): PlaceRow[] {
  const known = new Map(rows.map((row) => [row.ags, row]));
  const groups = Map.groupBy(mergers, ({ nachAgs }) => nachAgs);
  return [...groups].flatMap(([ags, group]) => {
    const parts = group.flatMap((merger) => known.get(merger.ags) ?? []);
    const [first] = group;
    if (known.has(ags) || first === undefined) return [];
    const seat = parts.find(({ name }) => name === first.nachName) ?? parts[0];
    if (seat === undefined) return [];
    const kreisAgs = ags.slice(0, 5);
    return [
      {
        ...seat,
        ags,
        ars: first.nachArs,
        name: first.nachName,
        kreisAgs,
        kreis: rows.find((row) => row.kreisAgs === kreisAgs)?.kreis ?? seat.kreis,
        bezeichnung: seat.bezeichnung === 'Kreisfreie Stadt' ? 'Stadt' : seat.bezeichnung,
        einwohner: parts.reduce((sum, part) => sum + (part.einwohner ?? 0), 0),
        flaecheKm2: parts.reduce((sum, part) => sum + part.flaecheKm2, 0),
        plz: [...new Set(parts.flatMap((part) => part.plz))].toSorted(),
      },
    ];
  });
}

function addNames(names: Map<string, { whole: PlaceRow[]; bare: PlaceRow[] }>, row: PlaceRow): void {
  const hitsOf = (key: string) => {
    const known = names.get(key) ?? { whole: [], bare: [] };
    names.set(key, known);
    return known;
  };
  const keys = new Set([row.name, row.amtlicherName].flatMap(spellings));
  for (const key of keys) hitsOf(key).whole.push(row);
  const bare = placeWords(row.name.replace(/\s*[(/].*$/, '')).join(' ');
  if (bare !== '' && !keys.has(bare)) hitsOf(bare).bare.push(row);
}

/** „Frankfurt (Oder)“ as `frankfurt oder`; „Lemgo, Alte Hansestadt“ as it stands and without its title. */
function spellings(name: string): readonly string[] {
  const words = placeWords(name);
  const beforeComma = placeWords(name.split(',')[0] ?? name);
  return [words, coreWords(words), withoutTitles(words), beforeComma].map((each) => each.join(' '));
}

function firstWords({ name }: PlaceRow): readonly string[] {
  const core = coreWords(placeWords(name));
  const [first, second] = core;
  if (first === undefined) return [];
  return second !== undefined && forewords.has(first) ? [first, second] : [first];
}

/** Most Gemeinden of a Kreis share their words, so they share the set. */
function contextOf(
  { kreis, land, kuerzel, bezeichnung }: PlaceRow,
  known: Map<string, ReadonlySet<string>>,
): ReadonlySet<string> {
  const text = [kreis ?? 'kreisfrei', land, kuerzel, bezeichnung].join(' ');
  const held = known.get(text);
  if (held) return held;
  const words = new Set([...placeWords(text), 'kreis', 'landkreis', 'lk']);
  known.set(text, words);
  return words;
}
