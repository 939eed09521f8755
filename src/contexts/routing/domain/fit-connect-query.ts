import { parseWildcard, type WildcardPattern } from './wildcard.ts';

/** What GET /routes asks. */
export interface RoutesQuery {
  readonly leikaKey: string;
  readonly areaKey: string;
  readonly offset: number;
  readonly limit: number;
}

/** What GET /areas asks. */
export interface AreasQuery {
  readonly patterns: readonly WildcardPattern[];
  readonly offset: number;
  readonly limit: number;
}

/** The query, or the sentence that says what is wrong with it. */
export type ReadQuery<T> = { readonly query: T } | { readonly problem: string };

const areaPatterns: Readonly<Record<'ags' | 'ars' | 'areaId', RegExp>> = {
  ags: /^(\d{2}|\d{3}|\d{5}|\d{8})$/,
  ars: /^(\d{2}|\d{3}|\d{5}|\d{9}|\d{12})$/,
  // The specification has no end anchor here; what follows the digits names no area.
  areaId: /^\d{1,}/,
};
const areaNames = ['ags', 'ars', 'areaId'] as const;

const standardLimit = 100;
const largestLimit = 500;
const largestInt32 = 2_147_483_647;
const mostExpressions = 10;
const longestExpression = 200;

/** Reads the parameters of GET /routes: leikaKey, exactly one of ags, ars and areaId, offset, limit. */
export function readRoutesQuery(parameters: URLSearchParams): ReadQuery<RoutesQuery> {
  const keys = parameters.getAll('leikaKey');
  const [leikaKey] = keys;
  if (leikaKey === undefined || keys.length > 1)
    return { problem: 'leikaKey muss genau einmal angegeben sein.' };
  if (!/^99\d{12}$/.test(leikaKey))
    return { problem: 'leikaKey muss aus 14 Ziffern bestehen und mit 99 beginnen.' };
  const given = areaNames.flatMap((name) => parameters.getAll(name).map((value) => ({ name, value })));
  const [area] = given;
  if (area === undefined || given.length > 1)
    return { problem: 'Genau einer der Parameter ags, ars und areaId muss angegeben sein.' };
  if (!areaPatterns[area.name].test(area.value))
    return { problem: `${area.name} hat nicht die vorgeschriebene Form.` };
  const paging = readPaging(parameters);
  return 'problem' in paging ? paging : { query: { leikaKey, areaKey: area.value, ...paging.query } };
}

/** Reads the parameters of GET /areas: one to ten expressions, offset, limit. */
export function readAreasQuery(parameters: URLSearchParams): ReadQuery<AreasQuery> {
  const expressions = parameters.getAll('areaSearchexpression');
  if (expressions.length < 1 || expressions.length > mostExpressions)
    return { problem: 'areaSearchexpression muss ein- bis zehnmal angegeben sein.' };
  const patterns: WildcardPattern[] = [];
  for (const expression of expressions) {
    const pattern = expression.length > longestExpression ? null : parseWildcard(expression);
    if (pattern === null)
      return { problem: 'areaSearchexpression braucht mindestens zwei Zeichen neben jedem Platzhalter (*).' };
    patterns.push(pattern);
  }
  const paging = readPaging(parameters);
  return 'problem' in paging ? paging : { query: { patterns, ...paging.query } };
}

function readPaging(
  parameters: URLSearchParams,
): ReadQuery<{ readonly offset: number; readonly limit: number }> {
  const offset = readWhole(parameters, 'offset', 0, 0, largestInt32);
  const limit = readWhole(parameters, 'limit', standardLimit, 1, largestLimit);
  if (offset === null) return { problem: `offset muss eine ganze Zahl von 0 bis ${largestInt32} sein.` };
  if (limit === null) return { problem: `limit muss eine ganze Zahl von 1 bis ${largestLimit} sein.` };
  return { query: { offset, limit } };
}

function readWhole(
  parameters: URLSearchParams,
  name: string,
  standard: number,
  least: number,
  most: number,
): number | null {
  const given = parameters.getAll(name);
  const [text] = given;
  if (text === undefined) return standard;
  const value = given.length === 1 && /^\d{1,10}$/.test(text) ? Number(text) : -1;
  return value >= least && value <= most ? value : null;
}
