import type { Catalogue } from '#catalogue';
import type { Anbieter, Kommune } from '#efa';
import type { Feld } from '#fields';
import type { Clock } from '#kernel';
import type { Database, Principal, TenantId } from '#platform';

/** How many Kommunen a project would help: those of whom one knows that they have a gap which it closes. */
export interface Lueckenwirkung {
  readonly kommunen: number;
  /** Where the number comes from, as a sentence. */
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
  /** Whose gaps Lösungen for these Leistungen would close; `null` as long as nobody can tell. */
  readonly lueckenwirkung:
    | ((loesungen: readonly string[], leistungen: readonly string[]) => Promise<Lueckenwirkung | null>)
    | null;
}
