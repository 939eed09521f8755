import pg from 'pg';
import { readMigrations } from '../backup/read-schema.ts';
import { type Finding, fine, wrong } from './finding.ts';

/** Looks at schema, roles, audit trail, events and clock through the owner's connection. */
export async function checkDatabase(ownerUrl: string, roleUrls: readonly string[]): Promise<Finding[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  client.on('error', () => {});
  await client.connect();
  try {
    return [
      fine('migrations', `Das Schema ist aktuell: ${(await readMigrations(client)).length} Migrationen.`),
      await checkRoles(client, roleUrls),
      await checkRowSecurity(client),
      await checkAudit(client),
      await checkEvents(client),
      await checkClock(client),
    ];
  } finally {
    await client.end();
  }
}

async function checkRoles(client: pg.Client, urls: readonly string[]): Promise<Finding> {
  const logins = urls.map((url) => decodeURIComponent(/\/\/([^:@]+)/.exec(url)?.[1] ?? ''));
  const { rows } = await client.query<{ name: string }>(
    `with recursive held as (
       select oid, rolname from pg_roles where rolname = any($1)
       union select r.oid, r.rolname from held h join pg_auth_members m on m.member = h.oid join pg_roles r on r.oid = m.roleid)
     select h.rolname as name from held h join pg_roles r on r.oid = h.oid
      where r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolcreatedb
        or exists (select from pg_database d where d.datname = current_database() and d.datdba = h.oid)`,
    [logins],
  );
  if (rows.length === 0)
    return fine('roles', `Die Rollen ${logins.join(' und ')} können die Trennung nicht umgehen.`);
  const names = rows.map(({ name }) => name).join(', ');
  return wrong(
    'roles',
    `Die Rolle ${names} könnte die Trennung der Organisationen umgehen.`,
    `Als Verwalter der Datenbank: alter role ${names} nosuperuser nobypassrls nocreaterole nocreatedb.`,
  );
}

async function checkRowSecurity(client: pg.Client): Promise<Finding> {
  const { rows } = await client.query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and n.nspname !~ '^pg_'
        and n.nspname not in ('information_schema', 'graphile_worker', 'migration')
        and not (c.relrowsecurity and c.relforcerowsecurity) order by 1`,
  );
  if (rows.length === 0)
    return fine('row-security', 'Jede Tabelle erzwingt die Trennung der Organisationen.');
  return wrong(
    'row-security',
    `Ohne erzwungene Trennung: ${rows.map(({ name }) => name).join(', ')}.`,
    'Bitte keine Tabellen von Hand in die Schemata von Leitwerk legen; eigene in ein anderes Schema verschieben.',
  );
}

/** Computes every hash again and follows each chain from its first line. */
async function checkAudit(client: pg.Client): Promise<Finding> {
  const { rows } = await client.query<{ lines: number; broken: string | null }>(
    `with chain as (
       select a.*, lag(hash) over w as last_hash, lag(seq) over w as last_seq from platform.audit a
       window w as (partition by tenant_id order by seq))
     select count(*)::int as lines, min(tenant_id || ' Zeile ' || seq) filter (where
         seq <> coalesce(last_seq, 0) + 1 or prev_hash <> coalesce(last_hash, '\\x00'::bytea)
         or hash <> platform.audit_hash(prev_hash, tenant_id, seq, at, actor, action, object_type, object_id, summary)
       ) as broken from chain`,
  );
  const found = rows[0];
  if (!found?.broken)
    return fine('audit', `Die Kette des Protokolls ist unversehrt: ${found?.lines ?? 0} Zeilen.`);
  return wrong(
    'audit',
    `Die Kette des Protokolls ist gebrochen: ${found.broken}.`,
    'Jemand hat das Protokoll an der Datenbank vorbei verändert. Bitte den Zugang zur Datenbank prüfen und mit einer Sicherung vergleichen.',
  );
}

async function checkEvents(client: pg.Client): Promise<Finding> {
  const { rows } = await client.query<{ waiting: number; failed: number }>(
    `select count(*) filter (where failed_at is null)::int as waiting,
      count(*) filter (where failed_at is not null)::int as failed from platform.outbox`,
  );
  const { waiting = 0, failed = 0 } = rows[0] ?? {};
  if (failed === 0)
    return fine('events', `Kein Ereignis ist gescheitert; ${waiting} warten auf den Arbeiter.`);
  return wrong(
    'events',
    `${failed} Ereignisse sind endgültig gescheitert.`,
    'Die Meldungen des Prozesses worker nennen den Grund („job failed“). Nach der Behebung: update platform.outbox set relayed_at = null, failed_at = null.',
  );
}

async function checkClock(client: pg.Client): Promise<Finding> {
  const before = Date.now();
  const { rows } = await client.query<{ ms: string }>(
    'select extract(epoch from clock_timestamp()) * 1000 as ms',
  );
  const middle = (before + Date.now()) / 2;
  const apart = Math.abs(Number(rows[0]?.ms) - middle);
  if (apart < 2_000) return fine('clock', 'Die Uhren von Programm und Datenbank stimmen überein.');
  return wrong(
    'clock',
    `Die Uhren von Programm und Datenbank gehen ${Math.round(apart / 1000)} Sekunden auseinander.`,
    'Bitte auf beiden Maschinen die Uhrzeit stellen (NTP): Fristen und Sitzungen hängen daran.',
  );
}
