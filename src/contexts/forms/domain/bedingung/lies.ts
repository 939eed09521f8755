import { parseExpression } from '../expression/parse.ts';
import type { Node } from '../expression/syntax.ts';
import type { ExprKind } from '../expression/types.ts';
import { artVon } from './art-des-ausdrucks.ts';
import { baueAusdruck } from './baue.ts';
import { gleicherBaum } from './gleicher-baum.ts';
import type { Sicht } from './name.ts';
import { benannt, reihenBenannt } from './sicht.ts';
import { wertGelesen } from './wert-schreiben.ts';
import {
  type Block,
  type Gegenstand,
  meisteZeilen,
  type Quantor,
  type Vergleich,
  werteZahl,
  type Zeile,
  type Zusammenstellung,
} from './zusammenstellung.ts';

/**
 * A condition as lines; `null` where the lines cannot say exactly it. What is read builds the same tree again: each reading is
 * tried out before it counts.
 */
export function liesAusdruck(source: string, sicht: Sicht): Zusammenstellung | null {
  const parsed = parseExpression(source);
  if (!parsed.ok) return null;
  const read = verbund(parsed.node, sicht);
  if (read === null) return null;
  const built = baueAusdruck(read);
  const again = built.ok ? parseExpression(built.ausdruck) : null;
  return again?.ok && gleicherBaum(again.node, parsed.node) ? read : null;
}

function verbund(node: Node, sicht: Sicht): Zusammenstellung | null {
  const { alle, parts } = gereiht(node);
  if (parts.length > meisteZeilen) return null;
  const teile = parts.map((part) => zeile(part, sicht) ?? block(part, sicht));
  return teile.every((teil) => teil !== null) ? { alle, teile } : null;
}

/** `a and b and c` in a row; what is joined otherwise is one part. */
function gereiht(node: Node): { readonly alle: boolean; readonly parts: readonly Node[] } {
  if (node.op !== 'binary' || (node.operator !== 'and' && node.operator !== 'or'))
    return { alle: true, parts: [node] };
  const { operator } = node;
  const parts: Node[] = [];
  let rest: Node = node;
  while (rest.op === 'binary' && rest.operator === operator) {
    parts.unshift(rest.right);
    rest = rest.left;
  }
  return { alle: operator === 'and', parts: [rest, ...parts] };
}

function block(node: Node, sicht: Sicht): Block | null {
  const over = ueberGruppe(node, sicht);
  const inner = over?.inner ?? node;
  const { alle, parts } = gereiht(inner);
  if (parts.length < 2 || parts.length > meisteZeilen) return null;
  const zeilen = parts.map((part) =>
    over ? test(part, over.innen, over.gruppe, over.quantor) : zeile(part, sicht),
  );
  if (!zeilen.every((each) => each !== null)) return null;
  return { gruppe: over?.gruppe ?? null, quantor: over?.quantor ?? 'einem', alle, zeilen };
}

function zeile(node: Node, sicht: Sicht): Zeile | null {
  const over = ueberGruppe(node, sicht);
  return over ? test(over.inner, over.innen, over.gruppe, over.quantor) : test(node, sicht, null, 'einem');
}

/** `any(baeume, …)`, `all(…)` and `not any(…)` over a group that can be named here. */
function ueberGruppe(node: Node, sicht: Sicht) {
  const call = node.op === 'not' ? node.operand : node;
  if (call.op !== 'call' || (call.name !== 'any' && call.name !== 'all')) return null;
  const [over, inner] = call.args;
  if (over?.op !== 'ref' || !inner || (node.op === 'not' && call.name === 'all')) return null;
  const rows = reihenBenannt(over.path, sicht);
  if (rows === null || rows.tabelle) return null;
  const quantor: Quantor = node.op === 'not' ? 'keinem' : call.name === 'all' ? 'jedem' : 'einem';
  return { inner, innen: rows.innen, gruppe: over.path.join('.'), quantor };
}

interface Gelesen {
  readonly subject: Node;
  readonly vergleich: Vergleich;
  readonly werte?: readonly Node[];
  readonly bezug?: Extract<Node, { op: 'ref' }>;
}

