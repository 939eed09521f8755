import { ok, type Result } from '#kernel';
import type { Actor, Database, Tx } from '../database/tx.ts';
import { type IncomingFassung, importFassung, previewFassung } from './import-fassung.ts';
import type { ImportOutcome, ImportPreview } from './import-tables.ts';

/** Reference data of a context: how it is read from a folder and what becomes of it. */
export interface ReferenceData<Data> {
  /** Reads and checks; refuses with file, line and field of what is wrong. */
  readonly read: (folder: string) => Result<Data>;
  /** The hash that `read` would give, without parsing. */
  readonly hash: (folder: string) => string;
  /** Every version that was ever imported. */
  readonly held: (tx: Tx) => Promise<readonly { readonly hash: string; readonly stand: string }[]>;
  readonly incoming: (data: Data) => IncomingFassung;
}

/** The three ways of reference data into the database. */
export interface ReferenceImport {
  /** Shows what an import would change, and changes nothing. */
  readonly preview: (db: Pick<Database, 'withPublic'>, folder: string) => Promise<Result<ImportPreview>>;
  /** Imports as a new version, all or nothing; a second time nothing changes. */
  readonly apply: (
    db: Pick<Database, 'withReference'>,
    actor: Actor,
    folder: string,
  ) => Promise<Result<ImportOutcome>>;
  /**
   * Brings what the product ships into the database. Costs one query where it is there already; an import that an
   * operator made of a newer state stays in force.
   */
  readonly load: (
    db: Pick<Database, 'withPublic' | 'withReference'>,
    actor: Actor,
    folder: string,
  ) => Promise<Result<{ readonly loaded: boolean }>>;
}

export function referenceImport<Data>({ read, hash, held, incoming }: ReferenceData<Data>): ReferenceImport {
  return {
    preview: async (db, folder) => {
      const data = read(folder);
      return data.ok ? ok(await db.withPublic((tx) => previewFassung(tx, incoming(data.value)))) : data;
    },
    apply: async (db, actor, folder) => {
      const data = read(folder);
      return data.ok
        ? ok(await db.withReference(actor, (tx) => importFassung(tx, incoming(data.value))))
        : data;
    },
    load: async (db, actor, folder) => {
      const shipped = hash(folder);
      const known = await db.withPublic(held);
      if (known.some((each) => each.hash === shipped)) return ok({ loaded: false });
      const data = read(folder);
      if (!data.ok) return data;
      const fassung = incoming(data.value);
      if (known.some(({ stand }) => stand > fassung.kopf.stand)) return ok({ loaded: false });
      const outcome = await db.withReference(actor, (tx) => importFassung(tx, fassung));
      return ok({ loaded: outcome.changed });
    },
  };
}

/** The same for data that come in several extents, each with versions of its own. */
export interface ReferenceImports<Umfang extends string> {
  readonly preview: (
    db: Pick<Database, 'withPublic'>,
    folder: string,
    umfang: Umfang,
  ) => Promise<Result<ImportPreview>>;
  readonly apply: (
    db: Pick<Database, 'withReference'>,
    actor: Actor,
    folder: string,
    umfang: Umfang,
  ) => Promise<Result<ImportOutcome>>;
  /** Loads one extent after the other; stops at the first that is refused. */
  readonly load: ReferenceImport['load'];
}

export function referenceImports<Umfang extends string>(
  umfaenge: readonly Umfang[],
  importOf: (umfang: Umfang) => ReferenceImport,
): ReferenceImports<Umfang> {
  return {
    preview: (db, folder, umfang) => importOf(umfang).preview(db, folder),
    apply: (db, actor, folder, umfang) => importOf(umfang).apply(db, actor, folder),
    load: async (db, actor, folder) => {
      let loaded = false;
      for (const umfang of umfaenge) {
        const outcome = await importOf(umfang).load(db, actor, folder);
        if (!outcome.ok) return outcome;
        loaded ||= outcome.value.loaded;
      }
      return ok({ loaded });
    },
  };
}
