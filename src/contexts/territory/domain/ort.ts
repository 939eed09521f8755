/** Where a Gemeinde lies: the coordinates that the Gemeindeverzeichnis gives it, and how large it is. */
export interface Lagepunkt {
  readonly lat: number;
  readonly lon: number;
  readonly flaecheKm2: number;
}

/** A Gemeinde as a place: what one needs to find it by key, name, Postleitzahl or position. */
export interface Ort extends Lagepunkt {
  readonly ags: string;
  readonly ars: string;
  readonly name: string;
  readonly amtlicherName: string;
  /** What the Gemeindeverzeichnis calls it: Stadt, Gemeinde, Markt, Kreisfreie Stadt … */
  readonly bezeichnung: string;
  readonly kreisAgs: string | null;
  /** „Kreis Lippe“; null for kreisfreie Städte. */
  readonly kreis: string | null;
  /** The Länderschlüssel, its name and its abbreviation. */
  readonly landCode: string;
  readonly land: string;
  readonly kuerzel: string;
  readonly einwohner: number | null;
  readonly plz: readonly string[];
}

/** A former Gemeinde and the one that it belongs to now. */
export interface Nachfolge {
  readonly ags: string;
  readonly name: string;
  readonly nachAgs: string;
  readonly nachArs: string;
  readonly nachName: string;
  readonly seit: string;
}
