import type { Catalogue } from '#catalogue';
import type { Tx } from '#platform';
import type { ThesaurusWort, WortArt } from '../domain/finder-input.ts';
import type { Lebenslage } from '../domain/lebenslage.ts';
import type { ThesaurusRow } from '../reference-files.ts';
import { readLebenslageRows, readSynonymRows, readThesaurusRows } from '../store.ts';
import { readAenderungen } from '../store-thesaurus.ts';
import type { IndexInput } from './finder-snapshot.ts';

/** A word of the thesaurus and whether it was shipped or came from editors. */
export interface HeldWort extends ThesaurusWort {
  readonly herkunft: 'mitgeliefert' | 'redaktion';
}

/** Thesaurus and life situations as they are now. */
export interface FinderWords {
  readonly woerter: readonly HeldWort[];
  readonly synonyme: readonly (readonly string[])[];
  readonly lebenslagen: readonly Lebenslage[];
}

/** Reads the newest import and what editors changed since. */
export async function loadFinderWords(tx: Tx): Promise<FinderWords> {
  const words = new Map<string, HeldWort>();
  for (const row of await readThesaurusRows(tx)) {
    for (const wort of wordsOfRow(row)) words.set(keyOfWort(wort), { ...wort, herkunft: 'mitgeliefert' });
  }
  for (const { aktion, ...wort } of await readAenderungen(tx)) {
    if (aktion === 'weg') words.delete(keyOfWort(wort));
    else words.set(keyOfWort(wort), { ...wort, herkunft: 'redaktion' });
  }
  const lebenslagen = (await readLebenslageRows(tx)).toSorted((a, b) => a.rang - b.rang);
  const synonyme = (await readSynonymRows(tx)).map(({ woerter }) => woerter);
  return { woerter: [...words.values()], synonyme, lebenslagen };
}

/** What tells one word of the thesaurus from another: what it leads to, its language, its letters. */
export function keyOfWort({ ozgId, leistungId, sprache, wort }: Omit<ThesaurusWort, 'art'>): string {
  return `${leistungId ?? ozgId} ${sprache} ${wort.toLowerCase()}`;
}

const german: readonly Exclude<WortArt, 'fremd'>[] = ['alltag', 'kurz', 'regional', 'lage'];

/** The words of one row of the shipped file. */
export function* wordsOfRow({ ozgId, leistungId, ...row }: ThesaurusRow): Generator<ThesaurusWort> {
  for (const art of german) {
    for (const wort of row[art]) yield { ozgId, leistungId, art, sprache: 'de', wort };
  }
  for (const [sprache, words] of Object.entries(row.fremd)) {
    for (const wort of words) yield { ozgId, leistungId, art: 'fremd', sprache, wort };
  }
}

/** Catalogue and thesaurus as the index takes them. */
export function indexInputOf(
  { leistungen, ozgLeistungen, lageById, themenfeldById }: Catalogue,
  { woerter, synonyme }: { readonly woerter: readonly ThesaurusWort[] } & Pick<FinderWords, 'synonyme'>,
): IndexInput {
  return {
    leistungen: leistungen.map(({ id, leika, name, ozgId, gesetze, rechtsgrundlagen }) => ({
      id,
      leika,
      name,
      ozgId,
      recht: [...gesetze, ...rechtsgrundlagen.map(({ text }) => text)],
    })),
    ozg: ozgLeistungen.map(({ ozgId, name, lageId }) => {
      const lage = lageById.get(lageId);
      const themenfeldId = lage?.themenfeldId ?? 0;
      const themenfeld = themenfeldById.get(themenfeldId)?.name ?? '';
      return { ozgId, name, lageId, lage: lage?.name ?? '', themenfeldId, themenfeld };
    }),
    thesaurus: woerter,
    synonyme,
  };
}
