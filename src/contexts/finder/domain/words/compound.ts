import { stemGerman } from './stem-german.ts';

/** A compound cut once; both sides may be compounds again. */
export interface Cut {
  readonly head: string;
  readonly tail: string;
}

/** How good a word a stem is, 0 for none: the more often it stands alone, the better. */
export type WordGrade = (stem: string) => number;

const joints = ['', 's', 'es', 'n', 'en', 'er', 'e', 'ens'];
const shortest = 3;

/**
 * The best cut of a folded compound into two words that `grade` knows, with the joint taken off the first:
 * „hundesteuer“ into „hund“ and „steuer“, „schulbeginn“ into „schule“ and „beginn“. Null where none is good.
 */
export function cutCompound(word: string, grade: WordGrade): Cut | null {
  if (word.length < 2 * shortest + 1 || /[^a-z]/.test(word)) return null;
  let best: Cut | null = null;
  let bestScore = 0;
  for (let at = shortest; at <= word.length - shortest; at += 1) {
    const tail = word.slice(at);
    const tailGrade = gradeOf(tail, grade);
    if (tailGrade === 0) continue;
    const head = bestHead(word.slice(0, at), grade);
    const score = head === null ? 0 : Math.min(tailGrade, head.grade);
    if (head === null || score <= bestScore) continue;
    best = { head: head.word, tail };
    bestScore = score;
  }
  return best;
}

function bestHead(piece: string, grade: WordGrade): { word: string; grade: number } | null {
  let best: { word: string; grade: number } | null = null;
  for (const joint of joints) {
    if (!piece.endsWith(joint)) continue;
    const word = piece.slice(0, piece.length - joint.length);
    const found = gradeOf(word, grade) * (joint === '' ? 1 : 0.95);
    if (found > (best?.grade ?? 0)) best = { word, grade: found };
  }
  return best;
}

/** Long pieces are trusted, short ones only where they are frequent words. */
function gradeOf(piece: string, grade: WordGrade): number {
  if (piece.length < shortest) return 0;
  const known = grade(stemGerman(piece));
  if (known === 0 || (piece.length === shortest && known < 6)) return 0;
  return piece.length + Math.min(Math.log2(1 + known), 4);
}
