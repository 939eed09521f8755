import type { Seed } from './seeds.ts';

/** Each organisation says something about the fields of a kind, as an IT-Dienstleister would. */
export const fieldsSeeds: Readonly<Record<string, Seed>> = {
  'fields.definition': (t) =>
    `insert into fields.definition (tenant_id, art, fassung, ebene, felder, erfasst_am)
      values ('${t.id}', 'stand', 1, 'anbieter', '[{"key": "${t.letter}"}]', now())`,
};
