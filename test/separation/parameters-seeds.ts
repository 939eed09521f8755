import { provider } from './seed-tenant.ts';
import type { Seed } from './seeds.ts';

/** Each organisation lets the provider enter values for it, and has a table that waits. */
export const parametersSeeds: Readonly<Record<string, Seed>> = {
  'parameters.eintragungsrecht': (t) =>
    `insert into parameters.eintragungsrecht (tenant_id, anbieter_id, erteilt, erfasst_am)
      values ('${t.id}', '${provider}', true, now())`,
  'parameters.einlesung': (t) =>
    `insert into parameters.einlesung (tenant_id, id, dateiname, zeilen, angelegt_am)
      values ('${t.id}', '${t.uuid(1)}', 'werte.csv', '[]', now())`,
};
