import { ok, type Result, refuse } from '#kernel';
import type { Actor, Principal } from '#platform';
import type { DescriptionsDeps, TextKommune } from '../deps.ts';
import { arsOfBody } from '../domain/gebiet.ts';
import { kommuneNeeded, kommuneNotYours } from '../errors.ts';

/** Who writes, and for which Kommune. */
export interface TextEditor {
  readonly actor: Actor;
  readonly kommune: TextKommune;
  readonly ars: string;
}

/** What finding an editor needs. */
export type EditorDeps = Pick<DescriptionsDeps, 'ownKommune' | 'kommuneOf' | 'circleOf' | 'territory'>;

/**
 * The editor that somebody is: of the own Kommune; a provider and the operator name the Kommune, a provider one that it
 * looks after.
 */
export async function textEditor(
  deps: EditorDeps,
  principal: Principal,
  named: string,
): Promise<Result<TextEditor>> {
  const kommune = await kommuneFor(deps, principal, named.trim());
  if (!kommune.ok) return kommune;
  const body = (await deps.territory()).bodyByAgs.get(kommune.value.ags);
  const ars = arsOfBody({ ars: body?.ars ?? null, ags: kommune.value.ags });
  return ok({ actor: principal.actor, kommune: kommune.value, ars });
}

async function kommuneFor(
  deps: EditorDeps,
  principal: Principal,
  named: string,
): Promise<Result<TextKommune>> {
  const own = await deps.ownKommune(principal);
  if (own) return named === '' || named === own.ags ? ok(own) : refuse(kommuneNotYours);
  if (named === '') return refuse(kommuneNeeded);
  const circle = await deps.circleOf(principal);
  const found =
    circle?.find(({ ags, name }) => ags === named || name === named) ??
    (principal.kind === 'betreiber' ? await deps.kommuneOf(named) : null);
  return found ? ok(found) : refuse(kommuneNotYours);
}
