import { foldGerman } from '#kernel';

/** A search expression in its parts between the wildcards. */
export interface WildcardPattern {
  readonly parts: readonly string[];
  readonly openStart: boolean;
  readonly openEnd: boolean;
}

/**
 * Accepts what `^(\*?([^\*]{2,})\*?)*$` accepts, in linear time: groups of two or more characters, `*` before and after
 * each. As it is written there, the expression takes exponential time for „aaaa…a***“.
 */
const shape = /^(?:\*?[^*]{2,}(?:\*{1,2}[^*]{2,})*\*?)?$/;

/** Reads an expression of the Routing API; null where it breaks the pattern. */
export function parseWildcard(text: string): WildcardPattern | null {
  if (!shape.test(text)) return null;
  return {
    parts: text
      .split('*')
      .map((part) => foldGerman(part).trim())
      .filter((part) => part !== ''),
    openStart: text.startsWith('*'),
    openEnd: text.endsWith('*'),
  };
}

/** Whether a folded text holds words that fit: „mag*“ a word that begins so, „*burg“ one that ends so. Linear. */
export function matchesWildcard(pattern: WildcardPattern, text: string): boolean {
  const [first, ...others] = pattern.parts;
  if (first === undefined) return false;
  return startsOf(text, first, pattern.openStart).some((start) => {
    const isWhole = others.length === 0 && !pattern.openEnd;
    if (isWhole && !isWordEnd(text, start + first.length)) return false;
    return othersFollow(pattern, text, start + first.length);
  });
}

/** Whether the parts after the first stand in their order; where nothing may follow, the last ends a word. */
function othersFollow({ parts, openEnd }: WildcardPattern, text: string, from: number): boolean {
  let at = from;
  for (const [position, part] of parts.entries()) {
    if (position === 0) continue;
    const found = findPart(text, part, at, position === parts.length - 1 && !openEnd);
    if (found < 0) return false;
    at = found + part.length;
  }
  return true;
}

/** Where the first part may begin: at every word, or anywhere. */
function startsOf(text: string, part: string, anywhere: boolean): readonly number[] {
  const starts: number[] = [];
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1))
    if (anywhere || isWordStart(text, at)) starts.push(at);
  return starts;
}

/** The first place from `from` on; where nothing may follow, the first that ends a word. */
function findPart(text: string, part: string, from: number, atWordEnd: boolean): number {
  let at = text.indexOf(part, from);
  while (atWordEnd && at >= 0 && !isWordEnd(text, at + part.length)) at = text.indexOf(part, at + 1);
  return at;
}

function isWordStart(text: string, at: number): boolean {
  return at === 0 || !isWordLetter(text[at - 1]);
}

function isWordEnd(text: string, at: number): boolean {
  return at === text.length || !isWordLetter(text[at]);
}

function isWordLetter(letter: string | undefined): boolean {
  return letter !== undefined && /[a-z0-9]/.test(letter);
}
