import type { BinaryOperator, Node } from '../expression/syntax.ts';
import type { ExprKind } from '../expression/types.ts';
import { artVon } from './art-des-ausdrucks.ts';
import type { Sicht } from './name.ts';
import { amTag, begriff, gefragtNach, literal, type Satz } from './satz-begriff.ts';

/** One statement that is not joined of others, as the end of a sentence: „‚Umfang‘ größer als 80 ist“. */
export function aussage(node: Node, sicht: Sicht, satz: Satz): string | null {
  return gesagt(node, sicht, satz, '');
}

/** The same denied; `null` where its denial needs a sentence around it. */
export function verneinteAussage(node: Node, sicht: Sicht, satz: Satz): string | null {
  if (node.op === 'binary' && node.operator !== 'in' && node.operator !== '=') return null;
  return gesagt(node, sicht, satz, 'nicht ');
}

function gesagt(node: Node, sicht: Sicht, satz: Satz, nicht: string): string | null {
  switch (node.op) {
    case 'ref':
      return artVon(node, sicht) === 'boolean' ? jaNein(node, true, sicht, satz, nicht) : null;
    case 'call':
      return aufruf(node, sicht, satz, nicht);
    case 'binary':
      return vergleich(node, sicht, satz, nicht);
    default:
      return null;
  }
}

function jaNein(node: Node, ja: boolean, sicht: Sicht, satz: Satz, nicht: string): string | null {
  const what = begriff(node, sicht, satz);
  if (what === null) return null;
  const gefragt = gefragtNach(node, sicht);
  if (gefragt === 'berechnet') {
    if (!ja && nicht !== '') return null;
    return `${what} ${ja ? nicht : 'nicht '}zutrifft`;
  }
  const wort = ja ? '‚Ja‘' : '‚Nein‘';
  return gefragt === 'antwort' ? `bei ${what} ${nicht}${wort} gewählt ist` : `${what} ${nicht}${wort} ist`;
}

type Binary = Extract<Node, { op: 'binary' }>;

function vergleich(node: Binary, sicht: Sicht, satz: Satz, nicht: string): string | null {
  const { operator, left, right } = node;
  if (operator === 'in') return enthalten(left, right, sicht, satz, nicht);
  if (right.op === 'literal' && right.kind === 'boolean' && operator === '=')
    return jaNein(left, right.value === true, sicht, satz, nicht);
  const what = begriff(left, sicht, satz);
  const art = artVon(left, sicht);
  if (what === null) return null;
  if (art === 'date') return amTag(operator, what, right, sicht, satz, nicht);
  const other = wertOf(right, left, sicht, satz);
  if (other === null) return null;
  const asked = right.op === 'literal' ? gefragtNach(left, sicht) : 'bezug';
  return art === 'text'
    ? textVergleich(operator, what, other, asked, nicht)
    : zahl(operator, what, other, art, nicht);
}

function textVergleich(
  operator: BinaryOperator,
  what: string,
  other: string,
  gefragt: ReturnType<typeof gefragtNach> | 'bezug',
  nicht: string,
): string | null {
  if (operator !== '=' && operator !== '!=') return null;
  if (gefragt === 'wahl')
    return `bei ${what} ${operator === '=' ? nicht : 'etwas anderes als '}${other} gewählt ist`;
  if (gefragt === 'bezug') return `${what} ${operator === '=' ? nicht : 'nicht '}gleich ${other} ist`;
  return operator === '=' ? `${what} ${nicht}${other} lautet` : `${what} anders als ${other} lautet`;
}

const zahlworte: Readonly<Partial<Record<BinaryOperator, string>>> = {
  '=': '',
  '!=': 'nicht ',
  '>': 'größer als ',
  '>=': 'mindestens ',
  '<': 'kleiner als ',
  '<=': 'höchstens ',
};

function zahl(
  operator: BinaryOperator,
  what: string,
  other: string,
  art: ExprKind,
  nicht: string,
): string | null {
  const words = zahlworte[operator];
  if (words === undefined || art === 'unknown' || art === 'texts') return null;
  const bigger = art === 'money' ? words.replace('größer', 'höher').replace('kleiner', 'niedriger') : words;
  return `${what} ${nicht}${bigger}${other} ist`;
}

function enthalten(left: Node, right: Node, sicht: Sicht, satz: Satz, nicht: string): string | null {
  if (right.op === 'list') {
    const what = begriff(left, sicht, satz);
    const listed = liste(right.items, left, sicht, 'oder');
    if (what === null || listed === null) return null;
    const end = gefragtNach(left, sicht) === 'wahl' ? 'gewählt ist' : 'steht';
    return `bei ${what} ${nicht}${listed} ${end}`;
  }
  const list = begriff(right, sicht, satz);
  const value = wertOf(left, right, sicht, satz);
  if (list === null || value === null) return null;
  return gefragtNach(right, sicht) === 'wahl'
    ? `bei ${list} ${nicht}${value} angekreuzt ist`
    : `${value} ${nicht}in ${list} vorkommt`;
}

/** What something is compared with: a choice of it by its label. */
function wertOf(node: Node, of: Node, sicht: Sicht, satz: Satz): string | null {
  return node.op === 'literal' ? literal(node, of, sicht) : begriff(node, sicht, satz);
}

/** „‚a‘, ‚b‘ oder ‚c‘“. */
function liste(items: readonly Node[], of: Node, sicht: Sicht, und: 'und' | 'oder'): string | null {
  const said = items.map((item) => (item.op === 'literal' ? literal(item, of, sicht) : null));
  if (said.includes(null) || said.length === 0) return null;
  const last = said.at(-1);
  return said.length === 1 ? (last ?? null) : `${said.slice(0, -1).join(', ')} ${und} ${last}`;
}

type Call = Extract<Node, { op: 'call' }>;

function aufruf(node: Call, sicht: Sicht, satz: Satz, nicht: string): string | null {
  const [first, second] = node.args;
  const what = first ? begriff(first, sicht, satz) : null;
  if (!first || what === null) return null;
  if (node.name === 'answered')
    return niemandGefragt(first, sicht) ? `${what} ${nicht}vorhanden ist` : `${what} ${nicht}beantwortet ist`;
  const listed = second?.op === 'list' ? second.items : null;
  if (node.name === 'has_any' && listed)
    return nachsatz(
      liste(listed, first, sicht, 'oder'),
      (all) => `bei ${what} ${nicht}${all} angekreuzt ist`,
    );
  if (node.name === 'has_all' && listed)
    return nachsatz(
      liste(listed, first, sicht, 'und'),
      (all) => `bei ${what} ${nicht}${all} angekreuzt sind`,
    );
  const other = second ? wertOf(second, first, sicht, satz) : null;
  return nachsatz(other, (wert) => mitText(node.name, what, wert, nicht));
}

/** Columns and values of the Kommune are there or not; nobody answers them. */
function niemandGefragt(node: Node, sicht: Sicht): boolean {
  const gefragt = gefragtNach(node, sicht);
  return gefragt === null || gefragt === 'wert' || gefragt === 'berechnet';
}

function mitText(name: string, what: string, wert: string, nicht: string): string | null {
  switch (name) {
    case 'contains':
      return `${what} ${nicht}${wert} enthält`;
    case 'starts_with':
      return `${what} ${nicht}mit ${wert} beginnt`;
    case 'street_in':
      return `${what} ${nicht}in ${wert} vorkommt`;
    case 'matches':
      return `${what} ${nicht}dem Muster ${wert} entspricht`;
    default:
      return null;
  }
}

function nachsatz(text: string | null, say: (text: string) => string | null): string | null {
  return text === null ? null : say(text);
}
