import type { LocalDate } from '#kernel';
import type { FremdReader } from '../deps.ts';
import type { Fremdes } from '../domain/route.ts';

const most = 50_000;

/**
 * Keeps what was read from feeds for a Leistung and a Gemeinde until the feeds change, so that a busy door does not ask the
 * database for the same twice. `version` is asked at most once a second; `now` counts milliseconds.
 */
export function heldForeign(
  version: () => Promise<number>,
  read: FremdReader,
  now: () => number,
): FremdReader {
  let held = { version: Number.NaN, checkedAt: Number.NEGATIVE_INFINITY, known: new Map<string, Fremdes>() };
  const fresh = async () => {
    if (now() - held.checkedAt < 1_000) return held.known;
    const current = await version();
    held =
      current === held.version
        ? { ...held, checkedAt: now() }
        : { version: current, checkedAt: now(), known: new Map() };
    return held.known;
  };
  return async (leistungId: string, kette: readonly string[], tag: LocalDate) => {
    const known = await fresh();
    const key = `${leistungId} ${kette[0] ?? ''} ${tag}`;
    const found = known.get(key);
    if (found) return found;
    const facts = await read(leistungId, kette, tag);
    if (known.size >= most) known.clear();
    known.set(key, facts);
    return facts;
  };
}
