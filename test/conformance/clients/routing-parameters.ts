/**
 * Parameters of the FIT-Connect Routing API 2.0.0 and the local refusal of invalid ones.
 * Source: routing-api-2.0.0.yaml, components.parameters and the descriptions of the operations.
 */
import { LocalRefusalError, pairs } from './common.ts';
import type { Query } from './common.ts';

export type Paging = { offset?: number | undefined; limit?: number | undefined };

/** Exactly one of ags, ars and areaId (GET /routes, description). */
export type AreaKey =
  | { ags: string; ars?: undefined; areaId?: undefined }
  | { ags?: undefined; ars: string; areaId?: undefined }
  | { ags?: undefined; ars?: undefined; areaId: string };

export type RoutesParameters = { leikaKey: string } & AreaKey & Paging;

/** One to ten expressions. Several may widen or narrow the search: the specification is silent. */
export type AreasParameters = { areaSearchexpression: readonly string[] } & Paging;

export const DEFAULT_LIMIT = 100;
export const MAX_LIMIT = 500;
export const MAX_INT32 = 2_147_483_647;
export const MAX_EXPRESSIONS = 10;

const PATTERNS = {
  leikaKey: /^99\d{12}$/,
  ags: /^(\d{2}|\d{3}|\d{5}|\d{8})$/,
  ars: /^(\d{2}|\d{3}|\d{5}|\d{9}|\d{12})$/,
  // No end anchor in the specification; kept as it stands there.
  areaId: /^\d{1,}/,
};

/**
 * Accepts what the specification's ^(\*?([^\*]{2,})\*?)*$ accepts, the empty text included, but in
 * linear time: the nested repetition there needs exponential time for "aaaa…a***" (ReDoS).
 */
export const SEARCH_EXPRESSION = /^(?:\*?[^*]{2,}(?:\*{1,2}[^*]{2,})*\*?)?$/;

/** Checks the parameters of GET /routes and writes them as query. */
export function routesQuery(parameters: RoutesParameters): Query {
  const { leikaKey, ags, ars, areaId, offset, limit } = parameters;
  refuseUnlessMatching('leikaKey', leikaKey);
  const given = Object.entries({ ags, ars, areaId }).filter(([, value]) => value !== undefined);
  if (given.length !== 1) {
    throw new LocalRefusalError('ags, ars, areaId', `exactly one must be set, not ${given.length}`);
  }
  refuseUnlessMatching('ags', ags);
  refuseUnlessMatching('ars', ars);
  refuseUnlessMatching('areaId', areaId);
  refusePaging({ offset, limit });
  return pairs({ leikaKey, ags, ars, areaId, offset, limit });
}

/** Checks the parameters of GET /areas and writes them as query. */
export function areasQuery({ areaSearchexpression, offset, limit }: AreasParameters): Query {
  const count = areaSearchexpression.length;
  if (count < 1 || count > MAX_EXPRESSIONS) {
    throw new LocalRefusalError('areaSearchexpression', `1 to ${MAX_EXPRESSIONS} items, not ${count}`);
  }
  for (const expression of areaSearchexpression) {
    if (!SEARCH_EXPRESSION.test(expression)) {
      throw new LocalRefusalError('areaSearchexpression', `"${expression}" breaks the pattern`);
    }
  }
  refusePaging({ offset, limit });
  const expressions = areaSearchexpression.map((value) => ['areaSearchexpression', value] as const);
  return [...expressions, ...pairs({ offset, limit })];
}

/** The offset and limit that the server must have understood from a valid query. */
export function pagingOf(query: Query): { offset: number; limit: number } {
  const numberOf = (name: string, otherwise: number): number => {
    const text = query.find(([key]) => key === name)?.[1];
    return text === undefined ? otherwise : Number(text);
  };
  return { offset: numberOf('offset', 0), limit: numberOf('limit', DEFAULT_LIMIT) };
}

function refuseUnlessMatching(name: keyof typeof PATTERNS, value: string | undefined): void {
  if (value === undefined && name !== 'leikaKey') return;
  if (typeof value !== 'string' || !PATTERNS[name].test(value)) {
    throw new LocalRefusalError(name, `must match ${PATTERNS[name].source}`);
  }
}

function refusePaging({ offset, limit }: Paging): void {
  refuseOutside('offset', offset, 0, MAX_INT32);
  refuseOutside('limit', limit, 1, MAX_LIMIT);
}

function refuseOutside(name: string, value: number | undefined, least: number, most: number): void {
  if (value === undefined) return;
  if (!Number.isInteger(value) || value < least || value > most) {
    throw new LocalRefusalError(name, `must be an integer from ${least} to ${most}`);
  }
}
