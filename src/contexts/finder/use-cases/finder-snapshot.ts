import { finishedInSteps } from '#platform';
import { beginIndex } from '../domain/build-index.ts';
import type { FinderIndex } from '../domain/finder-index.ts';
import type { FinderInput } from '../domain/finder-input.ts';
import type { TextPort } from '../ports.ts';

/** Catalogue and thesaurus of an index; the same object as long as nothing changed. */
export type IndexInput = Omit<FinderInput, 'beschreibungen'>;

/** The index that searches use, built off the path of requests and exchanged as a whole. */
export interface FinderSnapshot {
  /** The index at hand; the first to ask waits for it. When its sources changed a new one is begun beside. */
  readonly current: () => Promise<FinderIndex>;
  /** The index of the sources as they are now; waits where it is still being built. */
  readonly fresh: () => Promise<FinderIndex>;
}

interface Held {
  readonly input: IndexInput;
  readonly texts: string;
  readonly index: FinderIndex;
}

/** Opens the snapshot over what `input` and `texts` give; both say by themselves when they changed. */
export function openFinderSnapshot(input: () => Promise<IndexInput>, texts: TextPort): FinderSnapshot {
  let held: Held | undefined;
  let making: Promise<FinderIndex> | undefined;
  const renew = async (wanted: IndexInput, version: string) => {
    const index = await makeIndex(wanted, texts);
    held = { input: wanted, texts: version, index };
    return index;
  };
  const read = async (patient: boolean): Promise<FinderIndex> => {
    const [wanted, version] = await Promise.all([input(), texts.version()]);
    if (held?.input === wanted && held.texts === version) return held.index;
    making ??= renew(wanted, version).finally(() => {
      making = undefined;
    });
    if (held === undefined || patient) return making;
    // Whoever searches meanwhile gets what is held; whoever comes next tries again and learns of the fault.
    making.catch(() => {});
    return held.index;
  };
  return {
    current: () => read(false),
    fresh: async () => {
      await making;
      return read(true);
    },
  };
}

/** Builds an index in steps of a few milliseconds, between which a server answers others. */
export async function makeIndex(input: IndexInput, texts: Pick<TextPort, 'readAll'>): Promise<FinderIndex> {
  const making = await finishedInSteps(beginIndex({ ...input, beschreibungen: [] }));
  await texts.readAll(making.addLocal);
  return finishedInSteps(making.finish());
}
