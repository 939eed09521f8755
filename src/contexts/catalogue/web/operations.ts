import { z } from 'zod';
import { type Clock, ok } from '#kernel';
import { type Operation, operation } from '#platform';
import { toListParameters } from '#ui';
import type { Leistungsenden } from '../domain/ended.ts';
import { type CatalogueAsOf, openCatalogueAsOf } from '../use-cases/catalogue-as-of.ts';
import type { CatalogueIndex } from '../use-cases/catalogue-indexer.ts';
import type { VersionDeps } from '../version-deps.ts';
import { heldFor } from '../views/held.ts';
import { catalogueState, leistungJson } from '../views/leistung-json.ts';
import { viewLeistung } from '../views/leistung-view.ts';
import { leistungenList, readDay } from '../views/leistungen-list.ts';
import { listJson } from '../views/list-json.ts';
import { resolveOzgLeistung } from '../views/resolve-entry.ts';
import { searchJson, type VerdictsFor } from '../views/search-json.ts';
import { strictly } from '../views/strictly.ts';
import { ozgJson, treeJson } from '../views/tree-json.ts';
import type { VollzugFor } from '../views/vollzug.ts';
import {
  dayQuerySchema,
  leistungSchema,
  listQuerySchema,
  listSchema,
  ozgSchema,
  searchQuerySchema,
  state,
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
export function catalogueOperations(sources: CatalogueOperationDeps): Operation[] {
  const deps = { ...sources, asOf: openCatalogueAsOf(sources) };
  return [
    treeOperation(deps),
    ozgOperation(deps),
    listOperation(deps),
    leistungOperation(deps),
    searchOperation(deps),
    ...versionOperations(sources),
  ];
}

interface Deps extends CatalogueOperationDeps {
  readonly asOf: CatalogueAsOf;
}

function treeOperation({ asOf }: Deps): Operation {
  return operation({
    capability: 'catalogue.tree',
    method: 'get',
    path: '/katalog/baum',
    summary: 'Der Baum des Katalogs: Themenfeld, Lage, OZG-Leistung, mit Anzahl der Leistungen',
    access: 'public',
    query: dayQuerySchema,
    response: treeSchema,
    handle: async ({ query }) => ok(treeJson(await asOf.on(query.date ?? null))),
  });
}

function ozgOperation({ asOf }: Deps): Operation {
  return operation({
    capability: 'catalogue.ozg',
    method: 'get',
    path: '/katalog/ozg/{id}',
    summary: 'Eine OZG-Leistung (Nummer oder Name) mit ihren Leistungen',
    access: 'public',
    params: idParams,
    query: dayQuerySchema,
    response: ozgSchema,
    handle: async ({ params, query }) => {
      const snapshot = await asOf.on(query.date ?? null);
      const ozg = resolveOzgLeistung(snapshot.catalogue, params.id);
      return ozg.ok ? ok(ozgJson(snapshot, ozg.value.ozgId)) : ozg;
    },
  });
}

function listOperation({ asOf, enden, clock }: Deps): Operation {
  const listOf = heldFor((index: CatalogueIndex) => leistungenList(index, enden));
  return operation({
    capability: 'catalogue.leistungen',
    method: 'get',
    path: '/katalog/leistungen',
    summary: 'Leistungen suchen, eingrenzen, sortieren und blättern; dieselben Angaben wie auf der Seite',
    access: 'public',
    query: listQuerySchema,
    response: listSchema,
    handle: async ({ query: { date, datum = date, ...query } }) => {
      const parameters = toListParameters({ ...query, datum });
      const index = await asOf.search(readDay(parameters).date);
      const list = listOf(index);
      const asked = strictly(list.read(parameters, clock.today(), apiPageSizes));
      if (!asked.ok) return asked;
      return ok(listJson(index.catalogue, asked.value.datum, list.run(asked.value)));
    },
  });
}

function leistungOperation({ asOf, clock, vollzugFor }: Deps): Operation {
  return operation({
    capability: 'catalogue.leistung',
    method: 'get',
    path: '/katalog/leistungen/{id}',
    summary: 'Eine Leistung nach eigener Nummer, LeiKa-Schlüssel oder Name, in Worten erklärt',
    access: 'public',
    params: idParams,
    query: dayQuerySchema,
    response: leistungSchema,
    handle: async ({ params, query }) => {
      const view = await viewLeistung({ asOf, vollzugFor }, params.id, query.date ?? null, clock.today());
      return view.ok ? ok(leistungJson(view.value)) : view;
    },
  });
}

function searchOperation({ asOf, verdictsFor, enden, clock }: Deps): Operation {
  return operation({
    capability: 'catalogue.search',
    method: 'get',
    path: '/search',
    summary: 'Leistungen in Alltagswörtern suchen; mit „kommune“ steht bei jedem Treffer, wer zuständig ist',
    access: 'public',
    query: searchQuerySchema,
    response: z.object({
      gesamt: z.number().describe('Alle Treffer, auch die jenseits von „limit“'),
      treffer: z.array(trefferSchema),
      ...state,
    }),
    handle: async ({ query: { date, datum = date, ...query } }) => {
      const index = await asOf.search(datum ?? null);
      const wanted = { ...query, datum: datum ?? clock.today(), enden };
      const found = await searchJson(index, wanted, verdictsFor);
      return found.ok ? ok({ ...found.value, ...catalogueState(index.catalogue) }) : found;
    },
  });
}
