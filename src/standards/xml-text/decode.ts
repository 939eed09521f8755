import { isUtf8 } from 'node:buffer';
import { ok, type Result, refuse } from '#kernel';
/** A place in a file, both from 1. */
export interface Stelle {
  readonly zeile: number;
  readonly spalte: number;
}

/** Words a refusal as the standard does whose file this is: an encoding that is not read, or not the declared one. */
export type EncodingRefusal<R> = (fault: 'unknown' | 'wrong', at: Stelle, detail: string) => R;

/** Turns the bytes of an XML file into text and refuses those that are not of the declared encoding. */
export interface StrictDecoder<R> {
  readonly push: (bytes: Uint8Array, at: Stelle) => Result<string, R>;
  readonly end: (at: Stelle) => Result<string, R>;
}

const singleByte = new Set(['iso-8859-1', 'iso-8859-15', 'latin1', 'windows-1252']);
const utf8 = new Set(['utf-8', 'utf8', 'us-ascii', 'ascii']);
const head = 200;

/** Makes a decoder that learns the encoding from the file's first bytes: byte order mark or XML declaration. */
export function strictDecoder<R>(refusal: EncodingRefusal<R>): StrictDecoder<R> {
  let waiting: Uint8Array = new Uint8Array();
  let chosen: Chosen | null = null;
  const begin = (bytes: Uint8Array, at: Stelle): Result<string, R> => {
    const encoding = encodingOf(bytes);
    if (!encoding.ok) return refuse(refusal('unknown', at, encoding.refusal));
    chosen = { ...encoding.value, decoder: new TextDecoder(encoding.value.label, { fatal: true }), carry: 0 };
    if (encoding.value.contradicted) return refuse(refusal('wrong', at, chosen.label));
    return decode(chosen, bytes, at, refusal);
  };
  return {
    push: (bytes, at) => {
      if (chosen) return decode(chosen, bytes, at, refusal);
      waiting = Buffer.concat([waiting, bytes]);
      return waiting.length < head ? ok('') : begin(waiting, at);
    },
    end: (at) => {
      const rest = chosen ? ok('') : begin(waiting, at);
      if (!rest.ok || chosen === null) return rest;
      try {
        return ok(rest.value + chosen.decoder.decode());
      } catch {
        return refuse(refusal('wrong', at, chosen.label));
      }
    },
  };
}

interface Encoding {
  readonly label: string;
  readonly single: boolean;
  /** The byte order mark says something else than the declaration. */
  readonly contradicted: boolean;
}

interface Chosen extends Encoding {
  readonly decoder: InstanceType<typeof TextDecoder>;
  /** The last byte of the piece before, where only pairs tell. */
  carry: number;
}

function encodingOf(bytes: Uint8Array): Result<Encoding, string> {
  const [a, b, c] = bytes;
  const declared = /^(?:\xef\xbb\xbf)?\s*<\?xml[^>]{0,120}?encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']/
    .exec(Buffer.from(bytes.subarray(0, head)).toString('latin1'))?.[1]
    ?.toLowerCase();
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff) || a === 0 || b === 0)
    return refuse('UTF-16 oder UTF-32');
  const marked = a === 0xef && b === 0xbb && c === 0xbf;
  const label = declared ?? 'utf-8';
  if (utf8.has(label)) return ok({ label: 'utf-8', single: false, contradicted: false });
  if (singleByte.has(label)) return ok({ label, single: true, contradicted: marked });
  return refuse(label);
}

function decode<R>(
  chosen: Chosen,
  bytes: Uint8Array,
  at: Stelle,
  refusal: EncodingRefusal<R>,
): Result<string, R> {
  const wrong = chosen.single ? utf8Inside(chosen, bytes) : -1;
  if (wrong >= 0) return refuse(refusal('wrong', placeAt(bytes, wrong, at), chosen.label));
  try {
    return ok(chosen.decoder.decode(bytes, { stream: true }));
  } catch {
    return refuse(refusal('wrong', placeAt(bytes, firstInvalid(bytes), at), chosen.label));
  }
}

/** Where two bytes are an accented letter in UTF-8; in one of the single-byte encodings nobody writes such pairs. */
function utf8Inside(chosen: Chosen, bytes: Uint8Array): number {
  let before = chosen.carry;
  for (let index = 0; index < bytes.length; index += 1) {
    const byte = bytes[index] ?? 0;
    if ((before === 0xc2 || before === 0xc3) && byte >= 0x80 && byte <= 0xbf) return index;
    before = byte;
  }
  chosen.carry = before;
  return -1;
}

/** Where the first invalid character begins, by halving; a character that the piece before began is left out. */
function firstInvalid(bytes: Uint8Array): number {
  const start = [0, 1, 2, 3].find((index) => ((bytes[index] ?? 0) & 0xc0) !== 0x80) ?? 0;
  const valid = (end: number) =>
    [0, 1, 2, 3].some((back) => end - back >= start && isUtf8(bytes.subarray(start, end - back)));
  let [good, bad] = [start, bytes.length + 1];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (middle <= bytes.length && valid(middle)) good = middle;
    else bad = middle;
  }
  return good;
}

function placeAt(bytes: Uint8Array, index: number, at: Stelle): Stelle {
  let { zeile, spalte } = at;
  for (const byte of bytes.subarray(0, index)) {
    if (byte === 10) [zeile, spalte] = [zeile + 1, 1];
    else spalte += 1;
  }
  return { zeile, spalte };
}
