import { formatValue } from '../expression/format-value.ts';
import type { BinaryOperator, Node } from '../expression/syntax.ts';
import { artVon } from './art-des-ausdrucks.ts';
import type { Name, Sicht } from './name.ts';
import { benannt, reihenBenannt } from './sicht.ts';

/** Says a condition inside another part of a sentence. */
export type Satz = (node: Node, sicht: Sicht) => string | null;

/** How an answer is given: chosen, given otherwise, or no answer at all but worked out or a value of the Kommune. */
export function gefragtNach(node: Node, sicht: Sicht): 'wahl' | 'antwort' | 'berechnet' | 'wert' | null {
  const found = node.op === 'ref' ? benannt(node.path, sicht) : null;
  if (found === null) return null;
  if (found.herkunft === 'wert' || found.herkunft === 'spalte') return 'wert';
  if (found.name.berechnet) return 'berechnet';
  return found.teil === null && found.name.wahl !== null ? 'wahl' : 'antwort';
}

/** What a value is called: „‚Umfang‘“, „das Alter nach ‚Geburtsdatum‘“; `null` where there are no words for it. */
export function begriff(node: Node, sicht: Sicht, satz: Satz): string | null {
  switch (node.op) {
    case 'literal':
      return literal(node, node, sicht);
    case 'ref':
      return name(node.path, sicht);
    case 'call':
      return aufruf(node, sicht, satz);
    case 'binary':
      return rechnung(node, sicht, satz);
    case 'negate': {
      const size = begriff(node.operand, sicht, satz);
      return size && `${node.operand.op === 'literal' ? '-' : 'minus '}${size}`;
    }
    default:
      return null;
  }
}

/** A fixed value; a choice by its label. */
export function literal(node: Node, of: Node, sicht: Sicht): string | null {
  if (node.op !== 'literal') return null;
  // Years are not grouped, nor is any other number of four digits.
  if (node.kind === 'integer' && Number(node.value) < 10_000) return String(node.value);
  if (node.kind !== 'text') return formatValue(node.kind, node.value);
  const found = of.op === 'ref' ? benannt(of.path, sicht) : null;
  const chosen = found?.teil ? undefined : found?.name.wahl?.find(({ value }) => value === node.value);
  return `‚${chosen?.label ?? node.value}‘`;
}

function name(path: readonly string[], sicht: Sicht): string | null {
  if (path.length === 1 && path[0] === 'today') return 'der heutige Tag';
  const found = benannt(path, sicht);
  if (found === null) return null;
  const { name: own, teil } = found;
  const more = [...(teil ? [teil.titel] : []), ...(mehrdeutig(own, sicht) ? [`Seite ‚${own.seite}‘`] : [])];
  return `‚${own.titel}‘${more.length > 0 ? ` (${more.join(', ')})` : ''}`;
}

/** Two questions of one name are told apart by their pages. */
function mehrdeutig({ titel, seite, platz }: Name, sicht: Sicht): boolean {
  if (seite === '') return false;
  const all = [...sicht.felder, ...sicht.reihen.flat()];
  return all.some((each) => each.titel === titel && each.platz !== platz && each.seite !== seite);
}

type Call = Extract<Node, { op: 'call' }>;

function aufruf(node: Call, sicht: Sicht, satz: Satz): string | null {
  const [first, second] = node.args;
  const over = first?.op === 'ref' ? reihenBenannt(first.path, sicht) : null;
  if (over) return ueberReihen(node, over, satz);
  const a = first ? begriff(first, sicht, satz) : null;
  if (a === null) return null;
  const b = second ? begriff(second, sicht, satz) : null;
  if (second && b === null) return null;
  const build = Object.hasOwn(worte, node.name) ? worte[node.name] : undefined;
  const day = first !== undefined && artVon(first, sicht) === 'date';
  return node.args.length > 2 || build === undefined ? null : build(a, b, day);
}

