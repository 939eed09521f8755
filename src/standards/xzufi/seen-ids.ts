/** Remembers texts by 64 bits of a hash: 500,000 ids in 16 MB, where a set of texts takes 60. */
export interface SeenIds {
  /** Whether the text is new; a wrong „no“ happens once in some 100 million messages of that size. */
  readonly add: (text: string) => boolean;
}

export function seenIds(): SeenIds {
  let [slots, used] = [1 << 12, 0];
  let table = new Uint32Array(slots * 2);
  const place = (into: Uint32Array, size: number, high: number, low: number): number => {
    let slot = low & (size - 1);
    while (into[slot * 2] !== 0 || into[slot * 2 + 1] !== 0) {
      if (into[slot * 2] === high && into[slot * 2 + 1] === low) return -1;
      slot = (slot + 1) & (size - 1);
    }
    return slot;
  };
  const grow = () => {
    const larger = new Uint32Array(slots * 4);
    for (let at = 0; at < table.length; at += 2) {
      const [high = 0, low = 0] = [table[at], table[at + 1]];
      if (high === 0 && low === 0) continue;
      const slot = place(larger, slots * 2, high, low);
      larger.set([high, low], slot * 2);
    }
    table = larger;
    slots *= 2;
  };
  return {
    add: (text) => {
      const [high, low] = hashOf(text);
      const slot = place(table, slots, high, low);
      if (slot < 0) return false;
      table[slot * 2] = high;
      table[slot * 2 + 1] = low;
      used += 1;
      if (used * 2 > slots) grow();
      return true;
    },
  };
}

/** Two mixed 32-bit hashes (cyrb53's rounds, all bits kept); never both zero. */
function hashOf(text: string): readonly [number, number] {
  let [a, b] = [0xdeadbeef, 0x41c6ce57];
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return [a >>> 0, (b | 1) >>> 0];
}
