import {
  type Datensatzart,
  declaredFields,
  type Feld,
  type FieldsDeps,
  type Haus,
  openFieldsReader,
} from '#fields';
import type { Principal, TenantId } from '#platform';
import { actingFor, ownOrganisation } from '../organisations.ts';
import { datensatzarten } from '../records/datensatzarten.ts';
import type { Services } from '../services.ts';

/** What fields needs of identity, with one reader of all definitions a process. */
export function fieldsDeps(services: Services): FieldsDeps {
  const { db, clock, demo } = services;
  return {
    db,
    clock,
    demo,
    kinds: datensatzarten,
    reader: openFieldsReader(db, datensatzarten, () => performance.now()),
    houseOf: (principal) => houseOf(services, principal),
    actingFor: (operator, organisation) => actingFor(services, operator, organisation),
  };
}

/** The organisation for which somebody acts. */
export async function houseOf(services: Services, principal: Principal | null): Promise<Haus | null> {
  const own = await ownOrganisation(services, principal);
  return own && { name: own.organisation.name, kind: own.organisation.kind };
}

/**
 * The fields of a kind that stands in a register for all, as the IT-Dienstleister of somebody words them. What a Kommune
 * added for itself does not belong there.
 */
export function registerFields({ reader }: Pick<FieldsDeps, 'reader'>, kind: Datensatzart) {
  const declared = declaredFields(kind);
  return async (tenant: TenantId | null): Promise<readonly Feld[]> => {
    if (tenant === null) return declared;
    const felder = await reader.fieldsFor(tenant, kind.art);
    return felder.filter(({ herkunft }) => herkunft !== 'kommune');
  };
}
