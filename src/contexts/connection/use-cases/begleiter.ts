import type { Kommune } from '#efa';
import { ok, type Result, refuse } from '#kernel';
import type { Actor, Principal, TenantId, Tx } from '#platform';
import type { ConnectionDeps } from '../connection-deps.ts';
import type { Partei } from '../domain/punkt.ts';
import { kommuneMissing, kommuneNotBetreut, notAllowed } from '../errors.ts';

/** Somebody who works on the Anbindungen of a Kommune. Only `begleiterOf` makes one. */
export interface Begleiter {
  readonly actor: Actor;
  readonly seite: 'kommune' | 'dienstleister';
  readonly haus: { readonly tenant: TenantId; readonly name: string };
  readonly kommune: Kommune;
  readonly darfAendern: boolean;
}

/** Somebody who works on the Anbindungen of all Kommunen of a circle. Only `hausOf` makes one. */
export interface Haus extends Omit<Begleiter, 'kommune'> {
  /** The own Kommune, or those that an IT-Dienstleister cares for. */
  readonly kommunen: readonly Kommune[];
}

type Deps = Pick<ConnectionDeps, 'ownKommune' | 'ownAnbieter' | 'betreute'>;

/** For whom somebody acts, with the Kommunen whose Anbindungen that house sees. */
export async function hausOf(
  deps: Deps,
  principal: Principal | null,
  recht: 'lesen' | 'aendern',
): Promise<Result<Haus>> {
  if (principal === null) return refuse(notAllowed);
  const may = (permission: string) => principal.kind === 'betreiber' || principal.permissions.has(permission);
  const { actor } = principal;
  const kommune = await deps.ownKommune(principal);
  if (kommune !== null) {
    const darfAendern = may('efa.anbindung.manage');
    if (recht === 'aendern' && !darfAendern) return refuse(notAllowed);
    return ok({ actor, seite: 'kommune', haus: kommune, kommunen: [kommune], darfAendern });
  }
  const anbieter = await deps.ownAnbieter(principal);
  const darfAendern = may('connection.manage');
  if (anbieter === null || !(darfAendern || (recht === 'lesen' && may('circle.read'))))
    return refuse(notAllowed);
  const kommunen = await deps.betreute(anbieter.tenant);
  return ok({ actor, seite: 'dienstleister', haus: anbieter, kommunen, darfAendern });
}

/** Who works on the Anbindungen of one Kommune: its own people, or the IT-Dienstleister that names it by key or name. */
export async function begleiterOf(
  deps: Deps,
  principal: Principal | null,
  recht: 'lesen' | 'aendern',
  genannt = '',
): Promise<Result<Begleiter>> {
  const haus = await hausOf(deps, principal, recht);
  if (!haus.ok) return haus;
  const { kommunen, ...rest } = haus.value;
  const [only] = kommunen;
  if (rest.seite === 'kommune' && only !== undefined) return ok({ ...rest, kommune: only });
  const text = genannt.trim();
  if (text === '') return refuse(kommuneMissing);
  const kommune = kommunen.find(({ ags, name }) => ags === text || name === text);
  return kommune ? ok({ ...rest, kommune }) : refuse(kommuneNotBetreut(text));
}

/** Opens the transaction of a house: a Kommune's own, or an IT-Dienstleister's circle. */
export function within<T>(
  { db }: Pick<ConnectionDeps, 'db'>,
  { seite, haus, actor }: Pick<Begleiter, 'seite' | 'haus' | 'actor'>,
  fn: (tx: Tx) => Promise<T>,
): Promise<T> {
  return seite === 'kommune' ? db.withTenant(haus.tenant, actor, fn) : db.withCircle(haus.tenant, actor, fn);
}

/** Whether a house enters the results of a party: an IT-Dienstleister of all, a Kommune its own. */
export function traegtEin(seite: Begleiter['seite'], wer: Partei): boolean {
  return seite === 'dienstleister' || wer === 'kommune';
}
