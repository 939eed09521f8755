import { ok, type Result } from '#kernel';
import type { Anbindung } from '../domain/anbindung.ts';
import { insertManyParameters } from '../store-many.ts';
import { type AnbindungRef, changeAnbindung } from './change-anbindung.ts';
import { changeState, type StepInput } from './change-state.ts';
import type { CheckDeps } from './check-deps.ts';
import type { Editor } from './editor.ts';

/** Where an Anbindung stood before a step; null where there was none. */
export type Vorher = Pick<Anbindung, 'zustand' | 'fassung' | 'geplantAm' | 'liveSeit' | 'grund'> | null;

/**
 * Takes a step back that somebody took for many: the state of before, without the values that came with it. `version` is
 * the one that the step left; refuses with `EFA_CHANGED_MEANWHILE` where something happened since. An Anbindung that the
 * step began is ended. What was live before, or rested, comes back through its own step and its check.
 */
export function takeBack(
  deps: CheckDeps,
  editor: Editor,
  ref: AnbindungRef,
  { vorher, gesetzt }: { readonly vorher: Vorher; readonly gesetzt: readonly string[] },
): Promise<Result<Anbindung>> {
  const back = publicStep(vorher);
  if (back !== null) return changeState(deps, editor, { ...ref, ...back });
  const when = { giltAb: deps.clock.today(), erfasstAm: deps.clock.now() };
  const nothing = gesetzt.map((name) => ({ name, wert: null }));
  return changeAnbindung(deps, editor, ref, async () =>
    ok({
      next: vorher ?? { zustand: 'beendet', geplantAm: null, liveSeit: null, grund: null },
      verb: 'taken-back',
      summary: { parameter: gesetzt },
      write: (tx) => insertManyParameters(tx, editor.kommune.tenant, ref.dienst, nothing, when),
    }),
  );
}

/** Nothing becomes live again without its check, and nothing rests without a reason that citizens read. */
function publicStep(vorher: Vorher): Pick<StepInput, 'schritt' | 'grund'> | null {
  if (vorher?.zustand === 'live') return { schritt: 'fortsetzen' };
  if (vorher?.zustand === 'ausgesetzt') return { schritt: 'aussetzen', grund: vorher.grund ?? '' };
  return null;
}
