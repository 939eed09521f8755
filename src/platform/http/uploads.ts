import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import busboy from 'busboy';
import { ok, type Refusal, type Result, refuse } from '#kernel';
import type { Upload } from '../doors/page-route.ts';

/** A form that carried files: its fields, its files on disk, and how to be rid of these. */
export interface ReceivedForm {
  readonly form: URLSearchParams;
  readonly uploads: ReadonlyMap<string, Upload>;
  readonly discard: () => Promise<void>;
}

/** Streams a multipart form to `folder`; more than `limit` bytes in its files are refused and nothing is kept. */
export async function receiveMultipart(
  request: Request,
  folder: string,
  limit: number,
): Promise<Result<ReceivedForm>> {
  const form = new URLSearchParams();
  const uploads = new Map<string, Upload>();
  const discard = async () => {
    await Promise.all([...uploads.values()].map((upload) => rm(upload.path, { force: true })));
  };
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const refusal = await readParts(request, folder, limit, form, uploads);
  if (refusal === null) return ok({ form, uploads, discard });
  await discard();
  return refuse(refusal);
}

async function readParts(
  request: Request,
  folder: string,
  limit: number,
  form: URLSearchParams,
  uploads: Map<string, Upload>,
): Promise<Refusal | null> {
  if (!request.body) return broken('Das Formular kam ohne Inhalt an.');
  const files: Promise<boolean>[] = [];
  try {
    const parser = busboy({
      headers: { 'content-type': request.headers.get('content-type') ?? '' },
      limits: { fileSize: limit, files: 20, fields: 200, fieldSize: 100_000 },
    });
    parser.on('field', (name, value) => form.append(name, value));
    parser.on('file', (name, stream, info) => {
      const path = join(folder, randomUUID());
      const kept = keepFile(stream, path);
      // Awaited below; without this a full disk would end the process before that.
      kept.catch(() => {});
      files.push(kept);
      uploads.set(name, {
        fileName: info.filename ?? 'datei',
        path,
        bytes: 0,
        open: () => createReadStream(path),
      });
    });
    await pipeline(Readable.fromWeb(request.body as Parameters<typeof Readable.fromWeb>[0]), parser);
    const whole = await Promise.all(files);
    if (whole.includes(false)) return tooLarge(limit);
  } catch (error) {
    await Promise.allSettled(files);
    return broken(`Das Formular war nicht lesbar (${error instanceof Error ? error.message : error}).`);
  }
  for (const [name, upload] of uploads)
    uploads.set(name, { ...upload, bytes: (await stat(upload.path)).size });
  return null;
}

async function keepFile(stream: Readable, path: string): Promise<boolean> {
  let whole = true;
  stream.once('limit', () => {
    whole = false;
  });
  await pipeline(stream, createWriteStream(path, { mode: 0o600 }));
  return whole;
}

function broken(what: string): Refusal {
  return {
    kind: 'invalid',
    code: 'UPLOAD_BROKEN',
    message: `${what} Nichts wurde gespeichert. Bitte noch einmal senden.`,
  };
}

function tooLarge(limit: number): Refusal {
  return {
    kind: 'too-large',
    code: 'UPLOAD_TOO_LARGE',
    message: `Die Datei ist größer als ${Math.floor(limit / 1_000_000)} MB. Nichts wurde gespeichert. Bitte eine kleinere Datei wählen.`,
  };
}
