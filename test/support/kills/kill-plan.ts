import type { Chance } from './seeded-chance.ts';

/** What is killed: a process of ours, all of PostgreSQL, the one process of it that serves the statement, or everything. */
export type Target = 'web' | 'worker' | 'postgresql' | 'backend' | 'everything';

/** The parts of the way of an Antrag, in their order. */
export const phases = ['draft', 'upload', 'submit', 'delivery'] as const;
export type Phase = (typeof phases)[number];

/** How many moments (statements, pieces of a file) each step of a phase has. */
export type Steps = ReadonlyMap<string, { readonly phase: Phase; readonly moments: number }>;

/** Kill `target` at the `moment`th moment of `step`: before it reaches PostgreSQL, or when it is done and nobody knows. */
export interface PlannedKill {
  readonly step: string;
  readonly moment: number;
  readonly when: 'before' | 'after';
  readonly target: Target;
}

/** Whom the kills of a phase hit, in turn: mostly who works in it. */
const targets: Readonly<Record<Phase, readonly Target[]>> = {
  draft: ['web', 'postgresql', 'web', 'backend', 'everything', 'worker'],
  upload: ['web', 'backend', 'postgresql', 'web', 'everything', 'worker'],
  submit: ['web', 'postgresql', 'backend', 'web', 'worker', 'everything'],
  delivery: ['worker', 'postgresql', 'worker', 'backend', 'worker', 'web', 'everything'],
};

/** Plans kills: as many in each phase, evenly over its moments, in an order of chance. */
export function planKills(kills: number, steps: Steps, chance: Chance): readonly PlannedKill[] {
  const plans = phases.flatMap((phase, index) => {
    const share = Math.floor((kills + index) / phases.length);
    const moments = [...steps].flatMap(([step, of]) =>
      of.phase === phase ? Array.from({ length: of.moments }, (_, moment) => ({ step, moment })) : [],
    );
    const turn = chance.below(targets[phase].length);
    return Array.from({ length: share }, (_, n): PlannedKill => {
      const from = Math.floor((n * moments.length) / share);
      const to = Math.max(from + 1, Math.floor(((n + 1) * moments.length) / share));
      const chosen = moments[from + chance.below(to - from)];
      const target = targets[phase][(turn + n) % targets[phase].length];
      if (!chosen || !target) throw new Error(`no moment in ${phase}`);
      return { ...chosen, target, when: chance.below(2) === 0 ? 'before' : 'after' };
    });
  });
  return chance.shuffled(plans);
}
