import { isUuid, ok, type Refusal, type Result, refuse } from '#kernel';
import type { Actor, Database, TenantId, Tx } from '#platform';
import { fourEyes } from '../errors.ts';
import { lockRegelwerk } from '../store.ts';

/** Something that people stated or proposed, and that somebody decides about once. */
interface Stated {
  readonly entscheidung: string | null;
}

/** Who decides, and whether the person's roles allow it. */
export interface Decider {
  readonly actor: Actor;
  /** The IT-Dienstleister to whom it is addressed. */
  readonly recipient: TenantId;
  readonly may: boolean;
}

/** What is special about deciding on one kind of statement. */
export interface DecisionKind<T extends Stated> {
  readonly read: (tx: Tx, id: string) => Promise<T | null>;
  /** Who stated it and therefore does not decide; null where the two are never of one house. */
  readonly statedBy: (stated: T) => string | null;
  readonly notAllowed: Refusal;
  readonly unknown: Refusal;
  readonly decided: (entscheidung: string) => Refusal;
}

/**
 * Decides about one statement in one transaction. Decisions about the rule set wait for each other, so that each is
 * checked against all that were made before it, by whichever process; of two about the same the first stands, and the
 * second is told so.
 */
export async function decideOnce<T extends Stated>(
  db: Pick<Database, 'withReference'>,
  kind: DecisionKind<T>,
  { actor, recipient, may }: Decider,
  id: string,
  write: (tx: Tx, stated: T) => Promise<Result<void>>,
): Promise<Result<T>> {
  if (!may) return refuse(kind.notAllowed);
  if (!isUuid(id)) return refuse(kind.unknown);
  const run = async (tx: Tx): Promise<Result<T>> => {
    await lockRegelwerk(tx);
    const stated = await kind.read(tx, id);
    if (stated === null) return refuse(kind.unknown);
    if (stated.entscheidung !== null) return refuse(kind.decided(stated.entscheidung));
    if (kind.statedBy(stated) === actor) return refuse(fourEyes());
    const written = await write(tx, stated);
    return written.ok ? ok((await kind.read(tx, id)) ?? stated) : written;
  };
  return db.withReference(actor, run, recipient);
}
