import type { DutiesWorld } from '#duties';
import type { Clock } from '#kernel';
import type { Law } from './domain/law.ts';

/** Akteure and registers as they are now, on catalogue, territory and rules. */
export interface LawWorld extends DutiesWorld {
  readonly law: Law;
}

/** What the doors of this context need from those who compose it. */
export interface LawDeps {
  readonly clock: Clock;
  readonly demo: boolean;
  readonly world: () => Promise<LawWorld>;
}
