import { parseExpression } from '../expression/parse.ts';
import type { Node } from '../expression/syntax.ts';
import type { Sicht } from './name.ts';
import { aussage, verneinteAussage } from './satz-aussage.ts';
import { reihenBenannt } from './sicht.ts';

/**
 * A condition as the rest of a German sentence after „wenn“: „bei ‚Art des Hundes‘ ‚gefährlich‘ gewählt ist“. `null` where
 * it says something that no such sentence says; then the expression itself is to be shown.
 */
export function inWorten(source: string, sicht: Sicht): string | null {
  const parsed = parseExpression(source);
  return parsed.ok ? satz(vereinfacht(parsed.node), sicht) : null;
}

function satz(node: Node, sicht: Sicht): string | null {
  if (node.op === 'binary' && (node.operator === 'and' || node.operator === 'or'))
    return reihe(node.operator, node, sicht);
  const rows = ueberReihen(node, sicht);
  if (rows !== undefined) return rows;
  if (node.op !== 'not') return aussage(node, sicht, satz);
  const direct = verneinteAussage(node.operand, sicht, satz);
  if (direct !== null) return direct;
  const inner = satz(node.operand, sicht);
  return inner && `nicht gilt, dass ${geklammert(node.operand, inner)}`;
}

/** Parts that are joined alike stand in a row; what is joined otherwise is bracketed. */
function reihe(operator: 'and' | 'or', node: Node, sicht: Sicht): string | null {
  const said = gereiht(operator, node).map((part) => {
    const text = satz(part, sicht);
    return text && geklammert(part, text);
  });
  return said.includes(null) ? null : said.join(operator === 'and' ? ' und ' : ' oder ');
}

function geklammert(node: Node, text: string): string {
  return node.op === 'binary' && (node.operator === 'and' || node.operator === 'or') ? `(${text})` : text;
}

function gereiht(operator: 'and' | 'or', node: Node): readonly Node[] {
  if (node.op !== 'binary' || node.operator !== operator) return [node];
  return [...gereiht(operator, node.left), ...gereiht(operator, node.right)];
}

/** „beantwortet“ and „nicht ja“ of the same question is „nein“, and is said so. */
function vereinfacht(node: Node): Node {
  if (node.op === 'call') return { ...node, args: node.args.map(vereinfacht) };
  if (node.op !== 'binary') return node;
  if (node.operator !== 'and')
    return { ...node, left: vereinfacht(node.left), right: vereinfacht(node.right) };
  const parts = gereiht('and', node).map(vereinfacht);
  const answered = new Set(parts.map(gefragt));
  const refused = new Set(parts.map(verneint).filter((name) => name !== null && answered.has(name)));
  return parts
    .filter((part) => gefragt(part) === null || !refused.has(gefragt(part)))
    .map((part) => (part.op === 'not' && refused.has(verneint(part)) ? nein(part.operand) : part))
    .reduce((left, right): Node => ({ op: 'binary', operator: 'and', left, right, at: node.at }));
}

function gefragt(part: Node): string | null {
  const [first] = part.op === 'call' && part.name === 'answered' ? part.args : [];
  return first?.op === 'ref' ? first.path.join('.') : null;
}

function verneint(part: Node): string | null {
  return part.op === 'not' && part.operand.op === 'ref' ? part.operand.path.join('.') : null;
}

function nein(operand: Node): Node {
  return {
    op: 'binary',
    operator: '=',
    left: operand,
    right: { op: 'literal', kind: 'boolean', value: false, at: 0 },
    at: 0,
  };
}

/** „in mindestens einem Eintrag von ‚Bäume‘ …“; `undefined` where it goes over no rows. */
function ueberReihen(node: Node, sicht: Sicht): string | null | undefined {
  const call = node.op === 'not' ? node.operand : node;
  if (call.op !== 'call' || (call.name !== 'any' && call.name !== 'all')) return undefined;
  const [over, inner] = call.args;
  const rows = over?.op === 'ref' ? reihenBenannt(over.path, sicht) : null;
  if (rows === null || !inner || (node.op === 'not' && call.name === 'all')) return null;
  const said = satz(inner, rows.innen);
  if (said === null) return null;
  const [einem, jedem, keinem] = rows.tabelle
    ? ['mindestens einer Zeile', 'jeder Zeile', 'keiner Zeile']
    : ['mindestens einem Eintrag', 'jedem Eintrag', 'keinem Eintrag'];
  const where = node.op === 'not' ? keinem : call.name === 'all' ? jedem : einem;
  return `in ${where} von ‚${rows.name.titel}‘ ${geklammert(inner, said)}`;
}
