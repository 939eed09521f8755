import type { SeedTenant } from './seed-tenant.ts';
import type { Seed } from './seeds.ts';

const bericht = (t: SeedTenant) => `'${t.id}', '${t.uuid(1)}'`;

/** Each organisation has a report that was presented and released, and has made its Stand public. */
export const reportsSeeds: Readonly<Record<string, Seed>> = {
  'reports.bericht': (t) =>
    `insert into reports.bericht (tenant_id, id, nummer, angelegt_am) values (${bericht(t)}, 1, now())`,
  'reports.bestand': (t) =>
    `insert into reports.bestand (tenant_id, bericht_id, nummer, stichtag, gezogen_am, inhalt)
      values (${bericht(t)}, 1, '2026-01-01', now(), '{"of": "${t.letter}"}')`,
  'reports.fassung': (t) =>
    `insert into reports.fassung (tenant_id, bericht_id, fassung, bestand, titel, einleitung, abschnitte, geschrieben_am)
      values (${bericht(t)}, 1, 1, 'Bericht von ${t.letter}', '', '[]', now())`,
  'reports.schritt': (t) =>
    `insert into reports.schritt (tenant_id, bericht_id, nummer, art, fassung, gegangen_am, vorgelegt_von)
      values (${bericht(t)}, 1, 'freigegeben', 1, now(), 'mitglied:andere')`,
  'reports.vorlage_gesagt': (t) =>
    `insert into reports.vorlage_gesagt (tenant_id, bericht_id, schritt, mitglied_id, gesagt_am)
      values (${bericht(t)}, 1, '${t.uuid(2)}', now())`,
  'reports.pdf': (t) =>
    `insert into reports.pdf (tenant_id, bericht_id, fassung, schritte, inhalt, erstellt_am)
      values (${bericht(t)}, 1, 1, '\\x25', now())`,
  'reports.freigabe': (t) =>
    `insert into reports.freigabe (tenant_id, nummer, teile, stichtag, gilt_bis, freigegeben_am)
      values ('${t.id}', 1, '{online}', '2026-01-01', '2026-12-31', now())`,
  'reports.oeffentlich': (t) =>
    `insert into reports.oeffentlich (tenant_id, nummer, ags, stichtag, gilt_bis, freigegeben_am, inhalt)
      values ('${t.id}', 1, '0576604${t.number}', '2026-01-01', '2026-12-31', now(), '{}')`,
};
