import assert from 'node:assert/strict';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Upload } from '../doors/page-route.ts';
import type { Scanner, ScanVerdict } from '../scanning/scanner.ts';
import type { UploadPlace } from './keep-file.ts';
import { receiveMultipart } from './uploads.ts';

interface Folder extends Disposable {
  readonly path: string;
  readonly place: UploadPlace;
  readonly files: () => readonly string[];
}

function tempFolder(): Folder {
  const root = mkdtempSync(join(tmpdir(), 'leitwerk-uploads-'));
  const path = join(root, 'made', 'by-need');
  return {
    path,
    place: { folder: path, scanner: null },
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

async function textOf(upload: Upload): Promise<string> {
  const seen: Uint8Array[] = [];
  for await (const piece of upload.open()) seen.push(piece);
  return Buffer.concat(seen).toString('utf8');
}

test('fields and files arrive, and can be read again and again; no file ever has a name on the disk', async () => {
  using folder = tempFolder();
  const received = await receiveMultipart(request(whole), folder.place, 100);
  assert.ok(received.ok);
  assert.equal(received.value.form.get('ort'), 'Lemgo');
  const [file] = received.value.uploads.get('datei') ?? [];
  assert.ok(file);
  assert.deepEqual([file.fileName, file.bytes, file.scanned], ['liste.csv', 3, null]);
  assert.deepEqual([await textOf(file), await textOf(file)], ['a;b', 'a;b']);
  assert.deepEqual(folder.files(), []);
  await received.value.discard();
  await assert.rejects(textOf(file), 'after the request nobody reads it any more');
});

test('a name with umlauts arrives as it is, and never becomes a path', async () => {
  using folder = tempFolder();
  const body = `${head('datei', '../../etc/Führungszeugnis.pdf')}x\r\n--x--\r\n`;
  const received = await receiveMultipart(request(body), folder.place, 100);
  assert.ok(received.ok);
  assert.equal(received.value.uploads.get('datei')?.[0]?.fileName, 'Führungszeugnis.pdf');
  await received.value.discard();
});

/** The files without a name that this process holds open below a folder, as they stand on the disk. */
function openFiles(folder: string): readonly Buffer[] {
  return readdirSync('/proc/self/fd').flatMap((fd) => {
    const file = `/proc/self/fd/${fd}`;
    try {
      return readlinkSync(file).startsWith(folder) ? [readFileSync(file)] : [];
    } catch {
      return [];
    }
  });
}

test('what stands on the disk while a form arrives tells nothing of its files', async () => {
  using folder = tempFolder();
  const canary = 'Kanarienvogel-Upload-4711 ';
  const seen: Buffer[] = [];
  let sent = 0;
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(new TextEncoder().encode(head('datei', 'gross.pdf'))),
    pull: async (controller) => {
      sent += 1;
      await new Promise((resolve) => setTimeout(resolve, 2));
      seen.push(...openFiles(folder.path));
      if (sent < 40) controller.enqueue(new TextEncoder().encode(canary.repeat(1000)));
      else controller.error(new Error('aborted'));
    },
  });
  const received = await receiveMultipart(request(body), folder.place, 10_000_000);
  assert.ok(!received.ok && received.refusal.code === 'UPLOAD_BROKEN');
  const most = Math.max(...seen.map(({ length }) => length));
  assert.ok(most > 500_000, `${most} bytes were on the disk before it broke off`);
  assert.ok(seen.every((bytes) => !bytes.includes('Kanarienvogel')));
  assert.deepEqual(openFiles(folder.path), [], 'no file stays open');
});

test('a disk that takes nothing is our fault, not the sender’s: it is not refused as a broken form', async () => {
  using folder = tempFolder();
  writeFileSync(folder.path.replace(/\/made.*$/, '/made'), 'a file where the folder should be');
  await assert.rejects(receiveMultipart(request(whole), folder.place, 100), { code: 'ENOTDIR' });
});

/** A scanner that says `verdict` of everything, and what it was given. */
function scannerThatSays(verdict: ScanVerdict): Scanner & { readonly seen: string[] } {
  const seen: string[] = [];
  const write = async (piece: Uint8Array) => void seen.push(Buffer.from(piece).toString('utf8'));
  return { seen, begin: () => ({ write, verdict: async () => verdict, cancel: () => {} }) };
}

for (const verdict of ['clean', 'infected', 'too-large', 'silent'] as const) {
  test(`where the scanner says ${verdict} of a file, whoever handles the form knows`, async () => {
    using folder = tempFolder();
    const scanner = scannerThatSays(verdict);
    const received = await receiveMultipart(request(whole), { ...folder.place, scanner }, 100);
    assert.ok(received.ok);
    assert.equal(received.value.uploads.get('datei')?.[0]?.scanned, verdict);
    assert.deepEqual(scanner.seen.toSorted(), ['a;b', 'png']);
    await received.value.discard();
  });
}

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
    const received = await receiveMultipart(request(body), folder.place, 100);
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
    folder.place,
    100,
  );
  assert.ok(!received.ok && received.refusal.code === 'UPLOAD_BROKEN');
  assert.deepEqual(folder.files(), []);
});

