import type { Result } from '#kernel';
import type { JsonObject } from './json.ts';
import type { Paketinhalt } from './paketinhalt.ts';
import type { Unterschrift } from './paketschluessel.ts';

/** A package's file, read in its own format. */
export interface GelesenePaketdatei {
  readonly inhalt: Paketinhalt;
  /** The text that is signed; its SHA-256 is the package's content hash. */
  readonly payload: string;
  readonly unterschrift: Unterschrift | null;
}

/** One major version of the format: how its file is read and written, and how its content becomes the next one's. */
export interface Paketformat {
  readonly major: number;
  /** Refuses what is not of this format, with the place. */
  readonly read: (file: JsonObject) => Result<GelesenePaketdatei>;
  readonly payloadOf: (inhalt: Paketinhalt) => string;
  readonly write: (inhalt: Paketinhalt, unterschrift: Unterschrift | null) => JsonObject;
  /** Content of the next lower format as content of this one: pure, and total for what `read` lets pass. */
  readonly upgrade: (lower: Paketinhalt) => Paketinhalt;
  /** Content of this format as content of the next lower one. */
  readonly downgrade: (own: Paketinhalt) => Paketinhalt;
}

/** The name of a format as it stands in a file. */
export function formatName(major: number): string {
  return `leitwerk/paket@${major}`;
}
