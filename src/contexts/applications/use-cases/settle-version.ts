import type { Answers } from '#forms';
import {
  compareDefinitions,
  cutoffOf,
  decideMove,
  invertRules,
  migrateAnswers,
  readTransitions,
  stepsBetween,
  type Transition,
  uncovered,
} from '#overlays';
import type { Tx } from '#platform';
import type { ApplicationsDeps } from '../deps.ts';
import type { Offer } from './read-offer.ts';

/** In which version a draft goes on, with the answers as that version takes them. */
export interface Settled {
  readonly offer: Offer;
  readonly answers: Answers;
  /** The newer version that the applicant may take; null where there is nothing to decide. */
  readonly newer: NewerVersion | null;
}

export interface NewerVersion {
  readonly fassung: string;
  /** The day from which only the newer one counts by law. */
  readonly cutoff: string | null;
  readonly answers: Answers;
  readonly offer: Offer;
}

/**
 * Decides for a draft of an older version: stay, move on, or ask, by the published transitions and the legal cut-off.
 * Nobody described the way: it moves on, unless a change breaks answers. A version in which the Kommune's values no longer
 * work is left in any case. Where the provider took a version back, the draft goes back too: by the rules inverted.
 */
export async function settleVersion(
  tx: Tx,
  { offers, clock }: Pick<ApplicationsDeps, 'offers' | 'clock'>,
  offer: Offer,
  fassung: string,
  answers: Answers,
): Promise<Settled> {
  const [from, to] = [Number(fassung), Number(offer.fassung)];
  const stands: Settled = { offer, answers, newer: null };
  if (!Number.isInteger(from) || !Number.isInteger(to) || from === to) return stands;
  const known = await readTransitions(tx, offer.dienst.id);
  if (from > to) return { ...stands, answers: movedBack(known, offer.dienst.id, from, to, answers) };
  const steps = stepsBetween(known, offer.dienst.id, from, to);
  const rules = steps.flatMap((step) => step.rules);
  const moved = migrateAnswers(rules, answers);
  const older = await offers.pinned(tx, offer, fassung);
  if (!older.ok) return { ...stands, answers: moved };
  const described = guarded(steps, known, older.value, offer);
  const move = decideMove(described, clock.today(), null);
  if (move === 'move') return { ...stands, answers: moved };
  const newer = { fassung: offer.fassung, cutoff: cutoffOf(steps), answers: moved, offer };
  return { offer: older.value, answers, newer: move === 'ask' ? newer : null };
}

/** Answers as an earlier version takes them. What cannot be told apart on the way back stays as it is, and is asked again. */
function movedBack(
  known: readonly Transition[],
  dienst: string,
  from: number,
  to: number,
  answers: Answers,
): Answers {
  const rules = stepsBetween(known, dienst, to, from).flatMap((step) => step.rules);
  const back = rules.toReversed().flatMap((rule) => invertRules([rule]) ?? []);
  return migrateAnswers(back, answers);
}

/** Without any published step, a break keeps the draft where it is. */
function guarded(
  steps: readonly Transition[],
  known: readonly Transition[],
  older: Offer,
  newer: Offer,
): readonly Transition[] {
  if (steps.some(({ from }) => known.some((each) => each.from === from))) return steps;
  const changes = compareDefinitions(older.dienst.form.definition, newer.dienst.form.definition);
  const breaks = uncovered(changes, []).some((change) => change.class === 'bruch');
  return breaks ? steps.map((step) => ({ ...step, policy: 'pin' as const })) : steps;
}
