import { ok, type Result } from '#kernel';
import { readReferenceFiles } from '#platform';
import type { Nachfolge, Ort } from '../domain/ort.ts';
import type { Land } from '../domain/territory.ts';
import { type GermanyRows, germanyFiles, type NachfolgeRows, nachfolgeFiles } from '../reference-files.ts';

/**
 * The Gemeinden outside Nordrhein-Westfalen as the product ships them, for whoever must know the place of everybody
 * although only Nordrhein-Westfalen is imported. Refuses with `REFERENCE_FILE_INVALID` as every reference file.
 */
export function shippedOrte(folder: string, laender: readonly Land[]): Result<readonly Ort[]> {
  const data = readReferenceFiles<GermanyRows>(folder, germanyFiles);
  if (!data.ok) return data;
  const { files } = data.value;
  const kreise = new Map(files.kreise.rows.map(({ ags, name }) => [ags, name]));
  const landOf = new Map(laender.map((land) => [land.code, land]));
  const einwohner = new Map(files['einwohner-2019'].rows.map((row) => [row.ags, row.einwohner]));
  const zensus = new Map(files['einwohner-2022'].rows.map((row) => [row.ags, row.einwohner]));
  const plz = Map.groupBy(files.plz.rows, ({ ags }) => ags);
  const orte = files.gemeinden.rows.map((row): Ort => {
    const { ags, ars, name, amtlicherName, bezeichnung, kreisAgs, flaecheKm2, lat, lon } = row;
    const land = landOf.get(row.land);
    return {
      ...{ ags, ars, name, amtlicherName, bezeichnung, kreisAgs, flaecheKm2, lat, lon },
      kreis: kreisAgs === null ? null : (kreise.get(kreisAgs) ?? null),
      landCode: row.land,
      land: land?.name ?? '',
      kuerzel: land?.kuerzel ?? '',
      einwohner: zensus.get(ags) ?? einwohner.get(ags) ?? null,
      plz: (plz.get(ags) ?? []).map((each) => each.plz),
    };
  });
  return ok(orte);
}

/** Which former Gemeinde belongs to which one today, as the product ships it. */
export function shippedNachfolgen(folder: string): Result<readonly Nachfolge[]> {
  const data = readReferenceFiles<NachfolgeRows>(folder, nachfolgeFiles);
  return data.ok ? ok(data.value.files.nachfolge.rows) : data;
}
