import { type EvidenceGrade, ok, type Result, refuse } from '#kernel';
import { type Actor, type Database, recordAudit, type TenantId, type Tx } from '#platform';
import type { Angabe } from '../domain/angabe.ts';
import { angabeDecided, invalidAngabe, notAllowed, unknownAngabe } from '../errors.ts';
import { decideAngabe, insertBestaetigte, readAngabe, readAngaben } from '../store-bestimmung.ts';
import { type Decider, type DecisionKind, decideOnce } from './decide-once.ts';

/** Who decides: a member of the IT-Dienstleister to whom the statement is addressed. */
export interface DecidingProvider {
  readonly actor: Actor;
  readonly provider: TenantId;
  readonly mayConfirm: boolean;
}

/** The statements that an organisation made or received, newest first. */
export function listAngaben(
  db: Pick<Database, 'withTenant'>,
  tenant: TenantId,
  actor: Actor,
): Promise<readonly Angabe[]> {
  return db.withTenant(tenant, actor, readAngaben);
}

/** Confirms a statement: decision, public fact and audit in one transaction. A second decision is a conflict. */
export async function confirmBestimmung(
  db: Pick<Database, 'withReference'>,
  provider: DecidingProvider,
  id: string,
  evidenz: EvidenceGrade,
): Promise<Result<Angabe>> {
  return decideOnce(db, angaben, deciderOf(provider), id, async (tx, angabe) => {
    if (!(await decideAngabe(tx, id, 'bestaetigt', null))) return refuse(unknownAngabe());
    await insertBestaetigte(tx, angabe, evidenz);
    await audit(tx, angabe, 'confirmed', { evidenz });
    return ok(undefined);
  });
}

/** Rejects a statement with a reason that the Kommune can read. */
export async function rejectBestimmung(
  db: Pick<Database, 'withReference'>,
  provider: DecidingProvider,
  id: string,
  begruendung: string,
): Promise<Result<Angabe>> {
  const reason = begruendung.trim();
  if (reason === '' || reason.length > 500) {
    const message = 'Bitte sagen Sie der Kommune in höchstens 500 Zeichen, warum Sie ablehnen.';
    return refuse(invalidAngabe([{ field: 'begruendung', message }]));
  }
  return decideOnce(db, angaben, deciderOf(provider), id, async (tx, angabe) => {
    if (!(await decideAngabe(tx, id, 'abgelehnt', reason))) return refuse(unknownAngabe());
    await audit(tx, angabe, 'rejected', {});
    return ok(undefined);
  });
}

/** A Kommune states and its IT-Dienstleister decides: two persons in any case. */
const angaben: DecisionKind<Angabe> = {
  read: readAngabe,
  statedBy: () => null,
  notAllowed: notAllowed('Über Bestimmungen entscheiden'),
  unknown: unknownAngabe(),
  decided: angabeDecided,
};

function deciderOf({ actor, provider, mayConfirm }: DecidingProvider): Decider {
  return { actor, recipient: provider, may: mayConfirm };
}

function audit(
  tx: Tx,
  angabe: Angabe,
  verb: string,
  summary: Readonly<Record<string, string>>,
): Promise<void> {
  const { id, ags, aufgabeId, bestimmt, validFrom } = angabe;
  return recordAudit(tx, {
    action: `duties.bestimmung.${verb}`,
    object: { type: 'duties.bestimmung', id },
    summary: { ags, aufgabeId, bestimmt, gueltigVon: validFrom, ...summary },
  });
}
