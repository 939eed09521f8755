import type { Clock } from '#kernel';
import type { Actor, Database, KeyRing, Logger, OutgoingMail, TenantId } from '#platform';
import type { WebhookEvent } from './domain/webhook.ts';
import type { WebhookCall } from './post-webhook.ts';

/** Who reads a summary: its lines may only say what this person may see. */
export interface DigestReader {
  readonly tenant: TenantId;
  readonly memberId: string;
  readonly actor: Actor;
  readonly permissions: ReadonlySet<string>;
}

/** What is new in one part: how many things, and a few lines about them without personal data or secrets. */
export interface DigestPart {
  readonly count: number;
  readonly lines: readonly string[];
  /** Path of the page that shows it all to this reader, where that is another one than the source's. */
  readonly href?: string;
}

/** A part of the summary. Contexts above this one declare theirs, `app` registers them. */
export interface DigestSource {
  /** Stable name: `neuerungen`. */
  readonly key: string;
  readonly label: string;
  /** Path of the page that shows it all, unless the part for a reader names another. */
  readonly href: string;
  /** What became new for the reader after `since`; a count of 0 where nothing did or the reader may not see it. */
  readonly since: (reader: DigestReader, since: Date) => Promise<DigestPart>;
}

/** What this context needs from those who compose it. */
export interface NoticesDeps {
  readonly db: Database;
  readonly keys: KeyRing;
  readonly clock: Clock;
  readonly demo: boolean;
  readonly logger: Pick<Logger, 'warn'>;
  readonly sendMail: (mail: OutgoingMail) => Promise<void>;
  /** Scheme, host and port of the staff area, for links in mails. */
  readonly staffOrigin: string;
  /** Scheme, host and port of the API, for links in calls. */
  readonly apiOrigin: string;
  readonly mailRate: { readonly mails: number; readonly minutes: number };
  readonly digestSources: readonly DigestSource[];
  /** The events that a webhook can be told of. */
  readonly webhookEvents: readonly WebhookEvent[];
  readonly postWebhook: WebhookCall;
}

/** Who asks, and for which organisation. */
export interface Caller {
  readonly tenant: TenantId;
  readonly actor: Actor;
  readonly permissions: ReadonlySet<string>;
}