test('one file that is too large takes the others with it', async () => {
  using folder = tempFolder();
  const body = `${head('klein', 'a')}ok\r\n${head('gross', 'b')}${'x'.repeat(200)}\r\n--x--\r\n`;
  const received = await receiveMultipart(request(body), folder.place, 100);
  assert.ok(!received.ok);
  assert.equal(received.refusal.kind, 'too-large');
  assert.deepEqual(folder.files(), []);
});

const part = (name: string, file: string, text: string) => `${head(name, file)}${text}\r\n`;
const end = '--x--\r\n';

test('several files under one name all arrive, in their order, and leave nothing behind', async () => {
  using folder = tempFolder();
  const body = `${part('datei', 'a', '1')}${part('karte', 'k', '')}${part('datei', 'b', '22')}${end}`;
  const received = await receiveMultipart(request(body), folder.place, 100);
  assert.ok(received.ok);
  const { uploads, discard } = received.value;
  assert.deepEqual([...uploads.keys()], ['datei', 'karte']);
  const files = uploads
    .get('datei')
    ?.map(async (upload) => [upload.fileName, upload.bytes, await textOf(upload)]);
  assert.deepEqual(await Promise.all(files ?? []), [
    ['a', 1, '1'],
    ['b', 2, '22'],
  ]);
  await discard();
  assert.deepEqual(folder.files(), []);
});

test('a file of exactly the limit is not too large', async () => {
  using folder = tempFolder();
  const form = request(`${part('datei', 'a', 'x'.repeat(100))}${end}`);
  const fits = await receiveMultipart(form, folder.place, 100);
  assert.ok(fits.ok);
  await fits.value.discard();
});

test('the limit holds for all files together, not for each', async () => {
  using folder = tempFolder();
  const two = (first: number, second: number) =>
    request(`${part('a', 'a', 'x'.repeat(first))}${part('b', 'b', 'x'.repeat(second))}${end}`);
  const fits = await receiveMultipart(two(60, 40), folder.place, 100);
  assert.ok(fits.ok);
  await fits.value.discard();
  const received = await receiveMultipart(two(60, 41), folder.place, 100);
  assert.ok(!received.ok && received.refusal.code === 'UPLOAD_TOO_LARGE');
  assert.match(received.refusal.message, /zusammen/);
  assert.deepEqual(folder.files(), []);
});

test('of an upload that is far too large no more than the limit is ever written', async () => {
  using folder = tempFolder();
  let written = 0;
  const chunk = new Uint8Array(64_000).fill(120);
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(new TextEncoder().encode(head('datei', 'gross'))),
    pull: (controller) => {
      written = Math.max(written, ...openFiles(folder.path).map(({ length }) => length));
      sent += 1;
      if (sent <= 100) controller.enqueue(chunk);
      else {
        controller.enqueue(new TextEncoder().encode(`\r\n${end}`));
        controller.close();
      }
    },
  });
  let sent = 0;
  const received = await receiveMultipart(request(body), folder.place, 200_000);
  assert.ok(!received.ok && received.refusal.kind === 'too-large');
  assert.ok(written > 0 && written <= 201_000, String(written));
  assert.deepEqual(folder.files(), []);
});

const field = (name: string, text: string) => `${head(name)}${text}\r\n`;

test('a field too long to be kept is refused with its name, not cut; the longest one is whole', async () => {
  using folder = tempFolder();
  const form = (length: number) => request(`${field('text', 'x'.repeat(length))}${end}`);
  const longest = await receiveMultipart(form(100_000), folder.place, 100);
  assert.ok(longest.ok);
  await longest.value.discard();
  assert.equal(longest.value.form.get('text')?.length, 100_000);
  const received = await receiveMultipart(form(100_001), folder.place, 100);
  assert.ok(!received.ok && received.refusal.code === 'FORM_FIELD_TOO_LONG');
  assert.match(received.refusal.message, /„text“/);
});

const surplus: readonly (readonly [what: string, code: string, most: number, part: string])[] = [
  ['fields', 'FORM_FIELDS_TOO_MANY', 200, field('ort', 'Lemgo')],
  ['files', 'UPLOAD_FILES_TOO_MANY', 20, part('datei', 'a', '1')],
];

for (const [what, code, most, one] of surplus) {
  test(`more than ${most} ${what} are refused, not dropped`, async () => {
    using folder = tempFolder();
    const fits = await receiveMultipart(request(`${one.repeat(most)}${end}`), folder.place, 100);
    assert.ok(fits.ok);
    await fits.value.discard();
    const received = await receiveMultipart(request(`${one.repeat(most + 1)}${end}`), folder.place, 100);
    assert.ok(!received.ok && received.refusal.code === code);
    assert.match(received.refusal.message, new RegExp(`mehr als ${most} `));
    assert.deepEqual(folder.files(), []);
  });
}
