/** Words by their shortened forms. */
export interface KnownDeletes {
  /** Notes that the word with this number can be shortened to `key`: at most seven letters from a to z. */
  readonly add: (key: string, number: number) => void;
  /** The numbers of all words that can be shortened to `key`, in the order in which they came. */
  readonly get: (key: string) => readonly number[];
}

/** Room at the beginning, for shortened forms and for the chains that lead to them. */
const firstRoom = 1 << 12;

/**
 * Hundreds of thousands of short keys, most with a single word: a hash table of plain numbers takes a quarter of the memory of
 * a map of strings. A key is a number in the system of 27; those of one chain stand one behind the other.
 */
export function emptyDeletes(): KnownDeletes {
  let heads = new Int32Array(firstRoom).fill(-1);
  let keys = new Float64Array(firstRoom);
  let numbers = new Uint32Array(firstRoom);
  let next = new Int32Array(firstRoom);
  let count = 0;

  const link = (at: number): void => {
    const chain = chainOf(keys[at] ?? 0, heads.length);
    next[at] = heads[chain] ?? -1;
    heads[chain] = at;
  };
  const grow = (): void => {
    keys = larger(keys, new Float64Array(count * 2));
    numbers = larger(numbers, new Uint32Array(count * 2));
    next = new Int32Array(count * 2);
    heads = new Int32Array(count * 2).fill(-1);
    for (let at = 0; at < count; at += 1) link(at);
  };
  return {
    add: (key, number) => {
      if (count === keys.length) grow();
      keys[count] = codeOf(key);
      numbers[count] = number;
      link(count);
      count += 1;
    },
    get: (key) => {
      const code = codeOf(key);
      const found: number[] = [];
      for (let at = heads[chainOf(code, heads.length)] ?? -1; at >= 0; at = next[at] ?? -1)
        if (keys[at] === code) found.push(numbers[at] ?? 0);
      return found.reverse();
    },
  };
}

function larger<A extends Float64Array | Uint32Array>(small: A, room: A): A {
  room.set(small);
  return room;
}

const beforeA = 'a'.charCodeAt(0) - 1;

/** Equal for equal keys only: the letters from a to z are the digits 1 to 26, and 27 to the power of 7 is a safe integer. */
function codeOf(key: string): number {
  let code = 0;
  for (let at = 0; at < key.length; at += 1) code = code * 27 + key.charCodeAt(at) - beforeA;
  return code;
}

/** Which of `chains` (a power of two) a key hangs on. */
function chainOf(code: number, chains: number): number {
  const folded = Math.imul(code ^ (code / 0x1_0000_0000), 0x9e3779b1);
  return (folded ^ (folded >>> 15)) & (chains - 1);
}
