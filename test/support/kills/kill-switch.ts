import type { Phase, PlannedKill, Steps, Target } from './kill-plan.ts';
import type { Interruption, SeenStatement, StatementWatch } from './statement-watch.ts';

type Kill = (target: Target, backend: number) => void;

/** Counts the moments of a way, and kills at the planned one. */
export interface KillSwitch {
  /** Before a way: what is to be killed, or `null` for the rehearsal. */
  readonly arm: (plan: PlannedKill | null, kill: Kill) => void;
  readonly enter: (phase: Phase, step: string) => void;
  /** A piece of a file leaves. */
  readonly piece: () => void;
  /** After a way: a kill whose moment did not come happens now. */
  readonly end: () => void;
  /** What happened at the moment of the kill. */
  readonly hitAt: () => string;
  /** How many moments the rehearsed way had. */
  readonly rehearsed: () => Steps;
}

interface Step {
  readonly phase: Phase;
  readonly name: string;
}

interface Way {
  readonly plan: PlannedKill | null;
  readonly kill: Kill;
  readonly steps: Map<string, { readonly phase: Phase; readonly moments: number }>;
  step: Step | null;
  hitAt: string | null;
}

export function killSwitch(watch: Pick<StatementWatch, 'look'>): KillSwitch {
  let way: Way = { plan: null, kill: () => {}, steps: new Map(), step: null, hitAt: null };
  let rehearsal: Steps | null = null;
  const hit = (at: string, backend: number) => {
    if (!way.plan) return;
    way.hitAt = at;
    way.kill(way.plan.target, backend);
  };
  /** Whether this very moment is the planned one. */
  const counted = (step: Step | null): boolean => {
    if (step === null) return false;
    const { phase, name } = step;
    const before = way.steps.get(name)?.moments ?? 0;
    way.steps.set(name, { phase, moments: before + 1 });
    return way.hitAt === null && way.plan?.step === name && way.plan.moment === before;
  };
  const missed = () => {
    const planned = way.plan !== null && way.plan.step === way.step?.name;
    if (planned && way.hitAt === null) hit('the end of the step', 0);
  };
  watch.look((statement: SeenStatement): Interruption | null => {
    const { text, backend } = statement;
    if (!counted(isDelivery(statement) ? deliveryIn(way.step) : way.step) || !way.plan) return null;
    return { when: way.plan.when, act: () => hit(shortened(text), backend) };
  });
  return {
    arm: (plan, kill) => {
      way = { plan, kill, steps: new Map(), step: null, hitAt: null };
    },
    enter: (phase, name) => {
      missed();
      way.step = { phase, name };
    },
    piece: () => {
      if (counted(way.step)) hit('a piece of a file', 0);
    },
    end: () => {
      missed();
      way.step = null;
      rehearsal ??= way.steps;
    },
    hitAt: () => way.hitAt ?? '',
    rehearsed: () => rehearsal ?? new Map(),
  };
}

/** What the worker does, also while the applicant still looks at the receipt. */
function isDelivery({ login, actor }: SeenStatement): boolean {
  return login.endsWith('_relay') || actor === 'system:eingang';
}

/** The worker asks for work all the time; it counts once something was submitted. */
function deliveryIn(step: Step | null): Step | null {
  return step?.phase === 'submit' || step?.phase === 'delivery' ? deliveryStep : null;
}

const deliveryStep: Step = { phase: 'delivery', name: 'delivery' };

function shortened(statement: string): string {
  const text = statement.replaceAll(/\s+/g, ' ').trim();
  return text.length > 70 ? `${text.slice(0, 70)}…` : text;
}
