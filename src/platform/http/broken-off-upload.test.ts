import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { type ClientRequest, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { until } from '../testing/until.ts';

const canary = 'Kanarienvogel-Abbruch-4713 ';
const boundary = 'x';
const head = `--${boundary}\r\nContent-Disposition: form-data; name="datei"; filename="${canary}.pdf"\r\n\r\n`;

interface UploadServer extends AsyncDisposable {
  readonly child: ChildProcess;
  readonly port: number;
  readonly data: string;
  /** What the process holds open in its data folder, as it stands on the disk. */
  readonly onDisk: () => readonly Buffer[];
}

async function startServer(): Promise<UploadServer> {
  const data = mkdtempSync(join(tmpdir(), 'leitwerk-broken-off-'));
  const script = join(import.meta.dirname, 'testing/upload-server.ts');
  const args = ['--disable-warning=ExperimentalWarning', script, join(data, 'uploads', 'incoming')];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  assert.ok(child.stdout);
  const [line] = await once(child.stdout, 'data');
  return {
    child,
    port: Number(String(line)),
    data,
    onDisk: () => openFiles(child.pid ?? 0, data),
    [Symbol.asyncDispose]: async () => {
      await killed(child);
      rmSync(data, { recursive: true, force: true });
    },
  };
}

async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}

function openFiles(pid: number, folder: string): readonly Buffer[] {
  return readdirSync(`/proc/${pid}/fd`).flatMap((fd) => {
    const file = `/proc/${pid}/fd/${fd}`;
    try {
      return readlinkSync(file).startsWith(folder) ? [readFileSync(file)] : [];
    } catch {
      return [];
    }
  });
}

/** Begins an upload and sends a megabyte of it; the rest never comes. */
async function halfAnUpload({ port, onDisk }: UploadServer): Promise<ClientRequest> {
  const headers = { 'content-type': `multipart/form-data; boundary=${boundary}` };
  const outgoing = request({ host: '127.0.0.1', port, path: '/datei', method: 'POST', headers });
  outgoing.on('error', () => {});
  outgoing.write(head);
  for (let sent = 0; sent < 1_000_000; sent += canary.length * 1000) outgoing.write(canary.repeat(1000));
  await until(() => onDisk().some(({ length }) => length > 800_000));
  return outgoing;
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map(({ name }) => name);
}

test('a process killed in the middle of an upload leaves no word of the file, and no file', async () => {
  await using server = await startServer();
  await halfAnUpload(server);
  const tells = (bytes: Buffer) => bytes.includes('Kanarienvogel');
  assert.ok(!server.onDisk().some(tells), 'not while it runs either');
  await killed(server.child);
  assert.deepEqual(filesBelow(server.data), []);
});

test('an upload whose sender leaves in the middle is gone while the process goes on', async () => {
  await using server = await startServer();
  const outgoing = await halfAnUpload(server);
  outgoing.destroy();
  await until(() => server.onDisk().length === 0);
  assert.deepEqual(filesBelow(server.data), []);
  assert.equal(server.child.exitCode, null);
});

test('what somebody sends who may not is refused before it is read', async () => {
  await using server = await startServer();
  const headers = { 'content-type': `multipart/form-data; boundary=${boundary}` };
  const options = { host: '127.0.0.1', port: server.port, path: '/datei?nein', method: 'POST', headers };
  const outgoing = request(options);
  outgoing.on('error', () => {});
  outgoing.write(head);
  const [answer] = await once(outgoing, 'response');
  assert.equal(answer.statusCode, 403);
  assert.deepEqual(server.onDisk(), []);
  outgoing.destroy();
});
