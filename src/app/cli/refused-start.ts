import type { Refusal } from '#kernel';

/** The installation could not be opened; carries the refusal from wherever its first user stands. */
export class RefusedStart extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.message);
    this.refusal = refusal;
  }
}
