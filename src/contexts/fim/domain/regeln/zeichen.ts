/** A piece of a rule's text. */
export type Zeichen =
  | { readonly art: 'element'; readonly pfad: readonly string[] }
  | { readonly art: 'text'; readonly text: string }
  | { readonly art: 'vergleich'; readonly gleich: boolean }
  | { readonly art: 'satz'; readonly zeichen: '(' | ')' | ',' | '.' }
  | { readonly art: 'wort'; readonly wort: string };

const element = /(?:[FG]\d{8,11}\.)*[FG]\d{8,11}/y;
const quoted = /["„“”]([^"„“”]*)["„“”]|'([^']*)'/y;
const comparison = /===|==|=|<>|!=|≠/y;
const word = /[^\s"„“”'(),=<>!≠]+/y;
const longest = 4_000;

/**
 * Cuts the text of a rule into its pieces. The name of an element after its id is left out, quoted or not, because it only
 * helps the reader; `namen` gives the names of an id. `null` where a character has no meaning here.
 */
export function zeichenVon(
  text: string,
  namen: (id: string) => readonly string[],
): readonly Zeichen[] | null {
  const found: Zeichen[] = [];
  if (text.length > longest) return null;
  let at = 0;
  while (at < text.length) {
    const next = naechstes(text, at, namen);
    if (next === null) return null;
    if (next.zeichen) found.push(...next.zeichen);
    at = next.ende;
  }
  return found;
}

interface Gelesen {
  readonly zeichen: readonly Zeichen[];
  readonly ende: number;
}

function naechstes(text: string, at: number, namen: (id: string) => readonly string[]): Gelesen | null {
  const character = text[at] ?? '';
  if (/\s/.test(character)) return { zeichen: [], ende: at + 1 };
  if (character === '(' || character === ')' || character === ',' || character === '.')
    return { zeichen: [{ art: 'satz', zeichen: character }], ende: at + 1 };
  const id = matchAt(element, text, at)?.[0];
  if (id) {
    const pfad = id.split('.');
    return {
      zeichen: [{ art: 'element', pfad }],
      ende: nachName(text, at + id.length, namen(pfad.at(-1) ?? '')),
    };
  }
  const said = matchAt(quoted, text, at);
  if (said)
    return { zeichen: [{ art: 'text', text: (said[1] ?? said[2] ?? '').trim() }], ende: at + said[0].length };
  const sign = matchAt(comparison, text, at)?.[0];
  if (sign) return { zeichen: [{ art: 'vergleich', gleich: sign.startsWith('=') }], ende: at + sign.length };
  const plain = matchAt(word, text, at)?.[0];
  return plain ? { zeichen: worte(plain), ende: at + plain.length } : null;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** A word, and the full stop at its end for itself. */
function worte(plain: string): readonly Zeichen[] {
  const stop = /[.;]$/.test(plain);
  const wort = stop ? plain.slice(0, -1) : plain;
  const end: Zeichen[] = stop ? [{ art: 'satz', zeichen: '.' }] : [];
  return wort === '' ? end : [{ art: 'wort', wort }, ...end];
}

/** Where the text goes on after the name of an element. */
function nachName(text: string, at: number, namen: readonly string[]): number {
  const rest = text.slice(at);
  const [lead = ''] = /^\s*/.exec(rest) ?? [];
  const open = /^["„“”']/.test(rest.slice(lead.length)) ? 1 : 0;
  const inner = rest.slice(lead.length + open);
  const name = namen
    .toSorted((a, b) => b.length - a.length)
    .find((each) => each !== '' && inner.startsWith(each) && !/^[\p{L}\d]/u.test(inner.slice(each.length)));
  if (name !== undefined) {
    const close = open === 1 ? (/^\s*["„“”']/.exec(inner.slice(name.length))?.[0].length ?? null) : 0;
    if (close !== null) return at + lead.length + open + name.length + close;
  }
  const said = matchAt(quoted, rest, lead.length);
  return said ? at + lead.length + said[0].length : at;
}
