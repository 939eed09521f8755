import { join } from 'node:path';
import { countAngebote, type EfaDeps } from '#efa';
import { numberShipped } from '#efa/fassungen';
import { loadOnlinedienste, type Onlinedienst } from '#forms/onlinedienst';
import { snapshotReader } from '#platform';
import { publizierteDienste } from '#workshop';
import { dataFolder } from '../load-reference-data.ts';
import type { Services } from '../services.ts';

type Reader = () => Promise<readonly Onlinedienst[]>;

/** The Onlinedienste that the product ships. */
export interface Ausgeliefert {
  /** As they lie in the folder. */
  readonly gelesen: Reader;
  /** Under the number that they have in this installation. */
  readonly nummeriert: Reader;
}

/** Reads the shipped Onlinedienste once, and their numbers again when something was offered. */
export function shippedOnlinedienste({ db }: Pick<Services, 'db'>): Ausgeliefert {
  let loaded: Promise<readonly Onlinedienst[]> | undefined;
  const gelesen = () => {
    loaded ??= load();
    return loaded;
  };
  const nummeriert = snapshotReader(db, countAngebote, async (tx) => numberShipped(tx, await gelesen()));
  return { gelesen, nummeriert };
}

async function load(): Promise<readonly Onlinedienst[]> {
  const found = await loadOnlinedienste(join(dataFolder, 'onlinedienste'));
  if (!found.ok) throw new Error(found.refusal.message);
  return found.value;
}

/** All Onlinedienste in their newest version, and how to learn at once of one that was just published. */
export interface AlleOnlinedienste {
  readonly alle: EfaDeps['onlinedienste'];
  readonly published: () => void;
}

/**
 * Shipped services, those published in the workshop and those taken over; of each the newest version, without a restart. What
 * a house made of a shipped service stays the newest, whatever an update of the product brings.
 */
export function alleOnlinedienste(
  { db }: Pick<Services, 'db'>,
  { gelesen, nummeriert }: Ausgeliefert,
  uebernommen: Reader,
): AlleOnlinedienste {
  const published = publizierteDienste(db);
  return {
    published: published.expire,
    alle: async () => {
      const numbers = new Map((await nummeriert()).map((dienst) => [dienst.id, dienst]));
      const newest = new Map((await gelesen()).map((dienst) => [dienst.id, dienst]));
      for (const dienst of [...(await published()), ...(await uebernommen())]) {
        const known = newest.get(dienst.id);
        if (known !== undefined && known.version >= dienst.version) continue;
        newest.set(dienst.id, dienst);
        numbers.delete(dienst.id);
      }
      return [...newest.values()].map((dienst) => numbers.get(dienst.id) ?? dienst);
    },
  };
}
