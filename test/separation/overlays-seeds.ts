import type { Seed } from './seeds.ts';

/** Each organisation has published a layer and a transition of its own service. */
export const overlaysSeeds: Readonly<Record<string, Seed>> = {
  'overlays.schicht': (t) =>
    `insert into overlays.schicht (tenant_id, dienst, ebene, gebiet, version, inhalt, veroeffentlicht_am)
      values ('${t.id}', 'dienst-${t.letter}', 'land', '05', 1, '{}', now())`,
  'overlays.uebergang': (t) =>
    `insert into overlays.uebergang (tenant_id, dienst, von, inhalt, veroeffentlicht_am)
      values ('${t.id}', 'dienst-${t.letter}', 1, '{}', now())`,
};
