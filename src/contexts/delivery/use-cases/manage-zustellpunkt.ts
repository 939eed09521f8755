import { ok, type Result, refuse } from '#kernel';
import { newId, recordAudit, type TenantId, type Tx } from '#platform';
import { currentKey } from '../domain/receiving-key.ts';
import {
  type ZustellpunktAction,
  type ZustellpunktState,
  zustellpunktAfter,
} from '../domain/zustellpunkt.ts';
import {
  keyNeeded,
  postfachInvalid,
  zustellpunktActionImpossible,
  zustellpunktNameInvalid,
  zustellpunktUnknown,
} from '../errors.ts';
import type { Delivery, Party } from '../ports.ts';
import {
  insertZustellpunkt,
  keysOf,
  lockZustellpunkt,
  setZustellpunktPostfach,
  setZustellpunktState,
  zustellpunkteOf,
  zustellpunkteOfAll,
} from '../store/zustellpunkte.ts';

/** A Zustellpunkt as others see it. */
export interface Zustellpunkt {
  readonly tenant: TenantId;
  readonly id: string;
  /** The office's name, as the authority wrote it. */
  readonly name: string;
  readonly state: ZustellpunktState;
  /** The functional mailbox that hears of a new Antrag; `null` where none is named. */
  readonly postfach: string | null;
  /** The key for new submissions and the instant at which it ends; `null` where none counts. */
  readonly key: { readonly kid: string; readonly validTo: Date } | null;
}

/** Founds a Zustellpunkt of the party's organisation, in state `draft` and without a key. Returns its id. */
export async function createZustellpunkt(
  { db, clock }: Pick<Delivery, 'db' | 'clock'>,
  { tenant, actor }: Party,
  name: string,
  mailbox = '',
): Promise<Result<string>> {
  const office = name.trim();
  if (office.length < 2 || office.length > 200) return refuse(zustellpunktNameInvalid);
  const postfach = parsePostfach(mailbox);
  if (!postfach.ok) return postfach;
  const id = newId();
  const found = async (tx: Tx) => {
    await insertZustellpunkt(tx, { tenant, id, name: office, postfach: postfach.value }, clock.now());
    await audit(tx, 'created', id, {});
  };
  await db.withReference(actor, found, tenant);
  return ok(id);
}

/**
 * Activates, suspends, resumes or ends a Zustellpunkt. Refuses what its state does not allow, and to activate or resume
 * without a key that counts now.
 */
export function changeZustellpunkt(
  { db, clock }: Pick<Delivery, 'db' | 'clock'>,
  { tenant, actor }: Party,
  id: string,
  action: ZustellpunktAction,
): Promise<Result<ZustellpunktState>> {
  const changeIt = async (tx: Tx): Promise<Result<ZustellpunktState>> => {
    const zustellpunkt = await lockZustellpunkt(tx, tenant, id);
    if (!zustellpunkt) return refuse(zustellpunktUnknown);
    const next = zustellpunktAfter(zustellpunkt.state, action);
    if (!next) return refuse(zustellpunktActionImpossible);
    const now = clock.now();
    if (next === 'active' && !currentKey(await keysOf(tx, tenant, id), now)) return refuse(keyNeeded);
    await setZustellpunktState(tx, zustellpunkt, next, now);
    await audit(tx, action, id, { from: zustellpunkt.state, to: next });
    return ok(next);
  };
  return db.withReference(actor, changeIt, tenant);
}

/** Changes the mailbox that hears of a new Antrag; an empty text takes it away. */
export async function setPostfach(
  { db, clock }: Pick<Delivery, 'db' | 'clock'>,
  { tenant, actor }: Party,
  id: string,
  text: string,
): Promise<Result<string | null>> {
  const postfach = parsePostfach(text);
  if (!postfach.ok) return postfach;
  const changeIt = async (tx: Tx): Promise<Result<string | null>> => {
    const zustellpunkt = await lockZustellpunkt(tx, tenant, id);
    if (!zustellpunkt) return refuse(zustellpunktUnknown);
    await setZustellpunktPostfach(tx, zustellpunkt, postfach.value, clock.now());
    await audit(tx, 'mailbox', id, {});
    return postfach;
  };
  return db.withReference(actor, changeIt, tenant);
}

function parsePostfach(text: string): Result<string | null> {
  const postfach = text.trim();
  if (postfach === '') return ok(null);
  const isAddress =
    postfach.length <= 254 && /^[^\s@<>,;:"()]+@[^\s@<>,;:"()]+\.[^\s@<>,;:"()]{2,}$/.test(postfach);
  return isAddress ? ok(postfach) : refuse(postfachInvalid);
}

/** The Zustellpunkte of an organisation; readable in any transaction. */
export async function listZustellpunkte(
  tx: Tx,
  tenant: TenantId,
  now: Date,
): Promise<readonly Zustellpunkt[]> {
  const list: Zustellpunkt[] = [];
  for (const zustellpunkt of await zustellpunkteOf(tx, tenant)) {
    const key = currentKey(await keysOf(tx, tenant, zustellpunkt.id), now);
    list.push({ ...zustellpunkt, key: key && { kid: key.kid, validTo: key.validTo } });
  }
  return list;
}

/** The same of several organisations at once, in one query. */
export async function listZustellpunkteVieler(
  tx: Tx,
  tenants: readonly TenantId[],
  now: Date,
): Promise<ReadonlyMap<TenantId, readonly Zustellpunkt[]>> {
  const rows = Map.groupBy(await zustellpunkteOfAll(tx, tenants), ({ id }) => id);
  const list = [...rows.values()].flatMap((own): readonly Zustellpunkt[] => {
    const [first] = own;
    if (first === undefined) return [];
    const { tenant, id, name, state, postfach } = first;
    const keys = own.flatMap(({ kid, validFrom, validTo, removedAt }) =>
      kid && validFrom && validTo ? [{ kid, validFrom, validTo, removedAt }] : [],
    );
    const key = currentKey(keys, now);
    return [{ tenant, id, name, state, postfach, key: key && { kid: key.kid, validTo: key.validTo } }];
  });
  return Map.groupBy(list, ({ tenant }) => tenant);
}

function audit(tx: Tx, verb: string, id: string, summary: Readonly<Record<string, string>>): Promise<void> {
  const object = { type: 'delivery.zustellpunkt', id };
  return recordAudit(tx, { action: `delivery.zustellpunkt.${verb}`, object, summary });
}
