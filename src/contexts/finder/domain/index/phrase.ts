import type { FinderInput, WortArt } from '../finder-input.ts';

export type PhraseKind = WortArt | 'ozg' | 'name' | 'umfeld' | 'recht';

/** A name or a few words that lead to one OZG-Leistung, or to one Leistung of it. */
export interface Phrase {
  readonly group: number;
  /** Place of the Leistung in the index; -1 when the phrase speaks of the whole OZG-Leistung. */
  readonly leistung: number;
  readonly kind: PhraseKind;
  readonly text: string;
}

/** One OZG-Leistung, or one Leistung that belongs to none. */
export interface Group {
  readonly ozgId: number | null;
  readonly name: string;
  readonly lageId: number | null;
  readonly themenfeldId: number | null;
}

/** The groups with their Leistungen, before any word is looked at. */
export interface Catalogued {
  readonly groups: readonly Group[];
  /** The group of each Leistung, in the order of the input. */
  readonly groupOf: readonly number[];
  readonly placeOfLeistung: ReadonlyMap<string, number>;
  readonly groupOfOzg: ReadonlyMap<number, number>;
}

/** Collects the Leistungen by OZG-Leistung; those without one stand alone. */
export function groupLeistungen({ leistungen, ozg }: FinderInput): Catalogued {
  const groups: Group[] = ozg.map(({ ozgId, name, lageId, themenfeldId }) => ({
    ozgId,
    name,
    lageId,
    themenfeldId,
  }));
  const groupOfOzg = new Map(ozg.map(({ ozgId }, place) => [ozgId, place]));
  const groupOf = leistungen.map(({ ozgId, name }) => {
    const known = ozgId === null ? undefined : groupOfOzg.get(ozgId);
    if (known !== undefined) return known;
    groups.push({ ozgId: null, name, lageId: null, themenfeldId: null });
    return groups.length - 1;
  });
  return {
    groups,
    groupOf,
    groupOfOzg,
    placeOfLeistung: new Map(leistungen.map(({ id }, place) => [id, place])),
  };
}

/** Every phrase of catalogue and thesaurus; words for what the catalogue does not have are left out. */
export function* phrasesOf(input: FinderInput, catalogued: Catalogued): Generator<Phrase> {
  yield* ozgPhrases(input, catalogued);
  yield* namePhrases(input, catalogued);
  for (const { ozgId, leistungId, art, wort } of input.thesaurus) {
    const leistung = leistungId === null ? -1 : (catalogued.placeOfLeistung.get(leistungId) ?? null);
    if (leistung === null) continue;
    const group = leistung >= 0 ? catalogued.groupOf[leistung] : catalogued.groupOfOzg.get(ozgId ?? -1);
    if (group !== undefined) yield { group, leistung, kind: art, text: wort };
  }
}

function* ozgPhrases({ ozg }: FinderInput, { groupOfOzg }: Catalogued): Generator<Phrase> {
  for (const { ozgId, name, lage, themenfeld } of ozg) {
    const group = groupOfOzg.get(ozgId);
    if (group === undefined) continue;
    yield { group, leistung: -1, kind: 'ozg', text: name };
    yield { group, leistung: -1, kind: 'umfeld', text: lage };
    yield { group, leistung: -1, kind: 'umfeld', text: themenfeld };
  }
}

function* namePhrases({ leistungen }: FinderInput, { groupOf }: Catalogued): Generator<Phrase> {
  for (const [leistung, { name, recht }] of leistungen.entries()) {
    const group = groupOf[leistung];
    if (group === undefined) continue;
    yield { group, leistung, kind: 'name', text: name };
    for (const text of new Set(recht)) yield { group, leistung, kind: 'recht', text };
  }
}