const worte: Readonly<Record<string, (a: string, b: string | null, day: boolean) => string | null>> = {
  age: (a, b) => `das Alter nach ${a}${b === null ? '' : ` am Stichtag (${b})`}`,
  default: (a, b) => b && `${a}, ohne Antwort ${b}`,
  max: (a, b, day) => b && `${day ? 'das spätere' : 'das größere'} von ${a} und ${b}`,
  min: (a, b, day) => b && `${day ? 'das frühere' : 'das kleinere'} von ${a} und ${b}`,
  days: (a, b) => b && `die Zahl der Tage von ${a} bis ${b}`,
  months: (a, b) => b && `die Zahl der Monate von ${a} bis ${b}`,
  year: (a) => `das Jahr von ${a}`,
  month: (a) => `der Monat von ${a}`,
  day: (a) => `der Tag im Monat von ${a}`,
  weekday: (a) => `der Wochentag von ${a} (1 ist Montag)`,
  size: (a) => `die Anzahl der angekreuzten Antworten bei ${a}`,
  length: (a) => `die Zahl der Zeichen bei ${a}`,
  lower: (a) => `${a} in Kleinbuchstaben`,
  add_days: (a, b) => b && `${a} plus ${b} Tage`,
  add_months: (a, b) => b && `${a} plus ${b} Monate`,
  add_years: (a, b) => b && `${a} plus ${b} Jahre`,
  end_of_month: (a) => `der letzte Tag des Monats von ${a}`,
};

const reihenworte: Readonly<Record<string, string>> = {
  sum: 'die Summe von',
  least: 'der kleinste Wert von',
  greatest: 'der größte Wert von',
};

type Reihen = NonNullable<ReturnType<typeof reihenBenannt>>;

function ueberReihen({ name: call, args: [, second, third] }: Call, rows: Reihen, satz: Satz): string | null {
  const { name, innen, tabelle } = rows;
  if (call === 'count') return anzahl(second ? satz(second, innen) : '', rows);
  if (!second) return null;
  if (call === 'lookup')
    return third ? ausZeile(satz(second, innen), begriff(third, innen, satz), rows) : null;
  const words = Object.hasOwn(reihenworte, call) ? reihenworte[call] : undefined;
  const what = begriff(second, innen, satz);
  return words === undefined || what === null
    ? null
    : `${words} ${what} in allen ${tabelle ? 'Zeilen' : 'Einträgen'} von ‚${name.titel}‘`;
}

function anzahl(which: string | null, { name, tabelle }: Reihen): string | null {
  const all = `die Anzahl der ${tabelle ? 'Zeilen' : 'Einträge'} von ‚${name.titel}‘`;
  return which === '' ? all : which && `${all}, in denen ${which},`;
}

function ausZeile(which: string | null, what: string | null, { name }: Reihen): string | null {
  return which && what && `${what} aus der Zeile von ‚${name.titel}‘, in der ${which},`;
}

const rechenzeichen: Readonly<Partial<Record<BinaryOperator, string>>> = {
  '+': 'plus',
  '-': 'minus',
  '*': 'mal',
};

function rechnung(node: Extract<Node, { op: 'binary' }>, sicht: Sicht, satz: Satz): string | null {
  const word = rechenzeichen[node.operator];
  const sides = [node.left, node.right].map((side) => {
    const said = begriff(side, sicht, satz);
    return side.op === 'binary' ? said && `(${said})` : said;
  });
  return word === undefined || sides.includes(null) ? null : sides.join(` ${word} `);
}

/** „‚Beginn‘ spätestens am 22.11.2026 liegt“. */
export function amTag(
  operator: BinaryOperator,
  what: string,
  other: Node,
  sicht: Sicht,
  satz: Satz,
  nicht: string,
): string | null {
  const heute = other.op === 'ref' && other.path.join('.') === 'today';
  const wert = begriff(other, sicht, satz);
  if (wert === null) return null;
  const fest = other.op === 'literal';
  const am = heute ? 'heute' : fest ? `am ${wert}` : `am Tag von ${wert}`;
  const dem = heute ? 'heute' : fest ? `dem ${wert}` : `dem Tag von ${wert}`;
  const say: Readonly<Partial<Record<BinaryOperator, string>>> = {
    '=': `${nicht}${am}`,
    '!=': `nicht ${am}`,
    '<': `vor ${dem}`,
    '>': `nach ${dem}`,
    '<=': `spätestens ${am}`,
    '>=': `frühestens ${am}`,
  };
  const said = say[operator];
  return said === undefined ? null : `${what} ${said} liegt`;
}
