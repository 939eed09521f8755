import type { Catalogue, Leistung } from '#catalogue';
import { areaDirectory } from '#descriptions';
import { searchEvery } from '#finder';
import { arsHierarchy } from '#standards/pvog';
import type { PvogReadDeps } from '../deps.ts';

/** A description of a Leistung as lists name it. */
export interface ServiceItem {
  readonly id: string;
  readonly name: string;
  /** The beginning of its text; empty where only the catalogue knows the Leistung. */
  readonly teaser: string;
  readonly leistungId: string;
  readonly leikaIds: readonly string[];
  /** Whose text it is. */
  readonly ars: string;
  readonly lastUpdate: string | null;
  readonly editor: string;
}

export interface AskServices {
  readonly ars: string;
  readonly q: string;
  readonly useArsHierarchy: boolean;
  /** From 0. */
  readonly page: number;
  readonly size: number;
}

export interface ServicePage {
  readonly content: readonly ServiceItem[];
  readonly totalElements: number;
}

type Deps = Pick<PvogReadDeps, 'db' | 'clock' | 'index' | 'signals' | 'world'>;

const bund = '000000000000';

/**
 * One description for each Leistung that fits: the text of the area, with the hierarchy the most special one above it. Where
 * the Bund counts, a Leistung without any text stands with its name in the catalogue.
 */
export async function findServices(deps: Deps, ask: AskServices): Promise<ServicePage> {
  const kette = ask.useArsHierarchy ? arsHierarchy(ask.ars) : [ask.ars];
  const [{ catalogue }, ids] = await Promise.all([deps.world(), rankedIds(deps, ask)]);
  const from = ask.page * ask.size;
  const slice = <T>(rows: readonly T[]) => rows.slice(from, from + ask.size);
  if (kette.includes(bund)) {
    const shown = slice(ids);
    const texts = await textsOf(deps, shown, kette);
    const content = shown.flatMap((id) => texts.get(id) ?? catalogueItem(catalogue, id));
    return { content, totalElements: ids.length };
  }
  const texts = await textsOf(deps, ids, kette);
  const found = ids.flatMap((id) => texts.get(id) ?? []);
  return { content: slice(found), totalElements: found.length };
}

/** The ids of the Leistungen that fit, best first; without words all of the catalogue, by name. */
async function rankedIds(deps: Deps, { q, ars }: AskServices): Promise<readonly string[]> {
  if (q.trim() === '') return byName((await deps.world()).catalogue);
  const kette = arsHierarchy(ars);
  const [index, signalOf] = await Promise.all([deps.index(), deps.signals(kette)]);
  return searchEvery(index, { text: q, kette }, signalOf);
}

const orders = new WeakMap<Catalogue, readonly string[]>();

function byName(catalogue: Catalogue): readonly string[] {
  const known = orders.get(catalogue);
  if (known) return known;
  const compare = new Intl.Collator('de').compare;
  const sorted = catalogue.leistungen.toSorted((a, b) => compare(a.name, b.name)).map(({ id }) => id);
  orders.set(catalogue, sorted);
  return sorted;
}

/** The most special text of each Leistung in the areas. */
async function textsOf(
  deps: Deps,
  leistungIds: readonly string[],
  kette: readonly string[],
): Promise<ReadonlyMap<string, ServiceItem>> {
  const items = await itemsOf(deps, leistungIds, kette);
  return new Map(items.toReversed().map((item) => [item.leistungId, item]));
}

async function itemsOf(
  { db, clock, world }: Deps,
  leistungIds: readonly string[],
  kette: readonly string[],
): Promise<readonly ServiceItem[]> {
  if (leistungIds.length === 0) return [];
  const { catalogue } = await world();
  const ask = { leistungIds, kette, tag: clock.today() };
  const rows = await db.withPublic((tx) => areaDirectory.readTextKurz(tx, ask));
  return rows.map(({ id, leistungId, ars, name, teaser, stand, redaktion }) => {
    const leikaIds = leikaOf(catalogue.leistungById.get(leistungId));
    return { id, name, teaser, leistungId, leikaIds, ars, lastUpdate: stand, editor: redaktion };
  });
}

function catalogueItem({ leistungById }: Catalogue, id: string): ServiceItem | [] {
  const leistung = leistungById.get(id);
  if (leistung === undefined) return [];
  return {
    id,
    name: leistung.name,
    teaser: '',
    leistungId: id,
    leikaIds: leikaOf(leistung),
    ars: bund,
    lastUpdate: null,
    editor: '',
  };
}

function leikaOf(leistung: Leistung | undefined): readonly string[] {
  return leistung?.leika ? [leistung.leika] : [];
}

/** Every description that the areas above a place have for some LeiKa keys, the most special first. */
export async function findByLeika(
  deps: Deps,
  {
    ars,
    leikaIds,
    page,
    size,
  }: Pick<AskServices, 'ars' | 'page' | 'size'> & { readonly leikaIds: readonly string[] },
): Promise<ServicePage> {
  const { catalogue } = await deps.world();
  const wanted = new Set(leikaIds);
  const ids = catalogue.leistungen.flatMap(({ id, leika }) =>
    leika !== null && wanted.has(leika) ? [id] : [],
  );
  const texts = await itemsOf(deps, ids, arsHierarchy(ars));
  const known = new Set(texts.map(({ leistungId }) => leistungId));
  const all = [...texts, ...ids.filter((id) => !known.has(id)).flatMap((id) => catalogueItem(catalogue, id))];
  return { content: all.slice(page * size, (page + 1) * size), totalElements: all.length };
}
