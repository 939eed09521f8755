import type { FormFeeLine } from '../compile/form.ts';
import type { Env } from '../expression/value.ts';
import { type Evaluation, inRow } from './evaluation.ts';

export interface FeeItem {
  readonly id: string;
  readonly label: string;
  readonly leika: string | null;
  readonly period: 'once' | 'yearly';
  /** Null where the answers or the Kommune's table do not give an amount yet. */
  readonly cents: number | null;
}

/** What it costs, in cents, line by line; the sums are exact. */
export interface Fee {
  readonly lines: readonly FeeItem[];
  /** Sum of what falls due once. */
  readonly onceCents: number;
  /** Sum of what falls due every year. */
  readonly yearlyCents: number;
  readonly cents: number;
  /** Whether every line has an amount. */
  readonly complete: boolean;
  readonly note: string | null;
}

/**
 * The fee for these answers by the Kommune's values and the day of the evaluation; where `concerns` is given, of those
 * Leistungen alone.
 */
export function feeOf(evaluation: Evaluation, concerns: (leika: string | null) => boolean = () => true): Fee {
  const { form, env } = evaluation;
  const lines = (form.fee?.lines ?? [])
    .filter(({ definition }) => concerns(definition.leika ?? null))
    .flatMap((line) => itemsOf(line, env));
  const sum = (period: FeeItem['period']): number =>
    lines.reduce((total, item) => (item.period === period ? total + (item.cents ?? 0) : total), 0);
  const [onceCents, yearlyCents] = [sum('once'), sum('yearly')];
  return {
    lines,
    onceCents,
    yearlyCents,
    cents: onceCents + yearlyCents,
    complete: lines.every(({ cents }) => cents !== null),
    note: form.fee?.note?.(env) ?? null,
  };
}

function itemsOf(line: FormFeeLine, env: Env): FeeItem[] {
  if (line.group === null) return itemOf(line, env, '');
  const rows = env.groups[line.group] ?? [];
  return rows.flatMap((row, index) => inRow(env, 0, row, () => itemOf(line, env, `.${index}`)));
}

function itemOf(line: FormFeeLine, env: Env, suffix: string): FeeItem[] {
  if (line.condition && !line.condition(env)) return [];
  const amount = line.amount(env);
  const { id, leika = null, period = 'once' } = line.definition;
  return [
    {
      id: `${id}${suffix}`,
      label: line.label(env),
      leika,
      period,
      cents: typeof amount === 'number' ? amount : null,
    },
  ];
}
