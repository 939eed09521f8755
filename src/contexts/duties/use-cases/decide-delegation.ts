import { ok, type Result, refuse } from '#kernel';
import { type Database, recordAudit, type Tx } from '#platform';
import { delegationDecided, invalidDelegation, unknownDelegationAngabe } from '../delegation-errors.ts';
import type { DutiesWorld } from '../duties-world.ts';
import { fourEyes, notAllowed } from '../errors.ts';
import {
  type DelegationAngabe,
  decideDelegationAngabe,
  insertBestaetigteDelegation,
  readDelegationAngabe,
} from '../store-delegation.ts';
import { checkEnd, judged } from './check-delegation.ts';
import type { DelegationHouse } from './state-delegation.ts';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** A second person confirms: decision, public fact and audit in one transaction, checked against the register as it is now. */
export function confirmDelegation(
  db: Pick<Database, 'withReference'>,
  world: DutiesWorld,
  house: DelegationHouse,
  id: string,
): Promise<Result<DelegationAngabe>> {
  return decideOnce(db, house, id, async (tx, angabe) => {
    const { inhalt } = angabe;
    const still =
      inhalt.art === 'beenden'
        ? checkEnd(world, inhalt.zielId, inhalt.letzterTag, null)
        : judged(world, inhalt);
    if (!still.ok) return still;
    if (!(await decideDelegationAngabe(tx, id, 'bestaetigt', null))) return refuse(unknownDelegationAngabe());
    await insertBestaetigteDelegation(tx, angabe, house.name);
    await audit(tx, angabe, 'confirmed');
    return ok(undefined);
  });
}

/** A second person rejects with a reason that whoever stated it can read. */
export function rejectDelegation(
  db: Pick<Database, 'withReference'>,
  house: DelegationHouse,
  id: string,
  antwort: string,
): Promise<Result<DelegationAngabe>> {
  const reason = antwort.trim();
  return decideOnce(db, house, id, async (tx, angabe) => {
    if (reason === '' || reason.length > 1000) {
      const message = 'Bitte sagen Sie in höchstens 1.000 Zeichen, warum Sie ablehnen.';
      return refuse(invalidDelegation([{ field: 'antwort', message }]));
    }
    if (!(await decideDelegationAngabe(tx, id, 'abgelehnt', reason)))
      return refuse(unknownDelegationAngabe());
    await audit(tx, angabe, 'rejected');
    return ok(undefined);
  });
}

async function decideOnce(
  db: Pick<Database, 'withReference'>,
  house: DelegationHouse,
  id: string,
  write: (tx: Tx, angabe: DelegationAngabe) => Promise<Result<void>>,
): Promise<Result<DelegationAngabe>> {
  if (!house.mayConfirm) return refuse(notAllowed('Über Übertragungen entscheiden'));
  if (!uuid.test(id)) return refuse(unknownDelegationAngabe());
  const run = async (tx: Tx): Promise<Result<DelegationAngabe>> => {
    const angabe = await readDelegationAngabe(tx, id);
    if (angabe === null) return refuse(unknownDelegationAngabe());
    if (angabe.entscheidung !== null) return refuse(delegationDecided(angabe.entscheidung));
    if (angabe.angegebenVon === house.actor) return refuse(fourEyes());
    const written = await write(tx, angabe);
    return written.ok ? ok((await readDelegationAngabe(tx, id)) ?? angabe) : written;
  };
  return db.withReference(house.actor, run, house.recipient);
}

function audit(tx: Tx, { id, inhalt }: DelegationAngabe, verb: string): Promise<void> {
  return recordAudit(tx, {
    action: `duties.delegation.${verb}`,
    object: { type: 'duties.delegation', id },
    summary: { art: inhalt.art, ziel: inhalt.art === 'beenden' ? inhalt.zielId : inhalt.uebertragung.id },
  });
}
