import { provider, type SeedTenant } from './seed-tenant.ts';
import type { Seed } from './seeds.ts';

const day = `'2026-01-01'`;
const dienst = (t: SeedTenant) => `'dienst-${t.letter}'`;
const ags = (t: SeedTenant) => `'0576604${t.number}'`;

/** Each organisation rolls a version out, announces something and holds on; what concerns a house is addressed to the provider. */
export const releasesSeeds: Readonly<Record<string, Seed>> = {
  'releases.notiz': (t) =>
    `insert into releases.notiz (tenant_id, dienst, fassung, text, sicherheit, geschrieben_am)
      values ('${t.id}', ${dienst(t)}, '1', 'Notiz', false, ${day})`,
  'releases.ausrollung': (t) =>
    `insert into releases.ausrollung (tenant_id, id, dienst, fassung, zustand, version, ringe, regel, sicherheit,
        angelegt_am, geaendert_am)
      values ('${t.id}', '${t.uuid(1)}', ${dienst(t)}, '1', 'geplant', 1, '[]', '{}', false, ${day}, ${day})`,
  'releases.schritt': (t) =>
    `insert into releases.schritt (tenant_id, ausrollung_id, schritt, am)
      values ('${t.id}', '${t.uuid(1)}', 'planen', ${day})`,
  'releases.zug': (t) =>
    `insert into releases.zug (tenant_id, ausrollung_id, recipient_id, dienst, fassung, ags, kommune, ring, ab, zustand,
        von_fassung, geaendert_am)
      values ('${t.id}', '${t.uuid(1)}', '${provider}', ${dienst(t)}, '1', ${ags(t)}, 'Ort', 0, ${day}, 'wartet', '1',
        ${day})`,
  'releases.beobachtung': (t) =>
    `insert into releases.beobachtung (tenant_id, ausrollung_id, neu_sendungen, neu_abgewiesen, alt_sendungen,
        alt_abgewiesen, haelt_an, am)
      values ('${t.id}', '${t.uuid(1)}', 1, 0, 1, 0, false, ${day})`,
  'releases.festhaltung': (t) =>
    `insert into releases.festhaltung (tenant_id, dienst, recipient_id, ags, geloest, bis, grund, am)
      values ('${t.id}', ${dienst(t)}, '${provider}', ${ags(t)}, false, ${day}, 'Grund', ${day})`,
  'releases.meldung': (t) =>
    `insert into releases.meldung (tenant_id, id, fassung, art, titel, text, sichtbar_ab, von, bis, dienste, kommunen,
        entfallen, geschrieben_am)
      values ('${t.id}', '${t.uuid(1)}', 1, 'wartung', 'Wartung', '', '2026-01-01 00:00', '2026-01-01 00:00',
        '2026-01-02 00:00', '{}', '{}', false, ${day})`,
};
