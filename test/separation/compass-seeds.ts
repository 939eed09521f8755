import type { SeedTenant } from './seed-tenant.ts';
import type { Seed } from './seeds.ts';

const leistung = (t: SeedTenant) => `'L0000${t.number}'`;

/** Each organisation states the Umsetzungsstand of one Leistung. */
export const compassSeeds: Readonly<Record<string, Seed>> = {
  'compass.stand': (t) =>
    `insert into compass.stand (tenant_id, leistung_id, fassung, ags, gilt_ab, zustand, angegeben_am)
      values ('${t.id}', ${leistung(t)}, 1, '0576604${t.number}', '2026-01-01', 'online', now())`,
  'compass.stand_intern': (t) =>
    `insert into compass.stand_intern (tenant_id, leistung_id, fassung, bemerkung)
      values ('${t.id}', ${leistung(t)}, 1, 'Bemerkung')`,
};
