import type { Visit } from './page-mix.ts';

/** Of twenty visits of the portal so many go to each page. */
const shares: readonly (readonly [kind: string, share: number, paths: readonly string[]])[] = [
  ['start page', 4, ['/']],
  [
    'search',
    4,
    ['hund anmelden', 'hundesteuer', 'wohngeld', 'gewerbe', 'führerschein', 'xyz'].map(searchFor),
  ],
  ['Onlinedienst', 4, ['/dienste/hund-anmelden']],
  ['Leistung', 2, ['/leistungen/L02950', '/leistungen/L02939']],
  ['list of services', 2, ['/leistungen']],
  ['contact', 1, ['/kontakt']],
  ['privacy', 1, ['/datenschutz']],
  ['imprint', 1, ['/impressum']],
  ['before the Antrag', 1, ['/antrag/hund-anmelden']],
];

function searchFor(words: string): string {
  return `/suche?suche=${encodeURIComponent(words)}`;
}

const turn = shares.flatMap(([kind, share, paths]) => Array.from({ length: share }, () => ({ kind, paths })));

/** The page of each visit, the same in every run: kinds spread over twenty visits, their pages in turn. */
export function portalVisit(index: number): Visit {
  const { kind, paths } = turn[(index * 7) % turn.length] ?? { kind: '', paths: [] };
  return { kind, path: paths[Math.floor(index / turn.length) % paths.length] ?? '/' };
}
