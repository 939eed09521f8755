/**
 * Queries that the FIT-Connect Routing API 2.0.0 must answer with 400, and queries whose status it
 * leaves open. Source: routing-api-2.0.0.yaml, components.parameters and the operations' descriptions.
 */
import type { Query } from './common.ts';
import { MAX_EXPRESSIONS, MAX_INT32, MAX_LIMIT } from './routing-parameters.ts';

export type Case = { name: string; query: Query };

const named = (prefix: string, query: Query): Case => ({ name: prefix, query });

/** Values of one parameter, each put beside the given rest of a valid query. */
function each(parameter: string, values: readonly string[], rest: Query): Case[] {
  return values.map((value) =>
    named(`${parameter}=${JSON.stringify(value).slice(0, 60)}`, [...rest, [parameter, value]]),
  );
}

/** Offsets and limits outside type, minimum, maximum or int32. */
export function invalidPaging(rest: Query): Case[] {
  const tooLarge = String(MAX_INT32 + 1);
  return [
    ...each('offset', ['-1', 'abc', '1.5', '', tooLarge], rest),
    ...each('limit', ['0', '-1', String(MAX_LIMIT + 1), 'abc', '1.5', '', tooLarge], rest),
  ];
}

const WRONG_SERVICE_KEYS = [
  '',
  '9912345676061',
  '991234567606101',
  '98123456760610',
  '99abc456760610',
  ' 99123456760610',
  '99123456760610\n',
  '٩٩١٢٣٤٥٦٧٦٠٦١٠',
];
const WRONG_AGS = ['', '1', '0643', '0643501', '064350014', '064350014014', '0643500a', '06435014\n', '٠٦'];
const WRONG_ARS = ['', '1', '0643', '06435014', '06435001401', '0643500140140', '06435001401a', '06\n', '٠٦'];
const WRONG_AREA_IDS = ['', 'abc', '-1', ' 1', '٠٦'];

/** GET /routes: every query here breaks a rule and must be answered with 400. */
export function invalidRoutes(leikaKey: string, area: readonly [string, string]): Case[] {
  const service: Query = [['leikaKey', leikaKey]];
  const ags = ['ags', '06435014'] as const;
  const ars = ['ars', '064350014014'] as const;
  const areaId = ['areaId', '1024'] as const;
  return [
    named('no parameters', []),
    named('without leikaKey', [area]),
    named('leikaKey in wrong case', [['LEIKAKEY', leikaKey], area]),
    ...each('leikaKey', WRONG_SERVICE_KEYS, [area]),
    named('no area', service),
    named('ags and ars', [...service, ags, ars]),
    named('ags and areaId', [...service, ags, areaId]),
    named('ars and areaId', [...service, ars, areaId]),
    named('ags, ars and areaId', [...service, ags, ars, areaId]),
    named('known area and an empty other', [...service, area, [area[0] === 'ags' ? 'ars' : 'ags', '']]),
    ...each('ags', WRONG_AGS, service),
    ...each('ars', WRONG_ARS, service),
    ...each('areaId', WRONG_AREA_IDS, service),
    ...invalidPaging([...service, area]),
  ];
}

/** GET /routes: the specification does not say which declared status follows. */
export function openRoutes(leikaKey: string, area: readonly [string, string]): Case[] {
  const service = ['leikaKey', leikaKey] as const;
  return [
    named('unknown parameter', [service, area, ['colour', 'blue']]),
    named('leikaKey twice', [service, service, area]),
    named('area key twice', [service, area, area]),
    named('areaId with letters at the end (pattern has no end anchor)', [service, ['areaId', '1024abc']]),
  ];
}

const EXPRESSION = 'areaSearchexpression';
const expressions = (values: readonly string[]): Query => values.map((value) => [EXPRESSION, value] as const);

/** Breaks the pattern; the pattern as written costs a backtracking engine seconds here (ReDoS). */
export const BACKTRACKING = `${'a'.repeat(43)}***`;

/** GET /areas: every query here breaks a rule and must be answered with 400. */
export function invalidAreas(name: string): Case[] {
  const short = ['*', '**', 'M', 'M*', '*M', '*M*'];
  const starred = [`**${name}`, `${name}**`, `${name}***${name}`, `${name}*M`];
  return [
    named('no expression', []),
    named('expression in wrong case', [['areasearchExpression', name]]),
    named(`${MAX_EXPRESSIONS + 1} expressions`, expressions(Array(MAX_EXPRESSIONS + 1).fill(name))),
    named('a valid and an invalid expression', expressions([name, 'M'])),
    ...each(EXPRESSION, [...short, ...starred], []),
    ...invalidPaging(expressions([name])),
  ];
}

/** GET /areas: the specification does not say which declared status follows. */
export function openAreas(name: string): Case[] {
  return [
    named('unknown parameter', [...expressions([name]), ['colour', 'blue']]),
    named('empty expression (the pattern accepts it)', expressions([''])),
    named('same expression twice', expressions([name, name])),
  ];
}
