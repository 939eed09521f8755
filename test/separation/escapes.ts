/** Ways out of the application's role, each of which the database must refuse. */
export const escapes: readonly string[] = [
  // Becoming somebody else.
  'set role leitwerk_relay',
  'set session authorization leitwerk_relay',
  'alter role current_user bypassrls',
  'alter role current_user superuser',
  'alter role current_user createrole',
  `alter role current_user set leitwerk.tenant = 'bbbbbbbb-0000-4000-8000-000000000000'`,
  'alter role leitwerk_app bypassrls',
  'create role intruder',
  'grant leitwerk_relay to current_user',
  'grant pg_read_all_data to current_user',
  'alter database postgres owner to current_user',
  // Making something that runs with other rights, or that outlives the transaction.
  'create schema intruder',
  'create table public.loot (a int)',
  'create table platform.loot (a int)',
  'create temporary table loot (a int)',
  'create view identity.loot as select * from identity.member',
  'create materialized view duties.loot as select 1',
  `create function platform.loot() returns int language sql security definer return 1`,
  `create or replace function platform.tenant() returns uuid language sql return null::uuid`,
  'alter function platform.tenant() owner to current_user',
  'drop function platform.tenant() cascade',
  'alter policy own on platform.audit using (true)',
  'drop policy own on platform.audit',
  'create extension dblink',
  `create event trigger spy on ddl_command_end execute function platform.refuse_change()`,
  'create publication loot for all tables',
  `alter default privileges for role leitwerk_relay grant select on tables to public`,
  // Switching off what guards.
  'set session_replication_role = replica',
  'select pg_reload_conf()',
  // Reading past the tables.
  `select pg_read_file('/etc/passwd')`,
  `select pg_ls_dir('/')`,
  `select lo_import('/etc/passwd')`,
  `copy platform.outbox to '/tmp/loot'`,
  `copy (select 1) to program 'true'`,
  'select * from pg_authid',
  'select * from pg_statistic',
  'select * from migration.applied',
  `select nextval('platform.job_worker_lock')`,
];

/** The same, of statements that run outside of transactions. */
export const escapesOutsideTransactions: readonly string[] = [
  'alter system set row_security = off',
  'create database loot',
  `create tablespace loot location '/tmp'`,
  `create subscription loot connection 'dbname=postgres' publication loot`,
];
