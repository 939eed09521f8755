import { ok, type Result, refuse } from '#kernel';
import { type Database, recordAudit, type Tx } from '#platform';
import { delegationDecided, invalidDelegation, unknownDelegationAngabe } from '../delegation-errors.ts';
import { withDelegationen } from '../domain/delegation.ts';
import type { DutiesWorld } from '../duties-world.ts';
import { notAllowed } from '../errors.ts';
import {
  type DelegationAngabe,
  decideDelegationAngabe,
  insertBestaetigteDelegation,
  readBestaetigteDelegationen,
  readDelegationAngabe,
} from '../store-delegation.ts';
import { type CheckedDelegation, checkEnd, judged } from './check-delegation.ts';
import { type Decider, type DecisionKind, decideOnce } from './decide-once.ts';
import type { DelegationHouse } from './state-delegation.ts';

/** A second person confirms: decision, public fact and audit in one transaction, checked against the register as it is now. */
export function confirmDelegation(
  db: Pick<Database, 'withReference'>,
  world: DutiesWorld,
  house: DelegationHouse,
  id: string,
): Promise<Result<DelegationAngabe>> {
  return decideOnce(db, angaben, deciderOf(house), id, async (tx, angabe) => {
    const still = checkedAgain(await withRegister(world, tx), angabe);
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
  return decideOnce(db, angaben, deciderOf(house), id, async (tx, angabe) => {
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

/** The world with every entry of the register that is confirmed by now, by whichever process. */
async function withRegister(world: DutiesWorld, tx: Tx): Promise<DutiesWorld> {
  const { facts } = world.duties;
  const confirmed = await readBestaetigteDelegationen(tx);
  const uebertragungen = withDelegationen(facts.regelwerk.uebertragungen, confirmed);
  const duties = { ...world.duties, facts: { ...facts, regelwerk: { ...facts.regelwerk, uebertragungen } } };
  return { ...world, duties };
}

function checkedAgain(world: DutiesWorld, { inhalt }: DelegationAngabe): Result<CheckedDelegation> {
  return inhalt.art === 'beenden'
    ? checkEnd(world, inhalt.zielId, inhalt.letzterTag, null)
    : judged(world, inhalt);
}

const angaben: DecisionKind<DelegationAngabe> = {
  read: readDelegationAngabe,
  statedBy: ({ angegebenVon }) => angegebenVon,
  notAllowed: notAllowed('Über Übertragungen entscheiden'),
  unknown: unknownDelegationAngabe(),
  decided: delegationDecided,
};

function deciderOf({ actor, recipient, mayConfirm }: DelegationHouse): Decider {
  return { actor, recipient, may: mayConfirm };
}

function audit(tx: Tx, { id, inhalt }: DelegationAngabe, verb: string): Promise<void> {
  return recordAudit(tx, {
    action: `duties.delegation.${verb}`,
    object: { type: 'duties.delegation', id },
    summary: { art: inhalt.art, ziel: inhalt.art === 'beenden' ? inhalt.zielId : inhalt.uebertragung.id },
  });
}
