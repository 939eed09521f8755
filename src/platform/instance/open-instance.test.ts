import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { startScript, tempInstallation } from '../testing/temp-installation.ts';
import { openInstance } from './open-instance.ts';

const holder = join(import.meta.dirname, '../testing/hold-instance.ts');
const embeddable = process.platform === 'linux' && process.arch === 'x64';
const root = process.getuid?.() === 0;

function hold(dataFolder: string, role: 'server' | 'command', holdMs: number, more: object = {}) {
  return startScript(holder, [JSON.stringify({ role, dataFolder, databaseUrl: null, holdMs, ...more })]);
}

test('a command on an empty folder makes the database, and stops it again', {
  skip: !embeddable,
}, async () => {
  await using home = tempInstallation();
  const opened = await openInstance(home.config, { role: 'command' });
  assert.ok(opened.ok);
  assert.match(opened.value.installationId, /^[0-9a-f-]{36}$/);
  assert.ok(home.databasePid());
  await opened.value.release();
  assert.equal(home.databasePid(), null);
  const again = await openInstance(home.config, { role: 'command' });
  assert.ok(again.ok);
  assert.equal(again.value.installationId, opened.value.installationId);
  assert.deepEqual(again.value.applied, []);
  await again.value.release();
});

test('a second server on the same folder is told who runs there; a killed one leaves no lock', {
  skip: !embeddable,
}, async () => {
  await using home = tempInstallation();
  const first = hold(home.dataFolder, 'server', 60_000);
  await first.says('open');
  const second = hold(home.dataFolder, 'server', 0);
  assert.equal(await second.ended, 69);
  assert.match(second.output(), /INSTANCE_RUNNING/);
  assert.match(second.output(), new RegExp(`Prozess ${first.child.pid}, http://localhost:8080`));
  const databasePid = home.databasePid();
  first.child.kill('SIGKILL');
  await first.ended;
  const third = await openInstance(home.config, { role: 'server' });
  assert.ok(third.ok);
  assert.equal(home.databasePid(), databasePid, 'the orphaned PostgreSQL is adopted');
  await third.value.release();
  assert.equal(home.databasePid(), null);
});

test('six commands at once and a server starting meanwhile share one PostgreSQL', {
  skip: !embeddable,
}, async () => {
  await using home = tempInstallation();
  const commands = Array.from({ length: 6 }, (_, n) => hold(home.dataFolder, 'command', 50 * n));
  const server = hold(home.dataFolder, 'server', 700);
  for (const script of [...commands, server]) {
    assert.equal(await script.ended, 0, script.output());
    assert.match(script.output(), /open [\s\S]*released/);
  }
  assert.equal(home.databasePid(), null, 'the last one stopped it');
});

test('a command outlives the server: its database stays until the command ends', {
  skip: !embeddable,
}, async () => {
  await using home = tempInstallation();
  const server = await openInstance(home.config, { role: 'server' });
  assert.ok(server.ok);
  const command = await openInstance(home.config, { role: 'command' });
  assert.ok(command.ok && command.value.serverRuns);
  await server.value.release();
  await command.value.db.withPublic(async () => {});
  await command.value.release();
  assert.equal(home.databasePid(), null);
});

test('a command beside a running server ends when its work is done', { skip: !embeddable }, async () => {
  await using home = tempInstallation();
  const server = await openInstance(home.config, { role: 'server' });
  assert.ok(server.ok);
  const command = hold(home.dataFolder, 'command', 0);
  assert.equal(await Promise.race([command.ended, delay(5_000, 'still there')]), 0);
  await server.value.release();
});

test('a folder that may not be written is named in one sentence', {
  skip: !embeddable || !root,
}, async () => {
  await using home = tempInstallation();
  mkdirSync(home.dataFolder, { mode: 0o700 });
  const script = hold(home.dataFolder, 'server', 0, { user: { uid: 65534, gid: 65534 } });
  assert.equal(await script.ended, 69);
  assert.match(
    script.output(),
    /^refused DATA_FOLDER_UNUSABLE: Leitwerk darf im Datenordner [^\n]*nicht lesen oder schreiben\.[^\n]*\n$/,
  );
});

test('a data folder that is a file is named in one sentence', async () => {
  await using home = tempInstallation();
  writeFileSync(home.dataFolder, '');
  const opened = await openInstance(
    { ...home.config, databaseUrl: 'postgres://nobody@127.0.0.1:1/x' },
    { role: 'server' },
  );
  assert.ok(!opened.ok);
  assert.match(opened.refusal.message, /ist kein Ordner/);
});

test('a database address where nothing answers is named in one sentence', async () => {
  await using home = tempInstallation();
  const opened = await openInstance(
    { ...home.config, databaseUrl: 'postgres://nobody@127.0.0.1:1/x' },
    { role: 'server' },
  );
  assert.ok(!opened.ok);
  assert.match(opened.refusal.message, /Unter DATABASE_URL antwortet keine Datenbank/);
  assert.ok(!existsSync(join(home.dataFolder, 'run/server.json')), 'no lock stays behind');
});

test('a start that was killed while it made the database is repeated cleanly', {
  skip: !embeddable,
}, async () => {
  await using home = tempInstallation();
  const killed = hold(home.dataFolder, 'server', 60_000);
  while (!existsSync(join(home.dataFolder, `postgres.new-${killed.child.pid}`))) await delay(5);
  await delay(150);
  killed.child.kill('SIGKILL');
  await killed.ended;
  const opened = await openInstance(home.config, { role: 'server' });
  assert.ok(opened.ok, JSON.stringify(opened));
  await opened.value.release();
});

test('a full disk is named in one sentence, and with room the next start is clean', {
  skip: !embeddable || !root,
}, async (t) => {
  await using home = tempInstallation();
  mkdirSync(home.dataFolder);
  const small = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=20m', 'tmpfs', home.dataFolder]);
  if (small.status !== 0) return t.skip('no right to mount a small disk here');
  try {
    const full = hold(home.dataFolder, 'server', 0);
    assert.equal(await full.ended, 69, full.output());
    assert.match(full.output(), /^refused DATA_FOLDER_FULL: [^\n]*kein Platz mehr[^\n]*\n$/);
    assert.deepEqual(
      readdirSync(home.dataFolder).filter((name) => name.startsWith('postgres.new')),
      [],
    );
    spawnSync('mount', ['-o', 'remount,size=400m', home.dataFolder]);
    const next = hold(home.dataFolder, 'server', 0);
    assert.equal(await next.ended, 0, next.output());
  } finally {
    spawnSync('umount', ['-l', home.dataFolder]);
  }
});
