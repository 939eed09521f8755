import { isUuid, ok, type Result, refuse } from '#kernel';
import { type Principal, recordAudit, type Tx } from '#platform';
import type { FinderDeps } from '../deps.ts';
import type { Entscheidung, Vorschlag } from '../domain/vorschlag.ts';
import { fourEyes, vorschlagDecided, vorschlagUnknown } from '../errors.ts';
import { decideVorschlag, insertAenderung, readVorschlag } from '../store-thesaurus.ts';
import { type EditorsHouse, editorsHouse } from './editors.ts';

/** A second person accepts a proposal: decision, change of the thesaurus and audit in one transaction. */
export async function acceptVorschlag(
  deps: FinderDeps,
  principal: Principal | null,
  id: string,
): Promise<Result<Vorschlag>> {
  const accepted = await decided(deps, principal, id, 'angenommen');
  if (accepted.ok) deps.wordsChanged();
  return accepted;
}

/** A second person rejects a proposal. */
export function rejectVorschlag(
  deps: FinderDeps,
  principal: Principal | null,
  id: string,
): Promise<Result<Vorschlag>> {
  return decided(deps, principal, id, 'abgelehnt');
}

/** Whoever made a proposal takes it back. */
export function withdrawVorschlag(
  deps: FinderDeps,
  principal: Principal | null,
  id: string,
): Promise<Result<Vorschlag>> {
  return decided(deps, principal, id, 'zurueckgezogen');
}

async function decided(
  deps: FinderDeps,
  principal: Principal | null,
  id: string,
  entscheidung: Entscheidung,
): Promise<Result<Vorschlag>> {
  const house = await editorsHouse(deps, principal);
  if (!house.ok) return house;
  if (!isUuid(id)) return refuse(vorschlagUnknown);
  const { tenant, actor } = house.value;
  const decide = (tx: Tx) => decideIn(tx, house.value, id, entscheidung);
  return entscheidung === 'angenommen'
    ? deps.db.withReference(actor, decide, tenant)
    : deps.db.withTenant(tenant, actor, decide);
}

async function decideIn(
  tx: Tx,
  house: EditorsHouse,
  id: string,
  entscheidung: Entscheidung,
): Promise<Result<Vorschlag>> {
  const vorschlag = (await readVorschlag(tx, id, true)) ?? (await readVorschlag(tx, id));
  if (vorschlag === null) return refuse(vorschlagUnknown);
  if (vorschlag.entscheidung !== null) return refuse(vorschlagDecided);
  const own = vorschlag.tenant === house.tenant && vorschlag.vorgeschlagenVon === house.actor;
  if (entscheidung === 'zurueckgezogen') {
    if (vorschlag.tenant !== house.tenant) return refuse(vorschlagUnknown);
  } else {
    if (vorschlag.recipient !== house.tenant) return refuse(vorschlagUnknown);
    if (own) return refuse(fourEyes);
  }
  if (!(await decideVorschlag(tx, id, entscheidung))) return refuse(vorschlagDecided);
  if (entscheidung === 'angenommen') await insertAenderung(tx, vorschlag, house.name);
  await recordAudit(tx, {
    action: `finder.vorschlag.${entscheidung}`,
    object: { type: 'finder.vorschlag', id },
    summary: { aktion: vorschlag.aktion, wort: vorschlag.wort },
  });
  return ok((await readVorschlag(tx, id)) ?? vorschlag);
}
