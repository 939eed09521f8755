import { type Answers, isJsonObject } from '#forms';
import type { MappingRule } from './transition-schema.ts';

type Json = Answers[string];

/**
 * Answers of an older version as the next one takes them: rule by rule, in order. Pure and total: what a rule does not find
 * or cannot turn stays as it is, and the form asks for it again.
 */
export function migrateAnswers(rules: readonly MappingRule[], answers: Answers): Answers {
  return rules.reduce(applied, answers);
}

function applied(answers: Answers, rule: MappingRule): Answers {
  if (rule.do === 'rename') return renamed(answers, rule.from.split('.'), rule.to.split('.'));
  const path = rule.field.split('.');
  switch (rule.do) {
    case 'drop':
    case 'ask-again':
      return changedAt(answers, path, () => undefined);
    case 'values':
      return changedAt(answers, path, (value) => mapped(value, rule.map));
    case 'scale':
      return changedAt(answers, path, (value) =>
        typeof value === 'number' ? Math.round((value * rule.times * 1000) / rule.by) / 1000 : value,
      );
    case 'convert':
      return changedAt(answers, path, (value) => converted(value, rule.to));
  }
}

/** Applies a change to an answer, in groups to that of every row; `undefined` takes it away. */
function changedAt(
  answers: Answers,
  path: readonly string[],
  change: (value: Json) => Json | undefined,
): Answers {
  const [name = '', ...rest] = path;
  const value = Object.hasOwn(answers, name) ? answers[name] : undefined;
  if (value === undefined) return answers;
  const next = rest.length === 0 ? change(value) : inRows(value, (row) => changedAt(row, rest, change));
  return next === undefined ? without(answers, name) : { ...answers, [name]: next };
}

function inRows(value: Json, change: (row: Answers) => Answers): Json {
  if (!Array.isArray(value)) return value;
  return value.map((row: Json) => (isJsonObject(row) ? change(row) : row));
}

function without(answers: Answers, name: string): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([key]) => key !== name));
}

/** An answer that is there already stays: whoever was asked under the new name has said the newer thing. */
function renamed(answers: Answers, from: readonly string[], to: readonly string[]): Answers {
  const [first = '', ...restFrom] = from;
  const [target = '', ...restTo] = to;
  if (restFrom.length === 0 && restTo.length === 0) {
    if (!Object.hasOwn(answers, first) || first === target) return answers;
    const value = answers[first];
    const rest = without(answers, first);
    return value === undefined || Object.hasOwn(rest, target) ? rest : { ...rest, [target]: value };
  }
  if (restFrom.length === 0 || restTo.length === 0) return answers;
  const moved = first === target ? answers : renamed(answers, [first], [target]);
  const rows = moved[target];
  if (rows === undefined) return moved;
  return { ...moved, [target]: inRows(rows, (row) => renamed(row, restFrom, restTo)) };
}

function mapped(value: Json, map: Readonly<Record<string, string>>): Json {
  const one = (text: Json): Json =>
    typeof text === 'string' && Object.hasOwn(map, text) ? (map[text] ?? text) : text;
  return Array.isArray(value) ? [...new Set<Json>(value.map(one))] : one(value);
}

function converted(value: Json, to: 'text' | 'number' | 'list' | 'single'): Json {
  switch (to) {
    case 'text':
      return typeof value === 'number' ? String(value).replace('.', ',') : value;
    case 'number':
      return asNumber(value);
    case 'list':
      return Array.isArray(value) ? value : [value];
    case 'single':
      return Array.isArray(value) && value.length === 1 ? (value[0] ?? value) : value;
  }
}

function asNumber(value: Json): Json {
  if (typeof value !== 'string' || !/^-?\d{1,9}(?:[.,]\d{1,3})?$/.test(value.trim())) return value;
  return Number(value.trim().replace(',', '.'));
}

/** The rules that lead back, where each has one; null where something is lost on the way. */
export function invertRules(rules: readonly MappingRule[]): readonly MappingRule[] | null {
  const inverted = rules.map(inverse);
  return inverted.some((rule) => rule === null)
    ? null
    : inverted.filter((rule) => rule !== null).toReversed();
}

function inverse(rule: MappingRule): MappingRule | null {
  if (rule.do === 'rename') return { do: 'rename', from: rule.to, to: rule.from };
  if (rule.do !== 'values') return null;
  const pairs = Object.entries(rule.map).map(([from, to]): [string, string] => [to, from]);
  const back = Object.fromEntries(pairs);
  // Two values that became one, or one that was taken already, cannot be told apart again.
  const isUnique =
    Object.keys(back).length === pairs.length && pairs.every(([to]) => !Object.hasOwn(rule.map, to));
  return isUnique ? { do: 'values', field: rule.field, map: back } : null;
}
