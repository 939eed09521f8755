import assert from 'node:assert/strict';
import { test } from 'node:test';
import { localRequest } from '../../src/platform/http/local-client.ts';
import { tempInstallation } from '../../src/platform/testing/temp-installation.ts';
import { until } from '../../src/platform/testing/until.ts';
import { family, isAlive, leitwerk, npmStart, type StartedServer } from '../support/processes.ts';
import { signedIn, visitor } from '../support/visitor.ts';

const skip = !(process.platform === 'linux' && process.arch === 'x64') && 'needs the embedded PostgreSQL';

const pageStatus = (server: StartedServer) =>
  localRequest(`${server.staff}/katalog`).then(
    ({ status }) => status,
    () => 0,
  );

test('npm start: one ready line; its web process and its PostgreSQL may be killed; SIGTERM to npm ends all; the next start is clean', {
  skip,
}, async () => {
  await using home = tempInstallation();
  const server = await npmStart(home.dataFolder);
  const npm = server.child.pid ?? 0;
  try {
    assert.equal(server.out().match(/Leitwerk ist bereit\./g)?.length, 1);
    assert.match(server.out(), /Vorführung, keine Behörde/);
    assert.equal(await pageStatus(server), 200);

    const web = processOf(npm, /src\/app\/web\.ts/);
    process.kill(web, 'SIGKILL');
    await until(
      async () => (await pageStatus(server)) === 200 && processOf(npm, /src\/app\/web\.ts/) !== web,
    );

    const lemgo = await signedIn({ staff: server.staff, person: server.person, codeOf: noCode }, 'lemgo');
    const database = home.databasePid();
    assert.ok(database);
    process.kill(database, 'SIGKILL');
    const seen = new Map<number, string>();
    await until(async () => {
      const answer = await lemgo.get('/konto');
      seen.set(answer.status, answer.text);
      return answer.status === 200 && seen.has(503);
    });
    assert.deepEqual([...seen.keys()].sort(), [200, 503]);
    assert.match(seen.get(503) ?? '', /Die Datenbank antwortet gerade nicht/);
    assert.notEqual(home.databasePid(), database);

    const members = family(npm);
    assert.ok(members.some(({ command }) => /postgres -D/.test(command)));
    server.child.kill('SIGTERM');
    await until(() => members.every(({ pid }) => !isAlive(pid)));
    await server.ended;
    assert.equal(home.databasePid(), null);
  } finally {
    endAll(server);
  }

  const again = await npmStart(home.dataFolder);
  try {
    assert.equal(await pageStatus(again), 200);
    const lemgo = visitor(again.staff);
    const { email, password } = again.person('lemgo');
    assert.equal(password, server.person('lemgo').password, 'the demo’s people are the same after a restart');
    assert.equal((await lemgo.post('/anmelden', { email, passwort: password })).status, 303);

    const second = await leitwerk(['start'], { LEITWERK_DATA: home.dataFolder, PORT: '0' });
    assert.equal(second.code, 69);
    assert.match(second.err, /läuft schon ein Leitwerk \(Prozess \d+, http/);
    const other = await leitwerk(['start'], {
      LEITWERK_DATA: home.another('zweites').dataFolder,
      PORT: String(again.port),
      LEITWERK_LOG_LEVEL: 'silent',
    });
    assert.equal(other.code, 69);
    assert.match(other.err, /antwortet schon ein anderes Programm/);
    assert.equal(await pageStatus(again), 200);

    const members = family(again.child.pid ?? 0);
    for (const { pid } of members.filter(({ command }) => !/postgres/.test(command)))
      process.kill(pid, 'SIGKILL');
    await again.ended;
  } finally {
    endAll(again);
  }
  const check = await leitwerk(['check', '--json'], { LEITWERK_DATA: home.dataFolder });
  assert.equal(check.code, 0, check.out + check.err);
});

function processOf(pid: number, command: RegExp): number {
  return family(pid).find((one) => command.test(one.command))?.pid ?? 0;
}

async function noCode(): Promise<never> {
  throw new Error('This person needs no code.');
}

/** Leaves nothing behind where the test failed half way. */
function endAll(server: StartedServer): void {
  const { pid } = server.child;
  if (pid === undefined || !isAlive(pid)) return;
  for (const member of family(pid)) if (isAlive(member.pid)) process.kill(member.pid, 'SIGKILL');
}
