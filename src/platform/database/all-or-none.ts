import { type Refusal, type Result, refuse } from '#kernel';
import type { Tx } from './tx.ts';

/** Carried out of the transaction, so that it rolls back. */
class TakenBack extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

/** Runs several steps in the transaction that `open` begins: all of them happen, or with a refusal none. */
export async function allOrNone<T>(
  open: (run: (tx: Tx) => Promise<Result<T>>) => Promise<Result<T>>,
  steps: (tx: Tx) => Promise<Result<T>>,
): Promise<Result<T>> {
  try {
    return await open(async (tx) => {
      const done = await steps(tx);
      if (!done.ok) throw new TakenBack(done.refusal);
      return done;
    });
  } catch (error) {
    if (error instanceof TakenBack) return refuse(error.refusal);
    throw error;
  }
}
