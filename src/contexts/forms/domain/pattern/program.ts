import { limits } from '../limits.ts';
import type { CharacterTest } from './character-class.ts';
import type { PatternNode } from './parse-pattern.ts';

/** One step of a pattern: take a character, go on elsewhere, or be done. */
export type Step =
  | { readonly kind: 'one'; readonly fits: CharacterTest }
  | { readonly kind: 'jump'; readonly to: readonly number[] }
  | { readonly kind: 'done' };

/** The steps of a pattern; null where they would be too many. */
export function programOf(node: PatternNode): readonly Step[] | null {
  const steps: Step[] = [];
  if (!write(node, steps)) return null;
  steps.push({ kind: 'done' });
  return steps;
}

function write(node: PatternNode, steps: Step[]): boolean {
  if (steps.length > limits.patternSteps) return false;
  if (node.kind === 'one') {
    steps.push({ kind: 'one', fits: node.fits });
    return true;
  }
  if (node.kind === 'sequence') return node.parts.every((part) => write(part, steps));
  return node.kind === 'repeat' ? writeRepeat(node, steps) : writeChoice(node.parts, steps);
}

function writeChoice(parts: readonly PatternNode[], steps: Step[]): boolean {
  const at = steps.length;
  steps.push({ kind: 'done' });
  const starts: number[] = [];
  const ends: number[] = [];
  for (const part of parts) {
    starts.push(steps.length);
    if (!write(part, steps)) return false;
    ends.push(steps.length);
    steps.push({ kind: 'done' });
  }
  steps[at] = { kind: 'jump', to: starts };
  for (const end of ends) steps[end] = { kind: 'jump', to: [steps.length] };
  return true;
}

function writeRepeat(
  { part, least, most }: Extract<PatternNode, { kind: 'repeat' }>,
  steps: Step[],
): boolean {
  const start = steps.length;
  for (let count = 0; count < least; count += 1) {
    if (!write(part, steps)) return false;
    // What takes no character need not be repeated.
    if (steps.length === start) return true;
  }
  if (most === Number.POSITIVE_INFINITY) {
    const at = steps.length;
    steps.push({ kind: 'done' });
    if (!write(part, steps)) return false;
    steps.push({ kind: 'jump', to: [at] });
    steps[at] = { kind: 'jump', to: [at + 1, steps.length] };
    return true;
  }
  const skips: number[] = [];
  for (let count = least; count < most; count += 1) {
    skips.push(steps.length);
    steps.push({ kind: 'done' });
    if (!write(part, steps)) return false;
  }
  for (const skip of skips) steps[skip] = { kind: 'jump', to: [skip + 1, steps.length] };
  return true;
}
