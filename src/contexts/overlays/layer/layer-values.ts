import type { Onlinedienst } from '#forms/onlinedienst';
import type { Origin } from './apply-overlay.ts';
import type { Overlay } from './overlay-schema.ts';

/** What counts for citizens: the layers' values, the Kommune's own over them, and what a layer binds in any case. */
export function servedOf(
  { definition }: Onlinedienst,
  overlays: readonly Overlay[],
  own: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const { given, bound } = valuesOfLayers(overlays);
  const stated = Object.entries(own).filter(([name]) => !bound.has(name));
  const all = [...given, ...stated].filter(([name]) => Object.hasOwn(definition.parameters, name));
  return Object.fromEntries(all);
}

interface LayerValues {
  readonly given: Map<string, unknown>;
  readonly origins: Map<string, Origin>;
  /** Who says so, of each value that nobody below may change. */
  readonly bound: Map<string, string>;
}

/** What layers say, the Land before the Kommune; a binding value is not said again. */
export function valuesOfLayers(overlays: readonly Overlay[]): LayerValues {
  const found: LayerValues = { given: new Map(), origins: new Map(), bound: new Map() };
  for (const { values = {}, level, name, version } of overlays) {
    for (const [parameter, { value, binding = false }] of Object.entries(values)) {
      if (found.bound.has(parameter)) continue;
      found.given.set(parameter, value);
      found.origins.set(parameter, { level, name, version });
      if (binding) found.bound.set(parameter, name);
    }
  }
  return found;
}
