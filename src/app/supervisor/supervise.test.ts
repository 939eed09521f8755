import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { openInstance } from '#platform';
import { rowsOf } from '../../platform/testing/opened-instance.ts';
import {
  type Script,
  startScript,
  type TempInstallation,
  tempInstallation,
} from '../../platform/testing/temp-installation.ts';
import { until } from '../../platform/testing/until.ts';

const skip = !(process.platform === 'linux' && process.arch === 'x64');
const starter = join(import.meta.dirname, 'testing/start.ts');

function start(
  home: TempInstallation,
  worker = 'worker.ts',
  environment: NodeJS.ProcessEnv = {},
  prepare = 'prepare.ts',
): Script {
  return startScript(starter, [worker, prepare], {
    LEITWERK_DATA: home.dataFolder,
    LEITWERK_LOG_LEVEL: 'error',
    PORT: '0',
    ...environment,
  });
}

async function ready(script: Script): Promise<string> {
  await script.says('ready at');
  const address = /ready at (\S+)/.exec(script.output())?.[1];
  assert.ok(address);
  return address;
}

const answers = async (address: string) => (await fetch(address)).status === 200;
const pidOf = async (address: string) => Number(await (await fetch(`${address}/pid`)).text());

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

test('one ready line; SIGTERM ends web, worker and PostgreSQL after the request in hand', {
  skip,
}, async () => {
  await using home = tempInstallation();
  const script = start(home);
  const address = await ready(script);
  const web = await pidOf(address);
  const slow = fetch(`${address}/slow`);
  await delay(50);
  script.child.kill('SIGTERM');
  assert.equal(await (await slow).text(), 'late');
  assert.equal(await script.ended, 0);
  assert.equal(script.output().match(/ready at/g)?.length, 1);
  assert.equal(isAlive(web), false);
  assert.equal(home.databasePid(), null);
});

test('a web process that dies is started again and nobody is told twice', { skip }, async () => {
  await using home = tempInstallation();
  const port = String(20_000 + (process.pid % 20_000));
  const script = start(home, 'worker.ts', { PORT: port });
  const address = await ready(script);
  const first = await pidOf(address);
  await fetch(`${address}/die`).catch(() => {});
  await until(async () => (await pidOf(address).catch(() => first)) !== first);
  script.child.kill('SIGTERM');
  assert.equal(await script.ended, 0);
  assert.equal(script.output().match(/ready at/g)?.length, 1);
});

test('a child that dies again and again ends the whole with a sentence', { skip }, async () => {
  await using home = tempInstallation();
  const script = start(home, 'dying-worker.ts');
  assert.equal(await script.ended, 70);
  assert.match(script.output(), /Der Prozess „worker“ ist fünfmal binnen zehn Sekunden geendet/);
  assert.equal(home.databasePid(), null);
});

test('a preparation that fails ends the whole with its sentence', { skip }, async () => {
  await using home = tempInstallation();
  const script = start(home, 'worker.ts', {}, 'failing-prepare.ts');
  assert.equal(await script.ended, 70);
  assert.match(script.output(), /Die Referenzdaten fehlen\./);
  assert.equal(home.databasePid(), null);
});

test('SIGTERM and SIGKILL during the preparation take it along; the next start is clean', {
  skip,
}, async () => {
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    await using home = tempInstallation();
    const script = start(home, 'worker.ts', {}, 'long-prepare.ts');
    await script.says('preparing');
    const pid = Number(/preparing (\d+)/.exec(script.output())?.[1]);
    script.child.kill(signal);
    await script.ended;
    await until(() => !isAlive(pid));
    const next = start(home);
    assert.ok(await answers(await ready(next)));
    next.child.kill('SIGTERM');
    assert.equal(await next.ended, 0);
  }
});

test('a port in use is named in one sentence', { skip }, async () => {
  await using home = tempInstallation();
  await using other = tempInstallation();
  const script = start(home);
  const port = new URL(await ready(script)).port;
  const second = start(other, 'worker.ts', { PORT: port });
  assert.equal(await second.ended, 69);
  assert.match(second.output(), new RegExp(`Unter 127.0.0.1:${port} antwortet schon ein anderes Programm`));
  script.child.kill('SIGTERM');
  assert.equal(await script.ended, 0);
});

/** Posts numbered rows as fast as they are acknowledged, until told to stop; counts what was acknowledged. */
function writeUnderLoad(address: string) {
  const acknowledged: string[] = [];
  let going = true;
  let refused = 0;
  const writer = async (name: number) => {
    for (let n = 0; going; n += 1) {
      const key = `/row-${name}-${n}`;
      const status = await fetch(`${address}${key}`, { method: 'POST' }).then(
        (r) => r.status,
        () => 0,
      );
      if (status === 201) acknowledged.push(key);
      else {
        refused += 1;
        await delay(20);
      }
    }
  };
  const done = Promise.all([1, 2, 3, 4].map(writer));
  const stop = async () => {
    going = false;
    await done;
  };
  return { acknowledged, refused: () => refused, stop, [Symbol.asyncDispose]: stop };
}

async function assertStored(ownerUrl: string, keys: readonly string[]): Promise<void> {
  const rows = await rowsOf(ownerUrl, `select payload ->> 'key' as key from platform.outbox`);
  const stored = new Set(rows.map((row) => row.key));
  assert.deepEqual(
    keys.filter((key) => !stored.has(key)),
    [],
  );
}

test('PostgreSQL killed under load is started again; nothing that was acknowledged is lost', {
  skip,
}, async () => {
  await using home = tempInstallation();
  const script = start(home);
  const address = await ready(script);
  const web = await pidOf(address);
  await using load = writeUnderLoad(address);
  await until(() => load.acknowledged.length > 20);
  const killed = home.databasePid();
  assert.ok(killed);
  process.kill(killed, 'SIGKILL');
  // Its own processes serve on until they notice: only then does the web process say that there is no database.
  await until(() => load.refused() > 0);
  const noticed = load.acknowledged.length;
  await until(() => load.acknowledged.length > noticed + 50);
  await load.stop();
  assert.equal(await pidOf(address), web, 'the web process lived on');
  script.child.kill('SIGTERM');
  assert.equal(await script.ended, 0);
  const again = await openInstance(home.config, { role: 'command' });
  assert.ok(again.ok);
  await assertStored(again.value.ownerUrl, load.acknowledged);
  await again.value.release();
});

test('the supervisor killed under load takes its children along; the next start is clean and complete', {
  skip,
}, async () => {
  await using home = tempInstallation();
  const script = start(home);
  const address = await ready(script);
  const web = await pidOf(address);
  await using load = writeUnderLoad(address);
  await until(() => load.acknowledged.length > 20);
  script.child.kill('SIGKILL');
  await until(() => !isAlive(web));
  await load.stop();
  const next = start(home);
  const nextAddress = await ready(next);
  assert.ok(await answers(nextAddress));
  const command = await openInstance(home.config, { role: 'command' });
  assert.ok(command.ok && command.value.serverRuns);
  await assertStored(command.value.ownerUrl, load.acknowledged);
  await command.value.release();
  next.child.kill('SIGINT');
  assert.equal(await next.ended, 0);
  assert.equal(home.databasePid(), null);
});
