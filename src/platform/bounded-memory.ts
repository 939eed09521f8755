/** Keeps values by name up to a weight; who was not asked for longest makes room. */
export interface BoundedMemory<T> {
  readonly get: (name: string) => T | undefined;
  readonly set: (name: string, value: T, weight: number) => void;
  readonly kept: () => { readonly entries: number; readonly weight: number };
}

/** Opens a memory for `most` of whatever `weight` is counted in; a single value heavier than that is not kept. */
export function boundedMemory<T>(most: number): BoundedMemory<T> {
  const held = new Map<string, { readonly value: T; readonly weight: number }>();
  let total = 0;
  const drop = (name: string) => {
    total -= held.get(name)?.weight ?? 0;
    held.delete(name);
  };
  return {
    get: (name) => {
      const found = held.get(name);
      if (found === undefined) return undefined;
      held.delete(name);
      held.set(name, found);
      return found.value;
    },
    set: (name, value, weight) => {
      drop(name);
      held.set(name, { value, weight });
      total += weight;
      for (const oldest of held.keys()) {
        if (total <= most) break;
        drop(oldest);
      }
    },
    kept: () => ({ entries: held.size, weight: total }),
  };
}
