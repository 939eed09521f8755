import type { CompassDeps, Figures } from '#compass';
import type { Clock, LocalDate } from '#kernel';
import type { Database, KeyRing, OutgoingMail, TenantId } from '#platform';
import type { Register } from '#solutions';
import type { BestandFrist } from './domain/bestand.ts';

/** The days of OZG 2.0 that concern a body, and the state of the collection that they come from. */
export interface Fristen {
  readonly stand: LocalDate | null;
  readonly zeilen: readonly BestandFrist[];
}

/** What reports, public pages, open data and overviews need of those who compose them. */
export interface ReportsDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly demo: boolean;
  readonly compass: CompassDeps;
  readonly figures: () => Promise<Figures>;
  readonly fristenOf: (ags: string, date: LocalDate) => Promise<Fristen>;
  readonly register: () => Promise<Register>;
  /** Opens names and addresses of those who are told of a report. */
  readonly keys: Pick<KeyRing, 'dataKeyOf'>;
  readonly sendMail: (mail: OutgoingMail) => Promise<void>;
  /** Whoever of a Kommune is not mailed when a report waits for them. */
  readonly ohneBerichtMail: (tenant: TenantId) => Promise<ReadonlySet<string>>;
  /** The address under which this installation is reached, without a slash at its end. */
  readonly origin: string;
}
