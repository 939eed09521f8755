import type { LocalDate } from '#kernel';
import type { Change } from './change.ts';
import type { MappingRule, Transition } from './transition-schema.ts';

/** What may be known of a draft without its key: version, names of answered fields, rows of groups, page. */
export interface DraftShape {
  readonly version: number;
  readonly fields: readonly string[];
  readonly rows: Readonly<Record<string, number>>;
  readonly page: string;
}

/** The changes that a transition leaves without a rule. */
export function uncovered(changes: readonly Change[], rules: readonly MappingRule[]): readonly Change[] {
  const covered = new Set(rules.map((rule) => (rule.do === 'rename' ? rule.from : rule.field)));
  return changes.filter(
    (change) => change.class !== 'sicher' && change.field !== null && !isWithin(change.field, covered),
  );
}

function isWithin(field: string, covered: ReadonlySet<string>): boolean {
  if (covered.has(field)) return true;
  const outer = field.includes('.') ? field.slice(0, field.lastIndexOf('.')) : '';
  return outer !== '' && isWithin(outer, covered);
}

/** What a transition would do to the drafts there are: numbers, no draft. */
export interface DryRun {
  readonly drafts: number;
  /** Drafts that keep every answer as it is. */
  readonly untouched: number;
  /** Drafts in which a rule changes, moves or takes away an answer. */
  readonly mapped: number;
  /** Drafts with an answer that no rule covers. */
  readonly losing: number;
  /** By rule, in the order of the rules: how many drafts it concerns. */
  readonly byRule: readonly number[];
  /** By uncovered field: how many drafts have answered it. */
  readonly byField: Readonly<Record<string, number>>;
}

/** Tries a transition on the shapes of the drafts of its version. A group counts as answered where it has rows. */
export function dryRun(
  changes: readonly Change[],
  { from, rules }: { readonly from: number; readonly rules: readonly MappingRule[] },
  shapes: readonly DraftShape[],
): DryRun {
  const own = shapes.filter(({ version }) => version === from);
  const open = [...new Set(uncovered(changes, rules).flatMap(({ field }) => field ?? []))];
  const touches = rules.map((rule) => (rule.do === 'rename' ? rule.from : rule.field));
  const has = (shape: DraftShape, field: string) => answered(shape, field);
  const losing = own.filter((shape) => open.some((field) => has(shape, field)));
  const mapped = own.filter((shape) => touches.some((field) => has(shape, field)));
  return {
    drafts: own.length,
    untouched: own.filter((shape) => !losing.includes(shape) && !mapped.includes(shape)).length,
    mapped: mapped.length,
    losing: losing.length,
    byRule: touches.map((field) => own.filter((shape) => has(shape, field)).length),
    byField: Object.fromEntries(
      open.map((field) => [field, own.filter((shape) => has(shape, field)).length]),
    ),
  };
}

function answered({ fields, rows }: DraftShape, field: string): boolean {
  const [group = '', inner] = field.split('.');
  return inner === undefined ? fields.includes(group) : (rows[group] ?? 0) > 0;
}

/** What becomes of a draft on the next visit. */
export type Move = 'stay' | 'move' | 'ask';

/**
 * Decides by policy and day: from the legal cut-off on only the new version counts, whatever policy or applicant say.
 * `wanted` is what the applicant chose, where the policy asks. Over several versions the strictest policy counts.
 */
export function decideMove(
  steps: readonly Pick<Transition, 'policy' | 'cutoff'>[],
  today: LocalDate,
  wanted: 'old' | 'new' | null,
): Move {
  if (steps.length === 0) return 'stay';
  if (steps.some(({ cutoff }) => cutoff !== undefined && cutoff <= today)) return 'move';
  if (steps.some(({ policy }) => policy === 'pin')) return 'stay';
  if (steps.every(({ policy }) => policy === 'move')) return 'move';
  if (wanted === null) return 'ask';
  return wanted === 'new' ? 'move' : 'stay';
}

/** The transitions from one version to another, step by step; a step that nobody described moves on without rules. */
export function stepsBetween(
  transitions: readonly Transition[],
  dienst: string,
  from: number,
  to: number,
): readonly Transition[] {
  const steps: Transition[] = [];
  for (let version = from; version < to; version += 1) {
    const known = transitions.find((each) => each.dienst === dienst && each.from === version);
    steps.push(
      known ?? {
        format: 'leitwerk/uebergang@1',
        dienst,
        from: version,
        to: version + 1,
        policy: 'move',
        rules: [],
      },
    );
  }
  return steps;
}

/** The earliest legal cut-off among steps. */
export function cutoffOf(steps: readonly Pick<Transition, 'cutoff'>[]): string | null {
  return steps.flatMap(({ cutoff }) => cutoff ?? []).toSorted()[0] ?? null;
}
