import type { Result } from '#kernel';
import type { LokalerText } from './domain/finder-input.ts';
import type { RankSignal } from './domain/search/answer.ts';

/** A place as search needs it: its areas, most special first, and how it is called. */
export interface Suchort {
  readonly name: string;
  /** Twelve digits each: Gemeinde, Kreis, Land, Bund. */
  readonly kette: readonly string[];
}

/** Finds places; routing answers it. */
export interface OrtPort {
  /** A place among the words of a query, and what is left of them; null where there is none. */
  readonly inLine: (text: string) => Promise<{ readonly rest: string; readonly ort: Suchort } | null>;
  /** A place by name, PLZ, AGS or ARS; refuses with suggestions where it is none or several. */
  readonly find: (text: string) => Promise<Result<Suchort>>;
}

/** Duty, Onlinedienst and cases of Leistungen at a place; the contexts above and below answer it. */
export type SignalPort = (kette: readonly string[] | null) => Promise<(leistungId: string) => RankSignal>;

/** The texts that bodies publish about Leistungen; descriptions answers it. */
export interface TextPort {
  /** Another value when the texts changed. */
  readonly version: () => Promise<string>;
  readonly each: () => AsyncIterable<LokalerText>;
}

/** Where nobody publishes texts. */
export const noTexts: TextPort = {
  version: async () => '',
  each: async function* () {},
};
