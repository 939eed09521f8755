import { createCipheriv, createDecipheriv } from 'node:crypto';

/** How much plaintext a frame holds; only the last one may hold less. */
export const frameBytes = 64 * 1024;

const tagBytes = 16;
const keyBytes = 32;

/**
 * Seals a stream as frames of AES-256-GCM under a key that seals nothing else. A frame's nonce is its number and whether it
 * is the last, so that frames that were changed, exchanged, left out or added do not open. Errors of the source go through.
 */
export async function* sealFrames(
  key: Uint8Array,
  source: AsyncIterable<Uint8Array>,
): AsyncGenerator<Buffer> {
  checkKey(key);
  let number = 0;
  for await (const { piece, last } of inPieces(source, frameBytes)) {
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf(number, last));
    // In two pieces, because joining them would copy the whole file once more.
    yield cipher.update(piece);
    cipher.final();
    yield cipher.getAuthTag();
    number += 1;
  }
}

/** Opens what `sealFrames` sealed. Throws at the first frame that is not the one that was written there. */
export async function* openFrames(
  key: Uint8Array,
  sealed: AsyncIterable<Uint8Array>,
): AsyncGenerator<Buffer> {
  checkKey(key);
  let number = 0;
  for await (const { piece, last } of inPieces(sealed, frameBytes + tagBytes)) {
    yield openFrame(key, piece, nonceOf(number, last));
    number += 1;
  }
}

function openFrame(key: Uint8Array, frame: Buffer, nonce: Buffer): Buffer {
  try {
    const body = frame.subarray(0, frame.length - tagBytes);
    const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes });
    decipher.setAuthTag(frame.subarray(body.length));
    const opened = decipher.update(body);
    // GCM gives nothing more at its end, but throws where the tag is wrong: only then may anybody see what was opened.
    decipher.final();
    return opened;
  } catch {
    throw new Error('A sealed upload is not as it was written: cut, changed, or put together anew');
  }
}

function nonceOf(number: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeBigUInt64BE(BigInt(number), 0);
  nonce[11] = last ? 1 : 0;
  return nonce;
}

function checkKey(key: Uint8Array): void {
  if (key.length !== keyBytes || key.every((byte) => byte === 0))
    throw new Error('A sealed upload was used after its end');
}

/** Pieces of exactly `size` bytes and a last one of at most as many, also of an empty stream; each is valid until the next. */
async function* inPieces(
  source: AsyncIterable<Uint8Array>,
  size: number,
): AsyncGenerator<{ readonly piece: Buffer; readonly last: boolean }> {
  const held = Buffer.allocUnsafeSlow(size);
  let filled = 0;
  for await (const chunk of source) {
    for (let at = 0; at < chunk.length; ) {
      if (filled === size) {
        yield { piece: held, last: false };
        filled = 0;
      }
      const taken = Math.min(size - filled, chunk.length - at);
      held.set(chunk.subarray(at, at + taken), filled);
      filled += taken;
      at += taken;
    }
  }
  yield { piece: held.subarray(0, filled), last: true };
}
