import { ok, type Result, refuse } from '#kernel';
import { recordAudit } from '#platform';
import {
  type Abweichung,
  parseAbweichung,
  parseStrategie,
  type Strategiestand,
  type Strategiewunsch,
} from '../domain/strategie.ts';
import { changedMeanwhile, notDecidedYet } from '../errors.ts';
import { insertAbweichung, insertStrategie } from '../store-strategie.ts';
import { type Deps, readStrategiedetail } from './strategie.ts';
import type { deviatorOf, Viewer } from './viewer.ts';

/** What somebody wants to hold of a service, over the Fassung that they saw. */
export interface Entscheidwunsch extends Strategiewunsch {
  readonly grundlage: number;
  readonly sitzungsbeschluss: string | null;
}

/** Holds what was decided of a service; former decisions stay. */
export async function decideStrategie(
  deps: Deps,
  viewer: Viewer,
  { art, id }: { readonly art: string; readonly id: string },
  wunsch: Entscheidwunsch,
): Promise<Result<Strategiestand>> {
  const parsed = parseStrategie(wunsch);
  if (!parsed.ok) return parsed;
  const detail = await readStrategiedetail(deps, viewer, art, id);
  if (!detail.ok) return detail;
  const { dienst, stand } = detail.value;
  if ((stand?.fassung ?? 0) !== wunsch.grundlage) return refuse(changedMeanwhile);
  const next: Strategiestand = {
    art: dienst.art,
    dienstId: dienst.id,
    fassung: wunsch.grundlage + 1,
    titel: dienst.titel,
    leistungen: dienst.leistungen,
    ...parsed.value,
    sitzungsbeschluss: wunsch.sitzungsbeschluss,
    entschiedenAm: deps.clock.now(),
  };
  return deps.db.withTenant(viewer.tenant, viewer.actor, async (tx) => {
    if (!(await insertStrategie(tx, viewer.tenant, next))) return refuse(changedMeanwhile);
    await recordAudit(tx, {
      action: 'priorities.strategie.decided',
      object: { type: `strategie-${next.art}`, id: next.dienstId },
      summary: { entscheid: next.entscheid, quartal: next.quartal, fassung: next.fassung },
    });
    return ok(next);
  });
}

type Deviator = Extract<Awaited<ReturnType<typeof deviatorOf>>, { readonly ok: true }>['value'];

/** A Kommune says that it does something else, and why; only where there is a decision to deviate from. */
export async function deviate(
  deps: Deps,
  { viewer, kommune }: Deviator,
  { art, id }: { readonly art: string; readonly id: string },
  wunsch: { readonly abweichung: string; readonly quartal: string; readonly grund: string },
): Promise<Result<Abweichung>> {
  const parsed = parseAbweichung(wunsch);
  if (!parsed.ok) return parsed;
  const detail = await readStrategiedetail(deps, viewer, art, id);
  if (!detail.ok) return detail;
  if (detail.value.stand === null) return refuse(notDecidedYet);
  const { dienst, abweichungen } = detail.value;
  const before = abweichungen.find(({ ags }) => ags === kommune.ags);
  const next: Abweichung = {
    ...parsed.value,
    ags: kommune.ags,
    kommune: kommune.name,
    art: dienst.art,
    dienstId: dienst.id,
    fassung: (before?.fassung ?? 0) + 1,
    angegebenAm: deps.clock.now(),
  };
  return deps.db.withTenant(viewer.tenant, viewer.actor, async (tx) => {
    if (!(await insertAbweichung(tx, viewer.tenant, viewer.provider.id, next)))
      return refuse(changedMeanwhile);
    await recordAudit(tx, {
      action: 'priorities.strategie.deviated',
      object: { type: `strategie-${next.art}`, id: next.dienstId },
      summary: { abweichung: next.abweichung, quartal: next.quartal, fassung: next.fassung },
    });
    return ok(next);
  });
}
