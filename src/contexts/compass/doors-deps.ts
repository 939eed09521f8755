import type { Leistungsende } from '#catalogue';
import type { DutiesWorld } from '#duties';
import type { Feld } from '#fields';
import type { Clock, Quartal, Result } from '#kernel';
import type { Actor, Database, Html, KeyRing, Principal, ScanVerdict, TenantId } from '#platform';
import type { Reifegradmodelle } from './domain/apply-reifegrad.ts';
import type { KreisStand } from './domain/stand.ts';
import type { Figures } from './figures/open-figures.ts';

/** A Kommune that uses the installation: its organisation, its key, its name. */
export interface Kommune {
  readonly tenant: TenantId;
  readonly ags: string;
  readonly name: string;
}

/** A member of the own Kommune, by whom pages name who is responsible. */
export interface Person {
  readonly id: string;
  readonly name: string;
  /** A removed person keeps its name, so that the history can be read. */
  readonly entfernt: boolean;
}

/** A Lösung as the register names it. */
export interface LoesungName {
  readonly id: string;
  readonly name: string;
}

/** What the use cases and doors of this context need from those who compose it. */
export interface CompassDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly demo: boolean;
  readonly world: () => Promise<DutiesWorld>;
  /** What is known of ended Leistungen, by their own id. */
  readonly enden: ReadonlyMap<string, Leistungsende>;
  /** The two maturity models, as the data folder has them. */
  readonly modelle: Reifegradmodelle;
  /** The Kommune for which somebody acts; `null` for providers and the operator. */
  readonly ownKommune: (principal: Principal | null) => Promise<Kommune | null>;
  /** The organisation of a body, for the operator at the command line; `null` where it has none. */
  readonly kommuneOf: (ags: string) => Promise<Kommune | null>;
  /** The Kommunen that a provider looks after; `null` for everybody else. */
  readonly circleOf: (principal: Principal | null) => Promise<readonly Kommune[] | null>;
  /** The operator at the command line, acting for an organisation that it names by key, name or id. */
  readonly actingFor: (operator: Principal, organisation: string) => Promise<Result<Principal>>;
  /** The figures over all Kommunen, opened once a process. */
  readonly figures: () => Promise<Figures>;
  /** The members of a Kommune by name; that they were read stands in the audit trail. */
  readonly personen: (actor: Actor, kommune: Kommune) => Promise<readonly Person[]>;
  /** What the consenting Kommunen of the same circle state about a Leistung: for estimates, never shown singly. */
  readonly kreisStaende: (kommune: Kommune, leistungId: string) => Promise<readonly KreisStand[]>;
  /** The keys under which files of evidence are sealed. */
  readonly keys: Pick<KeyRing, 'dataKeyOf'>;
  /** Looks into a file that came otherwise than with a form; `null` where no scanner is configured. */
  readonly scan: (bytes: Buffer) => Promise<ScanVerdict | null>;
  /** What the page of a cell shows of the questions on it. */
  readonly rueckfragen: (
    principal: Principal | null,
    record: { readonly art: string; readonly id: string },
    allgemein?: { readonly art: string; readonly id: string },
  ) => Promise<Html>;
  /** What decided plans set for a Leistung of a Kommune; nothing where there is none. */
  readonly ziele: (
    actor: Actor,
    kommune: Kommune,
    leistungId: string,
  ) => Promise<
    readonly { readonly quartal: Quartal | null; readonly quelle: string; readonly href: string }[]
  >;
  /** The fields of a kind of record as they hold for an organisation: labels, help, duty, own fields. */
  readonly fieldsFor: (tenant: TenantId, art: string) => Promise<readonly Feld[]>;
  /** The register of Lösungen. */
  readonly loesungen: () => Promise<readonly LoesungName[]>;
}
