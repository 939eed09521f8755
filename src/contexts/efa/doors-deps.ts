import type { Zustellpunkt } from '#delivery';
import type { DutiesWorld } from '#duties';
import type { Onlinedienst } from '#forms/onlinedienst';
import type { Clock, LocalDate } from '#kernel';
import type { Actor, Database, Html, Principal, TenantId, Tx } from '#platform';
import type { CheckItem } from './domain/check-item.ts';
import type { OnlinedienstData, ParameterValues } from './domain/onlinedienst.ts';

/** A Kommune that uses the installation: its organisation, its key, its name. */
export interface Kommune {
  readonly tenant: TenantId;
  readonly ags: string;
  readonly name: string;
}

/** An IT-Dienstleister that offers Onlinedienste. */
export interface Anbieter {
  readonly tenant: TenantId;
  readonly name: string;
}

/** What a go-live probe looks at. */
export interface ProbeSubject {
  readonly actor: Actor;
  readonly kommune: Kommune;
  readonly dienst: OnlinedienstData;
  /** The two documents of the version, as it was offered. */
  readonly definition: { readonly dienst: unknown; readonly formular: unknown };
  readonly parameters: ParameterValues;
  readonly date: LocalDate;
}

/** Something that must hold before a service goes live, and that this context cannot know of itself. */
export interface GoLiveProbe {
  readonly id: string;
  /** Asked also before a live service gets other parameters. */
  readonly guardsParameters?: boolean;
  readonly probe: (subject: ProbeSubject) => Promise<readonly CheckItem[]>;
  /**
   * The same for many Kommunen at once, by organisation, where looking at each by itself would take long; `tx` sees the
   * Kommunen that its IT-Dienstleister cares for.
   */
  readonly probeMany?: (
    subjects: readonly ProbeSubject[],
    tx: Tx,
  ) => Promise<ReadonlyMap<TenantId, readonly CheckItem[]>>;
}

/** What the use cases and doors of this context need from those who compose it. */
export interface EfaDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly demo: boolean;
  readonly world: () => Promise<DutiesWorld>;
  /** The Onlinedienste that lie in the definition folders, proven (`loadOnlinedienste` of `forms`). */
  readonly onlinedienste: () => Promise<readonly Onlinedienst[]>;
  readonly probes: readonly GoLiveProbe[];
  /** The Zustellpunkte of a Kommune with their present keys (`listZustellpunkte` of `delivery`). */
  readonly zustellpunkte: (kommune: Kommune) => Promise<readonly Zustellpunkt[]>;
  /** The same of many Kommunen at once; without it each is asked for by itself. */
  readonly zustellpunkteVieler?: (
    kommunen: readonly Kommune[],
  ) => Promise<ReadonlyMap<TenantId, readonly Zustellpunkt[]>>;
  /** The Kommune for which somebody acts; `null` for providers and the operator. */
  readonly ownKommune: (principal: Principal | null) => Promise<Kommune | null>;
  /** The IT-Dienstleister for which somebody acts; `null` for everybody else. */
  readonly ownAnbieter: (principal: Principal | null) => Promise<Anbieter | null>;
  /** The organisation of a body, for the operator at the command line; `null` where it has none. */
  readonly kommuneOf: (ags: string) => Promise<Kommune | null>;
  /** An IT-Dienstleister by its exact name, for the operator at the command line. */
  readonly anbieterNamed: (name: string) => Promise<Anbieter | null>;
  /** The Kommunen that a provider looks after; `null` for everybody else. */
  readonly circleOf: (principal: Principal | null) => Promise<readonly Kommune[] | null>;
  /** How many Anträge came to these Kommunen, by Onlinedienst: counts only. */
  readonly antragCounts: (kommunen: readonly Kommune[]) => Promise<ReadonlyMap<string, number>>;
  /** The Leistungen that have ended by a day, each with its last day. */
  readonly ended: (date: LocalDate) => Promise<ReadonlyMap<string, LocalDate>>;
  /** The address on which a coordinator tries a service before it is live; `null` where there is none. */
  readonly previewHref: (kommune: Kommune, dienst: string) => string | null;
  /** The page of a service on the Kommune's public site; `null` while that is not public. */
  readonly portalHref?: (kommune: Kommune, dienst: string) => Promise<string | null>;
  /** Why a Kommune cannot take a version by itself, as while it is being rolled out; `null` where it may. */
  readonly fassungGehalten?: (kommune: Kommune, dienst: string, fassung: string) => Promise<string | null>;
  /** What a service's page shows of the questions on it and of what was decided about it; `app` wires it. */
  readonly rueckfragen?: (
    principal: Principal | null,
    record: { readonly art: 'onlinedienst'; readonly id: string },
  ) => Promise<Html>;
}
