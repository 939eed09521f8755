import type { DutiesWorld } from '#duties';
import type { Kommune } from '#efa';
import type { FinderReadDeps } from '#finder';
import type { Clock, LocalDate } from '#kernel';
import type { Database, Principal, ScanVerdict, TenantId } from '#platform';
import type { RoutingDeps } from '#routing';
import type { AussehenLeser } from './store-aussehen.ts';
import type { DienstReader } from './use-cases/read-dienst.ts';

/** The site that a host stands for. */
export interface PortalSite {
  readonly tenant: TenantId;
  readonly ags: string;
  readonly name: string;
  readonly slug: string;
  /** `http://lemgo.localhost:8080` */
  readonly origin: string;
}

/** A barrier or mistake that somebody told. */
export interface Meldung {
  readonly site: Pick<PortalSite, 'name' | 'slug'>;
  /** The Kommune's address, to which the message goes. */
  readonly to: string;
  readonly text: string;
  readonly page: string;
  readonly contact: string;
}

/** What finding and answering for any place needs. */
export interface AuskunftDeps {
  readonly demo: boolean;
  readonly db: Database;
  readonly clock: Clock;
  readonly world: () => Promise<DutiesWorld>;
  /** The Leistungen that have ended by a day, each with its last day. */
  readonly ended: (date: LocalDate) => Promise<ReadonlyMap<string, LocalDate>>;
  readonly dienste: DienstReader;
  readonly finder: FinderReadDeps;
  readonly routing: Pick<RoutingDeps, 'world' | 'fremd'>;
  /** Scheme, host and port of the search that answers for every place. */
  readonly sucheOrigin: string;
}

/** What reading a site needs. */
export interface PortalReadDeps extends AuskunftDeps {}

/** What the public pages of a Kommune need. */
export interface PortalDeps extends PortalReadDeps {
  /** The IT-Dienstleister that runs the site for the Kommune (Auftragsverarbeitung); null where it runs it itself. */
  readonly dienstleisterOf: (site: Pick<PortalSite, 'tenant'>) => Promise<string | null>;
  readonly sendFeedback: (meldung: Meldung) => Promise<void>;
  /** How the site looks, as its Kommune published it. */
  readonly aussehen: AussehenLeser;
  /** Somebody signed in for this Kommune sees the site before it is published, with a mark. */
  readonly mayPreview?: (principal: Principal | null, site: Pick<PortalSite, 'tenant'>) => boolean;
}

/** What those who describe a site need. */
export interface PortalStaffDeps extends Pick<PortalReadDeps, 'db' | 'clock' | 'world' | 'ended' | 'finder'> {
  readonly demo: boolean;
  /** The Kommune for which somebody acts; `null` for providers and the operator. */
  readonly ownKommune: (principal: Principal | null) => Promise<Kommune | null>;
  /** Looks for malware in what came without passing the scanner; `null` where none is configured. */
  readonly scan: (bytes: Buffer) => Promise<ScanVerdict | null>;
  /** The organisation of a body, for the operator at the command line; `null` where it has none. */
  readonly kommuneOf: (ags: string) => Promise<Kommune | null>;
  /** Scheme, host and port of a site: `http://lemgo.localhost:8080`. */
  readonly originOf: (slug: string) => string;
}

/** What the API and the command line need: describing a site, and reading all of them. */
export interface PortalDoorDeps extends PortalStaffDeps, PortalReadDeps {}
