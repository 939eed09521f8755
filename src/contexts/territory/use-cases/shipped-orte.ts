import { readShippedRows } from '#platform';
import type { Nachfolge, Ort } from '../domain/ort.ts';
import type { Land } from '../domain/territory.ts';
import { germanyFiles, nachfolgeFiles } from '../reference-files.ts';

/**
 * The Gemeinden outside Nordrhein-Westfalen as the product ships them, for whoever must know the place of everybody
 * although only Nordrhein-Westfalen is imported. Read in steps; throws where a file is broken.
 */
export async function shippedOrte(folder: string, laender: readonly Land[]): Promise<readonly Ort[]> {
  const kreise = await readShippedRows(folder, germanyFiles.kreise);
  const names = new Map(kreise.map(({ ags, name }) => [ags, name]));
  const landOf = new Map(laender.map((land) => [land.code, land]));
  const einwohner = await einwohnerOf(folder);
  const plz = Map.groupBy(await readShippedRows(folder, germanyFiles.plz), ({ ags }) => ags);
  return (await readShippedRows(folder, germanyFiles.gemeinden)).map((row): Ort => {
    const { ags, ars, name, amtlicherName, bezeichnung, kreisAgs, flaecheKm2, lat, lon } = row;
    const land = landOf.get(row.land);
    return {
      ...{ ags, ars, name, amtlicherName, bezeichnung, kreisAgs, flaecheKm2, lat, lon },
      kreis: kreisAgs === null ? null : (names.get(kreisAgs) ?? null),
      landCode: row.land,
      land: land?.name ?? '',
      kuerzel: land?.kuerzel ?? '',
      einwohner: einwohner.get(ags) ?? null,
      plz: (plz.get(ags) ?? []).map((each) => each.plz),
    };
  });
}

/** The newest figure of each Gemeinde. */
async function einwohnerOf(folder: string): Promise<ReadonlyMap<string, number>> {
  const older = await readShippedRows(folder, germanyFiles['einwohner-2019']);
  const newer = await readShippedRows(folder, germanyFiles['einwohner-2022']);
  return new Map([...older, ...newer].map(({ ags, einwohner }) => [ags, einwohner]));
}

/** Which former Gemeinde belongs to which one today, as the product ships it. */
export function shippedNachfolgen(folder: string): Promise<readonly Nachfolge[]> {
  return readShippedRows(folder, nachfolgeFiles.nachfolge);
}
