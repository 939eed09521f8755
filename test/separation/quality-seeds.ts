import type { Seed } from './seeds.ts';

/** What looks at links gave, and up to where they were gathered. */
export const qualitySeeds: Readonly<Record<string, Seed>> = {
  'quality.link': (t) => `insert into quality.link (link) values ('https://${t.letter}.example/')`,
  'quality.abgleich': (t) =>
    `insert into quality.abgleich (was, wechsel) values ('probe-${t.letter}', ${t.number})`,
};
