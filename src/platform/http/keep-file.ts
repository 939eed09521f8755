import type { Readable } from 'node:stream';
import type { Upload } from '../doors/page-route.ts';
import type { Scan, Scanner } from '../scanning/scanner.ts';
import { openSpool, type Spool } from '../uploads/spool.ts';

/** Where the files of forms go, and who looks into them on the way. */
export interface UploadPlace {
  readonly folder: string;
  /** `null` where none is configured. */
  readonly scanner: Scanner | null;
}

/** A file that arrived, and the field that it came with. */
export interface Kept {
  readonly name: string;
  readonly upload: Upload;
}

/** The files of a form while they arrive. */
export interface ArrivingFiles {
  readonly place: UploadPlace;
  readonly spools: Spool[];
  bytesLeft: number;
  /** What went wrong here, not at the sender. */
  fault: unknown;
}

/** Keeps a file of a form, sealed and scanned on its way. Throws where the sender breaks off, or the disk does. */
export async function keepFile(
  stream: Readable,
  name: string,
  fileName: string,
  arriving: ArrivingFiles,
): Promise<Kept> {
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
  readonly arriving: ArrivingFiles;
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
