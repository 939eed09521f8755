import type { inspectForm } from '#forms';

/** A proven form with every expression as a tree. */
export type FormInspection = ReturnType<typeof inspectForm>;
