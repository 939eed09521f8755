import type { Clock } from '#kernel';
import type { Actor, Database, KeyRing, TenantId } from '#platform';
import type { PasswordHasher } from '../credentials/password.ts';

/** What every use case of this context stands on. */
export interface Storage {
  readonly db: Database;
  readonly keys: KeyRing;
  readonly clock: Clock;
}

/** A mail to one person. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Sends mails at once, outside any transaction: a link's secret must never lie in a queue. */
export interface Mailing {
  readonly sendMail: (mail: Mail) => Promise<void>;
  /** Scheme, host and port of the staff area, for links in mails. */
  readonly staffOrigin: string;
  /** Does work after the answer, so that the answer's time tells nothing; its faults are logged. */
  readonly later: (work: () => Promise<void>) => void;
}

export interface Hashing {
  readonly passwords: PasswordHasher;
}

/** Who asks, and for which organisation. */
export interface Caller {
  readonly tenant: TenantId;
  readonly actor: Actor;
  readonly permissions: ReadonlySet<string>;
}
