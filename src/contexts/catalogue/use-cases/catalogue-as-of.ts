import type { LocalDate } from '#kernel';
import { type AsOf, endsBy, inForceCatalogue } from '../domain/as-of.ts';
import type { Catalogue } from '../domain/catalogue.ts';
import type { Leistungsenden } from '../domain/ended.ts';
import { type CatalogueIndex, indexCatalogue } from './catalogue-indexer.ts';
import type { CatalogueVersions } from './catalogue-versions.ts';

/** What answers as of a day are made from. */
export interface AsOfSources {
  readonly catalogue: () => Promise<Catalogue>;
  readonly search: () => Promise<CatalogueIndex>;
  readonly versions: Pick<CatalogueVersions, 'all' | 'at'>;
  readonly enden: Leistungsenden;
}

/** The catalogue as of any day; `null` asks for the whole stock of today's Fassung. */
export interface CatalogueAsOf {
  /** All that the Fassung of the day holds, what has ended too: where single Leistungen are looked up. */
  readonly stock: (date: LocalDate | null) => Promise<Catalogue>;
  readonly on: (date: LocalDate | null) => Promise<AsOf>;
  readonly search: (date: LocalDate | null) => Promise<CatalogueIndex>;
}

/** Opens the catalogue as of any day. What was made of a Fassung is kept as long as the Fassung is. */
export function openCatalogueAsOf(sources: AsOfSources): CatalogueAsOf {
  const { enden } = sources;
  const inForce = new WeakMap<Catalogue, Map<string, Catalogue>>();
  const indexes = new WeakMap<Catalogue, Promise<CatalogueIndex>>();
  const stock = (date: LocalDate | null) => fassungOn(sources, date);

  function inForceOn(catalogue: Catalogue, date: LocalDate): Catalogue {
    const made = inForce.get(catalogue) ?? new Map<string, Catalogue>();
    const key = endsBy(enden, date);
    const found = made.get(key) ?? inForceCatalogue(catalogue, enden, date);
    inForce.set(catalogue, made.set(key, found));
    return found;
  }

  return {
    stock,
    on: async (date) => {
      const catalogue = await stock(date);
      return { catalogue: date === null ? catalogue : inForceOn(catalogue, date), date, enden };
    },
    search: async (date) => {
      const catalogue = await stock(date);
      // For today's Fassung the index of the one before is shown until its own is made.
      if (catalogue === (await sources.catalogue())) return sources.search();
      const index = indexes.get(catalogue) ?? indexCatalogue(catalogue);
      indexes.set(catalogue, index);
      return index;
    },
  };
}

/** The newest Fassung whose state is not after the day; the oldest one where none is old enough. */
async function fassungOn({ catalogue, versions }: AsOfSources, date: LocalDate | null): Promise<Catalogue> {
  const current = await catalogue();
  if (date === null || current.fassung.stand <= date) return current;
  const counting = (await versions.all()).filter(({ zurueckgenommen }) => zurueckgenommen === null);
  const wanted = counting.findLast(({ stand }) => stand <= date) ?? counting[0];
  if (wanted === undefined || wanted.nummer === current.fassung.nummer) return current;
  const found = await versions.at(wanted.nummer);
  return found.ok ? found.value : current;
}
