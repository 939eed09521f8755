import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { receiveMultipart } from './uploads.ts';

interface Folder extends Disposable {
  readonly path: string;
  readonly files: () => readonly string[];
}

function tempFolder(): Folder {
  const root = mkdtempSync(join(tmpdir(), 'leitwerk-uploads-'));
  const path = join(root, 'made', 'by-need');
  return {
    path,
    files: () => (existsSync(path) ? readdirSync(path) : []),
    [Symbol.dispose]: () => rmSync(root, { recursive: true, force: true }),
  };
}

const head = (name: string, file?: string) =>
  `--x\r\nContent-Disposition: form-data; name="${name}"${file ? `; filename="${file}"` : ''}\r\n\r\n`;

const multipart = { 'content-type': 'multipart/form-data; boundary=x' };

function request(
  body: NonNullable<RequestInit['body']> | null,
  headers: Record<string, string> = multipart,
): Request {
  return new Request('http://localhost/', {
    method: 'POST',
    body,
    headers,
    ...(body instanceof ReadableStream ? { duplex: 'half' } : {}),
  });
}

const whole = `${head('ort')}Lemgo\r\n${head('datei', 'liste.csv')}a;b\r\n${head('karte', 'k.png')}png\r\n--x--\r\n`;

test('fields and files arrive, each file in a file of its own that only we can read', async () => {
  using folder = tempFolder();
  const received = await receiveMultipart(request(whole), folder.path, 100);
  assert.ok(received.ok);
  assert.equal(received.value.form.get('ort'), 'Lemgo');
  const file = received.value.uploads.get('datei');
  assert.ok(file);
  assert.deepEqual([file.fileName, file.bytes, readFileSync(file.path, 'utf8')], ['liste.csv', 3, 'a;b']);
  assert.equal(statSync(file.path).mode & 0o777, 0o600);
  assert.equal(folder.files().length, 2);
  await received.value.discard();
  assert.deepEqual(folder.files(), []);
});

test('a file’s name never becomes a path', async () => {
  using folder = tempFolder();
  const body = `${head('datei', '../../etc/passwd')}x\r\n--x--\r\n`;
  const received = await receiveMultipart(request(body), folder.path, 100);
  assert.ok(received.ok);
  for (const name of folder.files()) assert.match(name, /^[0-9a-f-]{36}$/);
  assert.ok(received.value.uploads.get('datei')?.path.startsWith(folder.path));
  await received.value.discard();
});

/** A body that sends `text` and then breaks, as when the browser is closed. */
function breaksAfter(text: string): ReadableStream<Uint8Array> {
  let sent = false;
  return new ReadableStream({
    pull: (controller) => {
      if (sent) controller.error(new Error('aborted'));
      else controller.enqueue(new TextEncoder().encode(text));
      sent = true;
    },
  });
}

const start = `${head('datei', 'liste.csv')}a;b`;
const broken: Readonly<Record<string, NonNullable<RequestInit['body']> | null>> = {
  'the browser leaves in the middle of a file': breaksAfter(start),
  'the browser leaves in the middle of the second file': breaksAfter(`${start}\r\n${head('karte', 'k.png')}`),
  'the browser leaves before anything came': breaksAfter(''),
  'the form ends in the middle of a file': start,
  'the form ends in the middle of a head': '--x\r\nContent-Disp',
  'the form is empty': '',
  'the form has no body': null,
  'the form is something else': 'just text',
};

for (const [what, body] of Object.entries(broken)) {
  test(`where ${what} it is refused and no file is left`, async () => {
    using folder = tempFolder();
    const received = await receiveMultipart(request(body), folder.path, 100);
    if (received.ok) assert.fail('accepted');
    assert.equal(received.refusal.code, 'UPLOAD_BROKEN');
    assert.equal(received.refusal.kind, 'invalid');
    assert.deepEqual(folder.files(), []);
  });
}

test('a form without a boundary is refused', async () => {
  using folder = tempFolder();
  const received = await receiveMultipart(
    request(whole, { 'content-type': 'multipart/form-data' }),
    folder.path,
    100,
  );
  assert.ok(!received.ok && received.refusal.code === 'UPLOAD_BROKEN');
  assert.deepEqual(folder.files(), []);
});

test('one file that is too large takes the others with it', async () => {
  using folder = tempFolder();
  const body = `${head('klein', 'a')}ok\r\n${head('gross', 'b')}${'x'.repeat(200)}\r\n--x--\r\n`;
  const received = await receiveMultipart(request(body), folder.path, 100);
  assert.ok(!received.ok);
  assert.equal(received.refusal.kind, 'too-large');
  assert.deepEqual(folder.files(), []);
});

test('two files under one name leave nothing behind', {
  todo: 'the first of them is not discarded',
}, async () => {
  using folder = tempFolder();
  const body = `${head('datei', 'a')}1\r\n${head('datei', 'b')}2\r\n--x--\r\n`;
  const received = await receiveMultipart(request(body), folder.path, 100);
  if (received.ok) await received.value.discard();
  assert.deepEqual(folder.files(), []);
});

test('a file of exactly the limit is not too large', { todo: 'the limit itself is refused' }, async () => {
  using folder = tempFolder();
  const body = `${head('datei', 'a')}${'x'.repeat(100)}\r\n--x--\r\n`;
  assert.ok((await receiveMultipart(request(body), folder.path, 100)).ok);
});

test('a field too long to be kept is refused, not cut', { todo: 'it is cut in silence' }, async () => {
  using folder = tempFolder();
  const body = `${head('text')}${'x'.repeat(100_001)}\r\n--x--\r\n`;
  assert.ok(!(await receiveMultipart(request(body), folder.path, 100)).ok);
});
