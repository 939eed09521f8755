import type { Ort } from './ort.ts';
import type { Territory } from './territory.ts';

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
