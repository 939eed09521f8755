import type { TextMass } from './readability.ts';

/** Whose text it is. */
export type Ebene = 'Bund' | 'Land' | 'Kreis' | 'Gemeinde';

/** What is kept of a text to judge it: everything but its words. */
export interface LevelText {
  readonly id: string;
  readonly ars: string;
  readonly ebene: Ebene;
  readonly module: readonly { readonly modul: string; readonly mass: TextMass }[];
  readonly stand: string | null;
  readonly redaktion: string;
  readonly pruefenBis: string | null;
  readonly links: readonly string[];
}

/** The texts of an area by Leistung. */
export type LevelTexts = ReadonlyMap<string, LevelText>;

/** A part that citizens read, and whose text it comes from. */
export interface ShownPart {
  readonly modul: string;
  readonly mass: TextMass;
  readonly text: LevelText;
}

/** The parts that citizens read: each from the most special text that has it. `texts` come the most special first. */
export function shownParts(texts: readonly LevelText[]): readonly ShownPart[] {
  const parts = new Map<string, ShownPart>();
  for (const text of texts)
    for (const { modul, mass } of text.module)
      if (!parts.has(modul) && mass.woerter > 0) parts.set(modul, { modul, mass, text });
  return [...parts.values()];
}
