/** One thing that was looked at. */
export interface Finding {
  readonly id: string;
  readonly ok: boolean;
  /** What was found, in a sentence for the operator. */
  readonly what: string;
  /** What to do about it; `null` where nothing is to be done. */
  readonly remedy: string | null;
}

/** All is well. */
export function fine(id: string, what: string): Finding {
  return { id, ok: true, what, remedy: null };
}

/** Something is to be done. */
export function wrong(id: string, what: string, remedy: string): Finding {
  return { id, ok: false, what, remedy };
}
