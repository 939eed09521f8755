import { ok, parseLocalDate, type Result, refuse } from '#kernel';
import { type Principal, recordAudit } from '#platform';
import { compareDefinitions } from '../change/compare-definitions.ts';
import { uncovered } from '../change/plan-transition.ts';
import { parseTransition, type Transition } from '../change/transition-schema.ts';
import type { OverlaysDeps } from '../deps.ts';
import {
  cutoffWithoutBasis,
  dienstUnknown,
  notOwner,
  uncoveredChanges,
  versionTaken,
  versionUnknown,
} from '../errors.ts';
import { type Overlay, parseOverlay } from '../layer/overlay-schema.ts';
import { insertOverlay, insertTransition } from '../store-overlays.ts';

/** Publishes a layer. Refuses what the base does not open, what no longer compiles with it, and numbers that are taken. */
export async function publishOverlay(
  deps: OverlaysDeps,
  principal: Principal,
  json: unknown,
): Promise<Result<{ readonly dienst: string; readonly name: string; readonly version: number }>> {
  const parsed = parseOverlay(json);
  if (!parsed.ok) return parsed;
  const overlay = parsed.value;
  const all = await deps.dienste();
  const dienst = all.find(({ id }) => id === overlay.dienst);
  if (!dienst) return refuse(dienstUnknown(overlay.dienst, all));
  const tenant = await deps.ownerOf(principal, dienst.id);
  if (tenant === null) return refuse(notOwner);
  const fits = deps.effectives.of(dienst, [overlay], null);
  if (!fits.ok) return fits;
  const inserted = await deps.db.withReference(
    principal.actor,
    async (tx) => {
      const done = await insertOverlay(tx, tenant, overlay, deps.clock.now());
      if (done)
        await recordAudit(tx, audited('overlays.schicht.published', overlay.dienst, summaryOf(overlay)));
      return done;
    },
    tenant,
  );
  const { name, version } = overlay;
  return inserted ? ok({ dienst: overlay.dienst, name, version }) : refuse(versionTaken(name, version));
}

function summaryOf({ level, gebiet, version }: Overlay) {
  return { ebene: level, gebiet, version };
}

function audited(action: string, dienst: string, summary: Readonly<Record<string, string | number>>) {
  return { action, object: { type: 'overlays.dienst', id: dienst }, summary };
}

/** Publishes how drafts come to the next version. Refuses changes without a rule, unless the drafts stay where they are. */
export async function publishTransition(
  deps: OverlaysDeps,
  principal: Principal,
  json: unknown,
): Promise<Result<Transition>> {
  const parsed = parseTransition(json);
  if (!parsed.ok) return parsed;
  const transition = parsed.value;
  const checked = await checkTransition(deps, transition);
  if (!checked.ok) return checked;
  const tenant = await deps.ownerOf(principal, transition.dienst);
  if (tenant === null) return refuse(notOwner);
  await deps.db.withReference(
    principal.actor,
    async (tx) => {
      await insertTransition(tx, tenant, transition, deps.clock.now());
      const { from, to, policy, dienst } = transition;
      await recordAudit(
        tx,
        audited('overlays.uebergang.published', dienst, { von: from, nach: to, regel: policy }),
      );
    },
    tenant,
  );
  return ok(transition);
}

async function checkTransition(deps: OverlaysDeps, transition: Transition): Promise<Result<null>> {
  const { dienst: id, from, to, rules, policy, cutoff, cutoffBasis } = transition;
  const day = cutoff === undefined ? null : parseLocalDate(cutoff);
  if (day && !day.ok) return day;
  if (day && cutoffBasis === undefined) return refuse(cutoffWithoutBasis(day.value));
  const newest = (await deps.dienste()).find((each) => each.id === id);
  const at = async (version: number) => (newest?.version === version ? newest : deps.versionOf(id, version));
  const [older, newer] = [await at(from), await at(to)];
  if (!older) return refuse(versionUnknown(id, String(from)));
  if (!newer) return refuse(versionUnknown(id, String(to)));
  const open = uncovered(compareDefinitions(older.form.definition, newer.form.definition), rules);
  if (open.length === 0 || (policy === 'pin' && cutoff === undefined)) return ok(null);
  return refuse(
    uncoveredChanges(open.map(({ field, what }) => ({ field: field ?? '(Formular)', message: what }))),
  );
}
