import { type Command, type Config, type Database, type Instance, openInstance } from '#platform';
import { allCommands } from '../commands.ts';
import { loadReferenceData } from '../load-reference-data.ts';
import { createServices } from '../services.ts';
import { commandLogger } from './command-logger.ts';
import { RefusedStart } from './refused-start.ts';

/** One run of the command line: its commands, and the installation they opened, given back at the end. */
export interface Operation extends AsyncDisposable {
  readonly commands: readonly Command[];
}

/** Prepares all commands; the installation is opened by the first that needs its data. */
export function openOperation(config: Config): Operation {
  let opened: Promise<Instance> | undefined;
  const instance = () => {
    opened ??= open(config);
    return opened;
  };
  const db = lazyDatabase(furnished(instance));
  return {
    commands: allCommands(createServices(config, db, commandLogger(config), 'cli'), { instance }),
    [Symbol.asyncDispose]: async () => {
      const used = await opened?.catch(() => undefined);
      await used?.release();
    },
  };
}

async function open(config: Config): Promise<Instance> {
  const result = await openInstance(config, { role: 'command' });
  if (!result.ok) throw new RefusedStart(result.refusal);
  return result.value;
}

/** The installation with the shipped reference data: the first command on an empty folder brings them, as a start would. */
function furnished(instance: () => Promise<Instance>): () => Promise<Instance> {
  let loaded: Promise<Instance> | undefined;
  const load = async () => {
    const opened = await instance();
    await loadReferenceData(opened.db);
    return opened;
  };
  return () => {
    loaded ??= load();
    return loaded;
  };
}

/** A database that opens with its first transaction, so that `help` starts nothing. */
function lazyDatabase(instance: () => Promise<Instance>): Database {
  return {
    withPublic: async (fn) => (await instance()).db.withPublic(fn),
    withTenant: async (tenant, actor, fn) => (await instance()).db.withTenant(tenant, actor, fn),
    withCircle: async (provider, actor, fn) => (await instance()).db.withCircle(provider, actor, fn),
    withReference: async (actor, fn, tenant) => (await instance()).db.withReference(actor, fn, tenant),
    withKey: async (key, fn) => (await instance()).db.withKey(key, fn),
    withFigures: async (fn) => (await instance()).db.withFigures(fn),
    close: async () => {},
  };
}
