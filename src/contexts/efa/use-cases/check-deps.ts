import type { EfaDeps } from '../doors-deps.ts';

/** What a look at everything before the go-live needs. */
export type CheckDeps = Pick<EfaDeps, 'db' | 'clock' | 'probes' | 'world' | 'ended' | 'zustellpunkte'>;
