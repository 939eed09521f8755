import { ok, type Result, refuse } from '#kernel';
import { readXdatenfelder, type XdfNachricht, type XdfZaehlung, zaehle } from '#standards/xdatenfelder';
import { unreadable } from '../errors.ts';
import { type Codeliste, type Uebernahme, uebernehme } from './uebernehmen.ts';

/** A file that was read, and what becomes of it. */
export interface Gelesen {
  readonly nachricht: XdfNachricht;
  readonly uebernahme: Uebernahme;
  readonly zaehlung: XdfZaehlung;
}

/** The code lists as they stand now: a name for the state, and the lists by their urn. */
export interface Listenstand {
  readonly name: string;
  readonly load: () => Promise<(urn: string, version: string | null) => Codeliste | null>;
}

export const keineListen: Listenstand = { name: '', load: async () => () => null };

/** Reads a file by the sum of its bytes, with the code lists as they stand. */
export type SchemaLeser = (
  sha256: string,
  bytes: () => Promise<Uint8Array>,
  listen: Listenstand,
) => Promise<Result<Gelesen>>;

const kept = 4;

/**
 * A reader that remembers the last files, for one page is often looked at after another. It rests between the pieces of a file,
 * so that a server answers others meanwhile.
 */
export function schemaLeser(rest: () => Promise<void>): SchemaLeser {
  const known = new Map<string, Gelesen>();
  return async (sha256, bytes, listen) => {
    const name = `${sha256}\n${listen.name}`;
    const before = known.get(name);
    if (before) return ok(before);
    const read = await readXdatenfelder(pieces(await bytes(), rest));
    if (!read.ok) return refuse(unreadable(read.refusal));
    const nachricht = read.value;
    const gelesen = {
      nachricht,
      uebernahme: uebernehme(nachricht, await listen.load()),
      zaehlung: zaehle(nachricht),
    };
    known.set(name, gelesen);
    const [oldest] = known.keys();
    if (known.size > kept && oldest !== undefined) known.delete(oldest);
    return ok(gelesen);
  };
}

const pieceBytes = 65_536;

/** The parser holds what it was given in one piece; small pieces keep it small. */
async function* pieces(bytes: Uint8Array, rest: () => Promise<void>): AsyncIterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    yield bytes.subarray(at, at + pieceBytes);
    await rest();
  }
}
