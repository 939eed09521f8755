import type { PhraseKind } from '../index/phrase.ts';
import type { Zielgruppe } from '../zielgruppe.ts';
import type { Ranked } from './rank.ts';

/** What is known of a Leistung at a place; search counts it mildly. */
export interface RankSignal {
  readonly pflichtHier?: boolean;
  readonly onlineHier?: boolean;
  /** Cases a year per million inhabitants. */
  readonly faelleJeMillion?: number;
}

export type RankSignalOf = (leistungId: string, kette: readonly string[] | null) => RankSignal;

/** What narrows a search. */
export interface FacettenWahl {
  readonly themenfeldId?: number;
  readonly zielgruppe?: Zielgruppe;
  readonly online?: boolean;
}

export interface Suchanfrage {
  readonly text: string;
  /** Areas whose texts count, most special first: Gemeinde, Kreis, Land, Bund; null without a place. */
  readonly kette: readonly string[] | null;
  readonly limit: number;
  readonly offset: number;
  readonly facetten?: FacettenWahl;
}

/** Why something was found: the words, and what they were found in. */
export interface Grund {
  readonly woerter: readonly string[];
  readonly feld: PhraseKind | 'lokal' | 'schluessel';
  readonly text: string;
}

export interface Treffer {
  readonly leistungId: string;
  readonly ozgId: number | null;
  readonly name: string;
  readonly ozgName: string;
  /** How many Leistungen of the same OZG-Leistung stand behind this one. */
  readonly weitere: number;
  /** Those of them that fit by themselves too, best first; at most eight. */
  readonly geschwister: readonly string[];
  readonly grund: Grund;
  /** From 0 up; 1 when everything fits. */
  readonly score: number;
  /** The area whose text spoke for it. */
  readonly ars: string | null;
}

export interface Suchergebnis {
  readonly treffer: readonly Treffer[];
  readonly gesamt: number;
  readonly facetten: Facetten;
  /** The query as it was probably meant. */
  readonly meinten: string | null;
}

/** How many hits each choice would leave. */
export interface Facetten {
  readonly themenfelder: readonly { readonly themenfeldId: number; readonly anzahl: number }[];
  readonly zielgruppen: Readonly<Record<Zielgruppe, number>>;
  readonly online: number;
}

/** A found group after what is known at the place has been counted. */
export interface Weighed extends Ranked {
  readonly onlineHier: boolean;
}
