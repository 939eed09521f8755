import type { z } from 'zod';
import { guardFormula, ok, type Result } from '#kernel';
import type { EndpunktName } from '#standards/pvog';
import type { PvogReadDeps } from '../deps.ts';
import { locationFinder } from '../use-cases/find-locations.ts';
import { findOnlineServices } from '../use-cases/find-online-services.ts';
import { findOrganisations, listRelations, organisationTitles } from '../use-cases/find-organisations.ts';
import { findByLeika, findServices, type ServicePage } from '../use-cases/find-services.ts';
import { readDetail } from '../use-cases/read-detail.ts';
import type { answerSchemas } from './answers.ts';
import type { queries } from './queries.ts';

type Query<Name extends EndpunktName> = z.output<(typeof queries)[Name]>;
type Answer<Name extends EndpunktName> = (typeof answerSchemas)[Name] extends z.ZodType
  ? Frozen<z.input<(typeof answerSchemas)[Name]>>
  : string;

/** The same shape, read only. */
type Frozen<T> = T extends readonly (infer Item)[]
  ? readonly Frozen<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Frozen<T[Key]> }
    : T;

/** One function for each path: its parameters and the reader's language in, the body out. */
export type Handlers = {
  readonly [Name in EndpunktName]: (query: Query<Name>, language: string) => Promise<Result<Answer<Name>>>;
};

/** What answers each path. */
export function handlersOf(deps: PvogReadDeps): Handlers {
  const findLocations = locationFinder(deps);
  return {
    locations: async ({ q, limit, filterBy }) =>
      ok(await findLocations({ q, limit, onlyOrte: filterBy === 'ORT' })),
    locationSuggestions: async ({ q }) => {
      const found = await findLocations({ q, limit: 10, onlyOrte: true });
      return ok(found.map(({ name, kreis, land, ars }) => ({ text: labelOf(name, kreis ?? land), ars })));
    },
    serviceDescriptions: async (query) => ok(listOf(await findServices(deps, query), query)),
    serviceDescriptionsByArs: async (query) =>
      ok(listOf(await findServices(deps, { ...query, useArsHierarchy: true }), query)),
    serviceDescriptionDetail: ({ id, ars, applyDynamicParams }, language) =>
      readDetail(deps, { id, ars: ars ?? null, applyDynamicParams, language }),
    leikaHierarchy: async (query) => ok(listOf(await findByLeika(deps, query), query)),
    leikaIds: async (query) => ok(await leikaPage(deps, query)),
    serviceDescriptionsCsv: async ({ ars, q }) => {
      const { content } = await findServices(deps, { ars, q, useArsHierarchy: true, page: 0, size: 100_000 });
      return ok(csvOf(content));
    },
    organisationTitles: ({ ars, lbId }) => organisationTitles(deps, { ars, lbId: lbId ?? null }),
    organisationDetail: async ({ q }) => ok(await findOrganisations(deps, q)),
    onlineServices: ({ ars, nextPageToken, size }) =>
      findOnlineServices(deps, { ars, token: nextPageToken ?? null, size }),
    relations: ({ ars, nextPageToken, size }) =>
      listRelations(deps, { ars: ars ?? null, token: nextPageToken ?? null, size }),
  };
}

function labelOf(name: string, within: string): string {
  return name === within ? name : `${name} (${within})`;
}

interface Paged {
  readonly page: number;
  readonly size: number;
}

function listOf({ content, totalElements }: ServicePage, { page, size }: Paged) {
  return {
    serviceDescriptions: { content, page, size, totalElements, totalPages: pages(totalElements, size) },
  };
}

function pages(total: number, size: number): number {
  return Math.ceil(total / size);
}

async function leikaPage({ world }: PvogReadDeps, { leikaIds, page, size }: Query<'leikaIds'>) {
  const { catalogue } = await world();
  const wanted = new Set(leikaIds);
  const rows = catalogue.leistungen.flatMap(({ leika, id, name }) =>
    leika !== null && (wanted.size === 0 || wanted.has(leika)) ? [{ leikaId: leika, id, name }] : [],
  );
  const content = rows.slice(page * size, (page + 1) * size);
  return { content, page, size, totalElements: rows.length, totalPages: pages(rows.length, size) };
}

const columns = ['id', 'leikaId', 'name', 'ars', 'lastUpdate', 'editor', 'teaser'] as const;

/** Semicolons, quotes around each cell, a mark of UTF-8 before: what spreadsheets read. */
function csvOf(content: ServicePage['content']): string {
  const rows = content.map(({ id, leikaIds, name, ars, lastUpdate, editor, teaser }) =>
    [id, leikaIds.join(' '), name, ars, lastUpdate ?? '', editor, teaser].map(cell).join(';'),
  );
  return `\uFEFF${[columns.join(';'), ...rows].join('\r\n')}\r\n`;
}

function cell(text: string): string {
  return `"${guardFormula(text).replaceAll('"', '""')}"`;
}
