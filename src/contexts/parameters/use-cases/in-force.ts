import { type ParameterValue, readParameterFacts, valuesAt, werteThemen } from '#efa/parameter';
import type { ParameterValues } from '#forms';
import type { Onlinedienst } from '#forms/onlinedienst';
import { ok, type Result } from '#kernel';
import { type Serve, schichtenThema } from '#overlays';
import { type BoundedMemory, boundedMemory, readStand, type Tx } from '#platform';
import { isWithin, type Moment, overlapOf, type Validity, validityAround } from '../domain/validity.ts';

/** What counts for a service in a Kommune at a moment. */
export interface InForce {
  /** Names the content; equal content has the same. */
  readonly hash: string;
  /** The version with the layers of its Land and its own. */
  readonly dienst: Onlinedienst;
  readonly values: ParameterValues;
  /** The values as Land, Kreis and Kommune state them, those included that the form does not know. */
  readonly stated: Readonly<Record<string, ParameterValue>>;
}

/** For whom: the Kommune of the transaction's tenant. */
export interface Place {
  readonly ags: string;
  readonly name: string;
}

/** Reads what counts for the transaction's tenant; refuses what `Serve` refuses. */
export interface InForceReader {
  (tx: Tx, base: Onlinedienst, place: Place, moment: Moment): Promise<Result<InForce>>;
  /** How many Kommunen and services are held, and about how many bytes. */
  readonly kept: () => ReturnType<BoundedMemory<unknown>['kept']>;
}

interface Worked {
  readonly base: Onlinedienst;
  readonly ags: string;
  readonly validity: Validity;
  readonly inForce: InForce;
}

/** What was worked out while a Stand lasted. */
interface Held {
  readonly stand: string;
  readonly worked: readonly Worked[];
}

/** About so many bytes are kept in a process; 11,000 Kommunen with one service need half of it. */
const usualBytes = 96_000_000;

/** Today, a draft of an older version, and two Anträge of other days. */
const mostMoments = 4;

/**
 * Keeps what counts in memory, by tenant and service, as long as nothing that decides it has changed: whoever begins after a
 * change was committed, in whichever process, sees it. Each request asks the database for one line, the Stand.
 */
export function openInForce(serve: Serve, mostBytes = usualBytes): InForceReader {
  const memory = boundedMemory<Held>(mostBytes);
  const read = async (tx: Tx, base: Onlinedienst, place: Place, moment: Moment): Promise<Result<InForce>> => {
    const stand = await readStand(tx, [...werteThemen(base.id), schichtenThema(base.id)]);
    // The claim of the transaction, which row-level security reads too: nobody else's values are ever found.
    const name = `${tx.scope} ${tx.tenant} ${base.id}`;
    const held = memory.get(name);
    const known = held?.stand === stand ? held.worked : [];
    const found = known.find(
      (each) => each.base === base && each.ags === place.ags && isWithin(each.validity, moment),
    );
    if (found) return ok(found.inForce);
    const worked = await workOut(tx, serve, { base, place, moment });
    if (!worked.ok) return worked;
    const next = [worked.value, ...known].slice(0, mostMoments);
    memory.set(name, { stand, worked: next }, weightOf(next));
    return ok(worked.value.inForce);
  };
  return Object.assign(read, { kept: memory.kept });
}

async function workOut(
  tx: Tx,
  serve: Serve,
  asked: { readonly base: Onlinedienst; readonly place: Place; readonly moment: Moment },
): Promise<Result<Worked>> {
  const { base, place, moment } = asked;
  const facts = await readParameterFacts(tx, base.id);
  const stated = valuesAt(facts, moment);
  const { knownAt } = moment;
  const served = await serve(tx, base, { ...place, values: stated, ...(knownAt ? { knownAt } : {}) });
  if (!served.ok) return served;
  const { hash, dienst, values, known } = served.value;
  const validity = overlapOf(validityAround(facts, moment), known);
  return ok({ base, ags: place.ags, validity, inForce: { hash, dienst, values, stated } });
}

/** What the objects around a text of values need beside it. */
const overhead = 3_000;

function weightOf(worked: readonly Worked[]): number {
  return worked.reduce((sum, { inForce }) => sum + overhead + 2 * JSON.stringify(inForce.stated).length, 0);
}
