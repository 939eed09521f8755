import type { Territory } from './territory.ts';

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

/** The Gemeinden of a territory as places. */
export function orteOf(territory: Territory): readonly Ort[] {
  const laender = new Map(territory.laender.map((land) => [land.code, land]));
  return territory.bodies.flatMap((body) => {
    const punkt = territory.lagepunktByAgs.get(body.ags);
    if (body.ars === null || punkt === undefined) return [];
    const kreis = body.kreisAgs === null ? undefined : territory.bodyByAgs.get(body.kreisAgs);
    const land = laender.get(body.land);
    return {
      ags: body.ags,
      ars: body.ars,
      name: body.name,
      amtlicherName: body.officialName,
      bezeichnung: body.bezeichnung,
      kreisAgs: body.kreisAgs,
      kreis: kreis?.name ?? null,
      landCode: body.land,
      land: land?.name ?? '',
      kuerzel: land?.kuerzel ?? '',
      einwohner: territory.einwohnerByAgs.get(body.ags)?.[0]?.zahl ?? null,
      plz: territory.plzByAgs.get(body.ags) ?? [],
      ...punkt,
    };
  });
}
