import { membersOfActor } from '#identity';
import { ok, type Result, refuse } from '#kernel';
import type { Actor, Principal } from '#platform';
import { resolveBody } from '#territory';
import type { CompassDeps, Kommune } from '../doors-deps.ts';
import { kommuneMissing, kommuneWithoutOrganisation, notAllowed } from '../errors.ts';

/** Somebody who may see the Umsetzungsstand of a Kommune with everything in it. Only `readerOf` makes one. */
export interface Reader {
  readonly actor: Actor;
  readonly kommune: Kommune;
  /** The member that acts, or for whom a deputy acts; `null` for the operator and machines. */
  readonly mitglied: string | null;
  readonly darfPflegen: boolean;
  readonly darfVerwalten: boolean;
}

/** Somebody who may change it. Only `editorOf` and `managerOf` make one. */
export interface Editor extends Reader {
  readonly darfPflegen: true;
}

type Finding = Pick<CompassDeps, 'ownKommune' | 'kommuneOf' | 'world'>;

/** Who may see the Stand of the own Kommune: its members with the permission, and the operator at the command line. */
export async function readerOf(
  deps: Finding,
  principal: Principal | null,
  body?: string,
): Promise<Result<Reader>> {
  if (principal === null) return refuse(notAllowed);
  if (isOperator(principal)) return operatorFor(deps, principal, body);
  const { permissions, actor } = principal;
  if (!permissions.has('compass.stand.read')) return refuse(notAllowed);
  const kommune = await deps.ownKommune(principal);
  if (kommune === null) return refuse(notAllowed);
  const members = membersOfActor(actor);
  return ok({
    actor,
    kommune,
    mitglied: members?.actingFor ?? members?.id ?? null,
    darfPflegen: permissions.has('compass.stand.edit'),
    darfVerwalten: permissions.has('compass.manage'),
  });
}

/** Who may change it: members with the permission, and the operator. */
export async function editorOf(
  deps: Finding,
  principal: Principal | null,
  body?: string,
): Promise<Result<Editor>> {
  const reader = await readerOf(deps, principal, body);
  if (!reader.ok) return reader;
  return reader.value.darfPflegen ? ok({ ...reader.value, darfPflegen: true }) : refuse(notAllowed);
}

/** Who may besides manage Fachbereiche, bulk changes and hand-overs. */
export async function managerOf(
  deps: Finding,
  principal: Principal | null,
  body?: string,
): Promise<Result<Editor>> {
  const editor = await editorOf(deps, principal, body);
  if (!editor.ok) return editor;
  return editor.value.darfVerwalten ? editor : refuse(notAllowed);
}

async function operatorFor(
  deps: Finding,
  { actor }: Principal,
  body: string | undefined,
): Promise<Result<Reader>> {
  if (body === undefined || body.trim() === '') return refuse(kommuneMissing);
  const found = resolveBody((await deps.world()).territory, body);
  if (!found.ok) return found;
  const kommune = await deps.kommuneOf(found.value.ags);
  return kommune
    ? ok({ actor, kommune, mitglied: null, darfPflegen: true, darfVerwalten: true })
    : refuse(kommuneWithoutOrganisation(found.value.name));
}

/** The operator at the command line acts for nobody. */
function isOperator(principal: Principal): boolean {
  return principal.kind === 'betreiber' && principal.tenant === null;
}
