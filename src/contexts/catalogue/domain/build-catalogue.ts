import type {
  Catalogue,
  Fassung,
  Lage,
  LageNode,
  Leistung,
  OzgLeistung,
  Themenfeld,
  ThemenfeldNode,
  Typisierung,
  Verrichtung,
} from './catalogue.ts';
import { fruehereNamenOf, type KeyHistory } from './fruehere-namen.ts';
import type { Nachfolge } from './nachfolge.ts';

/** The parts of which a catalogue is made; their references are sound. */
export interface CatalogueParts {
  readonly fassung: Fassung;
  readonly themenfelder: readonly Themenfeld[];
  readonly lagen: readonly Lage[];
  readonly ozgLeistungen: readonly OzgLeistung[];
  readonly leistungen: readonly Leistung[];
  readonly typisierungen: readonly Typisierung[];
  readonly verrichtungen: readonly Verrichtung[];
  readonly nachfolgen: readonly Nachfolge[];
  /** The keys that Leistungen ever had, oldest first, as far as they changed. */
  readonly keyHistory: readonly KeyHistory[];
}

const byName = new Intl.Collator('de').compare;

/** Puts the parts together: indexes, and the tree from Themenfeld down to Leistung. */
export function buildCatalogue(parts: CatalogueParts): Catalogue {
  return joined({ ...parts, leistungen: withFormerNames(parts) });
}

function joined(parts: Omit<CatalogueParts, 'keyHistory'>): Catalogue {
  const { leistungen } = parts;
  const grouped = Map.groupBy(leistungen, (leistung) => leistung.ozgId);
  const withOzg = [...grouped].flatMap(([ozgId, rows]) => (ozgId === null ? [] : [[ozgId, rows] as const]));
  const leistungenByOzg = new Map(withOzg);
  return {
    fassung: parts.fassung,
    themenfelder: parts.themenfelder,
    lagen: parts.lagen,
    ozgLeistungen: parts.ozgLeistungen,
    leistungen,
    themenfeldById: new Map(parts.themenfelder.map((row) => [row.id, row])),
    lageById: new Map(parts.lagen.map((row) => [row.id, row])),
    ozgById: new Map(parts.ozgLeistungen.map((row) => [row.ozgId, row])),
    leistungById: new Map(leistungen.map((row) => [row.id, row])),
    leistungByLeika: new Map(leistungen.flatMap((row) => (row.leika === null ? [] : [[row.leika, row]]))),
    leistungenByOzg,
    ohneOzg: grouped.get(null) ?? [],
    typisierungByCode: new Map(parts.typisierungen.map((row) => [row.code, row])),
    verrichtungByCode: new Map(parts.verrichtungen.map((row) => [row.code, row])),
    tree: treeOf(parts, leistungenByOzg),
    nachfolgen: parts.nachfolgen,
  };
}

function withFormerNames({ leistungen, nachfolgen, keyHistory }: CatalogueParts): readonly Leistung[] {
  const leistungById = new Map(leistungen.map((row) => [row.id, row]));
  const namen = fruehereNamenOf({ leistungById, nachfolgen }, keyHistory);
  return leistungen.map((row) => {
    const frueher = namen.get(row.id);
    return frueher === undefined ? row : { ...row, frueher };
  });
}

/** The same catalogue with some of its Leistungen only; the tree above them stays whole. */
export function withLeistungen(catalogue: Catalogue, leistungen: readonly Leistung[]): Catalogue {
  return joined({
    ...catalogue,
    leistungen,
    typisierungen: [...catalogue.typisierungByCode.values()],
    verrichtungen: [...catalogue.verrichtungByCode.values()],
  });
}

function treeOf(
  parts: Pick<CatalogueParts, 'themenfelder' | 'lagen' | 'ozgLeistungen'>,
  leistungenByOzg: ReadonlyMap<number, readonly Leistung[]>,
): readonly ThemenfeldNode[] {
  const lagenByThemenfeld = Map.groupBy(parts.lagen, (lage) => lage.themenfeldId);
  const ozgByLage = Map.groupBy(parts.ozgLeistungen, (ozg) => ozg.lageId);
  const lageNode = (lage: Lage): LageNode => {
    const ozgLeistungen = sortedByName(ozgByLage.get(lage.id) ?? []).map((ozgLeistung) => ({
      ozgLeistung,
      leistungen: leistungenByOzg.get(ozgLeistung.ozgId) ?? [],
    }));
    return { lage, ozgLeistungen, leistungen: sum(ozgLeistungen.map((node) => node.leistungen.length)) };
  };
  return sortedByName(parts.themenfelder).map((themenfeld) => {
    const lagen = sortedByName(lagenByThemenfeld.get(themenfeld.id) ?? []).map(lageNode);
    return { themenfeld, lagen, leistungen: sum(lagen.map((node) => node.leistungen)) };
  });
}

function sortedByName<T extends { readonly name: string }>(rows: readonly T[]): T[] {
  return rows.toSorted((a, b) => byName(a.name, b.name));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
