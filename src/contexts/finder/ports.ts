import type { Result } from '#kernel';
import type { LokalerText } from './domain/finder-input.ts';
import type { RankSignal } from './domain/search/answer.ts';

/** A place as search needs it: its areas, most special first, and how it is called. */
export interface Suchort {
  readonly name: string;
  /** Twelve digits each: Gemeinde, Kreis, Land, Bund. */
  readonly kette: readonly string[];
}

/** A place among the words of a query. */
export interface OrtInZeile {
  /** The query without the place. */
  readonly rest: string;
  /** Null where the name belongs to several places. */
  readonly ort: Suchort | null;
  /** The places that bear the name, to choose from; empty where it is one. */
  readonly orte: readonly Ortswahl[];
}

/** A place to choose: its key, and a name that tells it from the others. */
export interface Ortswahl {
  readonly ags: string;
  readonly name: string;
}

/** Finds places; routing answers it. */
export interface OrtPort {
  /** A place among the words of a query; null where there is none. */
  readonly inLine: (text: string) => Promise<OrtInZeile | null>;
  /** A place by name, PLZ, AGS or ARS; refuses with suggestions where it is none or several. */
  readonly find: (text: string) => Promise<Result<Suchort>>;
}

/** Duty, Onlinedienst and cases of Leistungen at a place; the contexts above and below answer it. */
export type SignalPort = (kette: readonly string[] | null) => Promise<(leistungId: string) => RankSignal>;

/** The texts that bodies publish about Leistungen; descriptions answers it. */
export interface TextPort {
  /** Another value when the texts changed. */
  readonly version: () => Promise<string>;
  /** Hands over every text, one by one; pauses often enough that a server answers others meanwhile. */
  readonly readAll: (take: (text: LokalerText) => unknown) => Promise<void>;
}

/** Where nobody publishes texts. */
export const noTexts: TextPort = {
  version: async () => '',
  readAll: async () => {},
};
