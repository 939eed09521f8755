import { type LocalDate, ok, type Result, refuse } from '#kernel';
import { newId, type Principal, recordAudit, type Tx } from '#platform';
import type { Beitrag } from '../domain/beitrag.ts';
import type { Anlass, Loesung, LoesungFassung, LoesungInhalt } from '../domain/loesung.ts';
import type { Register } from '../domain/register.ts';
import { beitragUnknown, changedMeanwhile, loesungUnknown, standsByOffer } from '../errors.ts';
import type { SolutionsDeps } from '../solutions-deps.ts';
import { insertBeitrag, type NewBeitrag, readBeitrag } from '../store-beitrag.ts';
import { houseFor, type SolutionsHouse } from './house.ts';

/** The newest version of a Lösung that may be changed by contribution. */
export function changeable(
  register: Register,
  id: string,
  grundlage: string | null,
): Result<LoesungFassung & { readonly inhalt: LoesungInhalt }> {
  const loesung: Loesung | undefined = register.byId.get(id);
  if (loesung === undefined) return refuse(loesungUnknown(id, register));
  if (loesung.herkunft === 'angebot') return refuse(standsByOffer);
  const newest = loesung.fassungen.at(-1);
  if (newest === undefined || newest.inhalt === null) return refuse(loesungUnknown(id, register));
  if (grundlage !== null && newest.hash !== grundlage) return refuse(changedMeanwhile);
  return ok({ ...newest, inhalt: newest.inhalt });
}

/** The later of two days. */
export function laterOf(a: LocalDate, b: LocalDate | null): LocalDate {
  return b !== null && b > a ? b : a;
}

/** A contribution before it has an id. */
export type Draft = Omit<NewBeitrag, 'id' | 'haus'>;

/** Keeps a contribution of somebody who may contribute. */
export async function keepFor(
  deps: SolutionsDeps,
  principal: Principal | null,
  draft: Draft,
): Promise<Result<Beitrag>> {
  const house = await houseFor(deps, principal, 'propose');
  if (!house.ok) return house;
  return inOwnHouse(deps, house.value, async (tx) => ok(await keepBeitrag(tx, house.value, draft)));
}

/** Writes one contribution in the caller's transaction and says under which id. */
export async function keepBeitrag(tx: Tx, house: SolutionsHouse, draft: Draft): Promise<string> {
  const id = newId();
  await insertBeitrag(tx, house.tenant, house.recipient, { ...draft, id, haus: house.name });
  await auditBeitrag(tx, draft.eingereicht ? 'contributed' : 'drafted', id, draft.art, draft.loesungId);
  return id;
}

/** Runs a change of contributions in the house's own transaction and gives the contribution back. */
export async function inOwnHouse(
  { db }: Pick<SolutionsDeps, 'db'>,
  { tenant, actor }: SolutionsHouse,
  write: (tx: Tx) => Promise<Result<string>>,
): Promise<Result<Beitrag>> {
  return db.withTenant(tenant, actor, async (tx) => {
    const id = await write(tx);
    if (!id.ok) return id;
    const beitrag = await readBeitrag(tx, id.value);
    return beitrag ? ok(beitrag) : refuse(beitragUnknown);
  });
}

/** Writes into the audit trail what became of a contribution. */
export function auditBeitrag(tx: Tx, verb: string, id: string, art: Anlass, loesung: string): Promise<void> {
  return recordAudit(tx, {
    action: `solutions.beitrag.${verb}`,
    object: { type: 'solutions.beitrag', id },
    summary: { art, loesung },
  });
}

/** A readable id that nobody else has: the name and a few letters of chance. */
export function newLoesungId(name: string): string {
  const slug = name
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '');
  return `${slug === '' ? 'loesung' : slug}-${newId().slice(0, 8)}`;
}
