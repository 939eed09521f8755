import { pipeline, Readable } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';

/** A file of an archive; its content comes piece by piece and is asked for when its turn comes. */
export interface ZipEntry {
  readonly name: string;
  readonly content: () => Iterable<string> | AsyncIterable<string>;
}

interface WrittenEntry {
  readonly name: Buffer;
  readonly offset: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
}

const localSignature = 0x04034b50;
const descriptorSignature = 0x08074b50;
const entrySignature = 0x02014b50;
const endSignature = 0x06054b50;
/** Sizes follow the content (bit 3), names are UTF-8 (bit 11). */
const flags = 0x0808;
/** Midnight of 1 January 1980, so that the same content gives the same bytes. */
const date = 0x0021;
const deflated = 8;

/** A ZIP archive (APPNOTE 4.3) as a stream: nothing is kept but the directory. Each file must stay below 4 GB. */
export async function* zipStream(entries: Iterable<ZipEntry>): AsyncGenerator<Uint8Array> {
  const written: WrittenEntry[] = [];
  let offset = 0;
  for (const entry of entries) {
    const start = offset;
    const name = Buffer.from(entry.name);
    const local = localHeader(name);
    yield local;
    let [crc, size, packed] = [0, 0, 0];
    const measured = measure(entry.content(), (piece) => {
      crc = crc32(piece, crc);
      size += piece.length;
    });
    for await (const piece of deflate(measured)) {
      packed += piece.length;
      yield piece;
    }
    yield descriptor(crc, packed, size);
    offset += local.length + packed + 16;
    written.push({ name, offset: start, crc, packed, size });
  }
  const directory = Buffer.concat(written.map(directoryEntry));
  yield directory;
  yield endOf(written.length, directory.length, offset);
}

async function* measure(
  content: Iterable<string> | AsyncIterable<string>,
  see: (piece: Buffer) => void,
): AsyncGenerator<Buffer> {
  for await (const text of content) {
    const piece = Buffer.from(text);
    see(piece);
    yield piece;
  }
}

async function* deflate(content: AsyncIterable<Buffer>): AsyncGenerator<Uint8Array> {
  const packer = createDeflateRaw({ level: 4 });
  // A fault in the content ends the packer with the same fault, which the loop below throws.
  pipeline(Readable.from(content, { objectMode: true, highWaterMark: 2 }), packer, () => {});
  yield* packer;
}

function localHeader(name: Buffer): Buffer {
  const head = Buffer.alloc(30);
  head.writeUInt32LE(localSignature, 0);
  head.writeUInt16LE(20, 4);
  head.writeUInt16LE(flags, 6);
  head.writeUInt16LE(deflated, 8);
  head.writeUInt16LE(date, 12);
  head.writeUInt16LE(name.length, 26);
  return Buffer.concat([head, name]);
}

function descriptor(crc: number, packed: number, size: number): Buffer {
  const bytes = Buffer.alloc(16);
  bytes.writeUInt32LE(descriptorSignature, 0);
  bytes.writeUInt32LE(crc, 4);
  bytes.writeUInt32LE(packed, 8);
  bytes.writeUInt32LE(size, 12);
  return bytes;
}

function directoryEntry({ name, offset, crc, packed, size }: WrittenEntry): Buffer {
  const head = Buffer.alloc(46);
  head.writeUInt32LE(entrySignature, 0);
  head.writeUInt16LE(20, 4);
  head.writeUInt16LE(20, 6);
  head.writeUInt16LE(flags, 8);
  head.writeUInt16LE(deflated, 10);
  head.writeUInt16LE(date, 14);
  head.writeUInt32LE(crc, 16);
  head.writeUInt32LE(packed, 20);
  head.writeUInt32LE(size, 24);
  head.writeUInt16LE(name.length, 28);
  head.writeUInt32LE(offset, 42);
  return Buffer.concat([head, name]);
}

function endOf(count: number, length: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(endSignature, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(length, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}
