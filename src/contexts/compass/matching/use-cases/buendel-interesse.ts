import { ok, type Result, refuse } from '#kernel';
import { recordAudit, type Tx } from '#platform';
import { parseQuartal, quartaleAb } from '../../domain/matching/quartal.ts';
import { leistungUnknown } from '../../errors.ts';
import type { Editor } from '../../use-cases/editor.ts';
import { interesseUnknown, invalidInteresse } from '../errors.ts';
import type { MatchingDeps } from '../matching-deps.ts';
import { deleteInteresse, endEinwilligung, insertEinwilligung, putInteresse } from '../store-buendel.ts';
import { quartaleVoraus } from './buendel.ts';

type Writing = Pick<MatchingDeps, 'db' | 'clock' | 'world'>;

/** Marks that a Kommune wants a Leistung online in a quarter, together with others. */
export async function markInteresse(
  deps: Writing,
  editor: Editor,
  wunsch: { readonly leistungId: string; readonly quartal: string },
): Promise<Result<{ readonly leistungId: string; readonly quartal: string }>> {
  const leistungId = wunsch.leistungId.trim();
  if (!(await deps.world()).catalogue.leistungById.has(leistungId))
    return refuse(leistungUnknown(leistungId));
  const quartal = parseQuartal(wunsch.quartal);
  const possible = quartaleAb(deps.clock.today(), quartaleVoraus);
  if (quartal === null || !possible.includes(quartal))
    return refuse(
      invalidInteresse(
        'quartal',
        `Bitte nennen Sie ein Quartal von ${possible[0] ?? ''} bis ${possible.at(-1) ?? ''}.`,
      ),
    );
  await within(deps, editor, async (tx) => {
    await putInteresse(tx, editor.kommune.tenant, { leistungId, quartal }, deps.clock.now());
    await note(tx, 'compass.interesse.marked', leistungId, { quartal });
  });
  return ok({ leistungId, quartal });
}

/** Takes an interest back. */
export function withdrawInteresse(deps: Writing, editor: Editor, leistungId: string): Promise<Result<null>> {
  return within(deps, editor, async (tx) => {
    if (!(await deleteInteresse(tx, leistungId))) return refuse(interesseUnknown);
    await note(tx, 'compass.interesse.withdrawn', leistungId, {});
    return ok(null);
  });
}

/** Says from today on whether the Kommune may be named to others with the same need. */
export async function setEinwilligung(deps: Writing, editor: Editor, ja: boolean): Promise<boolean> {
  const heute = deps.clock.today();
  await within(deps, editor, async (tx) => {
    const changed = ja
      ? await insertEinwilligung(tx, editor.kommune.tenant, heute)
      : await endEinwilligung(tx, editor.kommune.tenant, heute);
    if (changed > 0)
      await note(tx, ja ? 'compass.buendel.consented' : 'compass.buendel.withdrawn', editor.kommune.ags, {});
  });
  return ja;
}

function within<T>({ db }: Writing, { kommune, actor }: Editor, act: (tx: Tx) => Promise<T>): Promise<T> {
  return db.withTenant(kommune.tenant, actor, act);
}

function note(tx: Tx, action: string, id: string, summary: Readonly<Record<string, string>>): Promise<void> {
  return recordAudit(tx, { action, object: { type: 'compass.buendel', id }, summary });
}
