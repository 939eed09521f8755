import { createHash } from 'node:crypto';
import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Visitor } from './browser.ts';

/** A form of a page: where it goes, and its token. */
interface PageForm {
  readonly action: string;
  readonly csrf: string;
}

/** Reads the form of a page whose address holds `part`. */
export async function formOf(visitor: Visitor, path: string, part: string): Promise<PageForm> {
  const page = await visitor.get(path);
  const text = page.body.toString();
  const actions = [...text.matchAll(/<form[^>]* action="([^"]+)"/g)].map(([, action = '']) => action);
  const action = actions.find((each) => each.includes(part))?.replaceAll('&amp;', '&');
  const csrf = /name="csrf" value="([^"]+)"/.exec(text)?.[1];
  if (page.status !== 200 || !action || !csrf) throw new Error(`${path} has no form: status ${page.status}`);
  return { action, csrf };
}

/** Sends the form of a page; where that leads. */
export async function sendForm(
  visitor: Visitor,
  path: string,
  part: string,
  fields: Readonly<Record<string, string>> = {},
): Promise<string> {
  const { action, csrf } = await formOf(visitor, path, part);
  const answer = await visitor.post(action, { csrf, ...fields });
  if (answer.status !== 303) throw new Error(`${action}: status ${answer.status}`);
  return answer.headers.location ?? '';
}

const boundary = 'leitwerk-bench-0b7d6f';
const piece = 64 * 1024;

/** A file to upload, and the other answers of its page. */
export interface LargeFile {
  readonly field: string;
  readonly bytes: number;
  readonly fields?: Readonly<Record<string, string>>;
}

/** Uploads a PDF of exactly so many bytes by the form of a page; the status of the answer, and where it leads. */
export async function uploadLarge(
  port: number,
  visitor: Visitor,
  { action, csrf }: PageForm,
  file: LargeFile,
): Promise<{ readonly status: number; readonly to: string }> {
  const type = `multipart/form-data; boundary=${boundary}`;
  const headers = { ...visitor.headers(), 'content-type': type };
  const outgoing = request({ host: '127.0.0.1', port, path: action, method: 'POST', headers });
  const answered = answerTo(outgoing);
  await pipeline(Readable.from(bodyOf({ csrf, ...file.fields }, file)), outgoing);
  const answer = await answered;
  for await (const _ of answer);
  return { status: answer.statusCode ?? 0, to: answer.headers.location ?? '' };
}

/** Downloads a file and counts its bytes. */
export async function downloadLarge(port: number, visitor: Visitor, path: string): Promise<number> {
  const outgoing = request({ host: '127.0.0.1', port, path, headers: visitor.headers() });
  const answered = answerTo(outgoing);
  outgoing.end();
  let bytes = 0;
  for await (const chunk of await answered) bytes += chunk.length;
  return bytes;
}

function answerTo(outgoing: ClientRequest): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    outgoing.on('error', reject);
    outgoing.on('response', resolve);
  });
}

function* bodyOf(fields: Readonly<Record<string, string>>, { field, bytes }: LargeFile): Generator<Buffer> {
  const part = (disposition: string) =>
    Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; ${disposition}\r\n\r\n`);
  for (const [name, value] of Object.entries(fields)) {
    yield part(`name="${name}"`);
    yield Buffer.from(`${value}\r\n`);
  }
  yield part(`name="${field}"; filename="gross.pdf"`);
  yield Buffer.from('%PDF-1.7');
  for (let left = bytes - 8; left > 0; left -= piece) {
    const seed = createHash('sha256').update(String(left)).digest();
    yield Buffer.alloc(Math.min(piece, left), seed);
  }
  yield Buffer.from(`\r\n--${boundary}--\r\n`);
}
