import { formatLocalDate, type LocalDate, ok, type Result } from '#kernel';
import { dayOfAddress, type PageAnswer, type PageContent, type PageRequest, type PageRoute } from '#platform';
import { type ListDefinition, listDownload, listIndex, type listPage, readListQuery } from '#ui';
import type { LawDeps, LawWorld } from '../law-world.ts';

/** What a page of this context is asked: the world, and the day („datum“ in the address, else today). */
export interface Asked {
  readonly world: LawWorld;
  readonly date: LocalDate;
}

/** Reads the day, and loads the world. */
export async function ask({ world, clock }: LawDeps, { query }: PageRequest): Promise<Result<Asked>> {
  const date = dayOfAddress(query, clock);
  return date.ok ? ok({ world: await world(), date: date.value }) : date;
}

/** A page that everybody may read, or the refusal. */
export function pageRoute(
  capability: string,
  path: string,
  show: (request: PageRequest) => Promise<Result<PageContent>>,
): PageRoute {
  const handle = async (request: PageRequest): Promise<PageAnswer> => {
    const content = await show(request);
    return content.ok
      ? { kind: 'page', content: content.value }
      : { kind: 'refusal', refusal: content.refusal };
  };
  return { capability, method: 'GET', path, access: 'public', handle };
}

/** A list with its rows, as page and exports need it. */
export interface AskedList<Row> extends Asked {
  readonly definition: ListDefinition<Row>;
  readonly rows: readonly Row[];
  readonly title: string;
  readonly fileName: string;
}

/** The three routes of a list: page, CSV, XLSX. */
export function listRoutes<Row, A extends AskedList<Row>>(
  deps: LawDeps,
  address: { readonly capability: string; readonly path: string },
  prepare: (request: PageRequest) => Promise<Result<A>>,
  show: (asked: A, list: ListParts<Row>) => PageContent,
): readonly PageRoute[] {
  const { capability, path } = address;
  const exported = (format: 'csv' | 'xlsx'): PageRoute => ({
    capability,
    method: 'GET',
    path: `${path}.${format}`,
    access: 'public',
    handle: async (request) => {
      const asked = await prepare(request);
      return asked.ok
        ? download(deps, asked.value, request, format)
        : { kind: 'refusal', refusal: asked.refusal };
    },
  });
  const page = pageRoute(capability, path, async (request) => {
    const asked = await prepare(request);
    if (!asked.ok) return asked;
    const { definition, rows } = asked.value;
    const { query, problems } = readListQuery(definition, request.query);
    return ok(show(asked.value, { result: listIndex(definition, rows).run(query), problems }));
  });
  return [page, exported('csv'), exported('xlsx')];
}

/** What `listPage` needs of an answered query. */
export interface ListParts<Row> {
  readonly result: Parameters<typeof listPage<Row>>[1];
  readonly problems: Parameters<typeof listPage<Row>>[2]['problems'];
}

function download<Row>(
  { clock, demo }: LawDeps,
  { definition, rows, title, fileName, world, date }: AskedList<Row>,
  request: PageRequest,
  format: 'csv' | 'xlsx',
): Promise<PageAnswer> {
  const { query } = readListQuery(definition, request.query);
  return listDownload(definition, listIndex(definition, rows).select(query), query, format, {
    fileName: `${fileName}-${date}`,
    notes: {
      title,
      source: world.law.quelle,
      state: `Stand ${world.law.stand}, Stichtag ${formatLocalDate(date)}`,
      demo,
      createdAt: clock.now(),
    },
  });
}
