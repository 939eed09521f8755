import { localDate } from '#kernel';
import { type LeikaKey, leikaParts } from '#standards/leika';
import type { LeistungId } from './leistung-id.ts';
import { type Lineage, lineageOf, type Nachfolge, type NachfolgeArt } from './nachfolge.ts';

/** By what a former name leads to a Leistung: its own key changed, or a split or a merge stands between. */
export type Fortgeltung = 'schluessel' | NachfolgeArt;

/** A name that the catalogue no longer gives this Leistung, and by which a rule may still mean it. */
export interface FruehererName {
  readonly art: Fortgeltung;
  /** Whose name it is: the Leistung itself, or one that it continues. */
  readonly id: LeistungId;
  readonly leika: LeikaKey | null;
  /** The object of the key; null where it leads here no longer, or where this one had an object of its own already. */
  readonly objekt: string | null;
}

/** That a Fassung gave a Leistung this key; oldest first. */
export interface KeyHistory {
  readonly id: LeistungId;
  readonly leika: LeikaKey | null;
  readonly fassung: number;
}

interface Named extends Lineage {
  readonly leistungById: ReadonlyMap<LeistungId, { readonly leika: LeikaKey | null }>;
}

/** What the Fassungen say of splits and merges is said, also where its day is yet to come. */
const whenever = localDate('2100-12-31');

type Key = LeikaKey | null;

/**
 * The former names of the Leistungen that have any. A key that a stranger bears now is no former name: it means that
 * other one. So a catalogue that comes back gives every name back to whom it meant before.
 */
export function fruehereNamenOf(
  catalogue: Named,
  history: readonly KeyHistory[],
): ReadonlyMap<LeistungId, readonly FruehererName[]> {
  const keys = Map.groupBy(history, ({ id }) => id);
  const keysOf = (id: LeistungId) => keys.get(id) ?? [];
  const bearers = new Map([...catalogue.leistungById].map(([id, { leika }]) => [leika, id]));
  const isFree = (leika: Key, of: LeistungId) => {
    const bearer = bearers.get(leika) ?? of;
    return leika !== null && lineageOf(catalogue, bearer, whenever).includes(of);
  };
  const { nachfolgen } = catalogue;
  const concerned = new Set([...keys.keys(), ...nachfolgen.flatMap(({ von, nach }) => [von, nach])]);
  const namesOf = (id: LeistungId, now: Key) => [
    ...ownNames(
      id,
      now,
      keysOf(id).map(({ leika }) => leika),
    ),
    ...lineageOf(catalogue, id, whenever)
      .slice(1)
      .flatMap((from) =>
        lineNames(catalogue, { from, to: id, now, keys: keysOf(from), born: keysOf(id)[0]?.fassung ?? 0 }),
      ),
  ];
  const named = [...concerned].flatMap((id) => {
    const leistung = catalogue.leistungById.get(id);
    const names = leistung ? namesOf(id, leistung.leika) : [];
    const kept = names.filter((name) => name.leika === null || isFree(name.leika, name.id));
    return kept.length === 0 ? [] : [[id, kept] as const];
  });
  return new Map(named);
}

/** The keys that a Leistung had before the one it has; one that came in between and went again leads back, alone. */
function ownNames(id: LeistungId, now: Key, keys: readonly Key[]): readonly FruehererName[] {
  const since = keys.indexOf(now);
  const others = [...new Set(keys)].filter((leika) => leika !== null && leika !== now);
  return others.map((leika) => nameOf('schluessel', id, leika, since !== -1 && keys.indexOf(leika) > since));
}

interface Line {
  readonly from: LeistungId;
  readonly to: LeistungId;
  readonly now: Key;
  readonly keys: readonly KeyHistory[];
  /** The first Fassung that holds `to`. */
  readonly born: number;
}

/**
 * Number and keys of a Leistung that another one continues. The object leads on only to what came into being by that: what
 * existed before has an object, and with it rules, of its own.
 */
function lineNames(
  { nachfolgen, leistungById }: Named,
  { from, to, now, keys, born }: Line,
): readonly FruehererName[] {
  const art = artBetween(nachfolgen, from, to);
  const since = Math.min(...nachfolgen.flatMap(({ von, fassung }) => (von === from ? [fassung] : [])));
  const alone = born < since || !leadsTo(nachfolgen, from, to, new Set());
  const before = new Set(keys.flatMap(({ leika, fassung }) => (fassung < since ? [leika] : [])));
  const mine = keys.flatMap(({ leika }) => {
    const isOwnAgain = !before.has(leika) && leistungById.has(from);
    return leika === null || isOwnAgain || (alone && leika === now) ? [] : [leika];
  });
  return [null, ...new Set(mine)].map((leika) => nameOf(art, from, leika, alone || !before.has(leika)));
}

function nameOf(art: Fortgeltung, id: LeistungId, leika: Key, alone: boolean): FruehererName {
  return { art, id, leika, objekt: leika === null || alone ? null : leikaParts(leika).object };
}

/** Whether a Leistung goes on in another one by what counts now. */
function leadsTo(
  nachfolgen: readonly Nachfolge[],
  from: LeistungId,
  to: LeistungId,
  seen: Set<LeistungId>,
): boolean {
  if (seen.has(from)) return false;
  seen.add(from);
  return nachfolgen.some(
    ({ von, nach, gilt }) => gilt && von === from && (nach === to || leadsTo(nachfolgen, nach, to, seen)),
  );
}

/** Over several steps a split on either side makes it a split: a part is never the whole. */
function artBetween(nachfolgen: readonly Nachfolge[], from: LeistungId, to: LeistungId): NachfolgeArt {
  const touching = nachfolgen.filter(({ von, nach }) => [von, nach].some((id) => id === from || id === to));
  const direct = touching.find(({ von, nach }) => [von, nach].every((id) => id === from || id === to));
  return direct?.art ?? (touching.some(({ art }) => art === 'teilung') ? 'teilung' : 'zusammenlegung');
}
