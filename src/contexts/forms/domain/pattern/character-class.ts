/** Whether one character fits. */
export type CharacterTest = (character: string) => boolean;

type Reading =
  | { readonly end: number; readonly fits: CharacterTest }
  | { readonly at: number; readonly message: string };

const letter = /^\p{L}$/u;
const upper = /^\p{Lu}$/u;
const lower = /^\p{Ll}$/u;
const mark = /^\p{M}$/u;
const numeral = /^\p{N}$/u;
const blank = /^\s$/u;
const word = /^\w$/;

const classes: Readonly<Record<string, CharacterTest>> = {
  d: (character) => character >= '0' && character <= '9',
  w: (character) => word.test(character),
  s: (character) => blank.test(character),
  L: (character) => letter.test(character),
  Lu: (character) => upper.test(character),
  Ll: (character) => lower.test(character),
  M: (character) => mark.test(character),
  N: (character) => numeral.test(character),
};

/** `\d`, `\D`, `\p{L}`, `\.` and their like. */
export function escapeAt(source: string, at: number): Reading {
  const property = /^\\([pP])\{(L|Lu|Ll|M|N)\}/.exec(source.slice(at, at + 7));
  if (property) {
    const test = classes[property[2] ?? ''] ?? (() => false);
    const end = at + property[0].length;
    return { end, fits: property[1] === 'P' ? (character) => !test(character) : test };
  }
  const next = source[at + 1] ?? '';
  const test = 'dws'.includes(next.toLowerCase()) && next !== '' ? classes[next.toLowerCase()] : undefined;
  if (test)
    return { end: at + 2, fits: next === next.toLowerCase() ? test : (character) => !test(character) };
  const written: Readonly<Record<string, string>> = { n: '\n', t: '\t' };
  if (written[next]) return { end: at + 2, fits: (character) => character === written[next] };
  if (next === '' || /[A-Za-z0-9]/.test(next))
    return { at, message: `„\\${next}“ gehört nicht zu den Mustern.` };
  return { end: at + 2, fits: (character) => character === next };
}

/** `[A-Za-z0-9_-]`, `[^…]`. */
export function classAt(source: string, start: number): Reading {
  const negated = source[start + 1] === '^';
  let at = start + (negated ? 2 : 1);
  const tests: CharacterTest[] = [];
  while (at < source.length && (source[at] !== ']' || tests.length === 0)) {
    const part = partAt(source, at);
    if ('message' in part) return part;
    tests.push(part.fits);
    at = part.end;
  }
  if (source[at] !== ']') return { at: start, message: 'Die eckige Klammer ist nicht geschlossen.' };
  const any: CharacterTest = (character) => tests.some((test) => test(character));
  return { end: at + 1, fits: negated ? (character) => !any(character) : any };
}

function partAt(source: string, at: number): Reading {
  const isClass = /^\\[dDwWspSP]/.test(source.slice(at, at + 2));
  if (isClass) return escapeAt(source, at);
  const from = literalAt(source, at);
  const to =
    source[from.end] === '-' && source[from.end + 1] !== ']' ? literalAt(source, from.end + 1) : null;
  if (to === null || to.code === -1)
    return { end: from.end, fits: (character) => character.codePointAt(0) === from.code };
  if (to.code < from.code) return { at, message: 'Der Bereich läuft rückwärts.' };
  const [low, high] = [from.code, to.code];
  return {
    end: to.end,
    fits: (character) => {
      const code = character.codePointAt(0) ?? -1;
      return code >= low && code <= high;
    },
  };
}

function literalAt(source: string, at: number): { readonly code: number; readonly end: number } {
  const start = source[at] === '\\' ? at + 1 : at;
  const code = source.codePointAt(start) ?? -1;
  return { code, end: start + (code > 0xffff ? 2 : 1) };
}
