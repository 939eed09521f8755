import { type EvidenceGrade, ok, type Result, refuse } from '#kernel';
import { type Actor, type Database, recordAudit, type TenantId, type Tx } from '#platform';
import type { Angabe } from '../domain/angabe.ts';
import { angabeDecided, invalidAngabe, notAllowed, unknownAngabe } from '../errors.ts';
import { decideAngabe, insertBestaetigte, readAngabe, readAngaben } from '../store-bestimmung.ts';

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
  return decideOnce(db, provider, id, async (tx, angabe) => {
    if (!(await decideAngabe(tx, id, 'bestaetigt', null))) return false;
    await insertBestaetigte(tx, angabe, evidenz);
    await audit(tx, angabe, 'confirmed', { evidenz });
    return true;
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
  return decideOnce(db, provider, id, async (tx, angabe) => {
    if (!(await decideAngabe(tx, id, 'abgelehnt', reason))) return false;
    await audit(tx, angabe, 'rejected', {});
    return true;
  });
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

async function decideOnce(
  db: Pick<Database, 'withReference'>,
  { actor, provider, mayConfirm }: DecidingProvider,
  id: string,
  write: (tx: Tx, angabe: Angabe) => Promise<boolean>,
): Promise<Result<Angabe>> {
  if (!mayConfirm) return refuse(notAllowed('Über Bestimmungen entscheiden'));
  if (!uuid.test(id)) return refuse(unknownAngabe());
  const run = async (tx: Tx): Promise<Result<Angabe>> => {
    const angabe = await readAngabe(tx, id);
    if (angabe === null) return refuse(unknownAngabe());
    if (angabe.entscheidung !== null) return refuse(angabeDecided(angabe.entscheidung));
    if (await write(tx, angabe)) return ok((await readAngabe(tx, id)) ?? angabe);
    const now = await readAngabe(tx, id);
    return refuse(now?.entscheidung ? angabeDecided(now.entscheidung) : unknownAngabe());
  };
  return db.withReference(actor, run, provider);
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
