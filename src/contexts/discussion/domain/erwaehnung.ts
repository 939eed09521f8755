import { foldGerman } from '#kernel';

/** Somebody whom a contribution can name: a member of the own house, or a house that takes part. */
export interface Erwaehnbar {
  /** `mitglied:<uuid>` or `haus:<uuid>`: what stands in the kept text instead of a name. */
  readonly token: string;
  readonly name: string;
}

export interface Erwaehnungen {
  /** The text with tokens instead of the names of people; those of organisations stay. */
  readonly text: string;
  readonly tokens: readonly string[];
  /** Words after an @ that nobody is called. */
  readonly unbekannt: readonly string[];
}

const zeichen = /[\p{L}\p{N}]/u;

/** Reads each `@Name` and replaces people by their token; the longest name that fits is meant. An @ inside a word (an address) is none. */
export function readErwaehnungen(text: string, wen: readonly Erwaehnbar[]): Erwaehnungen {
  const candidates = wen.toSorted((a, b) => b.name.length - a.name.length);
  const tokens = new Set<string>();
  const unbekannt: string[] = [];
  let out = '';
  let rest = text;
  while (rest !== '') {
    const at = rest.search(/(?<![\p{L}\p{N}._%+-])@(?=\p{L})/u);
    if (at < 0) break;
    const after = rest.slice(at + 1);
    const found = candidates.find(({ name }) => beginsWith(after, name));
    out += rest.slice(0, at);
    if (found) {
      tokens.add(found.token);
      out += found.token.startsWith('mitglied:') ? `@[${found.token}]` : `@${found.name}`;
      rest = after.slice(found.name.length);
    } else {
      unbekannt.push(/^[\p{L}\p{N}-]+/u.exec(after)?.[0] ?? '');
      out += '@';
      rest = after;
    }
  }
  return { text: out + rest, tokens: [...tokens], unbekannt };
}

function beginsWith(text: string, name: string): boolean {
  const same = foldGerman(text.slice(0, name.length)) === foldGerman(name);
  return same && !zeichen.test(text.slice(name.length, name.length + 1));
}

const token = /@\[(mitglied:[0-9a-f-]{36})\]/g;

/** The kept text with names again; `nameOf` says what this reader may call whom. */
export function writeErwaehnungen(text: string, nameOf: (token: string) => string): string {
  return text.replaceAll(token, (_, one: string) => `@${nameOf(one)}`);
}

/** Whom a kept text names. */
export function erwaehnteIn(text: string, wen: readonly Erwaehnbar[]): ReadonlySet<string> {
  const people = [...text.matchAll(token)].flatMap(([, one]) => one ?? []);
  return new Set([...people, ...readErwaehnungen(text, wen).tokens]);
}
