import { ok, type Refusal, type Result, refuse } from '#kernel';
import { type Actor, actorOf } from '#platform';
import type { FeedDeps } from '../deps.ts';
import type { Ablehnung, Einlesung, Hinweis } from '../domain/einlesung.ts';
import { feedEmpty, readingOver, readingUnknown } from '../errors.ts';
import type { FeedStep } from '../feed-steps.ts';
import { moveEinlesung, notePosition, readEinlesung } from '../store-einlesung.ts';
import { lastActive } from '../store-quelle.ts';
import { compareWithHeld, countWritten, stageObjekte } from '../store-staging.ts';

export const reader = actorOf('system', 'xzufi');

/** Somebody decided about the reading while it went on, or another process reads the same. */
class ReadingOver extends Error {}

/** Makes the file of a feed into batches, from the first object that is not kept yet. */
export type FeedSteps = (skip: number) => AsyncIterable<FeedStep>;

/**
 * Reads a feed to its end into the staging rows of its reading, from where an earlier attempt stopped, and counts what
 * taking it over would change. Nothing of it is visible yet. A broken feed ends its reading with the place of the fault.
 */
export async function readFeed(
  deps: Pick<FeedDeps, 'db'>,
  nummer: number,
  steps: FeedSteps,
  actor: Actor = reader,
): Promise<Result<Einlesung>> {
  const begun = await deps.db.withPublic((tx) => readEinlesung(tx, nummer));
  if (begun === null) return refuse(readingUnknown(nummer));
  if (begun.zustand === 'geprueft') return ok(begun);
  if (begun.zustand !== 'liest') return refuse(readingOver);
  const staging = stagingOf(deps, begun, actor);
  try {
    for await (const step of steps(begun.gelesen)) {
      if (step.art === 'objekte') await staging.write(step);
      else if (step.art === 'abgelehnt') {
        await staging.settled();
        return await reject(deps, begun, actor, step.refusal, step.refusal);
      } else {
        await staging.done();
        return await finish(deps, begun, actor, step.hinweise);
      }
    }
    throw new Error('a feed ended without saying how');
  } catch (error) {
    if (error instanceof ReadingOver) return refuse(readingOver);
    throw error;
  } finally {
    await staging.settled();
  }
}

type Batch = Extract<FeedStep, { readonly art: 'objekte' }>;

/** Writes batches; one is written while the next is made. */
function stagingOf({ db }: Pick<FeedDeps, 'db'>, { nummer, gelesen }: Einlesung, actor: Actor) {
  let kept = gelesen;
  let writing: Promise<void> = Promise.resolve();
  const write = async (batch: Batch, from: number) => {
    await db.withReference(actor, async (tx) => {
      const { anzahl, bytes, fassung } = batch;
      const position = { gelesen: from + anzahl, gelesenBytes: bytes, fassung };
      if (!(await notePosition(tx, nummer, position, from))) throw new ReadingOver();
      await stageObjekte(tx, nummer, batch);
    });
    // Gives the room back at once; a heap this small is rarely cleaned.
    for (const list of [batch.objekte, batch.bezuege]) list.buffer.transfer(0);
  };
  return {
    write: async (batch: Batch) => {
      await writing;
      writing = write(batch, kept);
      // Awaited with the next batch; unheard until then, a fault would end the process.
      writing.catch(() => {});
      kept += batch.anzahl;
    },
    done: async () => {
      await writing;
    },
    /** Whatever happened, nothing of this reading is still being written. */
    settled: () => writing.catch(() => {}),
  };
}

async function finish(
  deps: Pick<FeedDeps, 'db'>,
  begun: Einlesung,
  actor: Actor,
  hinweise: readonly Hinweis[],
): Promise<Result<Einlesung>> {
  const { nummer, quelle, umfang } = begun;
  const done = await deps.db.withReference(actor, async (tx) => {
    if (umfang === 'vollstaendig' && (await countWritten(tx, nummer)) === 0) return refuse(feedEmpty);
    const grundlage = await lastActive(tx, quelle);
    const bilanz = { ...(await compareWithHeld(tx, begun)), grundlage };
    if (!(await moveEinlesung(tx, nummer, 'pruefen', { bilanz, hinweise }))) return refuse(readingOver);
    const now = await readEinlesung(tx, nummer);
    return now === null ? refuse(readingUnknown(nummer)) : ok(now);
  });
  return done.ok || done.refusal.code !== feedEmpty.code
    ? done
    : reject(deps, begun, actor, done.refusal, null);
}

async function reject(
  { db }: Pick<FeedDeps, 'db'>,
  { nummer }: Einlesung,
  actor: Actor,
  { code, message, kind }: Refusal,
  place: { readonly zeile: number; readonly spalte: number } | null,
): Promise<Result<Einlesung>> {
  const grund: Ablehnung = { code, message, zeile: place?.zeile ?? null, spalte: place?.spalte ?? null };
  await db.withReference(actor, (tx) => moveEinlesung(tx, nummer, 'ablehnen', { grund }));
  return refuse({ kind, code, message });
}
