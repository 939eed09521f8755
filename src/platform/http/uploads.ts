import { mkdir } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import busboy, { type Busboy } from 'busboy';
import { ok, type Refusal, type Result, refuse } from '#kernel';
import type { Upload } from '../doors/page-route.ts';
import type { Scan, Scanner } from '../scanning/scanner.ts';
import { openSpool, type Spool } from '../uploads/spool.ts';
import {
  brokenUpload,
  fieldTooLong,
  tooLargeUpload,
  tooManyFields,
  tooManyFiles,
} from './upload-refusals.ts';

/** Where the files of forms go, and who looks into them on the way. */
export interface UploadPlace {
  readonly folder: string;
  /** `null` where none is configured. */
  readonly scanner: Scanner | null;
}

/** A form that carried files: its fields, its sealed files by field name, and how to be rid of these. */
export interface ReceivedForm {
  readonly form: URLSearchParams;
  readonly uploads: ReadonlyMap<string, readonly Upload[]>;
  readonly discard: () => Promise<void>;
}

const mostFiles = 20;
const mostFields = 200;
const longestField = 100_000;

/** A file that arrived, and the field that it came with. */
interface Kept {
  readonly name: string;
  readonly upload: Upload;
}

/** A form while it arrives. */
interface Arriving {
  readonly place: UploadPlace;
  readonly form: URLSearchParams;
  readonly files: Promise<Kept>[];
  readonly spools: Spool[];
  bytesLeft: number;
  refusal: Refusal | null;
  /** What went wrong here, not at the sender. */
  fault: unknown;
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

async function keepFile(stream: Readable, name: string, fileName: string, arriving: Arriving): Promise<Kept> {
  // It may break before anybody reads it; whoever reads it then learns of that.
  stream.on('error', () => {});
  const { folder, scanner } = arriving.place;
  const counted: Counted = { stream, arriving, scan: scanner?.begin() ?? null, bytes: 0, broken: false };
  try {
    const spool = await openSpool(folder);
    arriving.spools.push(spool);
    await spool.keep(passing(counted));
    const scanned = (await counted.scan?.verdict()) ?? null;
    return { name, upload: { fileName, bytes: counted.bytes, scanned, open: spool.open } };
  } catch (error) {
    if (!counted.broken) arriving.fault ??= error;
    throw error;
  } finally {
    counted.scan?.cancel();
  }
}

interface Counted {
  readonly stream: Readable;
  readonly arriving: Arriving;
  readonly scan: Scan | null;
  bytes: number;
  /** The sender broke off. */
  broken: boolean;
}

/** What is too much is read to its end, so that the browser shows our sentence, but neither scanned nor kept. */
async function* passing(counted: Counted): AsyncGenerator<Buffer> {
  const { stream, arriving, scan } = counted;
  const pieces = stream[Symbol.asyncIterator]();
  const next = () =>
    pieces.next().catch((error: unknown) => {
      counted.broken = true;
      throw error;
    });
  for (let step = await next(); !step.done; step = await next()) {
    const piece: Buffer = step.value;
    counted.bytes += piece.length;
    arriving.bytesLeft -= piece.length;
    if (arriving.bytesLeft < 0) continue;
    await scan?.write(piece);
    yield piece;
  }
}
