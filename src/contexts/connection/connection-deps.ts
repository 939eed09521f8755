import type { Delivery } from '#delivery';
import type { Anbieter, EfaDeps, Kommune } from '#efa';
import type { Answers, ParameterValues } from '#forms';
import type { Onlinedienst } from '#forms/onlinedienst';
import type { Clock, LocalDate } from '#kernel';
import type { Acting, Database, KeyRing, OutgoingMail, Principal, TenantId, Tx } from '#platform';
import type { Katalog } from './domain/katalog.ts';
import type { Auftritt } from './domain/probes.ts';

/** Where the order of a Kommune for a service stands. */
export interface Auftrag {
  readonly zustand: string;
  /** Whether the provider accepted it, so that agreement and order are there. */
  readonly angenommen: boolean;
  readonly am: LocalDate | null;
}

/** The orders of several Kommunen for one service, by organisation; those without an order are missing. */
export type AuftragPort = (
  tx: Tx,
  dienst: string,
  kommunen: readonly Kommune[],
) => Promise<ReadonlyMap<TenantId, Auftrag>>;

/** Somebody who works the inbox of a Kommune: the Zustellpunkte by id, `null` for all. */
export interface Bearbeitung {
  readonly stellen: readonly string[] | null;
}

/** What the probes of the gate ask outside this context. */
export interface ProbeDeps extends Pick<ConnectionDeps, 'db' | 'clock' | 'katalog' | 'auftraege'> {
  readonly zustellpunkteVieler: NonNullable<EfaDeps['zustellpunkteVieler']>;
  /** The sites of several Kommunen, by organisation. */
  readonly auftritte: (kommunen: readonly Kommune[]) => Promise<ReadonlyMap<TenantId, Auftritt>>;
  /** Who works the inbox of a Kommune today. */
  readonly bearbeitung: (kommune: Kommune) => Promise<readonly Bearbeitung[]>;
}

/** What the use cases and doors of this context need from those who compose it. */
export interface ConnectionDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly demo: boolean;
  readonly keys: KeyRing;
  readonly katalog: Katalog;
  /** What the go-live check of efa looks at. */
  readonly efa: EfaDeps;
  readonly auftraege: AuftragPort;
  /** The Kommune for which somebody acts; `null` for providers and the operator. */
  readonly ownKommune: (principal: Principal | null) => Promise<Kommune | null>;
  /** The IT-Dienstleister for which somebody acts; `null` for everybody else. */
  readonly ownAnbieter: (principal: Principal | null) => Promise<Anbieter | null>;
  /** The Kommunen that an IT-Dienstleister cares for today. */
  readonly betreute: (anbieter: TenantId) => Promise<readonly Kommune[]>;
  /** Keys and files of delivery, for the rehearsal. */
  readonly delivery: Pick<Delivery, 'keys' | 'blobs'>;
  /** Invented answers with which a form can be submitted (`sampleAntrag` of `prover`); `null` where none were found. */
  readonly musterAntworten: (
    form: Onlinedienst['form'],
    values: ParameterValues,
    today: LocalDate,
  ) => Answers | null;
  readonly sendMail: (mail: OutgoingMail) => Promise<void>;
  readonly staffOrigin: string;
  /** Every organisation that may have something that runs out; a Kommune with its key. */
  readonly haeuser: () => Promise<
    readonly { readonly tenant: TenantId; readonly name: string; readonly ags: string | null }[]
  >;
  /** The Zustellpunkte of a house with the day on which their keys end. */
  readonly schluesselEnden: (
    kommunen: readonly Kommune[],
  ) => Promise<readonly { readonly tenant: TenantId; readonly name: string; readonly bis: LocalDate }[]>;
  /** Members of a house who are not to be mailed when a line waits for it: they read it in a summary, or want no such mail. */
  readonly ohneAmZugMail: (tenant: TenantId) => Promise<ReadonlySet<string>>;
  /** Contracts of a house that run out; the marketplace has them. */
  readonly vertragsEnden: (
    tenant: TenantId,
  ) => Promise<readonly { readonly titel: string; readonly bis: LocalDate; readonly href: string }[]>;
  readonly actingFor: Acting['actingFor'];
}
