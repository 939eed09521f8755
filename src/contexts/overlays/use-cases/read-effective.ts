import { ok, type Result, refuse } from '#kernel';
import type { OverlaysDeps } from '../deps.ts';
import { dienstUnknown, kommuneUnknown } from '../errors.ts';
import type { Effective } from '../layer/effective.ts';
import type { Overlay } from '../layer/overlay-schema.ts';
import { readOverlays } from '../store-overlays.ts';

export interface EffectiveView {
  readonly effective: Effective;
  readonly kommune: { readonly ags: string; readonly name: string } | null;
  readonly overlays: readonly Overlay[];
}

/** The layers that count in a place: those of its Land, and its own. */
export function overlaysFor(overlays: readonly Overlay[], ags: string): readonly Overlay[] {
  return overlays.filter(({ level, gebiet }) => (level === 'land' ? ags.startsWith(gebiet) : gebiet === ags));
}

/** A service as one Kommune offers it, or (without one) as its definition says. */
export async function readEffective(
  deps: OverlaysDeps,
  dienstId: string,
  kommune: string | null,
): Promise<Result<EffectiveView>> {
  const all = await deps.dienste();
  const dienst = all.find(({ id }) => id === dienstId.trim());
  if (!dienst) return refuse(dienstUnknown(dienstId, all));
  if (kommune === null || kommune.trim() === '') {
    const effective = deps.effectives.of(dienst, [], null);
    return effective.ok ? ok({ effective: effective.value, kommune: null, overlays: [] }) : effective;
  }
  const connected = await deps.kommuneOf(dienst.id, kommune.trim());
  if (!connected) return refuse(kommuneUnknown(kommune));
  const overlays = overlaysFor(await deps.db.withPublic((tx) => readOverlays(tx, dienst.id)), connected.ags);
  const effective = deps.effectives.of(dienst, overlays, connected);
  if (!effective.ok) return effective;
  return ok({ effective: effective.value, kommune: { ags: connected.ags, name: connected.name }, overlays });
}
