import { ok, type Result, refuse } from '#kernel';
import type { Actor, Principal, TenantId } from '#platform';
import type { FieldsDeps } from '../deps.ts';
import type { Ebene } from '../domain/feld.ts';
import { notAllowed, organisationMissing } from '../errors.ts';

/** Somebody who may see the fields of an organisation. */
export interface Leser {
  readonly tenant: TenantId;
  readonly actor: Actor;
  readonly haus: string;
  /** As what the organisation changes fields; `null` where it does not. */
  readonly ebene: Ebene | null;
  readonly darfAendern: boolean;
}

/** Somebody who may change the fields of an organisation; only `editorOf` makes one. */
export interface Editor extends Leser {
  readonly ebene: Ebene;
}

const ebenen = { kommune: 'kommune', 'it-dienstleister': 'anbieter', betreiber: null } as const;

/** Who reads: everybody signed in, for their organisation; the operator for the one that it named. */
export async function readerOf(
  deps: Pick<FieldsDeps, 'houseOf'>,
  principal: Principal | null,
): Promise<Result<Leser>> {
  if (!principal?.tenant) return refuse(organisationMissing);
  const haus = await deps.houseOf(principal);
  if (haus === null) return refuse(organisationMissing);
  const ebene = ebenen[haus.kind];
  const permitted = principal.kind === 'betreiber' || principal.permissions.has('fields.manage');
  const { tenant, actor } = principal;
  return ok({ tenant, actor, haus: haus.name, ebene, darfAendern: permitted && ebene !== null });
}

/** Who changes: whoever has the permission there, and the operator. */
export async function editorOf(
  deps: Pick<FieldsDeps, 'houseOf'>,
  principal: Principal | null,
): Promise<Result<Editor>> {
  const reader = await readerOf(deps, principal);
  if (!reader.ok) return reader;
  const { ebene } = reader.value;
  return reader.value.darfAendern && ebene !== null ? ok({ ...reader.value, ebene }) : refuse(notAllowed);
}
