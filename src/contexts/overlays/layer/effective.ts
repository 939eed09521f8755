import { createHash } from 'node:crypto';
import { type ParameterValues, parseParameters } from '#forms';
import { type Onlinedienst, parseOnlinedienst } from '#forms/onlinedienst';
import { ok, type Result, refuse } from '#kernel';
import { applyOverlay, type Documents, type Layered, type Origin } from './apply-overlay.ts';
import { servedOf, valuesOfLayers } from './layer-values.ts';
import type { Overlay } from './overlay-schema.ts';

/** A service as one Kommune offers it: the base with all layers on it, and the values that count. */
export interface Effective {
  /** Names the content: equal content has the same. */
  readonly hash: string;
  readonly dienst: Onlinedienst;
  /** Null where no Kommune is meant, or its values do not fit yet. */
  readonly values: ParameterValues | null;
  readonly origins: ReadonlyMap<string, Origin>;
  /** Which layer a value comes from, by parameter. */
  readonly valueOrigins: ReadonlyMap<string, Origin>;
  readonly base: Origin;
}

/** The values that a Kommune gives, by name. */
export interface KommuneValues {
  readonly name: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/** Works out effective definitions and keeps them by their content. */
export interface Effectives {
  readonly of: (
    dienst: Onlinedienst,
    overlays: readonly Overlay[],
    kommune: KommuneValues | null,
  ) => Result<Effective>;
  /** The same for citizens: quick, without origins, and a binding value wins over another one instead of refusing. */
  readonly served: (
    dienst: Onlinedienst,
    overlays: readonly Overlay[],
    kommune: KommuneValues,
  ) => Result<{ readonly hash: string; readonly dienst: Onlinedienst; readonly values: ParameterValues }>;
  /** How many definitions and sets of values are kept. */
  readonly kept: () => { readonly definitions: number; readonly values: number };
}

/** So many compiled definitions, and so many sets of values, are kept in memory; the oldest go first. */
const mostDefinitions = 2_000;
const mostValues = 80_000;

export function createEffectives(): Effectives {
  const definitions = new Map<string, Result<LayeredDienst>>();
  const values = new Map<string, Result<ValueSet>>();
  const layeredOf = (base: Onlinedienst, overlays: readonly Overlay[]) => {
    const ordered = overlays.toSorted((a, b) => order[a.level] - order[b.level]);
    const key = [hashOf(base.definition), hashOf(base.form.definition), ...ordered.map(hashOf)].join();
    return { ordered, key, layered: kept(definitions, key, mostDefinitions, () => layer(base, ordered)) };
  };
  return {
    served: (base, overlays, { values: own }) => {
      const { ordered, key, layered } = layeredOf(base, overlays);
      if (!layered.ok) return layered;
      const { dienst } = layered.value;
      const all = servedOf(dienst, ordered, own);
      const hash = shortHash(`${key} ${JSON.stringify(all)}`);
      const parsed = parseParameters(dienst.definition.parameters, all);
      return parsed.ok ? ok({ hash, dienst, values: parsed.value }) : parsed;
    },
    of: (base, overlays, kommune) => {
      const { ordered, key, layered } = layeredOf(base, overlays);
      if (!layered.ok) return layered;
      const { dienst, origins } = layered.value;
      const own = { hash: key, dienst, origins, base: originOf(base) };
      if (!kommune) return ok({ ...own, hash: shortHash(key), values: null, valueOrigins: new Map() });
      const valueKey = `${key} ${hashOf(kommune.values)} ${kommune.name}`;
      const set = kept(values, valueKey, mostValues, () => valuesOf(dienst, ordered, kommune));
      if (!set.ok) return set;
      return ok({ ...own, hash: set.value.hash, values: set.value.values, valueOrigins: set.value.origins });
    },
    kept: () => ({ definitions: definitions.size, values: values.size }),
  };
}

const order = { land: 0, kommune: 1 } as const;

function originOf({ version }: Onlinedienst): Origin {
  return { level: 'grund', name: 'Grunddefinition', version };
}

/** The oldest entry makes room for a new one; whoever is asked for again becomes the newest. */
function kept<T>(cache: Map<string, T>, key: string, most: number, make: () => T): T {
  const known = cache.get(key);
  const value = known ?? make();
  if (known === undefined && cache.size >= most) {
    const [oldest] = cache.keys();
    if (oldest !== undefined) cache.delete(oldest);
  }
  if (known === undefined) cache.set(key, value);
  return value;
}

// Definitions, overlays and the values of a Kommune are read once and then stay the same objects.
const hashes = new WeakMap<object, string>();

function hashOf(content: object): string {
  const known = hashes.get(content);
  if (known) return known;
  const hash = shortHash(JSON.stringify(content));
  hashes.set(content, hash);
  return hash;
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}

interface LayeredDienst {
  readonly dienst: Onlinedienst;
  readonly origins: ReadonlyMap<string, Origin>;
}

function layer(dienst: Onlinedienst, overlays: readonly Overlay[]): Result<LayeredDienst> {
  if (overlays.length === 0) return ok({ dienst, origins: new Map() });
  const documents: Documents = JSON.parse(
    JSON.stringify({ dienst: dienst.definition, formular: dienst.form.definition }),
  );
  let layered: Layered = { documents, origins: new Map() };
  for (const overlay of overlays) {
    const fits = fitting(dienst, overlay);
    if (!fits.ok) return fits;
    const applied = applyOverlay(layered, dienst.definition.open ?? [], overlay);
    if (!applied.ok) return applied;
    layered = applied.value;
  }
  const compiled = parseOnlinedienst(
    JSON.stringify(layered.documents.dienst),
    JSON.stringify(layered.documents.formular),
  );
  return compiled.ok ? ok({ dienst: compiled.value, origins: layered.origins }) : compiled;
}

function fitting(dienst: Onlinedienst, { dienst: named, basis, name }: Overlay): Result<null> {
  if (named === dienst.id && dienst.version >= basis.from && dienst.version <= (basis.to ?? dienst.version))
    return ok(null);
  const message = `Die Schicht „${name}“ gehört zu ${named}, Fassung ${basis.from}${basis.to === undefined ? ' und später' : ` bis ${basis.to}`}; dies ist ${dienst.id}, Fassung ${dienst.version}.`;
  return refuse({ kind: 'conflict', code: 'OVERLAY_OTHER_BASE', message });
}

interface ValueSet {
  readonly hash: string;
  readonly values: ParameterValues;
  readonly origins: ReadonlyMap<string, Origin>;
}

/** The Kommune's own values over those of the layers; a binding one of a layer stays. */
function valuesOf(
  dienst: Onlinedienst,
  overlays: readonly Overlay[],
  kommune: KommuneValues,
): Result<ValueSet> {
  const { given, origins, bound } = valuesOfLayers(overlays);
  const { parameters } = dienst.definition;
  const own = Object.entries(kommune.values).filter(([name]) => Object.hasOwn(parameters, name));
  const clashes = own
    .filter(([name, value]) => bound.has(name) && JSON.stringify(value) !== JSON.stringify(given.get(name)))
    .map(([name]) => ({ field: name, message: `Diesen Wert gibt „${bound.get(name)}“ für alle vor.` }));
  if (clashes.length > 0) {
    const message = `„${clashes[0]?.field}“: ${clashes[0]?.message}`;
    return refuse({ kind: 'conflict', code: 'OVERLAY_VALUE_BOUND', message, fields: clashes });
  }
  for (const [name, value] of own) {
    if (bound.has(name)) continue;
    given.set(name, value);
    origins.set(name, { level: 'kommune', name: kommune.name, version: 1 });
  }
  const all: Readonly<Record<string, unknown>> = Object.fromEntries(given);
  const parsed = parseParameters(parameters, all);
  if (!parsed.ok) return parsed;
  const hash = shortHash(JSON.stringify([hashOf(dienst.form.definition), all]));
  return ok({ hash, values: parsed.value, origins });
}
