import { provider } from './seed-tenant.ts';
import type { Seed } from './seeds.ts';

const day = `'2026-01-01'`;

/** Each organisation has a Zustellpunkt, and received a submission of the provider with an attachment. */
export const deliverySeeds: Readonly<Record<string, Seed>> = {
  'delivery.zustellpunkt': (t) =>
    `insert into delivery.zustellpunkt (tenant_id, id, name, created_at, changed_at)
      values ('${t.id}', '${t.uuid(1)}', 'Eingang', ${day}, ${day})`,
  'delivery.zustellpunkt_key': (t) =>
    `insert into delivery.zustellpunkt_key (tenant_id, zustellpunkt_id, kid, public_jwk, valid_from, valid_to)
      values ('${t.id}', '${t.uuid(1)}', 'schluessel-${t.letter}', '{}', ${day}, '2027-01-01')`,
  'delivery.submission': (t) =>
    `insert into delivery.submission (tenant_id, id, absender, idempotency_hash, zustellpunkt_id, kid, case_id, leistung,
        metadata, data, content_hash, created_at, changed_at)
      values ('${t.id}', '${t.uuid(2)}', '${provider}', '\\x${t.key}', '${t.uuid(1)}', 'schluessel-${t.letter}',
        '${t.uuid(3)}', 'leistung', '\\x00', '\\x00', '\\x00', ${day}, ${day})`,
  'delivery.attachment': (t) =>
    `insert into delivery.attachment (tenant_id, id, absender, attachment_id, zustellpunkt_id, kid, created_at, expires_at)
      values ('${t.id}', '${t.uuid(4)}', '${provider}', '${t.uuid(4)}', '${t.uuid(1)}', 'schluessel-${t.letter}',
        ${day}, '2100-01-01')`,
  'delivery.event': (t) =>
    `insert into delivery.event (tenant_id, submission_id, absender, kind, content_hash)
      values ('${t.id}', '${t.uuid(2)}', '${provider}', 'submitted', '\\x00')`,
};
