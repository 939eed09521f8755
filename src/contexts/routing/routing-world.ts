import type { Catalogue, Leistung } from '#catalogue';
import type { DutiesWorld } from '#duties';
import type { LocalDate } from '#kernel';
import type { PlaceIndex } from './domain/place-index.ts';
import type { Auftritt, LocalDienst, Zielgruppe } from './domain/route.ts';

/** What the Kommunen of this installation show of themselves. */
export interface LocalFacts {
  readonly dienste: readonly LocalDienst[];
  readonly auftritte: readonly Auftritt[];
}

/** What registers say of for whom a Leistung is, on a day; another context holds them. */
export type ZielgruppenOf = (leistung: Leistung, tag: LocalDate) => readonly Zielgruppe[];

/** Everything that routing is decided from, compiled and immutable. */
export interface RoutingWorld extends DutiesWorld {
  readonly places: PlaceIndex;
  readonly dienste: readonly LocalDienst[];
  /** By AGS of the Kommune and our id of the Leistung; of several one that can be used. */
  readonly dienstByBodyAndLeistung: ReadonlyMap<string, LocalDienst>;
  /** By AGS and LeiKa object: what else works there for the same thing. */
  readonly diensteByBodyAndObjekt: ReadonlyMap<string, readonly LocalDienst[]>;
  readonly auftrittByAgs: ReadonlyMap<string, Auftritt>;
  /** What the register says of for whom a Leistung is; looked up once for each. */
  readonly zielgruppen: ZielgruppenOf;
}

/** Compiles what is known; to be made anew when one of the parts changes. */
export function compileRouting(
  base: DutiesWorld,
  places: PlaceIndex,
  local: LocalFacts,
  zielgruppen: ZielgruppenOf,
): RoutingWorld {
  const { catalogue, territory, duties } = base;
  const dienstByBodyAndLeistung = new Map<string, LocalDienst>();
  const byObjekt = new Map<string, LocalDienst[]>();
  for (const dienst of local.dienste) {
    const covered = leistungenOf(dienst, catalogue);
    for (const { id } of covered) {
      const key = bodyKey(dienst.ags, id);
      if (dienstByBodyAndLeistung.get(key)?.ausgesetztGrund !== null)
        dienstByBodyAndLeistung.set(key, dienst);
    }
    for (const objekt of new Set(covered.flatMap((leistung) => leistung.objekt ?? []))) {
      const key = bodyKey(dienst.ags, objekt);
      byObjekt.set(key, [...(byObjekt.get(key) ?? []), dienst]);
    }
  }
  return {
    ...{ catalogue, territory, duties },
    places,
    dienste: local.dienste,
    dienstByBodyAndLeistung,
    diensteByBodyAndObjekt: byObjekt,
    auftrittByAgs: new Map(local.auftritte.map((auftritt) => [auftritt.ags, auftritt])),
    zielgruppen: held(zielgruppen),
  };
}

function held(look: ZielgruppenOf): ZielgruppenOf {
  const known = new Map<string, readonly Zielgruppe[]>();
  return (leistung, tag) => {
    const key = `${leistung.id} ${tag}`;
    const found = known.get(key) ?? look(leistung, tag);
    if (known.size > mostHeld) known.clear();
    known.set(key, found);
    return found;
  };
}

const mostHeld = 20_000;

/** The key of what a body has for a Leistung or an object. */
export function bodyKey(ags: string, thing: string): string {
  return `${ags} ${thing}`;
}

function leistungenOf({ leika }: LocalDienst, { leistungByLeika }: Catalogue): readonly Leistung[] {
  return leika.flatMap((key) => leistungByLeika.get(key) ?? []);
}
