import type { Refusal } from '#kernel';
import { jweForm } from './refusals.ts';

/** A fault in what somebody sent, on its way out of a stream; becomes a refusal at the edge. */
export class JweFault extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

/** A piece of a compact JWE: which of the five segments it belongs to, and its characters. */
interface Piece {
  readonly segment: number;
  readonly text: string;
}

const alphabet = /^[A-Za-z0-9_-]*$/;

/** Cuts a compact JWE that arrives in pieces of any size at its dots. Throws a `JweFault` on other characters. */
async function* pieces(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Piece> {
  let segment = 0;
  for await (const chunk of chunks) {
    const parts = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length).toString('latin1').split('.');
    for (const [index, text] of parts.entries()) {
      if (index > 0) segment += 1;
      checkPiece(segment, text);
      yield { segment, text };
    }
  }
  if (segment < 4) throw new JweFault(jweForm('es hat weniger als fünf Abschnitte'));
}

function checkPiece(segment: number, text: string): void {
  if (segment > 4) throw new JweFault(jweForm('es hat mehr als fünf Abschnitte'));
  if (!alphabet.test(text)) throw new JweFault(jweForm('es enthält fremde Zeichen'));
}

/** What stands before and after the ciphertext. */
export interface CompactReader {
  /** Called once, with header, wrapped key and IV, before the first ciphertext. */
  readonly head: (segments: readonly [string, string, string]) => void;
  /** Called with each whole piece of ciphertext; what it returns is passed on. */
  readonly body: (ciphertext: Buffer) => Buffer;
  /** Called once, with the tag, after the last ciphertext. */
  readonly tail: (tag: string) => void;
}

const longestHead = 8192;

/** Reads a compact JWE in pieces and drives `reader` through it; yields what `body` returns. */
export async function* readCompact(
  chunks: AsyncIterable<Uint8Array>,
  reader: CompactReader,
): AsyncGenerator<Buffer> {
  const head = ['', '', ''] as [string, string, string];
  const decode = base64urlDecoder();
  let begun = false;
  let tag = '';
  const begin = () => {
    if (!begun) reader.head(head);
    begun = true;
  };
  for await (const { segment, text } of pieces(chunks)) {
    if (segment < 3) head[segment as 0 | 1 | 2] += text;
    else begin();
    if (segment === 3 && text !== '') yield reader.body(decode.next(text));
    if (segment === 4) tag += text;
    if (segment !== 3 && (head.join('').length > longestHead || tag.length > 64))
      throw new JweFault(jweForm('ein Abschnitt ist zu lang'));
  }
  const last = decode.end();
  if (last.length > 0) yield reader.body(last);
  reader.tail(tag);
}

/** Decodes pieces of any length; up to three characters wait for the next piece. */
function base64urlDecoder() {
  let rest = '';
  return {
    next: (piece: string): Buffer => {
      const whole = rest + piece;
      const cut = whole.length - (whole.length % 4);
      rest = whole.slice(cut);
      return Buffer.from(whole.slice(0, cut), 'base64url');
    },
    end: (): Buffer => {
      if (rest.length === 1) throw new JweFault(jweForm('ein Abschnitt ist unvollständig'));
      return Buffer.from(rest, 'base64url');
    },
  };
}
