import type { Onlinedienst } from '#forms/onlinedienst';
import { ok, type Result, refuse } from '#kernel';
import type { Change } from '../change/change.ts';
import { compareDefinitions } from '../change/compare-definitions.ts';
import { type DryRun, dryRun, uncovered } from '../change/plan-transition.ts';
import type { Transition } from '../change/transition-schema.ts';
import type { OverlaysDeps } from '../deps.ts';
import { dienstUnknown, versionUnknown } from '../errors.ts';
import { readTransitions } from '../store-overlays.ts';

/** What differs between two versions, which rules there are, and what they would do to the drafts there are. */
export interface Difference {
  readonly dienst: { readonly id: string; readonly title: string };
  readonly from: number;
  readonly to: number;
  readonly versions: readonly number[];
  readonly changes: readonly Change[];
  readonly transition: Transition | null;
  readonly uncovered: readonly Change[];
  readonly dryRun: DryRun;
}

/** Compares two versions of a service; without numbers the last two. */
export async function readDifference(
  deps: OverlaysDeps,
  id: string,
  asked: { readonly from: number | null; readonly to: number | null },
): Promise<Result<Difference>> {
  const all = await deps.dienste();
  const dienst = all.find((each) => each.id === id.trim());
  if (!dienst) return refuse(dienstUnknown(id, all));
  const versions = await deps.versionsOf(dienst.id);
  const to = asked.to ?? versions.at(-1) ?? dienst.version;
  const from = asked.from ?? versions.filter((version) => version < to).at(-1) ?? to;
  const [older, newer] = await Promise.all([from, to].map((version) => versionAt(deps, dienst, version)));
  if (!older) return refuse(versionUnknown(id, String(from)));
  if (!newer) return refuse(versionUnknown(id, String(to)));
  const changes = compareDefinitions(older.form.definition, newer.form.definition);
  const transition = await transitionOf(deps, dienst.id, from);
  const rules = transition?.rules ?? [];
  const shapes = await deps.draftShapes(dienst.id);
  return ok({
    dienst: { id: dienst.id, title: dienst.title },
    from,
    to,
    versions,
    changes,
    transition,
    uncovered: uncovered(changes, rules),
    dryRun: dryRun(changes, { from, rules }, shapes),
  });
}

function versionAt(deps: OverlaysDeps, newest: Onlinedienst, version: number): Promise<Onlinedienst | null> {
  return newest.version === version ? Promise.resolve(newest) : deps.versionOf(newest.id, version);
}

async function transitionOf({ db }: OverlaysDeps, dienst: string, from: number): Promise<Transition | null> {
  const known = await db.withPublic((tx) => readTransitions(tx, dienst));
  return known.find((each) => each.from === from) ?? null;
}
