import type { Place } from '#routing';

/** For which place a search answers. */
export type Ortsantwort =
  /** Nobody named one. */
  | { readonly kind: 'keiner' }
  /** One: named in the line or beside it, or that of the site. `via` says how one came to it, as by a merger. */
  | {
      readonly kind: 'einer';
      readonly place: Place;
      readonly via: string | null;
      readonly genannt: 'zeile' | 'feld' | 'auftritt';
    }
  /** Several bear the name, or the position was estimated: somebody has to choose. */
  | { readonly kind: 'mehrere'; readonly frage: string; readonly places: readonly Place[] }
  /** Nobody knows it; near ones. */
  | { readonly kind: 'unbekannt'; readonly text: string; readonly near: readonly Place[] };

/** The place that was found; null where there is none or somebody has yet to choose. */
export function placeIn(ort: Ortsantwort): Place | null {
  return ort.kind === 'einer' ? ort.place : null;
}
