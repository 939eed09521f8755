import type { ExpressionProblem } from './syntax.ts';

export interface Token {
  readonly kind: 'date' | 'number' | 'text' | 'name' | 'symbol' | 'end';
  readonly text: string;
  readonly at: number;
}

const pattern =
  /\s+|(?<date>\d{4}-\d{2}-\d{2})|(?<number>\d+(?:\.\d+)?)|'(?<text>(?:[^']|'')*)'|(?<name>[A-Za-z_][A-Za-z0-9_]*)|(?<symbol><=|>=|!=|[=<>+*().,[\]-])/y;

const kinds = ['date', 'number', 'text', 'name', 'symbol'] as const;

/** Cuts an expression into tokens; the last one is `end`. */
export function tokenize(source: string): Token[] | ExpressionProblem {
  const tokens: Token[] = [];
  pattern.lastIndex = 0;
  while (pattern.lastIndex < source.length) {
    const at = pattern.lastIndex;
    const match = pattern.exec(source);
    if (!match) return { at, message: messageFor(source, at) };
    const kind = kinds.find((name) => match.groups?.[name] !== undefined);
    if (kind) tokens.push({ kind, text: (match.groups?.[kind] ?? '').replaceAll("''", "'"), at });
  }
  tokens.push({ kind: 'end', text: '', at: source.length });
  return tokens;
}

function messageFor(source: string, at: number): string {
  const character = source.slice(at, at + 1);
  if (character === "'") return 'Der Text hat kein Ende. Texte stehen zwischen einfachen Anführungszeichen.';
  if (character === '"') return "Texte stehen zwischen einfachen Anführungszeichen: 'so'.";
  return `Das Zeichen „${character}“ gehört nicht zur Sprache.`;
}
