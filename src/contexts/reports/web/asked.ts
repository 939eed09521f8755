import type { Berichtende } from '../use-cases/people.ts';
import type { Bericht } from '../use-cases/read-reports.ts';

/** A report with whoever opened it. */
export interface Asked {
  readonly who: Berichtende;
  readonly bericht: Bericht;
}
