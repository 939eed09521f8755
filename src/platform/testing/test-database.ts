import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { openDataFolder } from '../data-folder.ts';
import { prepareEmbeddedHome } from '../database/embedded-home.ts';
import { startEmbeddedServer } from '../database/embedded-server.ts';
import { migrate } from '../database/migrate.ts';
import { createPool, openDatabase } from '../database/open-database.ts';
import { ensureRoles, type RoleUrls } from '../database/roles.ts';
import type { Database } from '../database/tx.ts';

/** A migrated database of its own for one test, dropped when the test ends. */
export interface TestDatabase extends AsyncDisposable {
  readonly db: Database;
  /** The owner's pool, which row-level security does not bind: for looking behind the scenes. */
  readonly superuser: pg.Pool;
  readonly ownerUrl: string;
  readonly urls: RoleUrls;
  /** Closes it for good, so that others are made like it; it goes with the server. */
  readonly asTemplate: () => Promise<DatabaseTemplate>;
}

/** The name of a database like which others are made. */
export type DatabaseTemplate = string & { readonly [isTemplate]: true };
declare const isTemplate: unique symbol;

interface TestServer {
  readonly adminUrl: string;
  readonly admin: pg.Pool;
  readonly template: string;
  /** Further databases that live as long as the server is used. */
  readonly kept: string[];
  readonly stop: () => Promise<void>;
}

let server: Promise<TestServer> | undefined;

/** Opens a fresh database, or one like another: on the server of `TEST_DATABASE_URL`, else on one embedded server per test process. */
export async function testDatabase(like?: DatabaseTemplate): Promise<TestDatabase> {
  server ??= startServer();
  const { adminUrl, admin, kept, ...own } = await server;
  const template = like ?? own.template;
  const name = `t${randomBytes(8).toString('hex')}`;
  await admin.query(`create database ${name} template ${template} strategy file_copy`);
  const ownerUrl = onDatabase(adminUrl, name);
  const urls = await ensureRoles(ownerUrl, { app: 'app', relay: 'relay' });
  const db = openDatabase(urls.app, { max: 4 });
  const superuser = createPool(ownerUrl, { max: 2 });
  const close = () => Promise.all([db.close(), superuser.end()]);
  const dispose = async () => {
    await close();
    await drop(admin, name);
  };
  const asTemplate = async () => {
    await close();
    kept.push(name);
    return name as DatabaseTemplate;
  };
  return { db, superuser, ownerUrl, urls, asTemplate, [Symbol.asyncDispose]: dispose };
}

/** Stops the process's test server; the test runner calls it after the last file. */
export async function stopTestServer(): Promise<void> {
  const running = await server;
  server = undefined;
  await running?.stop();
}

async function startServer(): Promise<TestServer> {
  const template = `leitwerk_template_${randomBytes(4).toString('hex')}`;
  const external = process.env.TEST_DATABASE_URL;
  const { url, stop } = external ? { url: external, stop: async () => {} } : await startEmbedded();
  const admin = createPool(url, { max: 2 });
  await admin.query(`create database ${template}`);
  await ensureRoles(onDatabase(url, template), { app: 'app', relay: 'relay' });
  await migrate(onDatabase(url, template));
  const kept = [template];
  return {
    adminUrl: url,
    admin,
    template,
    kept,
    stop: async () => {
      for (const name of kept) await drop(admin, name);
      await admin.end();
      await stop();
    },
  };
}

async function drop(admin: pg.Pool, name: string): Promise<void> {
  await admin.query(`drop database ${name} with (force)`);
  await admin.query(`drop role ${name}_login_app, ${name}_login_relay`);
}

async function startEmbedded(): Promise<{ url: string; stop: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'leitwerk-test-'));
  chmodSync(folder, 0o755);
  openDataFolder(join(folder, 'var'));
  const home = prepareEmbeddedHome(join(folder, 'var'));
  const embedded = await startEmbeddedServer(home, 'test', { durable: false });
  const guard = endWithUs(embedded.pid);
  const stop = async () => {
    guard.kill();
    await embedded.stop();
    for (const path of [folder, home.cluster, home.socketFolder])
      rmSync(path, { recursive: true, force: true });
  };
  return { url: embedded.ownerUrl, stop };
}

/** A shell that waits for our end: a test process that is killed has no hook in which to stop its server. */
function endWithUs(pid: number): ChildProcess {
  const guard = spawn('/bin/sh', ['-c', 'read -r _; kill -INT "$1"', 'sh', String(pid)], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  guard.on('error', () => {});
  guard.unref();
  // It is a socket, and one of these would keep the test process alive.
  if (guard.stdin instanceof Socket) guard.stdin.unref();
  return guard;
}

function onDatabase(url: string, name: string): string {
  return url.replace(/^(postgres(?:ql)?:\/\/[^/]*\/)[^?]*/, `$1${name}`);
}
