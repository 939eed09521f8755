import type { Anbieter } from '#efa';
import type { FormContext } from '#forms';
import type { Onlinedienst } from '#forms/onlinedienst';
import type { Clock, LocalDate, Result } from '#kernel';
import type { Acting, Actor, Database, Html, Principal, TenantId } from '#platform';
import type { Befund } from './befund.ts';

/** A Kommune as which a form can be shown: its name and what it states for the service. */
export interface VorschauKommune {
  readonly ags: string;
  readonly name: string;
  readonly werte: Readonly<Record<string, unknown>>;
}

/** A question on an element of a draft, as the page of a proposal shows it. */
export interface Anmerkung {
  readonly betreff: string;
  readonly frage: string;
  readonly href: string;
  /** The element that it is about. */
  readonly wozu: string;
  readonly wartet: boolean;
}

/** A service with the layers and values of a Kommune, live or not. */
export interface Probe {
  readonly kommune: string;
  readonly dienst: Onlinedienst;
  readonly context: FormContext;
}

/** What this context needs from those who compose it. */
export interface WorkshopDeps extends Acting {
  readonly db: Database;
  readonly clock: Clock;
  readonly demo: boolean;
  /** All Onlinedienste in their newest version: shipped ones and those published here. */
  readonly onlinedienste: () => Promise<readonly Onlinedienst[]>;
  /** What the catalogue calls the Leistung of a LeiKa key; `null` where it knows none. */
  readonly leistungName: (leika: string) => Promise<string | null>;
  /** The IT-Dienstleister for which somebody acts; `null` for everybody else. */
  readonly ownAnbieter: (principal: Principal | null) => Promise<Anbieter | null>;
  /** Names of the people of a house by their actor, for „wer hat das geändert“. */
  readonly namen: (tenant: TenantId) => Promise<ReadonlyMap<string, string>>;
  /** The Kommunen of the own circle that use a service, with their values. */
  readonly kommunen: (principal: Principal, dienst: string) => Promise<readonly VorschauKommune[]>;
  /** What a page shows of the questions on an element of a draft. */
  readonly rueckfragen: (
    principal: Principal | null,
    record: { readonly art: string; readonly id: string },
  ) => Promise<Html>;
  /** The questions on a draft and all its elements that somebody may see, the latest first. */
  readonly anmerkungen: (principal: Principal | null, dienst: string) => Promise<readonly Anmerkung[]>;
  /** A service as it is for somebody's own Kommune that connects it; `null` where they have no such Anbindung. */
  readonly probe: (principal: Principal | null, dienst: string) => Promise<Result<Probe> | null>;
  /** Proves a definition that compiles; errors keep it from being published. */
  readonly pruefe: (dienst: Onlinedienst, today: LocalDate) => Promise<readonly Befund[]>;
  /** Offers a published service to all Kommunen. */
  readonly offer: (actor: Actor, anbieter: Anbieter, dienst: string) => Promise<Result<unknown>>;
  /** A version was published: whoever holds a snapshot of all services reads anew. */
  readonly published: () => void;
}

export const workshopPermissions = { author: 'workshop.author', publish: 'workshop.publish' } as const;

/** The art of record under which questions hang on a draft and its elements. */
export const entwurfArt = 'onlinedienst-entwurf';
