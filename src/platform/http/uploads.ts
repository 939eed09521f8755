import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import busboy, { type Busboy } from 'busboy';
import { ok, type Refusal, type Result, refuse } from '#kernel';
import type { Upload } from '../doors/page-route.ts';
import {
  brokenUpload,
  fieldTooLong,
  tooLargeUpload,
  tooManyFields,
  tooManyFiles,
} from './upload-refusals.ts';

/** A form that carried files: its fields, its files on disk by field name, and how to be rid of these. */
export interface ReceivedForm {
  readonly form: URLSearchParams;
  readonly uploads: ReadonlyMap<string, readonly Upload[]>;
  readonly discard: () => Promise<void>;
}

const mostFiles = 20;
const mostFields = 200;
const longestField = 100_000;

/** A file on disk, and the field that it came with. */
interface Kept {
  readonly name: string;
  readonly upload: Upload;
}

/** A form while it arrives. */
interface Arriving {
  readonly folder: string;
  readonly form: URLSearchParams;
  readonly files: Promise<Kept>[];
  readonly paths: string[];
  bytesLeft: number;
  refusal: Refusal | null;
}

/**
 * Removes what forms of an earlier process left in `folder` when it was killed. To be called before the first request of
 * the only process that receives forms there.
 */
export async function discardLeftUploads(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
}

/** Streams a multipart form to `folder`; where its files have more than `limit` bytes together nothing is kept. */
export async function receiveMultipart(
  request: Request,
  folder: string,
  limit: number,
): Promise<Result<ReceivedForm>> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const arriving: Arriving = {
    folder,
    form: new URLSearchParams(),
    files: [],
    paths: [],
    bytesLeft: limit,
    refusal: null,
  };
  const discard = async () => {
    await Promise.all(arriving.paths.map((path) => rm(path, { force: true })));
  };
  const uploads = await readParts(request, arriving);
  const refusal = arriving.bytesLeft < 0 ? tooLargeUpload(limit) : arriving.refusal;
  if (refusal === null) return ok({ form: arriving.form, uploads, discard });
  await discard();
  return refuse(refusal);
}

async function readParts(request: Request, arriving: Arriving): Promise<ReadonlyMap<string, Upload[]>> {
  const uploads = new Map<string, Upload[]>();
  try {
    if (!request.body) throw new Error('ohne Inhalt');
    const parser = parserFor(request.headers.get('content-type') ?? '', arriving);
    await pipeline(Readable.fromWeb(request.body as Parameters<typeof Readable.fromWeb>[0]), parser);
    for (const { name, upload } of await Promise.all(arriving.files))
      uploads.set(name, [...(uploads.get(name) ?? []), upload]);
  } catch (error) {
    await Promise.allSettled(arriving.files);
    arriving.refusal ??= brokenUpload(error);
  }
  return uploads;
}

function parserFor(contentType: string, arriving: Arriving): Busboy {
  const parser = busboy({
    headers: { 'content-type': contentType },
    // A value of exactly busboy's limit counts as cut already.
    limits: { files: mostFiles, fields: mostFields, fieldSize: longestField + 1 },
  });
  parser.on('field', (name, value, { valueTruncated }) => {
    if (valueTruncated) arriving.refusal ??= fieldTooLong(name, longestField);
    else arriving.form.append(name, value);
  });
  parser.on('fieldsLimit', () => {
    arriving.refusal ??= tooManyFields(mostFields);
  });
  parser.on('filesLimit', () => {
    arriving.refusal ??= tooManyFiles(mostFiles);
  });
  parser.on('file', (name, stream, info) => {
    const kept = keepFile(stream, name, info.filename ?? 'datei', arriving);
    // Awaited later; without this a full disk would end the process before that.
    kept.catch(() => {});
    arriving.files.push(kept);
  });
  return parser;
}

async function keepFile(stream: Readable, name: string, fileName: string, arriving: Arriving): Promise<Kept> {
  const path = join(arriving.folder, randomUUID());
  arriving.paths.push(path);
  let bytes = 0;
  // What is too much is read to its end, so that the browser shows our sentence, but never written.
  const counted = new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      bytes += chunk.length;
      arriving.bytesLeft -= chunk.length;
      done(null, arriving.bytesLeft < 0 ? undefined : chunk);
    },
  });
  await pipeline(stream, counted, createWriteStream(path, { mode: 0o600 }));
  return { name, upload: { fileName, path, bytes, open: () => createReadStream(path) } };
}
