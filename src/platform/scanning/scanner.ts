/** What a scanner says of a file. `too-large`: it takes no file of this size. `silent`: it gave no answer in time. */
export type ScanVerdict = 'clean' | 'infected' | 'too-large' | 'silent';

/** A file on its way through a scanner. */
export interface Scan {
  /** Hands a piece on, at the scanner's pace; never throws. */
  readonly write: (piece: Uint8Array) => Promise<void>;
  /** Ends the file and waits for the verdict. */
  readonly verdict: () => Promise<ScanVerdict>;
  /** Ends the scan without a verdict. */
  readonly cancel: () => void;
}

/** Something that looks for malware while a file passes. */
export interface Scanner {
  readonly begin: () => Scan;
}

/** Scans a stream to its end. Errors of the source go through. */
export async function scanAll(scanner: Scanner, bytes: AsyncIterable<Uint8Array>): Promise<ScanVerdict> {
  const scan = scanner.begin();
  try {
    for await (const piece of bytes) await scan.write(piece);
    return await scan.verdict();
  } finally {
    scan.cancel();
  }
}
