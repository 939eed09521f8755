import { z } from 'zod';
import { type Clock, ok, parseLocalDate } from '#kernel';
import { type Operation, operation } from '#platform';
import type { Leistungsenden } from '../domain/ended.ts';
import { resolveLeistung } from '../use-cases/resolve-leistung.ts';
import type { CatalogueIndex } from '../use-cases/search-catalogue.ts';
import type { VersionDeps } from '../version-deps.ts';
import { heldFor } from '../views/held.ts';
import { catalogueState, leistungJson } from '../views/leistung-json.ts';
import { leistungenList } from '../views/leistungen-list.ts';
import { listJson } from '../views/list-json.ts';
import { strictly, toParameters } from '../views/list-parameters.ts';
import { resolveOzgLeistung } from '../views/resolve-entry.ts';
import { searchJson, type VerdictsFor } from '../views/search-json.ts';
import { ozgJson, treeJson } from '../views/tree-json.ts';
import type { VollzugFor } from '../views/vollzug.ts';
import {
  leistungSchema,
  listQuerySchema,
  listSchema,
  ozgSchema,
  searchQuerySchema,
  treeSchema,
  trefferSchema,
} from './schemas.ts';
import { versionOperations } from './version-operations.ts';

/** What the catalogue's operations and commands need; `verdictsFor` is a port that `app` wires. */
export interface CatalogueOperationDeps extends VersionDeps {
  readonly search: () => Promise<CatalogueIndex>;
  readonly verdictsFor?: VerdictsFor;
  readonly vollzugFor?: VollzugFor;
  readonly enden: Leistungsenden;
  readonly clock: Clock;
}

const idParams = z.object({ id: z.string().min(1).max(300) });
const apiPageSizes = [100, 25, 50, 500, 1000];

/** The catalogue's operations of the JSON API; everybody may call them. */
export function catalogueOperations(deps: CatalogueOperationDeps): Operation[] {
  return [
    treeOperation(deps),
    ozgOperation(deps),
    listOperation(deps),
    leistungOperation(deps),
    searchOperation(deps),
    ...versionOperations(deps),
  ];
}

function treeOperation({ catalogue }: CatalogueOperationDeps): Operation {
  return operation({
    capability: 'catalogue.tree',
    method: 'get',
    path: '/katalog/baum',
    summary: 'Der Baum des Katalogs: Themenfeld, Lage, OZG-Leistung, mit Anzahl der Leistungen',
    access: 'public',
    response: treeSchema,
    handle: async () => ok(treeJson(await catalogue())),
  });
}

function ozgOperation({ catalogue }: CatalogueOperationDeps): Operation {
  return operation({
    capability: 'catalogue.ozg',
    method: 'get',
    path: '/katalog/ozg/{id}',
    summary: 'Eine OZG-Leistung (Nummer oder Name) mit ihren Leistungen',
    access: 'public',
    params: idParams,
    response: ozgSchema,
    handle: async ({ params }) => {
      const snapshot = await catalogue();
      const ozg = resolveOzgLeistung(snapshot, params.id);
      return ozg.ok ? ok(ozgJson(snapshot, ozg.value.ozgId)) : ozg;
    },
  });
}

function listOperation({ search, enden, clock }: CatalogueOperationDeps): Operation {
  const listOf = heldFor((index: CatalogueIndex) => leistungenList(index, enden));
  return operation({
    capability: 'catalogue.leistungen',
    method: 'get',
    path: '/katalog/leistungen',
    summary: 'Leistungen suchen, eingrenzen, sortieren und blättern; dieselben Angaben wie auf der Seite',
    access: 'public',
    query: listQuerySchema,
    response: listSchema,
    handle: async ({ query }) => {
      const index = await search();
      const list = listOf(index);
      const asked = strictly(list.read(toParameters(query), clock.today(), apiPageSizes));
      if (!asked.ok) return asked;
      return ok(listJson(index.catalogue, asked.value.datum, list.run(asked.value)));
    },
  });
}

function leistungOperation({ catalogue, enden, vollzugFor }: CatalogueOperationDeps): Operation {
  return operation({
    capability: 'catalogue.leistung',
    method: 'get',
    path: '/katalog/leistungen/{id}',
    summary: 'Eine Leistung nach eigener Nummer, LeiKa-Schlüssel oder Name, in Worten erklärt',
    access: 'public',
    params: idParams,
    response: leistungSchema,
    handle: async ({ params }) => {
      const snapshot = await catalogue();
      const leistung = resolveLeistung(snapshot, params.id);
      if (!leistung.ok) return leistung;
      const vollzug = vollzugFor ? await vollzugFor(leistung.value) : null;
      return ok(leistungJson(snapshot, leistung.value, { ende: enden.get(leistung.value.id), vollzug }));
    },
  });
}

function searchOperation({
  search,
  catalogue,
  verdictsFor,
  enden,
  clock,
}: CatalogueOperationDeps): Operation {
  return operation({
    capability: 'catalogue.search',
    method: 'get',
    path: '/search',
    summary: 'Leistungen in Alltagswörtern suchen; mit „kommune“ steht bei jedem Treffer, wer zuständig ist',
    access: 'public',
    query: searchQuerySchema,
    response: z.object({ treffer: z.array(trefferSchema), stand: z.iso.date(), quelle: z.string() }),
    handle: async ({ query }) => {
      const day = query.datum === undefined ? ok(clock.today()) : parseLocalDate(query.datum);
      if (!day.ok) return day;
      const wanted = { ...query, datum: day.value, enden };
      const found = await searchJson(await search(), wanted, verdictsFor);
      return found.ok ? ok({ ...found.value, ...catalogueState(await catalogue()) }) : found;
    },
  });
}
