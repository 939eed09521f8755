import type { FieldProblem } from '#kernel';
import type { WebWords } from './words.ts';

/** What the parts of a page need besides themselves. */
export interface FieldRendering {
  readonly problems: readonly FieldProblem[];
  /** The row or group that has the focus when the page opens. */
  readonly focus: string | null;
  readonly words: WebWords;
}
