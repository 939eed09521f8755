import { ok, type Result, refuse } from '#kernel';
import type { Database } from '#platform';
import type { Catalogue } from '../domain/catalogue.ts';
import { catalogueDelta, type DeltaEntry } from '../domain/catalogue-delta.ts';
import { type AnyFassungRow, readAllFassungen } from '../store.ts';
import { type LeistungHistory, readLeistungHistory } from '../store-versions.ts';
import { loadFassung } from './load-catalogue.ts';
import { fassungUnknown } from './take-back.ts';

/** What differs between two Fassungen. */
export interface Delta {
  readonly von: Catalogue;
  readonly bis: Catalogue;
  readonly entries: readonly DeltaEntry[];
}

/** All Fassungen of the catalogue, readable one by one and against each other. */
export interface CatalogueVersions {
  readonly all: () => Promise<readonly AnyFassungRow[]>;
  /** The catalogue as a Fassung made it, also one that was taken back. */
  readonly at: (nummer: number) => Promise<Result<Catalogue>>;
  readonly delta: (von: number, bis: number) => Promise<Result<Delta>>;
  /** The last two that count: what changed last; twice the same while there is only one, null before the first. */
  readonly latest: () => Promise<readonly [von: number, bis: number] | null>;
  readonly historyOf: (id: string) => Promise<readonly LeistungHistory[]>;
}

const kept = { fassungen: 3, deltas: 6 } as const;

/** Opens the Fassungen. A Fassung never changes, so the last few that were asked for are kept. */
export function openCatalogueVersions(db: Pick<Database, 'withPublic'>): CatalogueVersions {
  const catalogues = lastAsked(kept.fassungen, (nummer: number) =>
    db.withPublic((tx) => loadFassung(tx, nummer)),
  );
  const at = async (nummer: number): Promise<Result<Catalogue>> => {
    const catalogue = await catalogues(nummer);
    return catalogue ? ok(catalogue) : refuse(fassungUnknown(nummer));
  };
  const deltas = lastAsked(kept.deltas, async (key: string): Promise<Result<Delta>> => {
    const [from = 0, to = 0] = key.split(' ').map(Number);
    const [von, bis] = [await at(from), await at(to)];
    if (!von.ok) return von;
    if (!bis.ok) return bis;
    return ok({ von: von.value, bis: bis.value, entries: catalogueDelta(von.value, bis.value) });
  });
  const all = () => db.withPublic(readAllFassungen);
  return {
    all,
    at,
    delta: (von, bis) => deltas(`${von} ${bis}`),
    latest: async () => {
      const counting = (await all()).filter(({ zurueckgenommen }) => zurueckgenommen === null);
      const bis = counting.at(-1);
      const von = counting.at(-2) ?? bis;
      return von && bis ? [von.nummer, bis.nummer] : null;
    },
    historyOf: (id) => db.withPublic((tx) => readLeistungHistory(tx, id)),
  };
}

/** Keeps what was asked for last; what fails or is not there is asked for again. */
function lastAsked<Key, T>(most: number, load: (key: Key) => Promise<T>): (key: Key) => Promise<T> {
  const held = new Map<Key, Promise<T>>();
  return (key) => {
    const found = held.get(key) ?? load(key);
    held.delete(key);
    held.set(key, found);
    const drop = () => held.get(key) === found && held.delete(key);
    found.then((value) => (isNothing(value) ? drop() : undefined), drop);
    const oldest = held.keys().next();
    if (held.size > most && !oldest.done) held.delete(oldest.value);
    return found;
  };
}

function isNothing(value: unknown): boolean {
  return (
    value === null || (typeof value === 'object' && value !== null && 'ok' in value && value.ok === false)
  );
}
