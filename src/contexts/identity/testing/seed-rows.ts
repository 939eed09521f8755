import { randomBytes, randomUUID } from 'node:crypto';
import type pg from 'pg';

/** The tables of this context with a row of one organisation in each, for tests that look who sees them. */
export const tenantTables = [
  'member',
  'session',
  'mail_link',
  'recovery_code',
  'passkey',
  'vertretung',
  'machine_token',
] as const;

/** Rows of one organisation: its ids, and the hashes by which single rows are found. */
export interface SeededRows {
  readonly tenant: string;
  readonly keys: Readonly<Record<'member' | 'session' | 'mail_link' | 'passkey' | 'machine_token', Buffer>>;
}

/** Puts a row of a new organisation into every table of identity, as the owner, past row-level security. */
export async function seedIdentityRows(
  owner: pg.Pool,
  options: {
    readonly tenant?: string;
    readonly kind?: 'kommune' | 'it-dienstleister';
    readonly provider?: string;
  },
): Promise<SeededRows> {
  const tenant = options.tenant ?? randomUUID();
  const [member, deputy] = [randomUUID(), randomUUID()];
  const key = () => randomBytes(32);
  const keys = { member: key(), session: key(), mail_link: key(), passkey: key(), machine_token: key() };
  const kind = options.kind ?? 'kommune';
  const bodyKey = kind === 'kommune' ? String(10_000_000 + Math.floor(Math.random() * 89_999_999)) : null;
  const put = (statement: string, ...values: unknown[]) => owner.query(statement, values);
  await put(
    `insert into identity.organisation (id, kind, name, body_key) values ($1, $2, 'Probe', $3)`,
    tenant,
    kind,
    bodyKey,
  );
  await put(
    `insert into platform.tenant_key (tenant_id, master_id, wrapped) values ($1, 'x', '\\x00')`,
    tenant,
  );
  for (const [id, index] of [
    [member, keys.member],
    [deputy, key()],
  ])
    await put(
      `insert into identity.member (tenant_id, id, state, roles, name_sealed, email_sealed, email_index, created_at)
       values ($1, $2, 'active', '{lesen}', '\\x00', '\\x00', $3, now())`,
      tenant,
      id,
      index,
    );
  await put(
    `insert into identity.session (tenant_id, id, key_hash, member_id, stage, second_factor, created_at, last_seen_at, expires_at)
     values ($1, $2, $3, $4, 'complete', false, now(), now(), now() + interval '1 hour')`,
    tenant,
    randomUUID(),
    keys.session,
    member,
  );
  await put(
    `insert into identity.mail_link (tenant_id, id, key_hash, member_id, purpose, created_at, expires_at)
     values ($1, $2, $3, $4, 'invitation', now(), now() + interval '1 hour')`,
    tenant,
    randomUUID(),
    keys.mail_link,
    member,
  );
  await put(
    `insert into identity.recovery_code (tenant_id, member_id, code_hash) values ($1, $2, $3)`,
    tenant,
    member,
    key(),
  );
  await put(
    `insert into identity.passkey (tenant_id, id, key_hash, member_id, credential_id, public_key, counter, transports, label, created_at)
     values ($1, $2, $3, $4, 'x', '\\x00', 0, '{}', 'Probe', now())`,
    tenant,
    randomUUID(),
    keys.passkey,
    member,
  );
  await put(
    `insert into identity.vertretung (tenant_id, id, member_id, deputy_id, valid_from, valid_to)
     values ($1, $2, $3, $4, current_date, current_date)`,
    tenant,
    randomUUID(),
    member,
    deputy,
  );
  await put(
    `insert into identity.machine_token (tenant_id, id, key_hash, prefix, label, scopes, issued_by, created_at, expires_at)
     values ($1, $2, $3, 'abcdefgh', 'Probe', '{}', 'x', now(), now() + interval '1 day')`,
    tenant,
    randomUUID(),
    keys.machine_token,
  );
  if (options.provider) await seedCircle(owner, tenant, options.provider);
  return { tenant, keys };
}

async function seedCircle(owner: pg.Pool, kommune: string, provider: string): Promise<void> {
  const values = [kommune, provider];
  await owner.query(
    `insert into identity.betreuung (kommune_id, provider_id, valid_from) values ($1, $2, current_date)`,
    values,
  );
  await owner.query(
    `insert into identity.einwilligung (tenant_id, provider_id, valid_from, stated_by) values ($1, $2, current_date, 'x')`,
    values,
  );
  await owner.query(
    `insert into identity.uebergabe (tenant_id, provider_id, handed_over_at) values ($1, $2, now())`,
    values,
  );
}
