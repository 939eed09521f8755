import {
  type Catalogue,
  type CatalogueIndex,
  type CatalogueVersions,
  catalogueIndexer,
  catalogueVersion,
  type Leistung,
  loadCatalogue,
  openCatalogueVersions,
} from '#catalogue';
import { haeufigkeiten as haeufigkeit } from '#compass';
import {
  compileDuties,
  type DutiesWorld,
  type DutyFacts,
  dutyEndenOf,
  loadRegelwerk,
  type Regelwerk,
  regelwerkVersion,
} from '#duties';
import {
  type FinderSnapshot,
  type FinderWords,
  finderVersion,
  indexInputOf,
  loadFinderWords,
  openFinderSnapshot,
} from '#finder';
import { type Law, type LawWorld, lawVersion, loadLaw } from '#law';
import { type Database, snapshotReader } from '#platform';
import { buildRegister, loadRegisterRows, type Register, registerVersion } from '#solutions';
import { type Body, groessenklasseOn, loadTerritory, type Territory, territoryVersion } from '#territory';
import { publishedTexts } from './published-texts.ts';
import { shippedEnden } from './shipped-enden.ts';

/** The public data that every door reads, as immutable snapshots that follow the database. */
export interface Worlds {
  readonly catalogue: () => Promise<Catalogue>;
  readonly search: () => Promise<CatalogueIndex>;
  /** Every Fassung of the catalogue, and what differs between two. */
  readonly versions: CatalogueVersions;
  readonly territory: () => Promise<Territory>;
  readonly duties: () => Promise<DutiesWorld>;
  /** The same with Akteure and the registers of the law. */
  readonly law: () => Promise<LawWorld>;
  /** The register of Lösungen. */
  readonly solutions: () => Promise<Register>;
  /** Thesaurus and life situations. */
  readonly words: () => Promise<FinderWords>;
  /** Catalogue and thesaurus as the search takes them. */
  readonly finderInput: () => Promise<ReturnType<typeof indexInputOf>>;
  /** The index of the search, built beside and exchanged as a whole. */
  readonly finder: FinderSnapshot;
  /** Cases a year per million inhabitants, by the Leistung's id, where they are published. */
  readonly haeufigkeiten: () => Promise<ReadonlyMap<string, number>>;
  /** To be called after a change of public data in this process: the next reader sees it at once. */
  readonly expire: () => void;
}

/** Opens the snapshots; what rests on them is made anew only when one of them changed. */
export function openWorlds(db: Database): Worlds {
  const catalogue = snapshotReader(db, catalogueVersion, loadCatalogue);
  const territory = snapshotReader(db, territoryVersion, loadTerritory);
  const regelwerk = snapshotReader(db, regelwerkVersion, loadRegelwerk);
  const law = snapshotReader(db, lawVersion, loadLaw);
  const haeufigkeiten = snapshotReader(
    db,
    haeufigkeit.version,
    async (tx) =>
      new Map((await haeufigkeit.read(tx)).map(({ leistungId, jeMillion }) => [leistungId, jeMillion])),
  );
  const registerRows = snapshotReader(db, registerVersion, loadRegisterRows);
  const register = keptFor(buildRegister);
  const words = snapshotReader(db, finderVersion, loadFinderWords);
  const input = keptFor(indexInputOf);
  const finderInput = async () => input(...(await Promise.all([catalogue(), words()])));
  const search = shownUntilMade(catalogueIndexer());
  const enden = dutyEndenOf(shippedEnden());
  const world = keptFor((...facts: WorldFacts) => worldOf(facts, enden));
  const lawWorld = keptFor(
    (duties: DutiesWorld, registers: Law): LawWorld => ({ ...duties, law: registers }),
  );
  const duties = async () => world(...(await Promise.all([catalogue(), territory(), regelwerk()])));
  return {
    catalogue,
    territory,
    versions: openCatalogueVersions(db),
    search: async () => search(await catalogue()),
    expire: () => {
      const readers = [catalogue, territory, regelwerk, law, registerRows, words, search];
      for (const reader of readers) reader.expire();
    },
    duties,
    words,
    haeufigkeiten,
    finderInput,
    finder: openFinderSnapshot(finderInput, publishedTexts(db)),
    solutions: async () => register(await registerRows(), await catalogue()),
    law: async () => lawWorld(...(await Promise.all([duties(), law()]))),
  };
}

const landOfTheRules = '05';

type WorldFacts = readonly [catalogue: Catalogue, territory: Territory, regelwerk: Regelwerk];

/** The rules are Nordrhein-Westfalen's, so only its bodies are asked for, also when the whole country is loaded. */
function worldOf([catalogue, territory, regelwerk]: WorldFacts, enden: DutyFacts['enden']): DutiesWorld {
  const bodies = territory.bodies.filter(({ land }) => land === landOfTheRules);
  const duties = compileDuties<Leistung, Body>({
    regelwerk,
    leistungen: catalogue.leistungen,
    enden,
    bodies,
    klasseOn: (ags, date) => groessenklasseOn(territory, ags, date),
  });
  return { catalogue, territory, duties };
}

/** Makes a value anew only when one of its inputs is another object than before. */
export function keptFor<Inputs extends readonly unknown[], T>(
  make: (...inputs: Inputs) => T,
): (...inputs: Inputs) => T {
  let kept: { readonly inputs: Inputs; readonly value: T } | undefined;
  return (...inputs) => {
    if (kept?.inputs.every((input, index) => input === inputs[index])) return kept.value;
    kept = { inputs, value: make(...inputs) };
    return kept.value;
  };
}

/** Makes a value anew for another input; whoever asks meanwhile gets the one before, unless it has expired. */
export function shownUntilMade<Input, T>(make: (input: Input) => Promise<T>) {
  let newest: { readonly input: Input; readonly made: Promise<T> } | undefined;
  let shown: Promise<T> | undefined;
  const start = (input: Input): Promise<T> => {
    const made = make(input);
    newest = { input, made };
    const isNewest = () => newest?.made === made;
    made.then(
      () => {
        if (isNewest()) shown = made;
      },
      // The next reader tries again.
      () => {
        if (isNewest()) newest = undefined;
      },
    );
    return made;
  };
  const read = (input: Input): Promise<T> => {
    const made = newest?.input === input ? newest.made : start(input);
    return shown ?? made;
  };
  const expire = () => {
    newest = undefined;
    shown = undefined;
  };
  return Object.assign(read, { expire });
}
