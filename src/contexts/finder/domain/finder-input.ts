/** What an index is built of; plain, so that tests and benchmarks can make it up. */

export interface FinderLeistung {
  readonly id: string;
  readonly leika: string | null;
  readonly name: string;
  readonly ozgId: number | null;
  /** Names and citations of the law it rests on. */
  readonly recht: readonly string[];
}

export interface FinderOzg {
  readonly ozgId: number;
  readonly name: string;
  readonly lageId: number;
  readonly lage: string;
  readonly themenfeldId: number;
  readonly themenfeld: string;
}

export const wortArten = ['alltag', 'kurz', 'regional', 'lage', 'fremd'] as const;
export type WortArt = (typeof wortArten)[number];

/** One word or short phrase by which people ask for an OZG-Leistung or for one Leistung. */
export interface ThesaurusWort {
  readonly ozgId: number | null;
  readonly leistungId: string | null;
  readonly art: WortArt;
  readonly sprache: string;
  readonly wort: string;
}

/** A text that a body publishes about a Leistung, as far as search needs it. */
export interface LokalerText {
  readonly leistungId: string;
  /** Twelve digits; the ARS of the body whose text it is. */
  readonly ars: string;
  readonly name: string;
  readonly suchbegriffe: readonly string[];
  readonly teaser: string;
}

export interface FinderInput {
  readonly leistungen: readonly FinderLeistung[];
  readonly ozg: readonly FinderOzg[];
  readonly thesaurus: readonly ThesaurusWort[];
  /** Groups of words that may stand for one another in any Leistung. */
  readonly synonyme: readonly (readonly string[])[];
  readonly beschreibungen: Iterable<LokalerText>;
}
