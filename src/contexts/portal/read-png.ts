import { crc32, inflateSync } from 'node:zlib';
import { ok, type Result, refuse } from '#kernel';

/** The most bytes and pixels of a picture. */
export const pngMost = 300_000;
const pixelsMost = 1500;

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** The parts of a picture that draw something; what cameras and programs write beside it is left out. */
const drawing: ReadonlySet<string> = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND']);

interface Chunk {
  readonly type: string;
  readonly data: Buffer;
}

/** Rebuilds a PNG from the parts that draw; refuses what is damaged, too large or more than a picture. */
export function readPng(bytes: Buffer): Result<Buffer, string> {
  if (bytes.length > pngMost)
    return refuse(`Das Bild ist größer als ${pngMost / 1000} kB. Bitte verkleinern Sie es.`);
  const chunks = chunksOf(bytes);
  if (chunks === null)
    return refuse('Das Bild ist beschädigt, oder hinter dem Bild steht noch etwas anderes.');
  const [head] = chunks;
  if (head?.type !== 'IHDR' || head.data.length !== 13) return refuse('Die Datei ist kein PNG-Bild.');
  const [width, height] = [head.data.readUInt32BE(0), head.data.readUInt32BE(4)];
  if (width < 16 || height < 16 || width > pixelsMost || height > pixelsMost)
    return refuse(`Das Bild hat ${width} mal ${height} Punkte. Erlaubt sind 16 bis ${pixelsMost} je Seite.`);
  if (!isWhole(head.data, width, height, chunks)) return refuse('Das Bild ist beschädigt.');
  const kept = chunks.filter(({ type }) => drawing.has(type));
  return ok(Buffer.concat([signature, ...kept.map(written)]));
}

/** The chunks, each with a right checksum, the end last; `null` where it is anything else. */
function chunksOf(bytes: Buffer): readonly Chunk[] | null {
  if (!bytes.subarray(0, 8).equals(signature)) return null;
  const chunks: Chunk[] = [];
  for (let at = 8; at < bytes.length; ) {
    if (at + 12 > bytes.length) return null;
    const length = bytes.readUInt32BE(at);
    const end = at + 12 + length;
    if (end > bytes.length) return null;
    const named = bytes.subarray(at + 4, at + 8 + length);
    if (crc32(named) !== bytes.readUInt32BE(end - 4)) return null;
    chunks.push({ type: named.subarray(0, 4).toString('latin1'), data: named.subarray(4) });
    if (chunks.at(-1)?.type === 'IEND') return end === bytes.length ? chunks : null;
    at = end;
  }
  return null;
}

const channels: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** Whether the pixels unpack to as much as such a picture has: a small file cannot become a huge one. */
function isWhole(head: Buffer, width: number, height: number, chunks: readonly Chunk[]): boolean {
  const depth = head[8] ?? 0;
  const perPixel = channels[head[9] ?? -1];
  if (perPixel === undefined) return false;
  const most = (Math.ceil((width * perPixel * depth) / 8) + 8) * (height + 8) * 2;
  const packed = Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data));
  try {
    return inflateSync(packed, { maxOutputLength: most }).length >= height;
  } catch {
    return false;
  }
}

function written({ type, data }: Chunk): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([frame.subarray(0, 4), named, frame.subarray(4)]);
}
