import { mkdir } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import busboy, { type Busboy } from 'busboy';
import { ok, type Refusal, type Result, refuse } from '#kernel';
import type { Upload } from '../doors/page-route.ts';
import { type ArrivingFiles, type Kept, keepFile, type UploadPlace } from './keep-file.ts';
import {
  brokenUpload,
  fieldTooLong,
  tooLargeUpload,
  tooManyFields,
  tooManyFiles,
} from './upload-refusals.ts';

/** A form that carried files: its fields, its sealed files by field name, and how to be rid of these. */
export interface ReceivedForm {
  readonly form: URLSearchParams;
  readonly uploads: ReadonlyMap<string, readonly Upload[]>;
  readonly discard: () => Promise<void>;
}

const mostFiles = 20;
const mostFields = 200;
const longestField = 100_000;

/** A form while it arrives. */
interface Arriving extends ArrivingFiles {
  readonly form: URLSearchParams;
  readonly files: Promise<Kept>[];
  refusal: Refusal | null;
}

/**
 * Streams a multipart form in; its files are sealed before a byte touches the disk, and scanned on the way. Where they have
 * more than `limit` bytes together nothing is kept. Throws where the disk takes nothing more.
 */
export async function receiveMultipart(
  request: Request,
  place: UploadPlace,
  limit: number,
): Promise<Result<ReceivedForm>> {
  await mkdir(place.folder, { recursive: true, mode: 0o700 });
  const arriving: Arriving = {
    place,
    form: new URLSearchParams(),
    files: [],
    spools: [],
    bytesLeft: limit,
    refusal: null,
    fault: null,
  };
  const discard = async () => {
    await Promise.all(arriving.spools.map((spool) => spool.close()));
  };
  const uploads = await readParts(request, arriving);
  const refusal = arriving.bytesLeft < 0 ? tooLargeUpload(limit) : arriving.refusal;
  if (refusal === null && arriving.fault === null) return ok({ form: arriving.form, uploads, discard });
  await discard();
  if (arriving.fault !== null) throw arriving.fault;
  return refuse(refusal ?? brokenUpload);
}

async function readParts(request: Request, arriving: Arriving): Promise<ReadonlyMap<string, Upload[]>> {
  const uploads = new Map<string, Upload[]>();
  try {
    if (!request.body) throw new Error('ohne Inhalt');
    const parser = parserFor(request.headers.get('content-type') ?? '', arriving);
    await pipeline(Readable.fromWeb(request.body as Parameters<typeof Readable.fromWeb>[0]), parser);
    for (const { name, upload } of await Promise.all(arriving.files))
      uploads.set(name, [...(uploads.get(name) ?? []), upload]);
  } catch {
    await Promise.allSettled(arriving.files);
    arriving.refusal ??= brokenUpload;
  }
  return uploads;
}

function parserFor(contentType: string, arriving: Arriving): Busboy {
  const parser = busboy({
    headers: { 'content-type': contentType },
    // Browsers write a file's name in UTF-8.
    defParamCharset: 'utf8',
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
    kept.catch((error: Error) => parser.destroy(error));
    arriving.files.push(kept);
  });
  return parser;
}
