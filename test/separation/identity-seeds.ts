import { provider, type SeedTenant } from './seed-tenant.ts';
import type { Seed } from './seeds.ts';

const member = (t: SeedTenant) => t.uuid(11);
const absent = (t: SeedTenant) => t.uuid(12);
const hash = (t: SeedTenant) => `'\\x${t.key}'`;

/** B's consent was withdrawn: it ended long ago. */
const consentEnd = (t: SeedTenant) => (t.letter === 'a' ? 'null' : `'2020-12-31'`);

/** Each organisation has a member who is signed in and stands in for another. */
export const identitySeeds: Readonly<Record<string, Seed>> = {
  'identity.organisation': (t) =>
    `insert into identity.organisation (id, kind, name, body_key)
      values ('${t.id}', 'kommune', 'Stadt ${t.letter}', '0576604${t.number}')`,
  'identity.betreuung': (t) =>
    `insert into identity.betreuung values ('${t.id}', '${provider}', '2020-01-01', null)`,
  'identity.einwilligung': (t) =>
    `insert into identity.einwilligung values ('${t.id}', '${provider}', '2020-01-01', ${consentEnd(t)}, 'system:test')`,
  'identity.uebergabe': (t) => `insert into identity.uebergabe values ('${t.id}', '${provider}', now())`,
  'identity.member': (t) =>
    `insert into identity.member (tenant_id, id, state, roles, name_sealed, email_index, created_at)
      values ('${t.id}', '${member(t)}', 'active', '{}', '\\x00', ${hash(t)}, now()),
        ('${t.id}', '${absent(t)}', 'active', '{}', '\\x00', null, now())`,
  'identity.session': (t) =>
    `insert into identity.session (tenant_id, id, key_hash, member_id, stage, second_factor, acting_for, created_at,
        last_seen_at, expires_at)
      values ('${t.id}', '${t.uuid(1)}', ${hash(t)}, '${member(t)}', 'complete', true, '${absent(t)}', now(), now(),
        now() + interval '1 day')`,
  'identity.mail_link': (t) =>
    `insert into identity.mail_link (tenant_id, id, key_hash, member_id, purpose, created_at, expires_at)
      values ('${t.id}', '${t.uuid(1)}', ${hash(t)}, '${member(t)}', 'invitation', now(), now())`,
  'identity.recovery_code': (t) =>
    `insert into identity.recovery_code values ('${t.id}', '${member(t)}', ${hash(t)}, null)`,
  'identity.passkey': (t) =>
    `insert into identity.passkey (tenant_id, id, key_hash, member_id, credential_id, public_key, counter, transports,
        label, created_at)
      values ('${t.id}', '${t.uuid(1)}', ${hash(t)}, '${member(t)}', '${t.letter}', '\\x00', 0, '{}', 'Stick', now())`,
  'identity.vertretung': (t) =>
    `insert into identity.vertretung
      values ('${t.id}', '${t.uuid(1)}', '${absent(t)}', '${member(t)}', '2020-01-01', '2100-01-01', null)`,
  'identity.machine_token': (t) =>
    `insert into identity.machine_token (tenant_id, id, key_hash, prefix, label, scopes, issued_by, created_at, expires_at)
      values ('${t.id}', '${t.uuid(1)}', ${hash(t)}, 'lwt_${t.letter}', 'Zugang', '{}', 'system:test', now(),
        now() + interval '1 day')`,
  'identity.throttle': (t) =>
    `insert into identity.throttle values (${hash(t)}, 1, now() + interval '1 day', null)`,
  'identity.used_challenge': (t) =>
    `insert into identity.used_challenge values (${hash(t)}, now() + interval '1 day')`,
};

/** The organisations that the others refer to. */
export const providerSeed = (id: string): string =>
  `insert into identity.organisation (id, kind, name) values ('${id}', 'it-dienstleister', 'Rechenzentrum')`;
