import type { OfficeReading } from './use-cases/change-offices.ts';
import type { Hashing, Mailing, Storage } from './use-cases/deps.ts';
import type { BodyFinding } from './use-cases/onboard-kommune.ts';

/** What the doors of this context need from those who compose it. */
export interface IdentityDeps extends Storage, Hashing, Mailing, BodyFinding, OfficeReading {
  readonly installationName: string;
  readonly demo: boolean;
  /** Carries the session: `__Host-lw-<installation>-session`. */
  readonly cookieName: string;
  /** Carries the secret of a mail link from its first request to its form: `__Host-lw-<installation>-link`. */
  readonly linkCookieName: string;
}
