import { ok, type Result, refuse } from '#kernel';
import { canonicalJson, sha256Hex } from './canonical-json.ts';
import { isObject, isTooDeep, type Json, type JsonObject } from './json.ts';
import { formatName, type GelesenePaketdatei, type Paketformat } from './paketformat.ts';
import type { Paketinhalt } from './paketinhalt.ts';
import {
  isSignedBy,
  kidOfUnterschrift,
  type Paketschluessel,
  type Signierschluessel,
  signPayload,
} from './paketschluessel.ts';
import * as refusals from './refusals.ts';

/** The most bytes of a package. */
export const largestPaket = 8_000_000;

/** What an installation thinks of a key. */
export interface Schluesselurteil extends Paketschluessel {
  readonly inhaber: string;
  readonly widerrufen: boolean;
}

/** A package that was opened: its own format, and its content in the newest one. */
export interface GeoeffnetesPaket {
  readonly format: number;
  /** SHA-256 of what is signed: the same for the same content, whoever signs. */
  readonly summe: string;
  readonly schluessel: Schluesselurteil;
  readonly inhalt: Paketinhalt;
}

/** The formats that an installation knows, oldest first, without a gap. */
export interface Paketleser {
  readonly newest: number;
  readonly open: (
    bytes: Uint8Array,
    keyOf: (kid: string) => Schluesselurteil | null,
  ) => Result<GeoeffnetesPaket>;
  /** Bytes of a package in a format that is known: equal content and key, equal bytes. */
  readonly seal: (inhalt: Paketinhalt, key: Signierschluessel, major?: number) => Result<VersiegeltesPaket>;
  /** The content hash that a package would have in the newest format. */
  readonly summeOf: (inhalt: Paketinhalt) => string;
}

export interface VersiegeltesPaket {
  readonly format: number;
  readonly summe: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A reader and writer of some formats. */
export function paketleser(formats: readonly [Paketformat, ...Paketformat[]]): Paketleser {
  const [oldest] = formats;
  const newest = formats.at(-1) ?? oldest;
  return {
    newest: newest.major,
    summeOf: (inhalt) => sha256Hex(newest.payloadOf(inhalt)),
    open: (bytes, keyOf) => {
      const json = parse(bytes);
      const read = json.ok ? readAny(formats, json.value) : json;
      if (!read.ok) return read;
      const schluessel = signerOf(read.value, keyOf);
      if (!schluessel.ok) return schluessel;
      const { inhalt, payload } = read.value;
      const newer = formats.filter(({ major }) => major > inhalt.format);
      return ok({
        format: inhalt.format,
        summe: sha256Hex(payload),
        schluessel: schluessel.value,
        inhalt: newer.reduce((lower, format) => format.upgrade(lower), inhalt),
      });
    },
    seal: (inhalt, key, major = newest.major) => {
      const format = formats.find((each) => each.major === major);
      if (!format) return refuse(refusals.noOlderFormat(major, oldest.major, newest.major));
      const higher = formats.filter((each) => each.major > major).toReversed();
      const own = higher.reduce((content, each) => each.downgrade(content), inhalt);
      const payload = format.payloadOf(own);
      const signature = signPayload(key, formatName(major), payload);
      const bytes = Buffer.from(canonicalJson(format.write(own, signature)), 'utf8');
      return ok({ format: major, summe: sha256Hex(payload), bytes });
    },
  };
}

/** Text of a package to JSON: bounded, not packed, and written in the one way in which packages are written. */
function parse(bytes: Uint8Array): Result<JsonObject> {
  if (bytes.length > largestPaket) return refuse(refusals.tooLarge('8 MB'));
  if (isPacked(bytes)) return refuse(refusals.packed);
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    const json: unknown = JSON.parse(text);
    if (isTooDeep(json)) return refuse(refusals.tooDeep);
    if (!isObject(json) || typeof json.format !== 'string') return refuse(refusals.noPaket);
    if (!/^leitwerk\/paket@[1-9]\d{0,5}$/.test(json.format)) return refuse(refusals.noPaket);
    return canonicalJson(json) === text
      ? ok(json)
      : refuse(refusals.altered('Die Datei ist nicht so geschrieben, wie Pakete geschrieben werden.'));
  } catch (fault) {
    // The parser's own words are English, and an offset in a file of one line helps nobody.
    return refuse(fault instanceof SyntaxError ? refusals.notJson : refusals.notText);
  }
}

function isPacked([first, second]: Uint8Array): boolean {
  return (first === 0x50 && second === 0x4b) || (first === 0x1f && second === 0x8b);
}

function readAny(formats: readonly Paketformat[], json: JsonObject): Result<GelesenePaketdatei> {
  const name: Json = json.format ?? '';
  const format = formats.find(({ major }) => formatName(major) === name);
  return format
    ? format.read(json)
    : refuse(refusals.fromFuture(String(name).replace(/^.*@/, ''), formats.at(-1)?.major ?? 0));
}

function signerOf(
  { inhalt, payload, unterschrift }: GelesenePaketdatei,
  keyOf: (kid: string) => Schluesselurteil | null,
): Result<Schluesselurteil> {
  if (unterschrift === null) return refuse(refusals.unsigned);
  const kid = kidOfUnterschrift(unterschrift, formatName(inhalt.format));
  if (kid === null) return refuse(refusals.altered('Der Kopf der Unterschrift ist nicht lesbar.'));
  const key = keyOf(kid);
  if (key === null) return refuse(refusals.keyUnknown(kid));
  if (!isSignedBy(key, unterschrift, payload))
    return refuse(refusals.altered('Die Unterschrift passt nicht zum Inhalt.'));
  return key.widerrufen ? refuse(refusals.keyRevoked(kid, key.inhaber)) : ok(key);
}
