/** A Gemeinde as an answer names it. */
export interface Place {
  readonly ags: string;
  readonly ars: string;
  readonly name: string;
  /** „Kreis Lippe“; null for kreisfreie Städte. */
  readonly kreis: string | null;
  /** „Nordrhein-Westfalen“. */
  readonly land: string;
  /** The Postleitzahl that was asked for, or the only one that the Gemeinde has. */
  readonly plz: string | null;
}

/** What a question for a place comes to. */
export type PlaceAnswer =
  | {
      readonly kind: 'one';
      readonly place: Place;
      /** How one came from what was asked to the place, where that is not plain: a merger. */
      readonly via: string | null;
    }
  | {
      readonly kind: 'several';
      readonly places: readonly Place[];
      /** What to ask the person, in a sentence. */
      readonly frage: string;
    }
  | { readonly kind: 'none'; readonly near: readonly Place[] };

/** What one may ask with: words as a person types them, a key, or the position that a browser gives. */
export type PlaceQuestion =
  | string
  | { readonly plz: string }
  | { readonly ags: string }
  | { readonly ars: string }
  | { readonly lat: number; readonly lon: number };

/** What the index needs to know of a Gemeinde. */
export interface PlaceRow {
  readonly ags: string;
  readonly ars: string;
  readonly name: string;
  readonly amtlicherName: string;
  readonly bezeichnung: string;
  readonly kreisAgs: string | null;
  readonly kreis: string | null;
  readonly landCode: string;
  readonly land: string;
  readonly kuerzel: string;
  readonly einwohner: number | null;
  readonly plz: readonly string[];
  readonly lat: number;
  readonly lon: number;
  readonly flaecheKm2: number;
}

/** A former Gemeinde and the one that it belongs to. */
export interface Merger {
  readonly ags: string;
  readonly name: string;
  readonly nachAgs: string;
  readonly nachArs: string;
  readonly nachName: string;
  /** `JJJJ-MM-TT`. */
  readonly seit: string;
}
