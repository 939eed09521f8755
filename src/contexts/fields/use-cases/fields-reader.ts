import { actorOf, type Database, type TenantId } from '#platform';
import type { Datensatzart, Feld } from '../domain/feld.ts';
import { mergeFields } from '../domain/merge-fields.ts';
import { definitionsVersion, readDefinitions, type StoredDefinition } from '../store.ts';

/** Gives the fields of a kind as they hold for an organisation; what it read is held and asked about once a second. */
export interface FieldsReader {
  readonly fieldsFor: (tenant: TenantId, art: string) => Promise<readonly Feld[]>;
  /** The newest definitions that an organisation sees. */
  readonly definitionsFor: (tenant: TenantId) => Promise<readonly StoredDefinition[]>;
  /** After a change in this process: the next reader asks the database. */
  readonly expire: () => void;
}

interface Held {
  readonly version: string;
  readonly definitionen: readonly StoredDefinition[];
  readonly felder: Map<string, readonly Feld[]>;
}

const freshFor = 1_000;
const system = actorOf('system', 'fields');

/** Opens the reader; `now` is in milliseconds. */
export function openFieldsReader(
  db: Pick<Database, 'withTenant'>,
  kinds: readonly Datensatzart[],
  now: () => number,
): FieldsReader {
  const held = new Map<TenantId, { readonly at: number; readonly value: Promise<Held> }>();

  const load = (tenant: TenantId, before: Held | null): Promise<Held> =>
    db.withTenant(tenant, system, async (tx) => {
      const version = await definitionsVersion(tx);
      if (before?.version === version) return before;
      return { version, definitionen: await readDefinitions(tx), felder: new Map() };
    });

  const read = (tenant: TenantId): Promise<Held> => {
    const present = held.get(tenant);
    if (present && now() - present.at < freshFor) return present.value;
    const before = present?.value.catch(() => null) ?? Promise.resolve(null);
    const value = before.then((known) => load(tenant, known));
    const entry = { at: now(), value };
    held.set(tenant, entry);
    // A failed load is tried again by the next.
    value.catch(() => held.get(tenant) === entry && held.delete(tenant));
    return value;
  };

  return {
    definitionsFor: async (tenant) => (await read(tenant)).definitionen,
    fieldsFor: async (tenant, art) => {
      const { definitionen, felder } = await read(tenant);
      const known = felder.get(art);
      if (known) return known;
      const kind = kinds.find((one) => one.art === art);
      if (!kind) throw new Error(`No context declares the kind of record ${art}.`);
      const merged = mergeFields(
        kind,
        definitionen.filter((one) => one.art === art),
      );
      felder.set(art, merged);
      return merged;
    },
    expire: () => held.clear(),
  };
}