function test(node: Node, sicht: Sicht, gruppe: string | null, quantor: Quantor): Zeile | null {
  const gelesen = vergleichVon(node, sicht);
  if (gelesen === null) return null;
  const { subject, vergleich, werte = [], bezug } = gelesen;
  const ausdruck = gegenstandText(subject, sicht);
  if (ausdruck === null || (gruppe !== null && !ausdruck.includes('row.'))) return null;
  const gegenstand: Gegenstand = { art: artDes(subject, vergleich, sicht), ausdruck, gruppe };
  const texte = werte.map(wertGelesen);
  if (!texte.every((text) => text !== null)) return null;
  if (bezug && artVon(bezug, sicht) !== gegenstand.art) return null;
  return { gegenstand, quantor, vergleich, werte: texte, bezug: bezug?.path.join('.') ?? null };
}

/** An answer of several parts is only asked for as a whole, never compared. */
function artDes(subject: Node, vergleich: Vergleich, sicht: Sicht): ExprKind {
  const found = subject.op === 'ref' ? benannt(subject.path, sicht) : null;
  const whole = found !== null && found.teil === null && found.name.teile.size > 0;
  return whole && werteZahl(vergleich) === 'keiner' ? 'unknown' : artVon(subject, sicht);
}

/** What a line can be about: a name, the age on a day, the number of entries. */
function gegenstandText(node: Node, sicht: Sicht): string | null {
  if (node.op === 'ref')
    return benannt(node.path, sicht) && node.path[0] !== 'entry' ? node.path.join('.') : null;
  if (node.op !== 'call' || node.args.length !== 1) return null;
  const [inner] = node.args;
  if (inner?.op !== 'ref') return null;
  const name = inner.path.join('.');
  if (node.name === 'age') return artVon(inner, sicht) === 'date' && name !== 'today' ? `age(${name})` : null;
  return node.name === 'count' && reihenBenannt(inner.path, sicht) ? `count(${name})` : null;
}

const operatoren: Readonly<Record<string, Vergleich>> = {
  '=': 'gleich',
  '!=': 'ungleich',
  '>': 'groesser',
  '>=': 'mindestens',
  '<': 'kleiner',
  '<=': 'hoechstens',
};

function vergleichVon(node: Node, sicht: Sicht): Gelesen | null {
  switch (node.op) {
    case 'ref':
      return { subject: node, vergleich: 'ja' };
    case 'not':
      return verneint(node.operand, sicht);
    case 'binary':
      return verglichen(node, sicht);
    case 'call':
      return aufgerufen(node);
    default:
      return null;
  }
}

const gegenteil: Readonly<Partial<Record<Vergleich, Vergleich>>> = {
  ja: 'nicht-ja',
  beantwortet: 'unbeantwortet',
  enthaelt: 'enthaelt-nicht',
  'eine-von': 'keine-von',
};

function verneint(operand: Node, sicht: Sicht): Gelesen | null {
  const inner = operand.op === 'not' ? null : vergleichVon(operand, sicht);
  const vergleich = inner ? gegenteil[inner.vergleich] : undefined;
  return inner && vergleich ? { ...inner, vergleich } : null;
}

function verglichen(
  { operator, left, right }: Extract<Node, { op: 'binary' }>,
  sicht: Sicht,
): Gelesen | null {
  if (operator === 'in' && right.op === 'list')
    return { subject: left, vergleich: 'eine-von', werte: right.items };
  if (operator === 'in') return { subject: right, vergleich: 'enthaelt', werte: [left] };
  const vergleich = operatoren[operator];
  if (vergleich === undefined) return null;
  if (right.op === 'literal' && right.kind === 'boolean')
    return operator === '=' && right.value === false && artVon(left, sicht) === 'boolean'
      ? { subject: left, vergleich: 'nein' }
      : null;
  return right.op === 'ref'
    ? { subject: left, vergleich, bezug: right }
    : { subject: left, vergleich, werte: [right] };
}

const aufrufe: Readonly<Record<string, Vergleich>> = {
  answered: 'beantwortet',
  contains: 'enthaelt',
  starts_with: 'beginnt',
  has_any: 'eine-von',
  has_all: 'alle-von',
};

function aufgerufen({ name, args: [subject, wert] }: Extract<Node, { op: 'call' }>): Gelesen | null {
  const vergleich = Object.hasOwn(aufrufe, name) ? aufrufe[name] : undefined;
  if (!subject || vergleich === undefined) return null;
  return { subject, vergleich, werte: wert === undefined ? [] : wert.op === 'list' ? wert.items : [wert] };
}
