import { crc32, inflateRawSync } from 'node:zlib';

/** A file that can be read from its start more than once, piece by piece. */
export interface ReadableFile {
  readonly open: () => AsyncIterable<Uint8Array>;
}

/** What the directory of an archive says of one part. */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

/** How much of a file's end is kept in memory to find its directory, in bytes; a directory beyond it is not read. */
const tailBytes = 1 << 20;
const endBytes = 22;
const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;
const encrypted = 1;

interface Tail {
  readonly bytes: Buffer;
  /** Where `bytes` begins in the file. */
  readonly start: number;
}

/**
 * The directory of a ZIP file (APPNOTE 4.3.12, 4.3.16), read in one pass that keeps only the file's end. `null` for what
 * is no whole ZIP file, or uses what no document needs: ZIP64, encryption, several disks, a name that stands twice.
 * Names are compared without case, as OPC does (ECMA-376-2, 6.2.2.3).
 */
export async function zipDirectoryOf(file: ReadableFile): Promise<ReadonlyMap<string, ZipEntry> | null> {
  const tail = await tailOf(file);
  const end = endOf(tail.bytes);
  if (end < 0) return null;
  const [disk, firstDisk, here, count] = [4, 6, 8, 10].map((field) => tail.bytes.readUInt16LE(end + field));
  if (disk !== 0 || firstDisk !== 0 || here !== count) return null;
  const size = tail.bytes.readUInt32LE(end + 12);
  const start = tail.bytes.readUInt32LE(end + 16) - tail.start;
  if (start < 0 || start + size !== end) return null;
  return entriesOf(tail.bytes.subarray(start, end), count ?? 0);
}

/** The end of a file. */
async function tailOf({ open }: ReadableFile): Promise<Tail> {
  const pieces: Uint8Array[] = [];
  let [kept, total] = [0, 0];
  for await (const piece of open()) {
    pieces.push(piece);
    kept += piece.length;
    total += piece.length;
    for (let first = pieces[0]; first && kept - first.length >= tailBytes; first = pieces[0]) {
      pieces.shift();
      kept -= first.length;
    }
  }
  return { bytes: Buffer.concat(pieces), start: total - kept };
}

/** Where the record stands that ends the file with its comment; -1 where there is none. */
function endOf(bytes: Buffer): number {
  const first = Math.max(0, bytes.length - endBytes - 0xffff);
  for (let at = bytes.length - endBytes; at >= first; at -= 1) {
    const ends = bytes.readUInt32LE(at) === endSignature;
    if (ends && at + endBytes + bytes.readUInt16LE(at + 20) === bytes.length) return at;
  }
  return -1;
}

function entriesOf(bytes: Buffer, count: number): ReadonlyMap<string, ZipEntry> | null {
  const entries = new Map<string, ZipEntry>();
  let at = 0;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== entrySignature) return null;
    if ((bytes.readUInt16LE(at + 8) & encrypted) !== 0) return null;
    const [label = 0, extra = 0, comment = 0] = [28, 30, 32].map((field) => bytes.readUInt16LE(at + field));
    const name = bytes.toString('utf8', at + 46, at + 46 + label);
    const key = name.toLowerCase();
    if (entries.has(key)) return null;
    entries.set(key, {
      name,
      method: bytes.readUInt16LE(at + 10),
      crc: bytes.readUInt32LE(at + 16),
      packed: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
    });
    at += 46 + label + extra + comment;
  }
  return at === bytes.length ? entries : null;
}

/**
 * One part of a ZIP file, unpacked, in a second pass that keeps nothing else. `null` where it is longer than `maxBytes`,
 * packed or unpacked, or is not what the directory says of it.
 */
export async function zipPartOf(
  file: ReadableFile,
  entry: ZipEntry,
  maxBytes: number,
): Promise<Buffer | null> {
  const { name, method, crc, packed, size, offset } = entry;
  if (packed > maxBytes || size > maxBytes) return null;
  // The local header repeats the name, and may carry other extra fields than the directory does.
  const bytes = await rangeOf(file, offset, 30 + Buffer.byteLength(name) + 0xffff + packed);
  if (bytes.length < 30 || bytes.readUInt32LE(0) !== localSignature) return null;
  const label = bytes.readUInt16LE(26);
  if (bytes.toString('utf8', 30, 30 + label) !== name || bytes.readUInt16LE(8) !== method) return null;
  const start = 30 + label + bytes.readUInt16LE(28);
  const content = unpacked(bytes.subarray(start, start + packed), method, size);
  return content?.length === size && crc32(content) === crc ? content : null;
}

async function rangeOf({ open }: ReadableFile, offset: number, length: number): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  let at = 0;
  for await (const piece of open()) {
    const from = Math.max(0, offset - at);
    const part = piece.subarray(from, Math.max(from, offset + length - at));
    if (part.length > 0) pieces.push(part);
    at += piece.length;
    if (at >= offset + length) break;
  }
  return Buffer.concat(pieces);
}

/** Never more than the stated size: what states too little is not unpacked. */
function unpacked(body: Buffer, method: number, size: number): Buffer | null {
  if (method === 0) return body;
  if (method !== 8) return null;
  try {
    return inflateRawSync(body, { maxOutputLength: Math.max(1, size) });
  } catch {
    return null;
  }
}
