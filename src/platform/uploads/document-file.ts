import { createHash, randomBytes } from 'node:crypto';
import { ok, type Result, refuse } from '#kernel';
import type { DataKey } from '../keys.ts';
import type { ScanVerdict } from '../scanning/scanner.ts';
import { openFrames, sealFrames } from './sealed-frames.ts';

/** What a document may be: everybody must be able to open it. */
export const documentKinds = {
  'application/pdf': { name: 'PDF', ending: 'pdf', begins: '%PDF-' },
  'image/png': { name: 'PNG', ending: 'png', begins: '\x89PNG\r\n\x1a\n' },
  'image/jpeg': { name: 'JPEG', ending: 'jpg', begins: '\xff\xd8\xff' },
} as const;

export type DocumentKind = keyof typeof documentKinds;

const kinds = Object.keys(documentKinds) as readonly DocumentKind[];

/** The most bytes of one document. */
export const largestDocument = 10_000_000;

/** A file as it was handed in; `scanned` is `null` where no scanner is configured. */
export interface IncomingFile {
  readonly fileName: string;
  readonly bytes: Buffer;
  readonly scanned: ScanVerdict | null;
}

/** A file that may be kept, with the name that a file system and a header can bear. */
export interface DocumentFile {
  readonly name: string;
  readonly mediaType: DocumentKind;
  readonly bytes: Buffer;
  readonly sha256: string;
}

/** Looks at size, malware and the first bytes; refuses with the field that carried the file. */
export function checkDocument(
  { fileName, bytes, scanned }: IncomingFile,
  field = 'datei',
): Result<DocumentFile> {
  const wrong = (message: string) =>
    refuse({ kind: 'invalid' as const, code: 'FILE_INVALID', message, fields: [{ field, message }] });
  if (bytes.length === 0) return wrong('Bitte wählen Sie eine Datei aus, die nicht leer ist.');
  if (bytes.length > largestDocument) return wrong('Die Datei ist größer als 10 MB.');
  if (scanned === 'infected')
    return wrong('In der Datei wurde Schadsoftware gefunden. Sie wurde nicht gespeichert.');
  if (scanned !== null && scanned !== 'clean')
    return wrong(
      'Die Datei konnte nicht auf Schadsoftware geprüft werden. Bitte versuchen Sie es später noch einmal.',
    );
  const head = String.fromCharCode(...bytes.subarray(0, 16));
  const mediaType = kinds.find((kind) => head.startsWith(documentKinds[kind].begins));
  if (mediaType === undefined) return wrong('Bitte laden Sie ein PDF oder ein Bild hoch (PNG, JPEG).');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return ok({ name: nameOf(fileName, mediaType), mediaType, bytes, sha256 });
}

function nameOf(given: string, kind: DocumentKind): string {
  const plain = given
    .normalize('NFC')
    .replace(/^.*[\\/]/s, '')
    .replaceAll(/[\s\p{Cc}\p{Cf}"<>|:*?]+/gu, ' ')
    .trim()
    .slice(0, 120);
  return plain === '' ? `datei.${documentKinds[kind].ending}` : plain;
}

/** A document as it lies in a table: its content under a key of its own, that key and the name under the tenant's. */
export interface SealedDocument {
  readonly nameSealed: Buffer;
  readonly keySealed: Buffer;
  readonly content: Buffer;
}

interface Place {
  readonly table: string;
  readonly row: string;
}

const nameAt = (place: Place) => ({ ...place, column: 'name_sealed' });
const keyAt = (place: Place) => ({ ...place, column: 'schluessel_sealed' });

/** Seals a document for the table and row in which it will stand. */
export async function sealDocument(
  key: DataKey,
  place: Place,
  { name, bytes }: Pick<DocumentFile, 'name' | 'bytes'>,
): Promise<SealedDocument> {
  const own = randomBytes(32);
  return {
    nameSealed: key.seal(nameAt(place), name),
    keySealed: key.seal(keyAt(place), own.toString('base64url')),
    content: await whole(sealFrames(own, once(bytes))),
  };
}

/** Opens what `sealDocument` sealed for this place. */
export async function openDocument(
  key: DataKey,
  place: Place,
  { nameSealed, keySealed, content }: SealedDocument,
): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const own = Buffer.from(key.open(keyAt(place), keySealed), 'base64url');
  return { name: key.open(nameAt(place), nameSealed), bytes: await whole(openFrames(own, once(content))) };
}

async function* once(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield bytes;
}

async function whole(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Buffer[] = [];
  // A piece is valid only until the next one.
  for await (const piece of pieces) parts.push(Buffer.from(piece));
  return Buffer.concat(parts);
}
