import { formatLocalDate, type LocalDate, ok, type Result } from '#kernel';
import { dayOfAddress, type PageAnswer, type PageContent, type PageRequest, type PageRoute } from '#platform';
import { type AnsweredList, answerList, type ListDefinition, listEndings } from '#ui';
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
  show: (asked: A, list: AnsweredList<Row>) => PageContent,
): readonly PageRoute[] {
  const { capability, path } = address;
  const route = (ending: string): PageRoute => ({
    capability,
    method: 'GET',
    path: `${path}${ending}`,
    access: 'public',
    handle: async (request) => {
      const asked = await prepare(request);
      if (!asked.ok) return { kind: 'refusal', refusal: asked.refusal };
      const list = await answerFor(deps, asked.value, request);
      return list.kind === 'list' ? { kind: 'page', content: show(asked.value, list) } : list;
    },
  });
  return listEndings.map(route);
}

function answerFor<Row>(
  deps: LawDeps,
  { definition, rows, title, fileName, world, date }: AskedList<Row>,
  request: PageRequest,
) {
  return answerList(deps, { definition, rows }, request, {
    fileName: `${fileName}-${date}`,
    title,
    source: world.law.quelle,
    state: `Stand ${world.law.stand}, Stichtag ${formatLocalDate(date)}`,
  });
}
