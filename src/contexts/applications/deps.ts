import type { Blobs } from '#delivery';
import type { Clock } from '#kernel';
import type { Database, TenantId, Tx } from '#platform';
import type { Konten } from './konten.ts';
import type { PortalSite } from './portal-site.ts';
import type { Offers } from './use-cases/read-offer.ts';

/** What is counted against flooding, each on its own. */
export type Purpose = 'start' | 'resume' | 'save' | 'upload' | 'submit' | 'mail' | 'message' | 'receipt';

/** Seconds to wait, or 0 where the call may pass; `address` is the client's. */
export type Limit = (purpose: Purpose, address: string, tenant: TenantId) => number;

/** The Zustellpunkt that receives the Anträge of a service. */
export interface Destination {
  readonly tenant: TenantId;
  readonly zustellpunkt: string;
  /** What the office behind it is called. */
  readonly name: string;
}

/** Where an Antrag comes from, as far as its answers say; several offices may share a town. */
export interface AntragOrt {
  readonly plz?: string | undefined;
  readonly ortsteil?: string | undefined;
  readonly strasse?: string | undefined;
  readonly hausnummer?: string | undefined;
}

/** What an applicant tells the authority after the submission. The text is in clear: whoever keeps it seals it. */
export interface AuthorityNews {
  /** The message's id: told again, nothing happens twice. */
  readonly id: string;
  readonly nummer: string;
  readonly caseId: string;
  readonly submissionId: string;
  /** Who received the Antrag; another organisation than the portal's where it was sent to a Kreis. */
  readonly empfaenger: TenantId;
  readonly art: 'nachricht' | 'kontakt' | 'ruecknahme';
  readonly text: string;
  readonly at: Date;
}

/** What the use cases and doors of this context need from those who compose it. */
export interface ApplicationsDeps {
  readonly db: Database;
  readonly clock: Clock;
  /** Where ciphertexts of attachments lie (`fileBlobs` of delivery). */
  readonly blobs: Blobs;
  readonly offers: Offers;
  /** The name of the cookie with the applicant's tokens: `__Host-lw-<installation>-antrag`. */
  readonly cookieName: string;
  readonly limit: Limit;
  readonly sendMail: (mail: {
    readonly to: string;
    readonly subject: string;
    readonly text: string;
  }) => Promise<void>;
  /** Where a service of a Kommune delivers for a kind of office and a place; `null` where nothing is set up. */
  readonly destinationOf: (
    tx: Tx,
    site: PortalSite,
    dienst: string,
    office: string,
    ort: AntragOrt,
  ) => Promise<Destination | null>;
  /** Accounts from which a form may be filled in; none where no account can be asked. */
  readonly konten?: Konten;
  /** Hands the applicant's news to the authority's case, in the transaction that keeps them for the applicant. */
  readonly tellAuthority: (tx: Tx, news: AuthorityNews) => Promise<void>;
}
