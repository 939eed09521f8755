import type { Koerper } from '#connection/cockpit';
import type { LocalDate } from '#kernel';
import { type Body, groessenklasseOn, type Ort, shippedOrte, type Territory } from '#territory';
import { dataFolder } from '../load-reference-data.ts';
import type { Services } from '../services.ts';
import { keptFor } from '../worlds.ts';

export type KoerperReader = (umfang: 'eingespielt' | 'alle') => Promise<ReadonlyMap<string, Koerper>>;

/**
 * The bodies that can be connected: those that are imported, and on request the Gemeinden of the whole country as the
 * product ships them. These are read when somebody first asks for another Land.
 */
export function koerperReader({ worlds, clock }: Pick<Services, 'worlds' | 'clock'>): KoerperReader {
  const imported = keptFor((territory: Territory, today: LocalDate) => importedKoerper(territory, today));
  const all = keptFor(async (near: ReadonlyMap<string, Koerper>, territory: Territory) => {
    const far = await shippedOrte(dataFolder, territory.laender);
    const missing = far.filter(({ ags }) => !near.has(ags));
    return new Map([...near, ...missing.map((ort) => [ort.ags, koerperOfOrt(ort)] as const)]);
  });
  return async (umfang) => {
    const territory = await worlds.territory();
    const near = imported(territory, clock.today());
    return umfang === 'alle' ? all(near, territory) : near;
  };
}

function importedKoerper(territory: Territory, today: LocalDate): ReadonlyMap<string, Koerper> {
  const laender = new Map(territory.laender.map(({ code, name }) => [code, name]));
  return new Map(
    territory.bodies.map((body) => [body.ags, koerperOfBody(territory, laender, body, today)] as const),
  );
}

function koerperOfBody(
  territory: Territory,
  laender: ReadonlyMap<string, string>,
  body: Body,
  today: LocalDate,
): Koerper {
  const { ags, name, officialName, kreisAgs, land, website } = body;
  return {
    ...{ ags, name, kreisAgs, land, website },
    amtlicherName: officialName,
    plz: territory.plzByAgs.get(ags) ?? [],
    landName: laender.get(land) ?? '',
    kreis: kreisAgs === null ? null : (territory.bodyByAgs.get(kreisAgs)?.name ?? null),
    klasse: groessenklasseOn(territory, ags, today)?.klasse ?? null,
    punkt: territory.lagepunktByAgs.get(ags) ?? null,
  };
}

function koerperOfOrt({
  ags,
  name,
  amtlicherName,
  plz,
  landCode,
  land,
  kreisAgs,
  kreis,
  lat,
  lon,
}: Ort): Koerper {
  return {
    ...{ ags, name, amtlicherName, plz, kreisAgs, kreis },
    website: null,
    land: landCode,
    landName: land,
    klasse: null,
    punkt: { lat, lon },
  };
}
