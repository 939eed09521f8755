import type { Catalogue } from '#catalogue';
import type { Anbieter, Kommune } from '#efa';
import type { Feld } from '#fields';
import type { Clock } from '#kernel';
import type { Database, Html, Principal, TenantId } from '#platform';

/** The gaps of Kommunen that a project would close, as far as the viewer may see them. */
export interface Lueckenwirkung {
  /** Kommunen that state such a gap, most gaps first. */
  readonly liste: readonly {
    readonly ags: string;
    readonly name: string;
    /** Leistungen that it states as not well online. */
    readonly leistungen: readonly string[];
    /** Leistungen that it owes and about which it said nothing; they count as no stated gap. */
    readonly ohneAngabe: readonly string[];
  }[];
  /** Where the number comes from, and who is not in it, as sentences. */
  readonly woher: string;
}

/** What the use cases and doors of this context need from those who compose it. */
export interface ProjectsDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly demo: boolean;
  readonly catalogue: () => Promise<Catalogue>;
  /** The Kommune for which somebody acts; `null` for providers and the operator. */
  readonly ownKommune: (principal: Principal | null) => Promise<Kommune | null>;
  /** The IT-Dienstleister for which somebody acts; `null` for everybody else. */
  readonly ownAnbieter: (principal: Principal | null) => Promise<Anbieter | null>;
  /** A Kommune by key or name, for the operator at the command line. */
  readonly kommuneOf: (text: string) => Promise<Kommune | null>;
  /** An IT-Dienstleister by its exact name, for the operator at the command line. */
  readonly anbieterNamed: (name: string) => Promise<Anbieter | null>;
  /** The fields of a project as an IT-Dienstleister words them, with its own ones; of nobody the declared ones. */
  readonly felderOf: (tenant: TenantId | null) => Promise<readonly Feld[]>;
  /** Names of Lösungen by their ids; `null` as long as nobody keeps a register of them. */
  readonly loesungNamen: ((ids: readonly string[]) => Promise<ReadonlyMap<string, string>>) | null;
  /** Whose gaps these Lösungen and Leistungen would close; `null` for whoever sees no Stand of others. */
  readonly lueckenwirkung: (
    principal: Principal | null,
    loesungen: readonly string[],
    leistungen: readonly string[],
  ) => Promise<Lueckenwirkung | null>;
  /** What the page of a project shows of the questions on it. */
  readonly rueckfragen: (
    principal: Principal | null,
    record: { readonly art: string; readonly id: string },
  ) => Promise<Html>;
}
