import { limits } from '../limits.ts';
import { parsePattern } from './parse-pattern.ts';
import { programOf, type Step } from './program.ts';

export type Pattern =
  | { readonly ok: true; readonly matches: (text: string) => boolean }
  | { readonly ok: false; readonly at: number; readonly message: string };

/**
 * A pattern that the whole text must fulfil. It is run on all ways at once, so that its time grows with the length of the
 * text alone: no pattern that an author writes can make a form hang. No back references, no look-around.
 */
export function compilePattern(source: string): Pattern {
  if (source.length > limits.patternLength)
    return { ok: false, at: 0, message: `Das Muster ist länger als ${limits.patternLength} Zeichen.` };
  const parsed = parsePattern(source);
  if ('message' in parsed) return { ok: false, ...parsed };
  const program = programOf(parsed);
  if (program === null)
    return { ok: false, at: 0, message: 'Das Muster ist zu groß. Verringern Sie die Wiederholungen.' };
  return { ok: true, matches: (text) => text.length <= limits.textLength && runs(program, text) };
}

function runs(program: readonly Step[], text: string): boolean {
  let open = reach(program, [0]);
  for (const character of text) {
    const next: number[] = [];
    for (const at of open) {
      const step = program[at];
      if (step?.kind === 'one' && step.fits(character)) next.push(at + 1);
    }
    if (next.length === 0) return false;
    open = reach(program, next);
  }
  return open.has(program.length - 1);
}

/** All steps that can be reached from these without a further character. */
function reach(program: readonly Step[], from: readonly number[]): Set<number> {
  const seen = new Set<number>();
  const open = [...from];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    const step = program[at];
    if (step?.kind === 'jump') open.push(...step.to);
  }
  return seen;
}
