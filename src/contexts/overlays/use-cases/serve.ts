import type { ParameterValues } from '#forms';
import type { Onlinedienst } from '#forms/onlinedienst';
import { ok, type Result, type Span, spanAround } from '#kernel';
import type { Tx } from '#platform';
import type { Effectives } from '../layer/effective.ts';
import type { Overlay } from '../layer/overlay-schema.ts';
import { type LayerKey, readLayer, readLayerKeys } from '../store-overlays.ts';

/** A service as citizens of one Kommune meet it: base, layers and values as one. */
export interface Served {
  /** Names the content; equal content has the same. */
  readonly hash: string;
  readonly dienst: Onlinedienst;
  readonly values: ParameterValues;
  /** The moments of knowledge at which the same layers count. */
  readonly known: Span;
}

/** Whom a service is served for, and at which moment of knowledge. */
export interface ServedFor {
  readonly ags: string;
  readonly name: string;
  /** The Kommune's values as they count, those from above included. */
  readonly values: Readonly<Record<string, unknown>>;
  /** Layers that were published later are not known; without it all are. */
  readonly knownAt?: Date;
}

/** Lays the published layers of a place and its values over a base. */
export type Serve = (tx: Tx, base: Onlinedienst, kommune: ServedFor) => Promise<Result<Served>>;

/** So many layers are kept as they were published; they never change. */
const mostLayers = 5_000;

/**
 * Serves effective definitions. A layer for other versions of the base does not count; one that no longer fits refuses the
 * service with its words, because a form without the law of its Land is none. A binding value of a layer wins.
 */
export function openServing(effectives: Pick<Effectives, 'served'>): Serve {
  const layers = new Map<string, Overlay>();
  return async (tx, base, { ags, name, values, knownAt }) => {
    const { keys, known } = countingAt(await readLayerKeys(tx, base.id, ags), knownAt);
    const found: Overlay[] = [];
    for (const key of keys) found.push(await layerOf(tx, layers, base.id, key));
    const fitting = found.filter(
      ({ basis }) => base.version >= basis.from && base.version <= (basis.to ?? base.version),
    );
    const served = effectives.served(base, fitting, { name, values });
    return served.ok ? ok({ ...served.value, known }) : served;
  };
}

/** The newest version of each layer that was known at a moment, and how long just these are. */
function countingAt(
  versions: readonly LayerKey[],
  knownAt: Date | undefined,
): { readonly keys: readonly LayerKey[]; readonly known: Span } {
  const at = knownAt?.getTime() ?? Number.POSITIVE_INFINITY;
  const keys = new Map<string, LayerKey>();
  for (const key of versions) {
    const place = `${key.ebene} ${key.gebiet}`;
    if (key.am.getTime() <= at && key.version > (keys.get(place)?.version ?? 0)) keys.set(place, key);
  }
  return {
    keys: [...keys.values()],
    known: spanAround(
      versions.map(({ am }) => am.getTime()),
      at,
    ),
  };
}

async function layerOf(
  tx: Tx,
  layers: Map<string, Overlay>,
  dienst: string,
  key: LayerKey,
): Promise<Overlay> {
  const name = `${dienst} ${key.ebene} ${key.gebiet} ${key.version}`;
  const known = layers.get(name);
  if (known) return known;
  const layer = await readLayer(tx, dienst, key);
  if (layers.size >= mostLayers) layers.clear();
  layers.set(name, layer);
  return layer;
}
