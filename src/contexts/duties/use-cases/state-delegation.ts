import { ok, type Result, refuse } from '#kernel';
import { type Actor, type Database, newId, recordAudit, type TenantId } from '#platform';
import { invalidDelegation } from '../delegation-errors.ts';
import type { DutiesWorld } from '../duties-world.ts';
import { notAllowed } from '../errors.ts';
import { insertDelegationAngabe } from '../store-delegation.ts';
import { type CheckedDelegation, checkDelegation, checkEnd } from './check-delegation.ts';
import type { DelegationInput } from './delegation-fields.ts';

/** Who states or confirms: a member of a Kommune or an IT-Dienstleister, and the house that confirms. */
export interface DelegationHouse {
  readonly actor: Actor;
  readonly tenant: TenantId;
  readonly recipient: TenantId;
  readonly name: string;
  /** The Kommune for which somebody acts; null for an IT-Dienstleister, which may state for all. */
  readonly own: string | null;
  readonly mayState: boolean;
  readonly mayConfirm: boolean;
}

/** What was kept, with what else is to be said of it. */
export interface StatedDelegation {
  readonly id: string;
  readonly hinweise: CheckedDelegation['hinweise'];
}

/** States a transfer. It counts only after a second person has confirmed it. */
export async function stateDelegation(
  db: Pick<Database, 'withTenant'>,
  world: DutiesWorld,
  house: DelegationHouse,
  input: DelegationInput,
): Promise<Result<StatedDelegation>> {
  if (!house.mayState) return refuse(notAllowed('Übertragungen angeben'));
  const checked = checkDelegation(world, input, house.own);
  return checked.ok ? ok(await keep(db, house, checked.value, '')) : checked;
}

/** States that a transfer ends on a day, with the source of that. */
export async function stateEnd(
  db: Pick<Database, 'withTenant'>,
  world: DutiesWorld,
  house: DelegationHouse,
  end: { readonly id: string; readonly letzterTag: string; readonly begruendung: string },
): Promise<Result<StatedDelegation>> {
  if (!house.mayState) return refuse(notAllowed('Übertragungen angeben'));
  const begruendung = end.begruendung.trim();
  if (begruendung === '' || begruendung.length > 1000) {
    const message = 'Bitte nennen Sie die Quelle des Endes (höchstens 1.000 Zeichen).';
    return refuse(invalidDelegation([{ field: 'begruendung', message }]));
  }
  const checked = checkEnd(world, end.id, end.letzterTag, house.own);
  return checked.ok ? ok(await keep(db, house, checked.value, begruendung)) : checked;
}

async function keep(
  db: Pick<Database, 'withTenant'>,
  house: DelegationHouse,
  { inhalt, hinweise }: CheckedDelegation,
  begruendung: string,
): Promise<StatedDelegation> {
  const id = newId();
  await db.withTenant(house.tenant, house.actor, async (tx) => {
    await insertDelegationAngabe(tx, house.tenant, house.recipient, {
      id,
      inhalt,
      begruendung,
      haus: house.name,
    });
    await recordAudit(tx, {
      action: 'duties.delegation.stated',
      object: { type: 'duties.delegation', id },
      summary: { art: inhalt.art, ziel: inhalt.art === 'beenden' ? inhalt.zielId : inhalt.uebertragung.id },
    });
  });
  return { id, hinweise };
}
