import { provider } from './seed-tenant.ts';
import type { Seed } from './seeds.ts';

/** What each organisation writes to others, is told itself, and tells other systems. */
export const noticesSeeds: Readonly<Record<string, Seed>> = {
  'notices.verteiler': (t) =>
    `insert into notices.verteiler (tenant_id, id, name, kommunen, geaendert_am)
      values ('${t.id}', '${t.uuid(1)}', 'Verteiler', '{${provider}}', now())`,
  'notices.rundmail': (t) =>
    `insert into notices.rundmail (tenant_id, id, fassung, betreff, text, betrieblich, auswahl, zustand, angelegt_am,
        angelegt_von)
      values ('${t.id}', '${t.uuid(1)}', 1, 'Betreff', 'Text', false, '{}', 'entwurf', now(), 'system:test')`,
  'notices.empfaenger': (t) =>
    `insert into notices.empfaenger (tenant_id, rundmail_id, member_id, kommune_id, kommune, rollen, zustand,
        naechster_versuch)
      values ('${t.id}', '${t.uuid(1)}', '${t.uuid(2)}', '${t.uuid(3)}', 'Ort', '{}', 'wartet', now())`,
  'notices.einstellung': (t) =>
    `insert into notices.einstellung (tenant_id, member_id, zusammenfassung, rundmails, zuletzt_am)
      values ('${t.id}', '${t.uuid(1)}', 'nie', true, now())`,
  'notices.webhook': (t) =>
    `insert into notices.webhook (tenant_id, id, bezeichnung, url, ereignisse, secret_sealed, zustand, angelegt_am,
        angelegt_von)
      values ('${t.id}', '${t.uuid(1)}', 'Probe', 'https://a.example', '{probe}', '\\x${t.key}', 'aktiv', now(),
        'system:test')`,
  'notices.zustellung': (t) =>
    `insert into notices.zustellung (tenant_id, id, webhook_id, ereignis, ereignis_key, daten, zustand,
        naechster_versuch, frist, angelegt_am)
      values ('${t.id}', '${t.uuid(1)}', '${t.uuid(1)}', 'probe', '${t.number}', '{}', 'wartet', now(), now(), now())`,
};
