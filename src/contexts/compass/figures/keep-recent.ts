/** Remembers what was made for the keys that were asked for last. */
export function recent<K, V>(
  most: number,
  make: (key: K) => V,
): ((key: K) => V) & { values: () => Iterable<V> } {
  const held = new Map<K, V>();
  const get = (key: K): V => {
    const value = held.get(key) ?? make(key);
    held.delete(key);
    held.set(key, value);
    const oldest = held.keys().next();
    if (held.size > most && !oldest.done) held.delete(oldest.value);
    return value;
  };
  return Object.assign(get, { values: () => held.values() });
}
