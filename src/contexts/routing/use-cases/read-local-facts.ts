import { type LiveDienst, liveVersion, readAllLive } from '#efa';
import type { LocalDate } from '#kernel';
import { type SnapshotReader, snapshotReader, type Tx } from '#platform';
import type { DienstAngaben, LocalFactsDeps } from '../deps.ts';
import type { LocalDienst } from '../domain/route.ts';
import type { LocalFacts } from '../routing-world.ts';

/**
 * A reader of what the Kommunen show of themselves: made anew when an Anbindung, a site or an office changes, and on the
 * next day, for parameters count from days on. An Anbindung that did not change is asked once a day.
 */
export function localFactsReader(deps: LocalFactsDeps): SnapshotReader<LocalFacts> {
  const { db, clock, auftritte, angaben } = deps;
  const angabenOf = heldAngaben(angaben.read);
  const version = async (tx: Tx) => {
    const parts = [await liveVersion(tx), await auftritte.version(tx), await angaben.version(tx)];
    return numberOf([...parts, dayNumber(clock.today())].join(' '));
  };
  return snapshotReader(db, version, async (tx): Promise<LocalFacts> => {
    const tag = clock.today();
    const stand = `${tag} ${await angaben.version(tx)}`;
    const dienste: LocalDienst[] = [];
    for (const live of await readAllLive(tx))
      dienste.push(localDienst(live, await angabenOf(live, stand, tag)));
    return { dienste, auftritte: await auftritte.read(tx) };
  });
}

/** Keeps what was asked of each Anbindung until it changes, or all may have changed. */
function heldAngaben(read: LocalFactsDeps['angaben']['read']) {
  let held = { stand: '', angaben: new Map<string, DienstAngaben>() };
  return async (
    live: LiveDienst & { readonly marke: string },
    stand: string,
    tag: LocalDate,
  ): Promise<DienstAngaben> => {
    if (held.stand !== stand) held = { stand, angaben: new Map() };
    const key = `${live.tenant} ${live.dienst} ${live.marke}`;
    const known = held.angaben.get(key) ?? (await read(live, tag));
    held.angaben.set(key, known);
    return known;
  };
}

function localDienst(live: LiveDienst, { gebuehr, ziele }: DienstAngaben): LocalDienst {
  const { dienst, ags, titel, leika, seit, ausgesetztGrund, stellen } = live;
  return { dienst, ags, titel, leika, seit, ausgesetztGrund, stellen, gebuehr, ziele };
}

function dayNumber(day: LocalDate): number {
  return Number(day.replaceAll('-', ''));
}

/** A number that is another one for another text (FNV-1a, 52 bits). */
function numberOf(text: string): number {
  let high = 0x811c9dc5;
  let low = 0xc9dc5118;
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    high = Math.imul(high ^ code, 0x01000193) >>> 0;
    low = Math.imul(low ^ (code + 7), 0x85ebca6b) >>> 0;
  }
  return (high & 0xfffff) * 2 ** 32 + low;
}
