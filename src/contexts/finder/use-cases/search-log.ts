import { addDays, type Clock } from '#kernel';
import { actorOf, type Database, type KeyRing } from '#platform';
import { meaningfulWords } from '../domain/index/vocabulary.ts';
import { addSuchzahl, forgetBefore, keepWoerter } from '../store-suchlog.ts';

/** What happened to a search. */
export type SearchEvent = 'ohne-treffer' | 'gefunden' | 'geoeffnet';

/**
 * Counts searches without saying who searched or where: words are kept only after they were searched on five different
 * days; until then only a keyed hash of them counts.
 */
export interface SearchLog {
  readonly note: (text: string, event: SearchEvent) => void;
  /** Writes what was counted since the last time. */
  readonly flush: () => Promise<void>;
}

const daysBeforeWords = 5;
const keepNumbersDays = 90;
const keepWordsDays = 365;
const longestWords = 120;
/** So many different searches are held at most; then they are written. */
const mostHeld = 200;
const writeEvery = 30_000;

const actor = actorOf('system', 'suche');

interface Counted {
  ohneTreffer: number;
  gesucht: number;
  geoeffnet: number;
}

/** Opens the log of one process; it writes every half minute at most, and never keeps a search waiting. */
export function openSearchLog(
  db: Pick<Database, 'withReference'>,
  keys: Pick<KeyRing, 'blindIndex'>,
  clock: Clock,
): SearchLog {
  let held = new Map<string, Counted>();
  let writtenAt = clock.now().getTime();
  let writing: Promise<void> = Promise.resolve();
  const flush = () => {
    const counted = held;
    held = new Map();
    writtenAt = clock.now().getTime();
    // One after the other, and also after one that failed.
    writing = writing.catch(() => {}).then(() => write(db, keys, clock, counted));
    return writing;
  };
  const note = (text: string, event: SearchEvent) => {
    const words = normalised(text);
    if (words === '') return;
    const one = held.get(words) ?? { ohneTreffer: 0, gesucht: 0, geoeffnet: 0 };
    if (event === 'geoeffnet') one.geoeffnet += 1;
    else one.gesucht += 1;
    if (event === 'ohne-treffer') one.ohneTreffer += 1;
    held.set(words, one);
    if (held.size < mostHeld && clock.now().getTime() - writtenAt < writeEvery) return;
    // A search is answered whether or not it is counted.
    flush().catch(() => {});
  };
  return { note, flush };
}

/** The words of a search in one form: folded, without the words of questions, sorted; without long numbers. */
export function normalised(text: string): string {
  const words = meaningfulWords(text).filter((word) => !/\d{4,}/.test(word));
  return [...new Set(words)].toSorted().join(' ').slice(0, longestWords).trim();
}

async function write(
  db: Pick<Database, 'withReference'>,
  keys: Pick<KeyRing, 'blindIndex'>,
  clock: Clock,
  counted: ReadonlyMap<string, Counted>,
): Promise<void> {
  if (counted.size === 0) return;
  const tag = clock.today();
  await db.withReference(actor, async (tx) => {
    for (const [words, counts] of counted) {
      const hash = keys.blindIndex('finder.suche', words);
      await addSuchzahl(tx, { hash, tag, ...counts });
      await keepWoerter(tx, hash, words, tag, daysBeforeWords);
    }
    await forgetBefore(tx, addDays(tag, -keepNumbersDays), addDays(tag, -keepWordsDays));
  });
}
